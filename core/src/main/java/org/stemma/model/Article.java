package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A page that was cleaned. The text is kept for ever as it was read; the zones say what each
 * stretch of it is for.
 *
 * @param address as in {@link Page}
 * @param dates every date found, with where it was read; may be empty
 * @param language ISO 639-1 code, or {@code "und"} where it could not be told
 * @param text the characters that every span of this article points into
 * @param zones in text order, apart from one another, inside the text; characters in no zone are
 *     white space
 */
public record Article(
    ArticleId id,
    String address,
    Optional<String> outlet,
    Optional<String> headline,
    Optional<String> byline,
    Optional<String> dateline,
    List<FoundDate> dates,
    String language,
    String text,
    List<Zone> zones) {
  public Article {
    requireNonNull(id, "id");
    requireNonNull(address, "address");
    requireNonNull(outlet, "outlet");
    requireNonNull(headline, "headline");
    requireNonNull(byline, "byline");
    requireNonNull(dateline, "dateline");
    requireNonNull(language, "language");
    requireNonNull(text, "text");
    dates = List.copyOf(dates);
    zones = List.copyOf(zones);
    int free = 0;
    for (Zone zone : zones) {
      if (zone.span().start() < free) {
        throw new IllegalArgumentException(
            "zone " + zone + " of article " + id + " overlaps the one before it");
      }
      free = zone.span().end();
    }
    if (free > text.length()) {
      throw new IllegalArgumentException(
          "zone of article " + id + " ends at " + free + ", beyond its text of " + text.length());
    }
  }

  /**
   * The date to order this article by: the most believed date that tells publication. Empty when no
   * date is known; an undated article never counts as first.
   */
  public Optional<FoundDate> published() {
    return dates.stream()
        .filter(d -> d.origin().tellsPublication())
        .min(Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value));
  }

  /** The zones of one role, in text order. */
  public List<Zone> zones(ZoneRole role) {
    List<Zone> found = new ArrayList<>();
    for (Zone zone : zones) {
      if (zone.role() == role) {
        found.add(zone);
      }
    }
    return found;
  }

  /** The role of the zone that holds {@code offset}; boilerplate where no zone does. */
  public ZoneRole roleAt(int offset) {
    for (Zone zone : zones) {
      if (zone.span().contains(offset)) {
        return zone.role();
      }
    }
    return ZoneRole.BOILERPLATE;
  }
}

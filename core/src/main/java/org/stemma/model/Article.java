package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param comments what readers wrote, in text order, inside the text
 */
public record Article(
    ArticleId id,
    String address,
    Imprint imprint,
    List<FoundDate> dates,
    Extent extent,
    String language,
    String text,
    List<Zone> zones,
    List<Comment> comments) {
  public Article {
    requireNonNull(id, "id");
    requireNonNull(address, "address");
    requireNonNull(imprint, "imprint");
    requireNonNull(extent, "extent");
    requireNonNull(language, "language");
    requireNonNull(text, "text");
    dates = List.copyOf(dates);
    zones = List.copyOf(zones);
    comments = List.copyOf(comments);
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
    for (Comment comment : comments) {
      if (comment.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "a comment of article " + id + " ends beyond its text of " + text.length());
      }
    }
  }

  /** A whole article without comments. */
  public Article(
      ArticleId id,
      String address,
      Imprint imprint,
      List<FoundDate> dates,
      String language,
      String text,
      List<Zone> zones) {
    this(id, address, imprint, dates, Extent.WHOLE, language, text, zones, List.of());
  }

  /** The same article, zoned otherwise. */
  public Article withZones(List<Zone> others) {
    return new Article(id, address, imprint, dates, extent, language, text, others, comments);
  }

  /** The same article of this outlet, as a person knows better than the page. */
  public Article withOutlet(String name) {
    Imprint known = imprint.withOutlet(name);
    return new Article(id, address, known, dates, extent, language, text, zones, comments);
  }

  /** The same article, published then, as a person knows better than the page. */
  public Article withDateByHand(String date) {
    List<FoundDate> known = new ArrayList<>();
    known.add(FoundDate.byHand(date));
    dates.stream().filter(found -> found.origin() != DateOrigin.BY_HAND).forEach(known::add);
    return new Article(id, address, imprint, known, extent, language, text, zones, comments);
  }

  /** The same article, in which readers wrote nothing but these comments. */
  public Article withComments(List<Comment> others) {
    return new Article(id, address, imprint, dates, extent, language, text, zones, others);
  }

  /** The same article with these dates too, each once, the most believed first. */
  public Article withMoreDates(Collection<FoundDate> more) {
    Set<FoundDate> all = new LinkedHashSet<>(dates);
    all.addAll(more);
    List<FoundDate> sorted = FoundDate.sorted(all);
    return new Article(id, address, imprint, sorted, extent, language, text, zones, comments);
  }

  /** The outlet's name; empty where neither page nor address tells one. */
  public Optional<String> outlet() {
    return imprint.outlet();
  }

  /** The headline; empty where none was found. */
  public Optional<String> headline() {
    return imprint.headline();
  }

  /** The day of publication and why it is taken to be that. */
  public Dating dating() {
    return Dating.of(dates);
  }

  /** The date to order this article by. Empty when no day of publication is known. */
  public Optional<FoundDate> published() {
    return dating().chosen();
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

  /**
   * The number of words of the body: runs of letters and digits. Chinese and Japanese put no blanks
   * between words, so two of their signs count as one.
   */
  public int words() {
    int words = 0;
    int signs = 0;
    for (Zone zone : zones(ZoneRole.BODY)) {
      boolean inWord = false;
      for (int i = zone.span().start(); i < zone.span().end(); ) {
        int c = text.codePointAt(i);
        boolean unspaced = Character.isIdeographic(c) || isKana(c);
        boolean letter = !unspaced && Character.isLetterOrDigit(c);
        words += letter && !inWord ? 1 : 0;
        signs += unspaced ? 1 : 0;
        inWord = letter;
        i += Character.charCount(c);
      }
    }
    return words + signs / 2;
  }

  private static boolean isKana(int c) {
    return c >= 0x3040 && c <= 0x30ff;
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

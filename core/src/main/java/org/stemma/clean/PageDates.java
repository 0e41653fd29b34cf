package org.stemma.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;
import org.stemma.model.ZoneRole;

/** The dates that a page carries outside its story, each with where it was read. */
final class PageDates {
  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})([/-])(\\d{1,2}|[a-z]{3})\\2(\\d{1,2})(?=[/-]|$)");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private PageDates() {}

  /**
   * All dates of a page.
   *
   * @param known from markup or given with the page
   * @param roles one for each block
   */
  static List<FoundDate> of(
      List<FoundDate> known,
      String address,
      List<Block> blocks,
      List<ZoneRole> roles,
      Optional<Dateline> dateline) {
    Set<FoundDate> dates = new LinkedHashSet<>(known);
    inAddress(address).ifPresent(dates::add);
    dates.addAll(inHead(blocks, roles));
    dateline.flatMap(line -> inDateline(line, dates)).ifPresent(dates::add);
    List<FoundDate> sorted = new ArrayList<>(dates);
    sorted.sort(Comparator.comparing(FoundDate::origin).thenComparing(FoundDate::value));
    return sorted;
  }

  private static List<FoundDate> inHead(List<Block> blocks, List<ZoneRole> roles) {
    List<FoundDate> dates = new ArrayList<>();
    boolean underHeadline = false;
    boolean belowText = false;
    for (int i = 0; i < blocks.size() && roles.get(i) != ZoneRole.COMMENT; i++) {
      underHeadline |= roles.get(i) == ZoneRole.HEADLINE;
      belowText |= roles.get(i) == ZoneRole.BODY;
      inLine(blocks.get(i), roles.get(i), underHeadline, belowText).ifPresent(dates::add);
    }
    return dates;
  }

  private static Optional<FoundDate> inLine(
      Block block, ZoneRole role, boolean underHeadline, boolean belowText) {
    boolean furniture = role == ZoneRole.BOILERPLATE || role == ZoneRole.BYLINE;
    if (!furniture || !block.isWhole()) {
      return Optional.empty();
    }
    String lower = block.lower();
    boolean published = lower.startsWith("published") || lower.startsWith("first published");
    boolean posted = lower.startsWith("posted") || lower.startsWith("originally published");
    if (published || posted || role == ZoneRole.BYLINE) {
      return WrittenDates.first(block.line()).map(d -> found(d, DateOrigin.BYLINE));
    }
    boolean updated = lower.contains("updated") || lower.contains("modified");
    if (updated || belowText) {
      return Optional.empty();
    }
    return WrittenDates.fills(block.line())
        .map(d -> found(d, underHeadline ? DateOrigin.BYLINE : DateOrigin.MASTHEAD));
  }

  private static FoundDate found(WrittenDates.Written date, DateOrigin origin) {
    return new FoundDate(date.value(), origin);
  }

  /** The day in the dateline, in the year that another date of the page tells. */
  private static Optional<FoundDate> inDateline(Dateline line, Set<FoundDate> others) {
    if (line.day().isEmpty()) {
      return Optional.empty();
    }
    String words = line.words().substring(line.day().get());
    Optional<FoundDate> whole = WrittenDates.first(words).map(d -> found(d, DateOrigin.DATELINE));
    return whole.or(
        () ->
            others.stream()
                .filter(d -> d.sense() == DateSense.PUBLISHED)
                .min(Comparator.comparing(FoundDate::origin))
                .map(d -> LocalDate.ofInstant(d.earliest(), ZoneOffset.UTC))
                .flatMap(near -> WrittenDates.dayNear(words, near))
                .map(value -> new FoundDate(value, DateOrigin.DATELINE)));
  }

  private static Optional<FoundDate> inAddress(String address) {
    if (!address.startsWith("http")) {
      return Optional.empty();
    }
    Matcher found = IN_ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
    if (!found.find()) {
      return Optional.empty();
    }
    String month = found.group(3);
    boolean named = Character.isLetter(month.charAt(0));
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              named ? MONTHS.indexOf(month) + 1 : Integer.parseInt(month),
              Integer.parseInt(found.group(4)));
      return Optional.of(new FoundDate(date.toString(), DateOrigin.ADDRESS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;
import org.stemma.text.NewsAgencies;

/** The news agencies that a page credits around its text. */
final class Agencies {
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()]{2,60})\\)");

  /** What may stand in front of an agency's name on a line that credits it. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^(?:\\W{1,3}|(?:source|sources|agency|quelle|fuente|fonte|источник|credit)\\s?: ?|by |from |©|\\(c\\)|copyright|\\d{4}|the )+");

  private static final Pattern AT_END =
      Pattern.compile("(?:[(/\\[]|[—–-] ?)([\\p{L}.& -]{2,40})[)/\\]]?\\.?$");

  /** How each is called where it is called by several names. */
  private static final Map<String, String> SHORT_FOR =
      Map.of("the associated press", "Associated Press");

  private Agencies() {}

  /** The agency among the words of a byline or a credit line, as printed. */
  static Optional<String> in(String words) {
    String line = LEAD.matcher(words.strip()).replaceFirst("");
    for (String part : line.split("\\s*[/,;|()\\[\\]•·]\\s*|\\s+(?:and|und|et|y|with|[-–—])\\s+")) {
      String name = LEAD.matcher(part.strip()).replaceFirst("").replaceFirst("(?i) staff$", "");
      if (NewsAgencies.isAgency(name)) {
        return Optional.of(
            SHORT_FOR.getOrDefault(name.toLowerCase(Locale.ROOT), NewsAgencies.bare(name)));
      }
    }
    return Optional.empty();
  }

  /** The agency in the brackets of a dateline. */
  static Optional<String> inDateline(String words) {
    Matcher brackets = BRACKETS.matcher(words);
    // Whatever stands in a dateline's brackets is whom the outlet has it from.
    return brackets.find() ? Optional.of(brackets.group(1).strip()) : Optional.empty();
  }

  /** The agency that a page's foot credits: on a line of its own, or behind the last paragraph. */
  static Optional<String> atFoot(String text, List<Block> blocks, List<ZoneRole> roles) {
    Optional<String> found = Optional.empty();
    int last = roles.lastIndexOf(ZoneRole.BODY);
    if (last >= 0) {
      found = atEnd(text, blocks.get(last).span());
    }
    for (int i = 0; i < roles.size() && found.isEmpty(); i++) {
      boolean credit = roles.get(i) == ZoneRole.CREDIT && blocks.get(i).isWhole();
      boolean whole =
          !blocks.get(i).lower().contains("reporting") && !blocks.get(i).lower().contains(" by ");
      found = credit && whole ? in(blocks.get(i).line()) : found;
    }
    return found;
  }

  private static Optional<String> atEnd(String text, Span paragraph) {
    int from = Math.max(paragraph.start(), paragraph.end() - 60);
    Matcher end = AT_END.matcher(text.substring(from, paragraph.end()));
    while (end.find()) {
      if (NewsAgencies.isAgency(end.group(1).strip())) {
        return Optional.of(NewsAgencies.bare(end.group(1).strip()));
      }
    }
    return Optional.empty();
  }
}

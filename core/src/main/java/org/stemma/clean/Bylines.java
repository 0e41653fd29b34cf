package org.stemma.clean;

import java.util.Optional;
import java.util.regex.Pattern;

/** The names in a byline. */
final class Bylines {
  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|author|words by|written by|report by)\\b:? ?", Pattern.CASE_INSENSITIVE);

  /** Where the names end: a bracket, a bar, a dash, a date. */
  private static final Pattern AFTER =
      Pattern.compile(" ?[(|•·].*| [–—-] .*|,? (?:published|updated|posted)\\b.*|,? ?\\d.*");

  private Bylines() {}

  /** The names of a byline without "by", dates and links; empty where nothing is left. */
  static Optional<String> name(String line) {
    String name = AFTER.matcher(BY.matcher(line).replaceFirst("")).replaceFirst("").strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Wordings that lines are searched for, as the alternatives of one regular expression. Those that
 * begin with {@code ^} are tried at the line's start and nowhere else: a search for all of them
 * together would try each at every character. Thread-safe.
 */
final class Wording {
  /** Letters at the start of an alternative from which looking for them first is worth it. */
  private static final int WORTH_LOOKING = 5;

  /**
   * Alternatives that may stand anywhere.
   *
   * @param piece that each line with one of them holds; empty where none is known
   */
  private record Anywhere(String piece, Pattern pattern) {
    boolean isIn(String line) {
      return line.contains(piece) && pattern.matcher(line).find();
    }
  }

  private final Optional<Pattern> atStart;
  private final List<Anywhere> anywhere = new ArrayList<>();

  private Wording(List<String> alternatives, int flags) {
    List<String> atStart = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String alternative : alternatives) {
      String piece = (flags & Pattern.CASE_INSENSITIVE) == 0 ? letters(alternative) : "";
      if (alternative.startsWith("^")) {
        atStart.add(alternative);
      } else if (piece.length() >= WORTH_LOOKING) {
        anywhere.add(new Anywhere(piece, Pattern.compile(alternative, flags)));
      } else {
        others.add(alternative);
      }
    }
    this.atStart = pattern(atStart, flags);
    pattern(others, flags).ifPresent(pattern -> anywhere.add(new Anywhere("", pattern)));
  }

  static Wording of(String alternatives) {
    return of(alternatives, 0);
  }

  /**
   * @param flags as for {@link Pattern#compile(String, int)}
   */
  static Wording of(String alternatives, int flags) {
    return new Wording(parted(alternatives), flags);
  }

  boolean isIn(String line) {
    if (atStart.isPresent() && atStart.get().matcher(line).lookingAt()) {
      return true;
    }
    for (Anywhere one : anywhere) {
      if (one.isIn(line)) {
        return true;
      }
    }
    return false;
  }

  /** True where one of those at the start is the whole line. */
  boolean startsAndFills(String line) {
    return atStart.isPresent() && atStart.get().matcher(line).matches();
  }

  /** The letters and blanks that an alternative begins with, as every line with it does. */
  private static String letters(String alternative) {
    int start = alternative.startsWith("\\b") ? 2 : 0;
    int end = start;
    while (end < alternative.length()
        && (Character.isLetter(alternative.charAt(end)) || alternative.charAt(end) == ' ')) {
      end++;
    }
    // The last of them may be told to be missing: "newsletters?".
    boolean counted = end < alternative.length() && "?*{".indexOf(alternative.charAt(end)) >= 0;
    return alternative.substring(start, counted ? Math.max(start, end - 1) : end);
  }

  private static Optional<Pattern> pattern(List<String> alternatives, int flags) {
    return alternatives.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile(String.join("|", alternatives), flags));
  }

  /** The alternatives that stand in no bracket. */
  private static List<String> parted(String regex) {
    List<String> alternatives = new ArrayList<>();
    int from = 0;
    int depth = 0;
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[' || c == ']') {
        inClass = c == '[';
      } else if (!inClass && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
      } else if (c == '|' && depth == 0 && !inClass) {
        alternatives.add(regex.substring(from, i));
        from = i + 1;
      }
    }
    alternatives.add(regex.substring(from));
    return alternatives;
  }
}

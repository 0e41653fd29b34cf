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
  private final Optional<Pattern> atStart;
  private final Optional<Pattern> anywhere;

  private Wording(List<String> atStart, List<String> anywhere, int flags) {
    this.atStart = pattern(atStart, flags);
    this.anywhere = pattern(anywhere, flags);
  }

  static Wording of(String alternatives) {
    return of(alternatives, 0);
  }

  /**
   * @param flags as for {@link Pattern#compile(String, int)}
   */
  static Wording of(String alternatives, int flags) {
    List<String> atStart = new ArrayList<>();
    List<String> anywhere = new ArrayList<>();
    for (String alternative : parted(alternatives)) {
      (alternative.startsWith("^") ? atStart : anywhere).add(alternative);
    }
    return new Wording(atStart, anywhere, flags);
  }

  boolean isIn(String line) {
    return atStart.isPresent() && atStart.get().matcher(line).lookingAt()
        || anywhere.isPresent() && anywhere.get().matcher(line).find();
  }

  /** True where one of them is the whole line. */
  boolean is(String line) {
    return atStart.isPresent() && atStart.get().matcher(line).matches()
        || anywhere.isPresent() && anywhere.get().matcher(line).matches();
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

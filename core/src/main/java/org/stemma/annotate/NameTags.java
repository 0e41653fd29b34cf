package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Name;
import org.stemma.model.NameKind;

/**
 * The tags of names: outside, and begin and inside of each kind, in the order of the network's
 * second head.
 */
final class NameTags {
  static final int COUNT = 9;
  static final byte OUTSIDE = 0;
  static final byte PERSON = 1;
  static final byte ORGANIZATION = 3;
  static final byte PLACE = 5;

  /** Names that are neither: nationalities, works, events. */
  static final byte OTHER = 7;

  private NameTags() {}

  /**
   * The likeliest tag of each token; an inside tag that follows nothing of its kind begins one.
   *
   * @param scores the rows of a window, {@code skipped} of them not wanted
   * @param first token of the article that the first wanted row is about
   */
  static void read(float[] scores, int skipped, int first, int end, byte[] tags) {
    for (int i = first; i < end; i++) {
      int row = (skipped + i - first) * COUNT;
      byte best = 0;
      for (byte k = 1; k < COUNT; k++) {
        best = scores[row + k] > scores[row + best] ? k : best;
      }
      boolean inside = best > 0 && best % 2 == 0;
      byte before = i == first ? 0 : tags[i - 1];
      boolean follows = before == best || before == best - 1;
      tags[i] = inside && !follows ? (byte) (best - 1) : best;
    }
  }

  /**
   * The names that the tags of all tokens make, in text order; each ends with its paragraph at the
   * latest.
   */
  static List<Name> names(Tokens tokens, byte[] tags) {
    List<Name> names = new ArrayList<>();
    int first = 0;
    while (first < tokens.size) {
      if (tags[first] == OUTSIDE) {
        first++;
        continue;
      }
      byte begin = begin(tags[first]);
      int end = first + 1;
      while (end < tokens.size
          && tags[end] == begin + 1
          && tokens.paragraph[end] == tokens.paragraph[first]) {
        end++;
      }
      names.add(new Name(tokens.span(first, end - 1), kind(begin)));
      first = end;
    }
    return names;
  }

  private static byte begin(byte tag) {
    return tag % 2 == 0 ? (byte) (tag - 1) : tag;
  }

  private static NameKind kind(byte begin) {
    return switch (begin) {
      case PERSON -> NameKind.PERSON;
      case ORGANIZATION -> NameKind.ORGANIZATION;
      case PLACE -> NameKind.PLACE;
      default -> NameKind.OTHER;
    };
  }
}

package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;

/** The tagged stretches of an article, and for each which others stand near it. Immutable. */
final class Fragments {
  /**
   * One stretch of tokens with one role.
   *
   * @param role {@link Labels#SOURCE}, {@link Labels#CUE} or {@link Labels#CONTENT}
   * @param first its first token
   * @param last its last token, inclusive
   * @param rank how many of its role stand before it
   * @param sure false for one that was only tagged at the second look
   * @param likelihood how likely its tokens have its role, the mean; 0 to 1
   */
  record Fragment(byte role, int first, int last, int rank, boolean sure, double likelihood) {}

  private final List<Fragment> sources = new ArrayList<>();
  private final List<Fragment> cues = new ArrayList<>();
  private final List<Fragment> contents = new ArrayList<>();

  private Fragments(byte[] tags, byte[] sure, float[] likelihood) {
    int i = 0;
    while (i < tags.length) {
      if (!Labels.isBegin(tags[i])) {
        i++;
        continue;
      }
      double sum = likelihood[i];
      int end = i + 1;
      while (end < tags.length && tags[end] == tags[i] + 1) {
        sum += likelihood[end++];
      }
      List<Fragment> same = of(tags[i]);
      boolean isSure = sure[i] != Labels.OUTSIDE;
      same.add(new Fragment(tags[i], i, end - 1, same.size(), isSure, sum / (end - i)));
      i = end;
    }
  }

  static Fragments none() {
    return new Fragments(new byte[0], new byte[0], new float[0]);
  }

  static Fragments of(Tagger.Tags tags) {
    return new Fragments(tags.withDoubtful(), tags.sure(), tags.likelihood());
  }

  List<Fragment> sources() {
    return sources;
  }

  List<Fragment> cues() {
    return cues;
  }

  List<Fragment> contents() {
    return contents;
  }

  /** How many of a role begin before a token. */
  int before(byte role, int token) {
    List<Fragment> same = of(role);
    int low = 0;
    int high = same.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (same.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Those of a role near a fragment, nearest to the start of the article first.
   *
   * @param back at most so many that begin before it
   * @param ahead at most so many that begin after it
   */
  List<Fragment> near(byte role, Fragment fragment, int back, int ahead) {
    List<Fragment> same = of(role);
    int here = before(role, fragment.first());
    return same.subList(Math.max(0, here - back), Math.min(same.size(), here + ahead));
  }

  private List<Fragment> of(byte role) {
    return switch (role) {
      case Labels.SOURCE -> sources;
      case Labels.CUE -> cues;
      default -> contents;
    };
  }
}

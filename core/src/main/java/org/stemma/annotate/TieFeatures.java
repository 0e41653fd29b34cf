package org.stemma.annotate;

import org.stemma.annotate.Fragments.Fragment;

/**
 * What speaks for and against two fragments belonging to one attribution: how far apart they stand,
 * what stands between, and what they are, as hashes.
 *
 * <p>Changing anything here changes the meaning of the weights: raise {@link #VERSION} and train
 * again.
 */
final class TieFeatures {
  static final int VERSION = 4;

  private static final int MOST = 64;

  private final Tokens t;
  private final Fragments fragments;
  private final int[] out = new int[MOST];
  private int count;

  TieFeatures(Tokens tokens, Fragments fragments) {
    this.t = tokens;
    this.fragments = fragments;
  }

  /** How many of the numbers of the last call count. */
  int count() {
    return count;
  }

  /** For a content and a cue that may introduce it. */
  int[] ofContent(Fragment content, Fragment cue) {
    count = 0;
    pair(content, cue, 100);
    int quoted = t.quote[content.first()] == Tokens.OUTSIDE ? 0 : 1;
    int order = cue.first() < content.first() ? 1 : 2;
    int startsParagraph = starts(content) ? 1 : 0;
    int cueAct = t.cue[cue.last()] != 0 ? t.cue[cue.last()] : t.cue[cue.first()];
    int between = between(content, cue);
    add(150, quoted, mix(order, apart(content, cue), startsParagraph));
    add(151, mix(quoted, order, apart(content, cue)), between);
    add(152, t.word[cue.last()], order);
    add(153, t.word[cue.last()], mix(order, sentencesApart(content, cue), quoted));
    add(154, mix(cueAct, order, quoted), sentencesApart(content, cue));
    add(155, t.shape[content.last()], mix(order, apart(content, cue), 0));
    add(156, edge(cue.last() + 1), mix(order, quoted, sentencesApart(content, cue)));
    add(157, cueOfOwnParagraph(content), mix(order, paragraphsApart(content, cue), quoted));
    add(158, t.word[content.first()], order);
    add(159, edge(cue.last() + 1), mix(order, paragraphsApart(content, cue), startsParagraph));
    add(160, contentTouches(cue), mix(order, apart(content, cue), quoted));
    add(161, likely(cue), mix(order, sentencesApart(content, cue), quoted));
    return out;
  }

  /** For a cue and a source that may be its subject. */
  int[] ofSource(Fragment cue, Fragment source) {
    count = 0;
    pair(cue, source, 200);
    int order = source.first() < cue.first() ? 1 : 2;
    int shape = t.shape[source.last()];
    add(250, t.word[cue.first()], mix(order, apart(cue, source), 0));
    add(251, t.word[cue.last()], mix(order, sentencesApart(cue, source), 0));
    add(252, shape, mix(order, apart(cue, source), 0));
    add(253, t.word[source.first()], order);
    add(254, edge(cue.last() + 1), mix(order, apart(cue, source), 0));
    add(255, edge(source.last() + 1), mix(order, apart(cue, source), 0));
    int sure = source.sure() ? 1 : 0;
    int between = between(cue, source);
    add(257, sure, order);
    add(258, sure, mix(order, apart(cue, source), between));
    add(259, sure, mix(order, sentencesApart(cue, source), t.cue[cue.first()]));
    add(260, sure, mix(order, source.last() - source.first(), 0));
    add(262, t.word[source.last()], mix(order, apart(cue, source), sure));
    add(263, sure, mix(shape, order, sourceTouches(source, cue)));
    add(256, sourceTouches(source, cue), mix(order, apart(cue, source), 0));
    add(264, likely(source), mix(order, sentencesApart(cue, source), 0));
    add(265, likely(source), between);
    return out;
  }

  /** For a cue that has no source. */
  int[] ofNone(Fragment cue) {
    count = 0;
    add(300, 0, 0);
    add(301, t.word[cue.first()], 0);
    add(302, t.word[cue.last()], 0);
    add(303, edge(cue.first() - 1), 0);
    add(304, edge(cue.last() + 1), 0);
    add(305, edge(cue.first() - 1), t.word[cue.first()]);
    add(306, cue.first() == t.sentenceStart[t.sentence[cue.first()]] ? 1 : 0, 0);
    add(309, surelyBefore(cue), 0);
    add(307, t.suffix2[cue.first()], t.suffix2[cue.last()]);
    return out;
  }

  /** How sure the tagger was of a fragment, in steps. */
  private static int likely(Fragment f) {
    double p = f.likelihood();
    return p > 0.98 ? 6 : p > 0.9 ? 5 : p > 0.7 ? 4 : p > 0.5 ? 3 : p > 0.25 ? 2 : p > 0.1 ? 1 : 0;
  }

  /** Whether the sentence has a sure source in front of the cue. */
  private int surelyBefore(Fragment cue) {
    int s = t.sentence[cue.first()];
    int before = fragments.before(Labels.SOURCE, cue.first());
    if (before == 0) {
      return 0;
    }
    Fragment source = fragments.sources().get(before - 1);
    return t.sentence[source.first()] != s ? 1 : source.sure() ? 3 : 2;
  }

  private void pair(Fragment from, Fragment to, int template) {
    int order = to.first() < from.first() ? 1 : 2;
    int apart = apart(from, to);
    int sentences = sentencesApart(from, to);
    int paragraphs = paragraphsApart(from, to);
    int between = between(from, to);
    int rank = rank(from, to);
    add(template, order, to.sure() ? 1 : 0);
    add(template + 1, order, apart);
    add(template + 2, order, sentences);
    add(template + 3, order, paragraphs);
    add(template + 4, order, rank);
    add(template + 5, order, between);
    add(template + 6, mix(order, sentences, paragraphs), rank);
    add(template + 7, mix(order, sentences, between), rank);
    add(template + 8, mix(order, apart, rank), 0);
    int gapFirst = order == 1 ? to.last() + 1 : from.last() + 1;
    int gapEnd = order == 1 ? from.first() : to.first();
    int gap = gapEnd - gapFirst;
    add(template + 9, order, gap == 1 ? word(gapFirst) : gap > 1 ? 1 : 0);
    add(template + 10, order, gap == 2 ? mix(word(gapFirst), word(gapFirst + 1), 0) : 0);
    add(template + 11, mix(order, commas(gapFirst, gapEnd), sentences), rank);
    add(template + 12, mix(order, quoteOf(from), quoteOf(to)), sentences);
  }

  private int quoteOf(Fragment f) {
    return t.quote[f.first()];
  }

  private int commas(int first, int end) {
    int found = 0;
    for (int i = first; i < end && i < first + 12; i++) {
      found += t.shape[i] == Shape.COMMA ? 1 : t.shape[i] == Shape.COLON ? 8 : 0;
    }
    return found;
  }

  private int apart(Fragment a, Fragment b) {
    int gap = a.first() < b.first() ? b.first() - a.last() - 1 : a.first() - b.last() - 1;
    return gap < 5
        ? gap
        : gap < 8 ? 5 : gap < 13 ? 6 : gap < 25 ? 7 : gap < 50 ? 8 : gap < 100 ? 9 : 10;
  }

  private int sentencesApart(Fragment a, Fragment b) {
    int gap =
        a.first() < b.first()
            ? t.sentence[b.first()] - t.sentence[a.last()]
            : t.sentence[a.first()] - t.sentence[b.last()];
    return Math.min(gap, 5);
  }

  private int paragraphsApart(Fragment a, Fragment b) {
    return Math.min(4, Math.abs(t.paragraph[a.first()] - t.paragraph[b.first()]));
  }

  /** How many fragments of each role begin between the two, as one number. */
  private int between(Fragment a, Fragment b) {
    int first = Math.min(a.first(), b.first()) + 1;
    int end = Math.max(a.first(), b.first());
    int sources = Math.min(3, count(Labels.SOURCE, first, end));
    int cues = Math.min(3, count(Labels.CUE, first, end));
    int contents = Math.min(3, count(Labels.CONTENT, first, end));
    return sources * 16 + cues * 4 + contents;
  }

  private int count(byte role, int first, int end) {
    return first >= end ? 0 : fragments.before(role, end) - fragments.before(role, first);
  }

  /** How many of the same role stand nearer on the same side. */
  private int rank(Fragment from, Fragment to) {
    return Math.min(
        7,
        to.first() < from.first()
            ? fragments.before(to.role(), from.first()) - to.rank() - 1
            : to.rank() - fragments.before(to.role(), from.first()));
  }

  private boolean starts(Fragment f) {
    return f.first() == t.paragraphStart[t.paragraph[f.first()]];
  }

  private int cueOfOwnParagraph(Fragment content) {
    int p = t.paragraph[content.first()];
    return Math.min(2, count(Labels.CUE, t.paragraphStart[p], t.paragraphStart[p + 1]));
  }

  /** Which sides of the cue have a content in the same sentence. */
  private int contentTouches(Fragment cue) {
    int s = t.sentence[cue.first()];
    int left = count(Labels.CONTENT, t.sentenceStart[s], cue.first());
    int right = count(Labels.CONTENT, cue.last() + 1, t.sentenceStart[s + 1]);
    return Math.min(2, left) * 3 + Math.min(2, right);
  }

  /** Whether another cue stands as near to the source. */
  private int sourceTouches(Fragment source, Fragment cue) {
    int s = t.sentence[source.first()];
    int left = count(Labels.CUE, t.sentenceStart[s], source.first());
    int right = count(Labels.CUE, source.last() + 1, t.sentenceStart[s + 1]);
    return Math.min(2, left) * 3 + Math.min(2, right) + (t.sentence[cue.first()] == s ? 0 : 9);
  }

  /** A word at the edge of a fragment. */
  private int edge(int i) {
    return i < 0 || i >= t.size ? 3 : t.word[i];
  }

  private int word(int i) {
    return t.word[i];
  }

  private static int mix(int a, int b, int c) {
    int h = a * 0x9E3779B1;
    h = Integer.rotateLeft(h, 13) ^ b * 0x85EBCA6B;
    return Integer.rotateLeft(h, 13) * 0xC2B2AE35 + c * 0x27D4EB2F;
  }

  private void add(int template, int a, int b) {
    out[count++] = spread(mix(a, b, template));
  }

  /** The last step of MurmurHash3 (Appleby 2011), so that the low bits depend on all. */
  private static int spread(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}

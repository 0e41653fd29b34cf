package org.stemma.annotate;

import java.util.Arrays;
import org.stemma.model.ZoneRole;

/**
 * What the tagger looks at for each token, as hashed numbers: words, endings, looks, quotation
 * marks, the verbs of saying nearby, and the place in sentence and paragraph. The weights know only
 * hashes, so they hold no text.
 *
 * <p>Changing anything here changes the meaning of the weights: raise {@link #VERSION} and train
 * anew.
 */
final class Features {
  /** Which features the weights were trained for. */
  static final int VERSION = 3;

  /** Emission and transition features of one token never exceed this. */
  static final int MOST = 128;

  private static final int NONE = 0x5bd1e995;

  private final Tokens t;
  private final int[] leftCue;
  private final int[] rightCue;
  private final int[] commas;
  private final int[] marks;
  private final int[] tail;
  private int[] out = new int[MOST];
  private int count;

  Features(Tokens tokens) {
    t = tokens;
    int n = t.size;
    leftCue = new int[n];
    rightCue = new int[n];
    commas = new int[n + 1];
    marks = new int[n + 1];
    tail = new int[t.sentences()];
    for (int i = 0; i < n; i++) {
      commas[i + 1] = commas[i] + (t.shape[i] == Shape.COMMA ? 1 : 0);
      marks[i + 1] = marks[i] + (t.quote[i] == Tokens.OPENS || t.quote[i] == Tokens.CLOSES ? 1 : 0);
    }
    for (int s = 0; s < t.sentences(); s++) {
      lookAround(s);
    }
  }

  private void lookAround(int s) {
    int first = t.sentenceStart[s];
    int last = t.sentenceStart[s + 1];
    int cue = -1;
    for (int i = first; i < last; i++) {
      leftCue[i] = cue;
      cue = isOuterCue(i) ? i : cue;
    }
    tail[s] =
        cue >= 0 && last - cue <= 6 ? mix(t.word[cue], last - cue, commaBefore(cue, first)) : 0;
    cue = -1;
    for (int i = last - 1; i >= first; i--) {
      rightCue[i] = cue;
      cue = isOuterCue(i) ? i : cue;
    }
  }

  private boolean isOuterCue(int i) {
    return t.cue[i] != 0 && t.quote[i] == Tokens.OUTSIDE;
  }

  private int commaBefore(int cue, int first) {
    for (int i = cue - 1; i >= Math.max(first, cue - 6); i--) {
      if (t.shape[i] == Shape.COMMA || t.quote[i] == Tokens.CLOSES) {
        return cue - i;
      }
    }
    return 0;
  }

  /** The emission features of a token; the array is used again by the next call. */
  int[] emission(int i) {
    count = 0;
    words(i);
    looks(i);
    quotes(i);
    places(i);
    cues(i);
    classes(i);
    return out;
  }

  /** The features of the step from the token before to this one. */
  int[] transition(int i) {
    count = 0;
    boolean opensParagraph = i == 0 || t.paragraph[i] != t.paragraph[i - 1];
    add(1, opensParagraph ? 1 : 2, 0);
    add(2, t.word[i], 0);
    add(3, word(i - 1), 0);
    add(4, quote(i - 1) * 4 + quote(i), shape(i));
    add(5, shape(i - 1), shape(i));
    add(6, sentence(i - 1) == t.sentence[i] ? 1 : 2, quote(i));
    add(7, cue(i), cue(i - 1));
    add(8, t.shape[i] == Shape.COMMA ? word(i + 1) : NONE, quote(i));
    return out;
  }

  /** How many of the numbers of the last call count. */
  int count() {
    return count;
  }

  private void words(int i) {
    int w = t.word[i];
    int a = word(i - 1);
    int b = word(i + 1);
    add(10, w, 0);
    add(11, a, 0);
    add(12, b, 0);
    add(13, word(i - 2), 0);
    add(14, word(i + 2), 0);
    add(15, word(i - 3), 0);
    add(16, word(i + 3), 0);
    add(17, a, w);
    add(18, w, b);
    add(19, word(i - 2), a);
    add(20, b, word(i + 2));
    add(21, mix(a, w, b), 0);
    add(22, a, b);
    add(23, t.suffix3[i], 0);
    add(24, t.suffix2[i], shape(i));
    add(25, suffix(i - 1), t.suffix3[i]);
    add(26, t.suffix3[i], suffix(i + 1));
    add(27, suffix(i + 1), 0);
    add(28, suffix(i - 1), 0);
    add(29, mix(word(i - 2), a, w), 0);
    add(30, mix(w, b, word(i + 2)), 0);
  }

  private void looks(int i) {
    int s = shape(i);
    add(40, s, 0);
    add(41, mix(shape(i - 1), s, shape(i + 1)), 0);
    add(42, mix(mix(shape(i - 2), shape(i - 1), s), shape(i + 1), shape(i + 2)), 0);
    add(43, s, word(i + 1));
    add(44, s, word(i - 1));
    add(45, mix(cue(i - 1), cue(i), cue(i + 1)), 0);
    add(46, mix(cue(i - 2), cue(i - 1), cue(i)), mix(cue(i + 1), cue(i + 2), 0));
    add(47, cue(i), word(i + 1));
    add(48, cue(i), word(i - 1));
    add(49, mix(shape(i - 1), cue(i), shape(i + 1)), 0);
    add(50, mix(shape(i - 1), cue(i - 1), 0), mix(shape(i + 1), cue(i + 1), s));
  }

  private void quotes(int i) {
    int q = quote(i);
    add(60, q, t.word[i]);
    add(61, mix(quote(i - 1), q, quote(i + 1)), shape(i));
    add(62, q, mix(quoteLength(i), 0, 0));
    add(63, mix(quote(i - 3), quote(i - 2), quote(i - 1)), mix(q, quote(i + 1), quote(i + 2)));
    add(64, q, mix(quoteLength(i), beforeQuote(i), 0));
    add(65, q, mix(quoteLength(i), afterQuote(i), afterQuoteNext(i)));
    add(66, mix(q, quoteLength(i), beforeQuote(i)), afterQuote(i));
  }

  private void places(int i) {
    int s = t.sentence[i];
    int p = t.paragraph[i];
    int in = bucket(i - t.sentenceStart[s]);
    int left = bucket(t.sentenceStart[s + 1] - 1 - i);
    int role = t.paragraphRole[p] == ZoneRole.HEADLINE ? 1 : 0;
    int firstInParagraph = bucket(i - t.paragraphStart[p]);
    add(70, in, shape(i));
    add(71, left, shape(i));
    add(72, role, shape(i));
    add(73, mix(role, in, left), 0);
    add(74, t.word[i], in == 0 ? 1 : 0);
    add(75, firstInParagraph, mix(endOfParagraphBefore(p), quote(i), 0));
    add(76, mix(startOfParagraphAfter(p), quote(i), 0), left);
    add(77, role, t.word[i]);
    add(78, t.word[t.sentenceStart[s]], quote(i));
    add(79, mix(t.word[t.sentenceStart[s]], word2OfSentence(s), 0), quote(i));
  }

  private void cues(int i) {
    int l = leftCue[i];
    int r = rightCue[i];
    int left = l < 0 ? NONE : t.word[l];
    int right = r < 0 ? NONE : t.word[r];
    int leftAct = l < 0 ? 0 : t.cue[l];
    int rightAct = r < 0 ? 0 : t.cue[r];
    int leftFar = l < 0 ? 20 : bucket(i - l);
    int rightFar = r < 0 ? 20 : bucket(r - i);
    int leftCommas = l < 0 ? 3 : Math.min(2, commas[i] - commas[l]);
    int rightCommas = r < 0 ? 3 : Math.min(2, commas[r] - commas[i]);
    int leftMarks = l < 0 ? 3 : Math.min(2, marks[i] - marks[l]);
    int rightMarks = r < 0 ? 3 : Math.min(2, marks[r] - marks[i]);
    int q = quote(i);
    int afterLeft = l < 0 ? NONE : word(l + 1);
    add(80, left, leftFar);
    add(81, right, rightFar);
    add(82, left, q);
    add(83, right, q);
    add(84, left, afterLeft);
    add(85, mix(leftAct, leftFar, leftCommas), shape(i));
    add(86, mix(rightAct, rightFar, rightCommas), shape(i));
    add(87, mix(left, leftCommas, leftMarks), q);
    add(88, mix(right, rightCommas, rightMarks), q);
    add(89, mix(leftAct, leftCommas, leftMarks), mix(rightAct, rightCommas, rightMarks));
    add(90, t.word[i], mix(l < 0 ? 0 : 1, r < 0 ? 0 : 1, 0));
    add(91, t.word[i], leftAct);
    add(92, t.word[i], rightAct);
    int tailMark = tail[t.sentence[i]];
    add(93, tailMark, q);
    add(94, tailMark, r < 0 ? 1 : 0);
    add(95, mix(leftAct, afterLeft, leftFar), 0);
    add(96, mix(before(l, i), shape(i), cue(i)), q);
    add(97, mix(t.suffix3[i], leftFar, leftAct), 0);
  }

  private void classes(int i) {
    int k = kind(i);
    int l = leftCue[i];
    int r = rightCue[i];
    int c = coarse(i);
    int q = quote(i);
    add(110, k, 0);
    add(111, kind(i - 1), 0);
    add(112, kind(i + 1), 0);
    add(113, kind(i - 2), 0);
    add(114, kind(i + 2), 0);
    add(115, kind(i - 1), k);
    add(116, k, kind(i + 1));
    add(117, mix(coarse(i - 1), c, coarse(i + 1)), 0);
    add(118, mix(coarse(i - 2), coarse(i - 1), c), 0);
    add(119, mix(c, coarse(i + 1), coarse(i + 2)), 0);
    add(120, mix(mix(coarse(i - 2), coarse(i - 1), c), coarse(i + 1), coarse(i + 2)), 0);
    add(121, k, q);
    add(122, k, mix(shape(i - 1), shape(i), shape(i + 1)));
    add(123, kind(i + 1), t.word[i]);
    add(124, kind(i - 1), t.word[i]);
    add(125, mix(k, l < 0 ? NONE : t.word[l], l < 0 ? 0 : bucket(i - l)), 0);
    add(126, mix(k, r < 0 ? NONE : t.cue[r], r < 0 ? 0 : bucket(r - i)), 0);
    add(127, mix(c, coarse(i - 1), coarse(i - 2)), coarse(i - 3));
    add(128, mix(c, coarse(i + 1), coarse(i + 2)), coarse(i + 3));
  }

  private int kind(int i) {
    return i < 0 || i >= t.size ? 300 : t.kind[i];
  }

  /** The coarse class of a word; the look of what is not a known word, or a name. */
  private int coarse(int i) {
    if (i < 0 || i >= t.size) {
      return 200;
    }
    return t.coarse[i] < 0 || t.shape[i] >= Shape.MARK || t.shape[i] == Shape.TITLE
        ? 100 + t.shape[i] + (t.coarse[i] < 0 ? 0 : 20 * (t.coarse[i] + 1))
        : t.coarse[i];
  }

  private int before(int cueAt, int i) {
    return cueAt < 0 || i - cueAt > 4 ? NONE : mix(t.word[cueAt], i - cueAt, 0);
  }

  private int word2OfSentence(int s) {
    int second = t.sentenceStart[s] + 1;
    return second < t.sentenceStart[s + 1] ? t.word[second] : NONE;
  }

  private int endOfParagraphBefore(int p) {
    if (p == 0) {
      return 9;
    }
    int last = t.paragraphStart[p] - 1;
    return t.quote[last] == Tokens.INSIDE ? 8 : t.shape[last] == Shape.COLON ? 7 : t.quote[last];
  }

  private int startOfParagraphAfter(int p) {
    int first = t.paragraphStart[p + 1];
    return first >= t.size ? 9 : t.quote[first];
  }

  private int quoteLength(int i) {
    if (t.quotation[i] < 0) {
      return 0;
    }
    int length = t.quotations.get(t.quotation[i]).inner().length();
    return length < 16 ? 1 : length < 32 ? 2 : length < 64 ? 3 : 4;
  }

  /** The word in front of the quotation that the token stands in. */
  private int beforeQuote(int i) {
    return t.quotation[i] < 0 ? NONE : word(t.quotationStart[t.quotation[i]] - 1);
  }

  private int afterQuote(int i) {
    return t.quotation[i] < 0 ? NONE : word(t.quotationEnd[t.quotation[i]]);
  }

  private int afterQuoteNext(int i) {
    return t.quotation[i] < 0 ? NONE : word(t.quotationEnd[t.quotation[i]] + 1);
  }

  private int word(int i) {
    return i < 0 || i >= t.size ? NONE : t.word[i];
  }

  private int suffix(int i) {
    return i < 0 || i >= t.size ? NONE : t.suffix3[i];
  }

  private int shape(int i) {
    return i < 0 || i >= t.size ? 15 : t.shape[i];
  }

  private int cue(int i) {
    return i < 0 || i >= t.size ? 31 : t.cue[i];
  }

  private int quote(int i) {
    return i < 0 || i >= t.size ? 0 : t.quote[i];
  }

  private int sentence(int i) {
    return i < 0 ? -1 : t.sentence[i];
  }

  private static int bucket(int distance) {
    return distance < 6
        ? distance
        : distance < 9 ? 6 : distance < 14 ? 7 : distance < 22 ? 8 : distance < 40 ? 9 : 10;
  }

  private void add(int template, int a, int b) {
    if (count == out.length) {
      out = Arrays.copyOf(out, count * 2);
    }
    out[count++] = spread(mix(a, b, template));
  }

  /** Folds three numbers into one. */
  static int mix(int a, int b, int c) {
    int h = a * 0x9E3779B1;
    h = Integer.rotateLeft(h, 13) ^ b * 0x85EBCA6B;
    h = Integer.rotateLeft(h, 13) * 0xC2B2AE35 + c * 0x27D4EB2F;
    return h;
  }

  /** The finishing step of MurmurHash3: every bit of the input moves every bit of the output. */
  static int spread(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    h ^= h >>> 16;
    return h;
  }
}

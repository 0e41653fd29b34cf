package org.stemma.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Span;

/**
 * Two wordings laid side by side, word by word: which words agree, and each difference by its kind
 * with the words concerned. The first wording is the one that the second is compared with.
 * Immutable; near-linear time on wordings of any length.
 */
public final class Collation {
  /** Below this likeness, or with many small changes, a wording counts as another rendering. */
  private static final double OTHER_RENDERING = 0.6;

  /**
   * With this many words changed in the middle, and likeness under the next, it is another
   * rendering.
   */
  private static final int MANY_CHANGES = 3;

  private static final double MANY_CHANGES_LIKENESS = 0.95;

  /** So many words that stand elsewhere in the other wording were moved, not cut and put in. */
  private static final int MOVED = 3;

  /** So many words in place of so many others are a rendering of their own. */
  private static final int LONG_CHANGE = 4;

  /** Two changes of polarity that are nearer than this many words make one another good. */
  private static final int NEAR = 8;

  /** What one of two clauses denies is not what the other denies: a "not" may not cross these. */
  private static final Set<String> COORDINATORS = Set.of("and", "but", "or");

  /** "]'s", "]'re". */
  private static final int LONGEST_ENDING = 4;

  private final String a;
  private final String b;
  private final Words left;
  private final Words right;
  private final int[] partner;
  private final List<Difference> differences = new ArrayList<>();
  private final int same;
  private final double likeness;
  private final List<Alteration> alterations;

  private Collation(String a, Words left, String b, Words right) {
    this.a = a;
    this.b = b;
    this.left = left;
    this.right = right;
    partner = WordAlignment.partners(left, right);
    putBracketsRight();
    same = findDifferences();
    likeness = stretchLikeness();
    alterations = name();
  }

  /**
   * Lays two wordings side by side.
   *
   * @param a the text of the wording that the other is compared with
   * @param aParts the wording's pieces in {@code a}, in text order, not empty
   * @param b the text of the other wording; may be the same text
   * @param bParts its pieces in {@code b}, in text order, not empty
   */
  public static Collation of(String a, List<Span> aParts, String b, List<Span> bParts) {
    return new Collation(a, Words.in(a, aParts), b, Words.in(b, bParts));
  }

  /**
   * Each difference, gravest kind first, then in the order of the text. {@code inBase} points into
   * {@code a}, {@code inWitness} into {@code b}. Empty when the two agree to the character (white
   * space and the form of quotation marks set aside only when nothing else differs in them).
   */
  public List<Alteration> alterations() {
    return alterations;
  }

  /**
   * How far the two agree where both have words, from 0 to 1: twice the words that agree, by all
   * words from the first to the last that agree. What one of them cuts off at its ends does not
   * count. 0 when no word agrees.
   */
  public double likeness() {
    return likeness;
  }

  /** Number of words that agree. */
  public int same() {
    return same;
  }

  /** Share of the words of {@code a} that stand in {@code b}, from 0 to 1. */
  public double shareOfA() {
    return left.size() == 0 ? 0 : (double) same / left.size();
  }

  /** Share of the words of {@code b} that stand in {@code a}, from 0 to 1. */
  public double shareOfB() {
    return right.size() == 0 ? 0 : (double) same / right.size();
  }

  /** From the first to the last word of {@code a} that stands in {@code b}. */
  public Optional<Span> stretchInA() {
    int first = -1;
    int last = -1;
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] >= 0) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(cover(left, first, last + 1));
  }

  /** From the first to the last word of {@code b} that stands in {@code a}. */
  public Optional<Span> stretchInB() {
    int first = -1;
    int last = -1;
    for (int j : partner) {
      if (j >= 0) {
        first = first < 0 ? j : first;
        last = j;
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(cover(right, first, last + 1));
  }

  /**
   * The words that agree, as runs without a break in either wording, in order.
   *
   * @param inA in the text {@code a}
   * @param inB in the text {@code b}
   */
  public record Agreement(Span inA, Span inB) {}

  /** The runs of words that agree, in order. */
  public List<Agreement> agreements() {
    List<Agreement> runs = new ArrayList<>();
    int i = 0;
    while (i < partner.length) {
      if (partner[i] < 0) {
        i++;
        continue;
      }
      int start = i;
      while (i + 1 < partner.length && partner[i + 1] == partner[i] + 1) {
        i++;
      }
      runs.add(
          new Agreement(cover(left, start, i + 1), cover(right, partner[start], partner[i] + 1)));
      i++;
    }
    return runs;
  }

  /**
   * Words between two runs that agree.
   *
   * @param start true before the first word that agrees
   * @param end true after the last
   */
  private record Difference(int fromA, int toA, int fromB, int toB, boolean start, boolean end) {
    int inA() {
      return toA - fromA;
    }

    int inB() {
      return toB - fromB;
    }

    boolean atEdge() {
      return start || end;
    }
  }

  /**
   * Words put in beside one of the same kind can be read in several places: "[the council] the
   * mill". Where one of them lies between square brackets, that is the one.
   */
  private void putBracketsRight() {
    for (int i = 1; i < partner.length; i++) {
      int inserted = partner[i] - partner[i - 1] - 1;
      if (partner[i - 1] < 0 || inserted <= 0 || isBracketed(partner[i] - inserted, partner[i])) {
        continue;
      }
      int shift = 0;
      while (shift < MOVED
          && i - shift - 1 >= 0
          && partner[i - shift - 1] == partner[i] - inserted - shift - 1
          && right
              .normal(partner[i - shift - 1])
              .equals(right.normal(partner[i - shift - 1] + inserted))) {
        shift++;
        int from = partner[i] - inserted - shift;
        if (isBracketed(from, from + inserted)) {
          for (int k = 1; k <= shift; k++) {
            partner[i - k] += inserted;
          }
          break;
        }
      }
    }
  }

  private int findDifferences() {
    int lastA = 0;
    int lastB = 0;
    int agreeing = 0;
    for (int i = 0; i <= partner.length; i++) {
      boolean end = i == partner.length;
      if (!end && partner[i] < 0) {
        continue;
      }
      int j = end ? right.size() : partner[i];
      if (i > lastA || j > lastB) {
        differences.add(new Difference(lastA, i, lastB, j, agreeing == 0, end));
      }
      if (!end) {
        agreeing++;
        lastA = i + 1;
        lastB = j + 1;
      }
    }
    return agreeing;
  }

  private double stretchLikeness() {
    int wordsInA = left.size();
    int wordsInB = right.size();
    for (Difference d : differences) {
      if (d.atEdge() && !isChangeAtEdge(d)) {
        wordsInA -= d.inA();
        wordsInB -= d.inB();
      }
    }
    return same == 0 ? 0 : 2.0 * same / (wordsInA + wordsInB);
  }

  /** At an edge, a word or two in place of a word or two were changed, not cut. */
  private static boolean isChangeAtEdge(Difference d) {
    return d.inA() > 0 && d.inB() > 0 && d.inA() <= 2 && d.inB() <= 2;
  }

  private List<Alteration> name() {
    List<Alteration> found = new ArrayList<>();
    if (same == 0) {
      add(found, AlterationKind.RETRANSLATED, 0, left.size(), 0, right.size());
      return List.copyOf(found);
    }
    Set<Difference> polar = changesOfPolarity();
    List<Difference> small = new ArrayList<>();
    for (Difference d : differences) {
      if (polar.contains(d)) {
        add(found, AlterationKind.NEGATED, d);
      } else if (d.atEdge() && !isChangeAtEdge(d)) {
        nameEdge(found, d);
      } else {
        nameMiddle(found, small, d);
      }
    }
    if (isReordered()) {
      found.removeIf(x -> isSmallChange(x.kind()) || x.kind() == AlterationKind.FULLER);
      found.removeIf(x -> x.kind() == AlterationKind.TRUNCATED);
      add(found, AlterationKind.RETRANSLATED, 0, left.size(), 0, right.size());
    } else if (isOtherRendering(small)) {
      Difference first = small.get(0);
      Difference last = small.get(small.size() - 1);
      found.removeIf(x -> isSmallChange(x.kind()));
      add(found, AlterationKind.RETRANSLATED, first.fromA, last.toA, first.fromB, last.toB);
    }
    typography().ifPresent(found::add);
    found.sort(Comparator.comparing(Alteration::kind));
    return List.copyOf(found);
  }

  private static boolean isSmallChange(AlterationKind kind) {
    return kind == AlterationKind.SUBSTITUTED
        || kind == AlterationKind.INSERTED
        || kind == AlterationKind.DROPPED;
  }

  private boolean isOtherRendering(List<Difference> small) {
    int substituted = 0;
    int words = 0;
    for (Difference d : small) {
      if (Math.min(d.inA(), d.inB()) >= LONG_CHANGE) {
        return true;
      }
      substituted += d.inB() > 0 ? 1 : 0;
      words += Math.max(d.inA(), d.inB());
    }
    return substituted >= 2
        && (likeness < OTHER_RENDERING
            || (words >= MANY_CHANGES && likeness < MANY_CHANGES_LIKENESS));
  }

  /**
   * True when a run of words that does not agree in place stands elsewhere in the other wording.
   */
  private boolean isReordered() {
    Set<String> onlyInA = new HashSet<>();
    for (Difference d : differences) {
      onlyInA.addAll(runs(left, d.fromA, d.toA));
    }
    for (Difference d : onlyInA.isEmpty() ? List.<Difference>of() : differences) {
      if (runs(right, d.fromB, d.toB).stream().anyMatch(onlyInA::contains)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> runs(Words words, int from, int to) {
    List<String> runs = new ArrayList<>();
    for (int i = from; i + MOVED <= to; i++) {
      List<String> run = words.normals(i, i + MOVED);
      if (!run.stream().allMatch(CommonWords::contains)) {
        runs.add(String.join(" ", run));
      }
    }
    return runs;
  }

  private void nameEdge(List<Alteration> found, Difference d) {
    if (d.inA() > 0) {
      add(found, AlterationKind.TRUNCATED, d.fromA, d.toA, d.fromB, d.fromB);
    }
    if (d.inB() > 0) {
      boolean bracketed = isBracketed(d);
      add(
          found,
          bracketed ? AlterationKind.BRACKETED : AlterationKind.FULLER,
          d.fromA,
          d.fromA,
          d.fromB,
          d.toB);
    }
  }

  private void nameMiddle(List<Alteration> found, List<Difference> small, Difference d) {
    if (d.inB() > 0 && isBracketed(d)) {
      add(found, AlterationKind.BRACKETED, d);
    } else if (isElided(d)) {
      add(found, AlterationKind.ELIDED, d);
      if (d.inB() > 0) {
        nameMiddle(found, small, besideEllipsis(d));
      }
    } else if (d.inB() == 0) {
      add(found, AlterationKind.DROPPED, d);
      small.add(d);
    } else if (d.inA() == 0) {
      add(found, AlterationKind.INSERTED, d);
      small.add(d);
    } else {
      add(found, substitution(d), d);
      small.add(d);
    }
  }

  /**
   * The words that stand beside an ellipsis and in no wording it cuts, for as many on that side.
   */
  private Difference besideEllipsis(Difference d) {
    boolean behind = Ellipsis.isIn(separator(b, right, d.fromB));
    int fromA = behind ? d.toA - d.inB() : d.fromA;
    return new Difference(fromA, fromA + d.inB(), d.fromB, d.toB, false, false);
  }

  private AlterationKind substitution(Difference d) {
    List<String> numbersA = Numbers.in(left, d.fromA, d.toA);
    List<String> numbersB = Numbers.in(right, d.fromB, d.toB);
    if (!numbersA.isEmpty() && !numbersB.isEmpty() && !numbersA.equals(numbersB)) {
      return AlterationKind.NUMBER_CHANGED;
    }
    return nameChanged(d) ? AlterationKind.NAME_CHANGED : AlterationKind.SUBSTITUTED;
  }

  /** True when both sides give names in the same place, and none of one side's is the other's. */
  private boolean nameChanged(Difference d) {
    Set<String> namesA = names(a, left, d.fromA, d.toA);
    Set<String> namesB = names(b, right, d.fromB, d.toB);
    if (namesA.isEmpty() || namesB.isEmpty() || d.inA() > 3 || d.inB() > 3) {
      return false;
    }
    for (String x : namesA) {
      for (String y : namesB) {
        if (kindred(x, y)) {
          return false;
        }
      }
    }
    String initialsA = initials(left, d.fromA, d.toA);
    String initialsB = initials(right, d.fromB, d.toB);
    return !namesB.contains(initialsA) && !namesA.contains(initialsB);
  }

  /** "Ukraine" and "Ukrainian", "Moscow" and "Moscow's" name the same. */
  private static boolean kindred(String x, String y) {
    int shared = 0;
    while (shared < Math.min(x.length(), y.length()) && x.charAt(shared) == y.charAt(shared)) {
      shared++;
    }
    return shared >= 4 || shared == Math.min(x.length(), y.length());
  }

  private static Set<String> names(String text, Words words, int from, int to) {
    Set<String> names = new HashSet<>();
    for (int i = from; i < to; i++) {
      boolean name =
          words.isCapitalised(i)
              && !startsSentence(text, words.start(i))
              && !CommonWords.contains(words.normal(i));
      if (name) {
        names.add(words.normal(i));
      }
    }
    return names;
  }

  private static String initials(Words words, int from, int to) {
    StringBuilder initials = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (words.isCapitalised(i)) {
        initials.append(words.normal(i).charAt(0));
      }
    }
    return initials.toString();
  }

  private static boolean startsSentence(String text, int start) {
    int at = start - 1;
    while (at >= 0 && !Character.isLetterOrDigit(text.charAt(at))) {
      if (".!?:\u201c\u201e\u00ab\"\n".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
      if (text.charAt(at) == ',' || text.charAt(at) == '[' || text.charAt(at) == '(') {
        return false;
      }
      at--;
    }
    return at < 0;
  }

  private Set<Difference> changesOfPolarity() {
    List<Difference> polar = new ArrayList<>();
    for (Difference d : differences) {
      int balance = balance(d);
      if (balance == 0) {
        continue;
      }
      Difference before = polar.isEmpty() ? d : polar.get(polar.size() - 1);
      boolean moved =
          balance(before) + balance == 0
              && before != d
              && d.fromA - before.toA <= NEAR
              && left.normals(before.toA, d.fromA).stream().noneMatch(COORDINATORS::contains);
      if (moved) {
        polar.remove(polar.size() - 1);
      } else {
        polar.add(d);
      }
    }
    return new HashSet<>(polar);
  }

  /**
   * Negations that {@code b} has more than {@code a} in a difference, as a sign; 0 where the
   * difference is too long to be one of polarity, where an ellipsis owns to more than the one word,
   * or where its "no" only answers ("No, ...").
   */
  private int balance(Difference d) {
    if (d.inA() > Negations.LONGEST_CHANGE || d.inB() > Negations.LONGEST_CHANGE) {
      return 0;
    }
    if (d.atEdge() && d.inA() + d.inB() > 2) {
      return 0;
    }
    if (d.inA() > 2 && isElided(d)) {
      return 0;
    }
    int inA = Negations.count(a, left, d.fromA, d.toA);
    int inB = Negations.count(b, right, d.fromB, d.toB);
    return Integer.signum(inB - inA);
  }

  private boolean isBracketed(Difference d) {
    return isBracketed(d.fromB, d.toB);
  }

  private boolean isBracketed(int from, int to) {
    return charBefore(right.start(from)) == '['
        && (charAfter(right.end(to - 1)) == ']' || endsBehindBracket(from, to));
  }

  /** "[the mayor]'s": the ending of the word that the brackets stand for. */
  private boolean endsBehindBracket(int from, int to) {
    int end = right.end(to - 1);
    int close = end - 1;
    while (close > right.start(from) && b.charAt(close) != ']') {
      close--;
    }
    return close > right.start(from)
        && end - close <= LONGEST_ENDING
        && Words.isApostrophe(b.charAt(close + 1));
  }

  private char charBefore(int at) {
    int i = at - 1;
    while (i >= 0 && b.charAt(i) == ' ') {
      i--;
    }
    return i < 0 ? ' ' : b.charAt(i);
  }

  private char charAfter(int at) {
    int i = at;
    while (i < b.length() && (b.charAt(i) == ' ' || b.charAt(i) == '.')) {
      i++;
    }
    return i == b.length() ? ' ' : b.charAt(i);
  }

  private boolean isElided(Difference d) {
    return (d.inB() == 0 || d.inA() > d.inB() + 1) && hasEllipsis(d);
  }

  private boolean hasEllipsis(Difference d) {
    return Ellipsis.isIn(separator(b, right, d.fromB)) || Ellipsis.isIn(separator(b, right, d.toB));
  }

  /** The characters between word {@code i - 1} and word {@code i}; empty at the ends. */
  private static String separator(String text, Words words, int i) {
    if (i <= 0 || i >= words.size() || words.end(i - 1) > words.start(i)) {
      return "";
    }
    return text.substring(words.end(i - 1), words.start(i));
  }

  /** The first place where words agree and their spelling or the signs between them do not. */
  private Optional<Alteration> typography() {
    for (int i = 0; i < partner.length; i++) {
      int j = partner[i];
      if (j < 0) {
        continue;
      }
      boolean first = i == 0 || partner[i - 1] < 0;
      if (!rawAgree(i, j, first)) {
        return Optional.of(punctuation(cover(left, i, i + 1), cover(right, j, j + 1)));
      }
      boolean neighbours =
          i + 1 < partner.length
              && partner[i + 1] == j + 1
              && !left.startsRange(i + 1)
              && !right.startsRange(j + 1);
      if (neighbours && !spacesFolded(a, left, i + 1).equals(spacesFolded(b, right, j + 1))) {
        return Optional.of(punctuation(cover(left, i, i + 2), cover(right, j, j + 2)));
      }
    }
    return Optional.empty();
  }

  /** The first word of a piece may be capitalised by whoever quotes it. */
  private boolean rawAgree(int i, int j, boolean first) {
    String x = left.raw(i);
    String y = right.raw(j);
    return first ? x.equalsIgnoreCase(y) : x.equals(y);
  }

  private static String spacesFolded(String text, Words words, int i) {
    String between = separator(text, words, i);
    StringBuilder folded = new StringBuilder();
    for (int k = 0; k < between.length(); k++) {
      char c = between.charAt(k);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        folded.append(c);
      } else if (folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    return folded.toString();
  }

  private static Alteration punctuation(Span inA, Span inB) {
    return new Alteration(AlterationKind.PUNCTUATION, Optional.of(inA), Optional.of(inB));
  }

  private void add(List<Alteration> found, AlterationKind kind, Difference d) {
    add(found, kind, d.fromA, d.toA, d.fromB, d.toB);
  }

  private void add(
      List<Alteration> found, AlterationKind kind, int fromA, int toA, int fromB, int toB) {
    found.add(new Alteration(kind, optional(left, fromA, toA), optional(right, fromB, toB)));
  }

  private static Optional<Span> optional(Words words, int from, int to) {
    return from < to ? Optional.of(cover(words, from, to)) : Optional.empty();
  }

  private static Span cover(Words words, int from, int to) {
    return new Span(words.start(from), words.end(to - 1));
  }
}

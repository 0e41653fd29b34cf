package org.stemma.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Span;

/**
 * What two articles share: a pure function of the two, so that the record is the same whichever of
 * them came first.
 */
final class Comparison {
  /** So many keys of a match are kept to judge later whether it is a formula: the least hashes. */
  private static final int MOST_ANCHORS = 8;

  private final Wording a;
  private final Wording b;
  private final List<Block> blocks;

  /**
   * @param a the article with the smaller id
   */
  Comparison(Wording a, Wording b) {
    this.a = a;
    this.b = b;
    this.blocks = sharesKey() ? Blocks.shared(a, b) : List.of();
  }

  /**
   * True where words in a row are a key of both; else only what somebody tells brought them here.
   */
  private boolean sharesKey() {
    long[] others = b.sortedKeys();
    int y = 0;
    for (long key : a.sortedKeys()) {
      while (y < others.length && others[y] < key) {
        y++;
      }
      if (y < others.length && others[y] == key && !a.isTellingKey(key)) {
        return true;
      }
    }
    return false;
  }

  /** True for a sequence that is a key of both, given that it stands in both. */
  private boolean isSharedKey(long sequence) {
    return Arrays.binarySearch(a.sortedKeys(), sequence) >= 0
        && Arrays.binarySearch(b.sortedKeys(), sequence) >= 0;
  }

  Links links() {
    List<Match> matches = matches();
    List<Kinship> kinships =
        new ArrayList<>(new KinshipFinder(a, b, blocks, matches, this::isSharedKey).find());
    boolean kindred = !matches.isEmpty() || !kinships.isEmpty();
    kinships.addAll(new Rewordings(a, b, List.copyOf(kinships), kindred).find());
    return new Links(matches, kinships);
  }

  /** The shared stretches that are part of a passage, whatever becomes of their paragraphs. */
  private List<Match> matches() {
    List<Match> all = new ArrayList<>();
    for (Block block : blocks) {
      all.add(match(block));
    }
    List<Match> kept = new ArrayList<>();
    for (Passages.Chain chain : Passages.chains(all)) {
      if (chain.same() >= Passages.SHORTEST) {
        kept.addAll(chain.matches());
      }
    }
    return kept;
  }

  private Match match(Block block) {
    int paragraphA = a.paragraphOf(block.a());
    int paragraphB = b.paragraphOf(block.b());
    Span inA = a.paragraphs().get(paragraphA);
    Span inB = b.paragraphs().get(paragraphB);
    int left = alike(a.words().start(block.a()) - 1, inA, b.words().start(block.b()) - 1, inB, -1);
    int right =
        alike(a.words().end(block.endA() - 1), inA, b.words().end(block.endB() - 1), inB, 1);
    return new Match(
        a.annotated().article().id(),
        new Span(a.words().start(block.a()) - left, a.words().end(block.endA() - 1) + right),
        a.paragraphHash(paragraphA),
        b.annotated().article().id(),
        new Span(b.words().start(block.b()) - left, b.words().end(block.endB() - 1) + right),
        b.paragraphHash(paragraphB),
        anchors(block));
  }

  /** How many signs beside the words agree too, typography folded, up to the next word. */
  private int alike(int i, Span inA, int j, Span inB, int step) {
    int count = 0;
    int x = i;
    int y = j;
    while (inA.contains(x) && inB.contains(y)) {
      char c = folded(a.text().charAt(x));
      if (Character.isLetterOrDigit(c) || c != folded(b.text().charAt(y))) {
        break;
      }
      count++;
      x += step;
      y += step;
    }
    return count;
  }

  private static char folded(char c) {
    return switch (c) {
      case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
      case '\u2018', '\u2019', '\u201a' -> '\'';
      case '\u2013', '\u2014' -> '-';
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  private List<Long> anchors(Block block) {
    TreeSet<Long> found = new TreeSet<>();
    for (int i = block.a(); i + Wording.SEQUENCE <= block.endA(); i++) {
      long key = a.sequenceAt(i);
      if (key != Wording.NONE && isSharedKey(key)) {
        found.add(key);
        if (found.size() > MOST_ANCHORS) {
          found.pollLast();
        }
      }
    }
    return found.isEmpty() ? Collections.emptyList() : List.copyOf(found);
  }
}

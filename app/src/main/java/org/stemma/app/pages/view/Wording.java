package org.stemma.app.pages.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Span;

/**
 * One wording with its differences from another marked in place: words put in are underlined, words
 * of the other that are missing stand struck through where they would be. Without the struck words
 * it is the wording itself, character for character.
 *
 * <p>Where a word was left out is not told by an alteration, but follows from it: between
 * alterations the two wordings have the same words, so the gap lies after as many common words here
 * as there.
 */
public final class Wording implements Content {
  /** What a piece of the wording is. */
  enum Kind {
    SAME,
    PUT_IN,
    LEFT_OUT,
    /** Between the parts, where the cue stands. */
    BREAK
  }

  record Piece(Kind kind, String text, boolean grave) {}

  private final List<Piece> pieces;

  private Wording(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /** A wording with nothing marked. */
  static Wording plain(String text, List<Span> parts) {
    return new Comparison("", List.of(), text, parts, List.of()).wording();
  }

  /**
   * @param baseParts what it is compared with, in {@code baseText}
   * @param parts the wording, in {@code text}
   * @param alterations {@code inBase} points into {@code baseText}, {@code inWitness} into {@code
   *     text}
   */
  static Wording of(
      String baseText,
      List<Span> baseParts,
      String text,
      List<Span> parts,
      List<Alteration> alterations) {
    return new Comparison(baseText, baseParts, text, parts, alterations).wording();
  }

  List<Piece> pieces() {
    return pieces;
  }

  /** All the words, without the struck ones. */
  String words() {
    StringBuilder words = new StringBuilder();
    for (Piece piece : pieces) {
      words.append(piece.kind() == Kind.LEFT_OUT ? "" : piece.text());
    }
    return words.toString();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    Markup out = new Markup();
    for (int i = 0; i < pieces.size(); i++) {
      write(pieces.get(i), out, needsGap(i - 1, i), needsGap(i, i + 1));
    }
    output.writeContent(out.toString());
  }

  /** True where two words would touch that no blank parts, because one of them is a struck one. */
  private boolean needsGap(int left, int right) {
    if (left < 0 || right >= pieces.size()) {
      return false;
    }
    String before = pieces.get(left).text();
    String after = pieces.get(right).text();
    return !Character.isWhitespace(before.charAt(before.length() - 1))
        && Character.isLetterOrDigit(after.charAt(0));
  }

  private static void write(Piece piece, Markup out, boolean gapBefore, boolean gapAfter) {
    switch (piece.kind()) {
      case SAME -> out.text(piece.text());
      case BREAK -> out.raw("<span class=\"break\">").text(piece.text()).raw("</span>");
      case PUT_IN -> change(out, "ins", "[here: ", piece, false, false);
      case LEFT_OUT -> change(out, "del", "[not here: ", piece, gapBefore, gapAfter);
    }
  }

  private static void change(
      Markup out,
      String element,
      String announced,
      Piece piece,
      boolean gapBefore,
      boolean gapAfter) {
    String classes =
        (piece.grave() ? "grave " : "")
            + (gapBefore ? "gap-before " : "")
            + (gapAfter ? "gap-after" : "");
    out.raw("<").raw(element).attribute("class", classes.strip()).raw(">");
    out.raw("<span class=\"vh\">").text(announced).raw("</span>").text(piece.text());
    out.raw("<span class=\"vh\">]</span></").raw(element).raw(">");
  }

  /** Lays the alterations over the wording. */
  private static final class Comparison {
    private static final String GAP = " … ";

    private final String baseText;
    private final String text;
    private final List<Span> parts;
    private final List<Alteration> alterations;
    private final TreeMap<Integer, Alteration> here = new TreeMap<>();
    private final List<Integer> commonInBase;
    private final List<Integer> commonHere;
    private final List<Piece> pieces = new ArrayList<>();

    Comparison(
        String baseText,
        List<Span> baseParts,
        String text,
        List<Span> parts,
        List<Alteration> alterations) {
      this.baseText = baseText;
      this.text = text;
      this.parts = parts;
      this.alterations = alterations.stream().filter(Comparison::isMarked).toList();
      for (Alteration alteration : this.alterations) {
        alteration.inWitness().ifPresent(s -> here.putIfAbsent(s.start(), alteration));
      }
      this.commonInBase = commonWords(baseText, baseParts, touched(Alteration::inBase));
      this.commonHere = commonWords(text, parts, touched(Alteration::inWitness));
    }

    /** Where everything is different, or only typography, marks would only be noise. */
    private static boolean isMarked(Alteration alteration) {
      return switch (alteration.kind()) {
        case RETRANSLATED, PARAPHRASED, UNQUOTED, PUNCTUATION, MISATTRIBUTED -> false;
        default -> true;
      };
    }

    Wording wording() {
      List<Struck> struck = struck();
      int next = 0;
      for (int p = 0; p < parts.size(); p++) {
        Span part = parts.get(p);
        if (p > 0) {
          pieces.add(new Piece(Kind.BREAK, GAP, false));
        }
        boolean last = p + 1 == parts.size();
        int at = part.start();
        while (next < struck.size() && (last || struck.get(next).at() < part.end())) {
          Struck gap = struck.get(next++);
          int to = Math.min(part.end(), Math.max(at, gap.at()));
          put(at, to);
          at = to;
          pieces.add(new Piece(Kind.LEFT_OUT, gap.text(), gap.grave()));
        }
        put(at, part.end());
      }
      return new Wording(List.copyOf(pieces));
    }

    /** Adds text[from, to), cut where an alteration starts or ends. */
    private void put(int from, int to) {
      int at = from;
      while (at < to) {
        Map.Entry<Integer, Alteration> floor = here.floorEntry(at);
        boolean inside = floor != null && spanHere(floor.getValue()).contains(at);
        Integer next = here.higherKey(at);
        int end = inside ? spanHere(floor.getValue()).end() : next == null ? to : next;
        end = Math.min(to, end);
        boolean grave = inside && floor.getValue().kind().changesSense();
        pieces.add(new Piece(inside ? Kind.PUT_IN : Kind.SAME, text.substring(at, end), grave));
        at = end;
      }
    }

    private static Span spanHere(Alteration alteration) {
      return alteration.inWitness().orElseThrow();
    }

    /** Words of the base that are missing, and before which character here they are. */
    private record Struck(int at, String text, boolean grave) {}

    private List<Struck> struck() {
      List<Struck> found = new ArrayList<>();
      for (Alteration alteration : alterations) {
        if (alteration.inBase().isPresent()) {
          Span gone = alteration.inBase().get();
          int at = alteration.inWitness().map(Span::start).orElseGet(() -> placeOf(gone.start()));
          found.add(new Struck(at, gone.in(baseText).strip(), alteration.kind().changesSense()));
        }
      }
      found.sort(Comparator.comparingInt(Struck::at));
      return found;
    }

    /** The place here that comes after as many common words as {@code baseOffset} does there. */
    private int placeOf(int baseOffset) {
      int before = Collections.binarySearch(commonInBase, baseOffset);
      int common = before >= 0 ? before : -before - 1;
      return common < commonHere.size()
          ? commonHere.get(common)
          : parts.get(parts.size() - 1).end();
    }

    /** Where the words start that no alteration touches. */
    private static List<Integer> commonWords(
        String text, List<Span> parts, TreeMap<Integer, Span> touched) {
      List<Integer> starts = new ArrayList<>();
      for (Span word : words(text, parts)) {
        Map.Entry<Integer, Span> floor = touched.lowerEntry(word.end());
        if (floor == null || !floor.getValue().overlaps(word)) {
          starts.add(word.start());
        }
      }
      return starts;
    }

    private TreeMap<Integer, Span> touched(Function<Alteration, Optional<Span>> side) {
      TreeMap<Integer, Span> touched = new TreeMap<>();
      for (Alteration alteration : alterations) {
        side.apply(alteration).ifPresent(s -> touched.merge(s.start(), s, Span::union));
      }
      return touched;
    }

    private static List<Span> words(String text, List<Span> parts) {
      List<Span> words = new ArrayList<>();
      for (Span part : parts) {
        int start = -1;
        for (int i = part.start(); i <= part.end(); i++) {
          boolean inWord = i < part.end() && Character.isLetterOrDigit(text.charAt(i));
          if (inWord && start < 0) {
            start = i;
          } else if (!inWord && start >= 0) {
            words.add(new Span(start, i));
            start = -1;
          }
        }
      }
      return words;
    }
  }

  /** True when any alteration may change the sense. */
  static boolean isGrave(List<Alteration> alterations) {
    return alterations.stream().map(Alteration::kind).anyMatch(AlterationKind::changesSense);
  }
}

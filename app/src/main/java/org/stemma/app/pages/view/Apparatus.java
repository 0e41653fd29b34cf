package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.Collation;
import org.stemma.text.Words;

/**
 * The wordings of a statement laid over one another: columns in which all have the same words, and
 * between them columns in which some differ (the critical apparatus of textual criticism, as a
 * table). Witnesses with the same words share a row.
 *
 * @param columns true where all that reach it have the same words
 * @param rows the wording that the others are compared with first
 * @param apart witnesses in other words throughout, which cannot be laid over the others
 * @param notShown wordings left out because there are too many
 */
public record Apparatus(List<Column> columns, List<Row> rows, List<Apart> apart, int notShown) {
  /** Rows and columns beyond these help nobody. */
  private static final int MOST_ROWS = 60;

  private static final int MOST_COLUMNS = 80;

  public Apparatus {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    apart = List.copyOf(apart);
  }

  /** Nothing to compare. */
  private static final Apparatus NONE = new Apparatus(List.of(), List.of(), List.of(), 0);

  /**
   * A stretch of the base wording.
   *
   * @param isShared true where all that reach it have its words
   * @param width "narrow", "middle" or "broad", by the longest of its readings
   */
  public record Column(boolean isShared, String width) {}

  /** What a wording has in a column. */
  public enum Reading {
    /** The words of the base. */
    SAME,
    /** Other words, or words where the base has none. */
    OTHER,
    /** Nothing, where the base has words. */
    LEFT_OUT,
    /** Nothing, before its start or behind its end. */
    NOT_REACHED,
    /** Nothing, as the base. */
    NOTHING
  }

  /**
   * One reading.
   *
   * @param grave true where the sense may be another
   */
  public record Cell(Reading reading, String text, boolean grave) {}

  /**
   * One wording.
   *
   * @param outlets who has it, by links to the witnesses below
   */
  public record Row(boolean isBase, List<LinkView> outlets, List<Cell> cells) {
    public Row {
      outlets = List.copyOf(outlets);
      cells = List.copyOf(cells);
    }

    /** "Northern Wire", "Northern Wire, The Selwick Courier and 3 more". */
    String names() {
      return Phrases.few(outlets.stream().map(LinkView::text).toList());
    }
  }

  /** A wording that cannot be laid over the others. */
  public record Apart(LinkView outlet, String words, String why) {}

  /** True when at least two wordings differ. */
  public boolean isWorthShowing() {
    return rows.size() + apart.size() > 1;
  }

  /** True when somewhere two that reach a place have other words there. */
  boolean parts() {
    return rows.size() > 1 && !columns.stream().allMatch(Column::isShared);
  }

  /**
   * @param anchors the place on the page of each witness, in the statement's order
   */
  static Apparatus of(
      Statement statement, Function<ArticleId, Article> articles, List<LinkView> anchors) {
    return statement.witnesses().size() < 2
        ? NONE
        : new Collating(statement, articles, anchors).done();
  }

  /** The columns of one statement while they are found. */
  private static final class Collating {
    private final Statement statement;
    private final Function<ArticleId, Article> articles;
    private final List<LinkView> anchors;
    private final Witness base;
    private final Words words;
    private final String baseText;
    private final List<Aligned> aligned = new ArrayList<>();
    private final List<Apart> apart = new ArrayList<>();

    Collating(Statement statement, Function<ArticleId, Article> articles, List<LinkView> anchors) {
      this.statement = statement;
      this.articles = articles;
      this.anchors = anchors;
      base = statement.baseWitness();
      baseText = articles.apply(base.article()).text();
      words = Words.in(baseText, base.parts());
    }

    /**
     * A witness by the words of the base.
     *
     * @param partner for each word of the base its own that is the same; -1 where none is
     * @param first index of the first word of the base that it reaches
     * @param end one past the last
     */
    private record Aligned(
        Witness witness, LinkView anchor, Words own, int[] partner, int first, int end) {
      /** One past its last word that stands before a word of the base. */
      int from(int base) {
        for (int i = base - 1; i >= 0; i--) {
          if (partner[i] >= 0) {
            return partner[i] + 1;
          }
        }
        return 0;
      }

      /** Its first word that stands at a word of the base or behind. */
      int to(int base) {
        for (int i = base; i < partner.length; i++) {
          if (partner[i] >= 0) {
            return partner[i];
          }
        }
        return own.size();
      }
    }

    Apparatus done() {
      for (int i = 0; i < statement.witnesses().size(); i++) {
        add(statement.witnesses().get(i), anchors.get(i));
      }
      List<int[]> places = places();
      if (aligned.isEmpty() || words.size() == 0 || places.size() > MOST_COLUMNS) {
        return NONE;
      }
      List<List<Cell>> cells = new ArrayList<>();
      aligned.forEach(a -> cells.add(cells(a, places)));
      Map<List<Cell>, List<LinkView>> wordings = new LinkedHashMap<>();
      for (int i = 0; i < aligned.size(); i++) {
        if (aligned.get(i).witness().equals(base)) {
          wordings.put(cells.get(i), new ArrayList<>());
        }
      }
      for (int i = 0; i < aligned.size(); i++) {
        wordings.computeIfAbsent(cells.get(i), c -> new ArrayList<>()).add(aligned.get(i).anchor());
      }
      List<Row> rows = new ArrayList<>();
      wordings.forEach((has, who) -> rows.add(new Row(rows.isEmpty(), who, has)));
      List<Row> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
      int most = Math.min(MOST_ROWS, apart.size());
      return new Apparatus(
          columns(places, shown),
          shown,
          apart.subList(0, most),
          rows.size() - shown.size() + apart.size() - most);
    }

    private void add(Witness witness, LinkView anchor) {
      String text = articles.apply(witness.article()).text();
      Optional<AlterationKind> other =
          witness.alterations().stream()
              .map(Alteration::kind)
              .filter(k -> k == AlterationKind.RETRANSLATED || k == AlterationKind.PARAPHRASED)
              .findFirst();
      if (other.isPresent()) {
        String all = StatementLine.words(witness, articles.apply(witness.article()));
        apart.add(new Apart(anchor, all, Phrases.alteration(other.get())));
        return;
      }
      Words own = Words.in(text, witness.parts());
      int[] partner = new int[words.size()];
      java.util.Arrays.fill(partner, -1);
      Collation collation = Collation.of(baseText, base.parts(), text, witness.parts());
      for (Collation.Agreement run : collation.agreements()) {
        int here = words.firstFrom(run.inA().start());
        int there = own.firstFrom(run.inB().start());
        while (here < words.size() && words.end(here) <= run.inA().end() && there < own.size()) {
          partner[here++] = there++;
        }
      }
      int first = 0;
      while (first < partner.length && partner[first] < 0) {
        first++;
      }
      int end = partner.length;
      while (end > first && partner[end - 1] < 0) {
        end--;
      }
      if (first == partner.length) {
        apart.add(
            new Apart(anchor, StatementLine.words(witness, articles.apply(witness.article())), ""));
        return;
      }
      // Words of its own before the first that agrees stand for words of the base.
      int reachedFrom = partner[first] > 0 ? 0 : first;
      int reachedTo = partner[end - 1] < own.size() - 1 ? partner.length : end;
      aligned.add(new Aligned(witness, anchor, own, partner, reachedFrom, reachedTo));
    }

    /** Columns as {from, to, shared ? 1 : 0} in words of the base. */
    private List<int[]> places() {
      List<int[]> differences = new ArrayList<>();
      TreeSet<Integer> cuts = new TreeSet<>();
      for (Aligned one : aligned) {
        cuts.add(one.first());
        cuts.add(one.end());
        int before = -1;
        int at = one.first();
        boolean more = true;
        while (more) {
          int from = at;
          while (at < one.end() && one.partner()[at] < 0) {
            at++;
          }
          more = at < one.end();
          int next = more ? one.partner()[at] : one.own().size();
          if (at > from || next > before + 1) {
            differences.add(new int[] {from, at});
          }
          before = next;
          at++;
        }
      }
      return between(merged(differences), cuts);
    }

    private static List<int[]> merged(List<int[]> differences) {
      differences.sort(
          java.util.Comparator.comparingInt((int[] d) -> d[0]).thenComparingInt(d -> d[1]));
      List<int[]> merged = new ArrayList<>();
      for (int[] next : differences) {
        int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last != null && next[0] <= last[1]) {
          last[1] = Math.max(last[1], next[1]);
        } else {
          merged.add(next.clone());
        }
      }
      return merged;
    }

    private List<int[]> between(List<int[]> differences, TreeSet<Integer> cuts) {
      List<int[]> places = new ArrayList<>();
      int at = 0;
      for (int[] difference : differences) {
        shared(at, difference[0], cuts, places);
        places.add(new int[] {difference[0], difference[1], 0});
        at = difference[1];
      }
      shared(at, words.size(), cuts, places);
      return places;
    }

    private static void shared(int from, int to, TreeSet<Integer> cuts, List<int[]> places) {
      int at = from;
      while (at < to) {
        Integer cut = cuts.higher(at);
        int end = cut == null ? to : Math.min(cut, to);
        places.add(new int[] {at, end, 1});
        at = end;
      }
    }

    private List<Cell> cells(Aligned one, List<int[]> places) {
      List<Cell> cells = new ArrayList<>();
      for (int[] place : places) {
        cells.add(cell(one, place[0], place[1], place[2] == 1));
      }
      return cells;
    }

    private Cell cell(Aligned one, int from, int to, boolean shared) {
      boolean outside = from < to && (to <= one.first() || from >= one.end());
      if (outside) {
        return new Cell(Reading.NOT_REACHED, "", false);
      }
      if (shared) {
        return new Cell(Reading.SAME, words(words, baseText, base.parts(), from, to), false);
      }
      int ownFrom = one.from(from);
      int ownTo = Math.max(ownFrom, one.to(to));
      String text = text(one, ownFrom, ownTo);
      boolean same = ownTo - ownFrom == to - from;
      for (int i = from; same && i < to; i++) {
        same = one.partner()[i] == ownFrom + i - from;
      }
      if (same) {
        return text.isEmpty()
            ? new Cell(Reading.NOTHING, "", false)
            : new Cell(Reading.SAME, words(words, baseText, base.parts(), from, to), false);
      }
      boolean grave = isGrave(one, from, to, ownFrom, ownTo);
      return text.isEmpty()
          ? new Cell(Reading.LEFT_OUT, "", grave)
          : new Cell(Reading.OTHER, text, grave);
    }

    private String text(Aligned one, int from, int to) {
      String text = articles.apply(one.witness().article()).text();
      return words(one.own(), text, one.witness().parts(), from, to);
    }

    /** Some words as they are printed; where a cue stands between them, without it. */
    private static String words(Words words, String text, List<Span> parts, int from, int to) {
      StringBuilder printed = new StringBuilder();
      for (int i = from; i < to; i++) {
        if (i > from) {
          Span both = words.span(i - 1).union(words.span(i));
          boolean inside = parts.stream().anyMatch(part -> part.contains(both));
          String between = text.substring(words.end(i - 1), words.start(i));
          printed.append(inside ? between.replaceAll("\\s+", " ") : " … ");
        }
        printed.append(words.span(i).in(text));
      }
      return printed.toString();
    }

    private boolean isGrave(Aligned one, int from, int to, int ownFrom, int ownTo) {
      for (Alteration alteration : one.witness().alterations()) {
        boolean here =
            alteration.inBase().filter(span -> touches(span, words, from, to)).isPresent()
                || alteration
                    .inWitness()
                    .filter(span -> touches(span, one.own(), ownFrom, ownTo))
                    .isPresent();
        if (here && alteration.kind().changesSense()) {
          return true;
        }
      }
      return false;
    }

    private static boolean touches(Span span, Words words, int from, int to) {
      return from < to && span.overlaps(new Span(words.start(from), words.end(to - 1)));
    }

    private static List<Column> columns(List<int[]> places, List<Row> rows) {
      List<Column> columns = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        int longest = 0;
        for (Row row : rows) {
          longest = Math.max(longest, row.cells().get(i).text().length());
        }
        String width = longest <= 16 ? "narrow" : longest <= 60 ? "middle" : "broad";
        columns.add(new Column(places.get(i)[2] == 1, width));
      }
      return columns;
    }
  }

  /** "“do not” in Northern Wire, left out in The Castrel Tribune", one for each column. */
  List<String> told() {
    List<String> told = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Map<Cell, List<String>> readings = new LinkedHashMap<>();
      for (Row row : rows) {
        Cell cell = row.cells().get(c);
        if (cell.reading() != Reading.NOT_REACHED) {
          readings.computeIfAbsent(cell, r -> new ArrayList<>()).add(row.names());
        }
      }
      if (!columns.get(c).isShared()) {
        List<String> each = new ArrayList<>();
        readings.forEach(
            (cell, who) ->
                each.add(
                    (cell.text().isEmpty() ? "nothing" : "“" + cell.text() + "”")
                        + " in "
                        + String.join("; ", who)));
        told.add(String.join(", ", each));
      }
    }
    return told;
  }
}

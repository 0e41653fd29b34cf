package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Ink;
import org.stemma.app.picture.Lettering;
import org.stemma.app.picture.Mark;
import org.stemma.app.picture.Mark.Point;
import org.stemma.app.picture.Stroke;

/**
 * Wordings as a graph: words that all have are one box, where they part there is a box for each
 * reading with those who have it, and every wording is a way from left to right.
 */
final class VariantGraph {
  private static final int MARGIN = 8;

  /** Letters on a line of a box, and its most lines. */
  private static final int LINE_LETTERS = 24;

  private static final int MOST_LINES = 4;

  private static final int LINE = 20;
  private static final int PAD = 7;

  /** Between two columns, and between two readings. */
  private static final int GAP = 34;

  private static final int APART = 30;

  /** Room below a box for who has it. */
  private static final int WHO = 18;

  /** What a picture tells in words at most, in code units. */
  private static final int TOLD = 2_000;

  private final Apparatus apparatus;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Map<Apparatus.Cell, Box>> columns = new ArrayList<>();

  /** One reading with its box. */
  private static final class Box {
    private final Apparatus.Cell cell;
    private final List<String> lines;
    private final List<String> who = new ArrayList<>();
    private double x;
    private double y;
    private double width;

    Box(Apparatus.Cell cell) {
      this.cell = cell;
      lines = cell.text().isEmpty() ? List.of("—") : lines(cell.text());
    }

    double height() {
      return lines.size() * LINE + 2.0 * PAD - 4;
    }

    String whoInWords(int letters) {
      String all =
          who.size() <= 2 ? Phrases.list(who) : who.get(0) + " and " + (who.size() - 1) + " more";
      return Phrases.shortened(all, letters);
    }
  }

  private final long all;

  private VariantGraph(Apparatus apparatus) {
    this.apparatus = apparatus;
    all = all(apparatus);
  }

  static Drawing of(Apparatus apparatus) {
    return new VariantGraph(apparatus).draw();
  }

  private Drawing draw() {
    double height = 0;
    for (int c = 0; c < apparatus.columns().size(); c++) {
      Map<Apparatus.Cell, Box> boxes = boxes(c);
      columns.add(boxes);
      height = Math.max(height, height(boxes));
    }
    double x = MARGIN;
    for (Map<Apparatus.Cell, Box> boxes : columns) {
      x = place(boxes, x, height);
    }
    ways();
    columns.forEach(boxes -> boxes.values().forEach(this::box));
    String told = Phrases.shortened(String.join(". ", apparatus.told()) + ".", TOLD);
    int width = (int) Math.max(1, x - GAP + MARGIN);
    return new Drawing(width, (int) height + 2 * MARGIN, "Where the wordings part", told, marks);
  }

  private Map<Apparatus.Cell, Box> boxes(int column) {
    Map<Apparatus.Cell, Box> boxes = new LinkedHashMap<>();
    for (Apparatus.Row row : apparatus.rows()) {
      Apparatus.Cell cell = row.cells().get(column);
      if (cell.reading() != Apparatus.Reading.NOT_REACHED) {
        Box box = boxes.computeIfAbsent(cell, Box::new);
        row.outlets().stream()
            .map(LinkView::text)
            .filter(name -> !box.who.contains(name))
            .forEach(box.who::add);
      }
    }
    return boxes;
  }

  private static double height(Map<Apparatus.Cell, Box> boxes) {
    double sum = 0;
    for (Box box : boxes.values()) {
      sum += box.height() + APART;
    }
    return sum;
  }

  private double place(Map<Apparatus.Cell, Box> boxes, double x, double height) {
    double widest = 0;
    for (Box box : boxes.values()) {
      for (String line : box.lines) {
        widest = Math.max(widest, Lettering.TEXT.width(line) + 2 * PAD);
      }
      if (isTold(box)) {
        widest = Math.max(widest, Lettering.NOTE.width(who(box)) + 4);
      }
    }
    double y = MARGIN + (height - height(boxes)) / 2;
    for (Box box : boxes.values()) {
      box.x = x;
      box.y = y;
      box.width = widest;
      y += box.height() + APART;
    }
    return x + widest + GAP;
  }

  /** Each wording's way, once for all that go it. */
  private void ways() {
    Map<List<Box>, List<String>> ways = new LinkedHashMap<>();
    for (Apparatus.Row row : apparatus.rows()) {
      Box before = null;
      for (int c = 0; c < columns.size(); c++) {
        Box box = columns.get(c).get(row.cells().get(c));
        if (box != null && before != null) {
          ways.computeIfAbsent(List.of(before, box), w -> new ArrayList<>()).add(row.names());
        }
        before = box;
      }
    }
    ways.forEach(
        (way, who) ->
            marks.add(
                new Mark.Curve(
                    new Point(way.get(0).x + way.get(0).width, middle(way.get(0))),
                    new Point(way.get(1).x, middle(way.get(1))),
                    way.get(1).cell.grave() ? Ink.GRAVE : Ink.SOFT,
                    who.size() > 1 ? Stroke.THICK : Stroke.THIN,
                    who.stream().collect(Collectors.joining("; ")))));
  }

  private static double middle(Box box) {
    return box.y + box.height() / 2;
  }

  private void box(Box box) {
    boolean grave = box.cell.grave();
    Ink rim = grave ? Ink.GRAVE : isChanged(box) ? Ink.INK : Ink.RULE;
    marks.add(new Mark.Box(new Point(box.x, box.y), box.width, box.height(), Ink.SHEET, rim));
    double y = box.y + PAD + 11;
    for (String line : box.lines) {
      marks.add(
          new Mark.Words(
              new Point(box.x + PAD, y), line, Lettering.TEXT, grave ? Ink.GRAVE : Ink.INK));
      y += LINE;
    }
    if (isTold(box)) {
      marks.add(
          new Mark.Words(
              new Point(box.x + 2, box.y + box.height() + WHO - 3),
              who(box),
              Lettering.NOTE,
              grave ? Ink.GRAVE : Ink.SOFT));
    }
  }

  private static boolean isChanged(Box box) {
    return box.cell.reading() == Apparatus.Reading.OTHER
        || box.cell.reading() == Apparatus.Reading.LEFT_OUT;
  }

  /** Who has it is told unless all have. */
  private boolean isTold(Box box) {
    return isChanged(box) || box.who.size() < all;
  }

  private static String who(Box box) {
    return (box.cell.grave() ? "⚠\uFE0E " : "") + box.whoInWords(LINE_LETTERS + 6);
  }

  private static long all(Apparatus apparatus) {
    return apparatus.rows().stream()
        .flatMap(row -> row.outlets().stream())
        .map(LinkView::text)
        .distinct()
        .count();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int most = LINE_LETTERS * MOST_LINES;
    String shown = text;
    if (text.length() > most) {
      String end = text.substring(text.length() - most / 3);
      shown = Phrases.shortened(text, most / 2) + end.substring(Math.max(0, end.indexOf(' ')));
    }
    for (String word : shown.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE_LETTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(Phrases.shortened(word, LINE_LETTERS));
    }
    lines.add(line.toString());
    return lines;
  }
}

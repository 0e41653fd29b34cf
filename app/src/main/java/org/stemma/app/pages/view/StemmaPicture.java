package org.stemma.app.pages.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Ink;
import org.stemma.app.picture.Lettering;
import org.stemma.app.picture.Mark;
import org.stemma.app.picture.Mark.Point;
import org.stemma.app.picture.Stroke;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/**
 * A stemma as a picture: time runs to the right, each outlet has a row, and a line leads from each
 * source down to whoever has it from there. A name stands right of its mark, where nothing crosses
 * it: what hangs on an article is later than it.
 */
public final class StemmaPicture {
  private static final int LEFT = 14;
  private static final int RADIUS = 6;

  /** Room for the days on top. */
  private static final int TOP = 30;

  /** Height of a row of two lines, and of one more. */
  private static final int ROW = 44;

  private static final int LINE = 16;

  /** Room for a name right of the last mark. */
  private static final int NAMES = 216;

  /** Usual width of a step in time, and the greatest of all together. */
  private static final int STEP = 34;

  private static final int MOST_STEPS = 420;

  /** Steps between those without a date and the first that has one: "no date" stands there. */
  private static final double UNDATED = 1.8;

  private static final int LEGEND_ROW = 20;
  private static final int SAMPLE = 34;

  /** Changed words that are longer are only named by their kind; in code units. */
  private static final int LONGEST_CHANGE = 30;

  /** Names told of a folded row. */
  private static final int NAMED = 4;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final StemmaTree tree;
  private final List<StemmaTree.Node> rows;
  private final Map<StemmaTree.Place, Double> columns = new HashMap<>();
  private final Map<StemmaTree.Node, Double> heights = new HashMap<>();
  private final Set<Tie> ties = EnumSet.noneOf(Tie.class);
  private final List<Mark> marks = new ArrayList<>();
  private final String foldedHref;
  private final int width;
  private final int articles;
  private final Drawing drawing;

  /**
   * @param articles finds each article of the stemma
   * @param folded true to fold copies that are alike into one mark with their number
   * @param foldedHref where such a mark leads
   */
  public StemmaPicture(
      Statement statement,
      Stemma stemma,
      Function<ArticleId, Article> articles,
      boolean folded,
      String foldedHref) {
    this.foldedHref = foldedHref;
    this.articles = stemma.articles().size();
    tree = new StemmaTree(statement, stemma, articles, folded);
    rows = tree.rowsInOrder();
    width = LEFT + setColumns() + NAMES;
    drawing = draw();
  }

  /** The picture. */
  public Drawing drawing() {
    return drawing;
  }

  /** True when there is more than one article to show. */
  public boolean isWorthShowing() {
    return articles > 1;
  }

  /** Number of articles that are folded into the rows of others. */
  public int hidden() {
    return tree.hidden();
  }

  /** Gives each moment its place; returns the width of all. */
  private int setColumns() {
    TreeMap<StemmaTree.Place, Double> all = new TreeMap<>();
    rows.forEach(row -> all.put(row.place(), 0.0));
    double sum = 0;
    Optional<StemmaTree.Place> before = Optional.empty();
    for (Map.Entry<StemmaTree.Place, Double> column : all.entrySet()) {
      sum += before.map(place -> gap(place, column.getKey())).orElse(0.0);
      column.setValue(sum);
      before = Optional.of(column.getKey());
    }
    double room = Math.min(MOST_STEPS, STEP * (all.size() - 1.0));
    for (Map.Entry<StemmaTree.Place, Double> column : all.entrySet()) {
      columns.put(column.getKey(), LEFT + (sum == 0 ? 0 : column.getValue() * room / sum));
    }
    return (int) Math.ceil(room);
  }

  /** Ever less for ever longer: a minute and a month must fit one picture. */
  private static double gap(StemmaTree.Place from, StemmaTree.Place to) {
    if (from.time().equals(to.time())) {
      return 1;
    }
    if (from.time().equals(Instant.MIN)) {
      return UNDATED;
    }
    double hours = Duration.between(from.time(), to.time()).toMinutes() / 60.0;
    return 1 + Math.log1p(hours) / 4;
  }

  private Drawing draw() {
    double y = TOP;
    for (StemmaTree.Node row : rows) {
      heights.put(row, y + 14);
      y += ROW + (change(row).isEmpty() ? 0 : LINE);
    }
    days(y - 12);
    for (StemmaTree.Node parent : rows) {
      parent.children().forEach(child -> step(parent, child));
    }
    tree.second().forEach(this::second);
    rows.forEach(this::row);
    int height = (int) y + legend(y);
    String count = Phrases.count(articles, "article");
    return new Drawing(
        width,
        height,
        "Who took it from whom",
        count + ", time to the right, a row for each; told in words beside it.",
        marks);
  }

  /** A hair line at each day's first mark, and the day above it where there is room. */
  private void days(double bottom) {
    TreeMap<Double, LocalDate> days = new TreeMap<>();
    boolean undated = false;
    for (StemmaTree.Node row : rows) {
      if (row.place().time().equals(Instant.MIN)) {
        undated = true;
      } else {
        days.putIfAbsent(columns.get(row.place()), day(row));
      }
    }
    double free = 0;
    if (undated) {
      marks.add(new Mark.Words(new Point(LEFT - 6, 13), "no date", Lettering.ASIDE, Ink.SOFT));
      free = LEFT + Lettering.ASIDE.width("no date") + 4;
    }
    Optional<LocalDate> before = Optional.empty();
    for (Map.Entry<Double, LocalDate> column : days.entrySet()) {
      LocalDate day = column.getValue();
      if (before.filter(day::equals).isPresent()) {
        continue;
      }
      double x = column.getKey();
      hair(x, 20, bottom);
      boolean sameYear = before.filter(d -> d.getYear() == day.getYear()).isPresent();
      String label = (sameYear ? DAY : DAY_AND_YEAR).format(day);
      double left = Math.max(2, x - 6);
      if (left >= free) {
        marks.add(new Mark.Words(new Point(left, 13), label, Lettering.NOTE, Ink.SOFT));
        free = left + Lettering.NOTE.width(label) + 8;
      }
      before = Optional.of(day);
    }
  }

  private void hair(double x, double top, double bottom) {
    marks.add(
        new Mark.Line(List.of(new Point(x, top), new Point(x, bottom)), Ink.RULE, Stroke.HAIR, ""));
  }

  /** As the article prints it, where that is where it is drawn. */
  private static LocalDate day(StemmaTree.Node row) {
    for (Article article : row.articles()) {
      if (article.published().isPresent()
          && article.published().get().earliest().equals(row.place().time())) {
        return LocalDate.parse(article.published().get().value().substring(0, 10));
      }
    }
    return LocalDate.ofInstant(row.place().time(), java.time.ZoneOffset.UTC);
  }

  private void step(StemmaTree.Node parent, StemmaTree.Node child) {
    Tie tie = parent.isLost() ? Tie.LOST : child.edge().map(Tie::of).orElse(Tie.LIKELIEST);
    ties.add(tie);
    Point from = at(parent);
    Point to = at(child);
    marks.add(
        new Mark.Line(
            List.of(
                new Point(from.x(), from.y() + RADIUS),
                new Point(from.x(), to.y()),
                new Point(to.x() - RADIUS, to.y())),
            Ink.SOFT,
            tie.stroke(),
            inWords(parent, child)));
  }

  private void second(Edge edge) {
    Tie tie = Tie.of(edge);
    ties.add(tie);
    StemmaTree.Node parent = tree.rowOf(edge.parent());
    StemmaTree.Node child = tree.rowOf(edge.child());
    if (parent != child) {
      marks.add(
          new Mark.Line(
              List.of(at(parent), at(child)), Ink.SOFT, tie.stroke(), inWords(parent, child)));
    }
  }

  private static String inWords(StemmaTree.Node parent, StemmaTree.Node child) {
    String why =
        child
            .edge()
            .filter(edge -> !parent.isLost())
            .map(edge -> evidence(edge) + "; " + Phrases.likely(edge.probability()))
            .orElse("");
    return name(child) + " took it from " + name(parent) + (why.isEmpty() ? "" : ": " + why);
  }

  static String evidence(Edge edge) {
    return String.join("; ", edge.evidence().stream().map(Phrases::evidence).toList());
  }

  private static String name(StemmaTree.Node row) {
    if (row.isLost()) {
      return row.agency();
    }
    String first = Links.outletName(row.articles().get(0));
    int all = row.articles().size();
    return switch (row.fold()) {
      case NONE -> first;
      case ALIKE -> all + " articles alike";
      case FAMILY -> first + " and " + (all - 1) + " after it";
      case CROWD -> all + " articles";
    };
  }

  private void row(StemmaTree.Node row) {
    Point at = at(row);
    double x = at.x() + 14;
    List<Mark> shown = new ArrayList<>(dots(row, at));
    double room = width - x - 2;
    shown.add(words(x, at.y() + 1, name(row), Lettering.NAME, Ink.INK, room));
    shown.add(words(x, at.y() + 1 + LINE, note(row), Lettering.NOTE, Ink.SOFT, room));
    String change = change(row);
    if (!change.isEmpty()) {
      boolean grave = row.changes().get(0).grave();
      shown.add(
          words(
              x,
              at.y() + 1 + 2 * LINE,
              (grave ? "⚠\uFE0E " : "≠ ") + change,
              grave ? Lettering.STRONG_NOTE : Lettering.NOTE,
              grave ? Ink.GRAVE : Ink.SOFT,
              room));
    }
    String href =
        row.isLost() ? "" : row.isFolded() ? foldedHref : Links.article(row.articles().get(0).id());
    String title = name(row) + ", " + note(row) + inFull(row.changes());
    marks.add(new Mark.Linked(href, title, shown));
  }

  private static List<Mark> dots(StemmaTree.Node row, Point at) {
    boolean grave = !row.changes().isEmpty() && row.changes().get(0).grave();
    Ink rim = grave ? Ink.GRAVE : Ink.INK;
    if (row.isLost()) {
      return List.of(new Mark.Dot(at, RADIUS, Ink.PAPER, Ink.SOFT, Stroke.DOTTED));
    }
    if (row.isUndecided()) {
      return List.of(
          new Mark.Dot(at, RADIUS, Ink.PAPER, rim, Stroke.THIN),
          new Mark.Words(new Point(at.x() - 3, at.y() + 4), "?", Lettering.STRONG_NOTE, rim));
    }
    List<Mark> dots = new ArrayList<>();
    for (int behind = row.isFolded() ? 2 : 0; behind >= 0; behind--) {
      Point moved = new Point(at.x() + 2 * behind, at.y() + 2.5 * behind);
      dots.add(new Mark.Dot(moved, RADIUS, rim, behind < 2 ? Ink.PAPER : rim, Stroke.HAIR));
    }
    return row.isFolded() ? dots : List.of(new Mark.Dot(at, RADIUS, rim, rim, Stroke.THIN));
  }

  private static String note(StemmaTree.Node row) {
    if (row.isLost()) {
      return "not in this desk";
    }
    if (row.isFolded()) {
      List<String> names = row.articles().stream().map(Links::outletName).distinct().toList();
      String shown = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
      return names.size() > NAMED ? shown + " …" : shown;
    }
    String date = Phrases.published(row.articles().get(0));
    if (row.isUndecided()) {
      return date + " · undecided";
    }
    return row.isAgainstDates() ? date + " · dated before its source" : date;
  }

  private static String change(StemmaTree.Node row) {
    if (row.changes().isEmpty()) {
      return "";
    }
    boolean some = row.fold() == StemmaTree.Fold.FAMILY || row.fold() == StemmaTree.Fold.CROWD;
    ChangeView first = row.changes().get(0);
    String detail = first.details().isEmpty() ? "" : first.details().get(0);
    boolean isShort = !detail.isEmpty() && detail.length() <= LONGEST_CHANGE;
    return (some ? "in some: " : "") + (isShort ? detail : first.label());
  }

  private static String inFull(List<ChangeView> changes) {
    return changes.isEmpty()
        ? ""
        : ": " + changes.get(0).label() + "; " + String.join("; ", changes.get(0).details());
  }

  private static Mark.Words words(
      double x, double y, String text, Lettering lettering, Ink ink, double room) {
    String line = text;
    int letters = line.length();
    while (letters > 4 && lettering.width(line) > room) {
      letters -= Math.max(1, letters / 12);
      line = Phrases.shortened(text, letters);
    }
    return new Mark.Words(new Point(x, y), line, lettering, ink);
  }

  /** Which line means what, as far as lines are drawn; returns its height. */
  private int legend(double top) {
    double y = top + 8;
    for (Tie tie : ties) {
      List<Point> sample = List.of(new Point(LEFT - 6, y), new Point(LEFT - 6 + SAMPLE, y));
      marks.add(new Mark.Line(sample, Ink.SOFT, tie.stroke(), ""));
      marks.add(
          words(
              LEFT + SAMPLE + 2,
              y + 4,
              tie.words(),
              Lettering.NOTE,
              Ink.SOFT,
              width - SAMPLE - LEFT - 4.0));
      y += LEGEND_ROW;
    }
    return (int) (y - top) + 2;
  }

  private Point at(StemmaTree.Node row) {
    return new Point(columns.get(row.place()), heights.get(row));
  }
}

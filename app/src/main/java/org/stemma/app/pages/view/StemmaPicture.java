package org.stemma.app.pages.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.Stemma;

/**
 * A stemma as a picture: one article a row, time downwards, those without a date set apart below.
 * From each parent a line runs down and branches off to what was taken from it. Narrow enough for a
 * phone, so it is never scaled and its letters stay legible.
 */
public final class StemmaPicture implements Content {
  /** Fits a phone of 360 pixels with the page's margins. */
  private static final int WIDTH = 320;

  private static final int ROW = 52;
  private static final int TOP = 26;
  private static final int LEFT = 12;
  private static final int LANE = 22;

  /** Room that the labels need at least. */
  private static final int LABEL = 176;

  private static final int RADIUS = 6;
  private static final int BEND = 8;

  /** Height of the line that sets the undated apart. */
  private static final int APART = 34;

  /** Rows drawn; the list in words has all. */
  private static final int MOST_ROWS = 60;

  /** Width of a letter on average, in pixels, to cut labels. */
  private static final double LETTER = 7.4;

  private final List<Article> rows = new ArrayList<>();
  private final Map<ArticleId, Integer> row = new HashMap<>();
  private final Map<ArticleId, Integer> lane = new HashMap<>();
  private final List<Edge> edges = new ArrayList<>();
  private final Set<ArticleId> undecided;
  private final int firstUndated;
  private final int left;
  private final String markup;

  /**
   * @param articles finds each article of the stemma
   */
  StemmaPicture(Stemma stemma, Function<ArticleId, Article> articles) {
    undecided = new HashSet<>(stemma.undecided());
    stemma.articles().stream()
        .limit(MOST_ROWS)
        .map(articles)
        .sorted(java.util.Comparator.comparing(a -> a.published().isEmpty()))
        .forEach(rows::add);
    for (int i = 0; i < rows.size(); i++) {
      row.put(rows.get(i).id(), i);
    }
    stemma.edges().stream()
        .filter(e -> row.containsKey(e.child()) && row.containsKey(e.parent()))
        .forEach(edges::add);
    firstUndated = (int) rows.stream().filter(a -> a.published().isPresent()).count();
    int lanes = assignLanes();
    left = LEFT + Math.min(lanes * LANE, WIDTH - LABEL - LEFT);
    laneWidth = lanes == 0 ? LANE : Math.min(LANE, (left - LEFT) / (double) lanes);
    markup = draw();
  }

  private final double laneWidth;

  /** True when there is more than one article to show. */
  public boolean isWorthShowing() {
    return rows.size() > 1;
  }

  /** Number of articles that are not drawn. */
  static int notDrawn(Stemma stemma) {
    return Math.max(0, stemma.articles().size() - MOST_ROWS);
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  @Override
  public String toString() {
    return markup;
  }

  /** The rows that an article's own line of descent passes. */
  private record Reach(int from, int to) {
    boolean meets(Reach other) {
      return from <= other.to && other.from <= to;
    }
  }

  /**
   * Gives each article a lane in which no other line passes: right of its parent's where it can be.
   * Returns the number of lanes.
   */
  private int assignLanes() {
    Map<ArticleId, Reach> reaches = reaches();
    Map<ArticleId, ArticleId> parents = new HashMap<>();
    edges.forEach(e -> parents.putIfAbsent(e.child(), e.parent()));
    List<List<Reach>> taken = new ArrayList<>();
    for (Article article : rows) {
      ArticleId id = article.id();
      ArticleId parent = parents.get(id);
      int wanted = parent == null ? 0 : lane.getOrDefault(parent, -1) + 1;
      Reach reach = reaches.get(id);
      int free = wanted;
      while (free < taken.size() && taken.get(free).stream().anyMatch(reach::meets)) {
        free++;
      }
      while (taken.size() <= free) {
        taken.add(new ArrayList<>());
      }
      taken.get(free).add(reach);
      lane.put(id, free);
    }
    return taken.size();
  }

  private Map<ArticleId, Reach> reaches() {
    Map<ArticleId, Reach> reaches = new HashMap<>();
    for (Article article : rows) {
      int own = row.get(article.id());
      int from = own;
      int to = own;
      for (Edge edge : edges) {
        if (edge.parent().equals(article.id())) {
          from = Math.min(from, row.get(edge.child()));
          to = Math.max(to, row.get(edge.child()));
        }
      }
      reaches.put(article.id(), new Reach(from, to));
    }
    return reaches;
  }

  private String draw() {
    boolean apart = firstUndated < rows.size() && firstUndated > 0;
    int height = rows.size() * ROW + (apart ? APART : 0);
    Markup out = new Markup();
    out.raw("<svg class=\"stemma\" role=\"img\" aria-labelledby=\"stemma-title stemma-desc\"")
        .raw(" width=\"" + WIDTH + "\" height=\"" + height + "\"")
        .raw(" viewBox=\"0 0 " + WIDTH + " " + height + "\">")
        .raw("<title id=\"stemma-title\">Who took it from whom</title><desc id=\"stemma-desc\">")
        .text(Phrases.count(rows.size(), "article") + ", oldest first; told in words below.")
        .raw("</desc>");
    if (apart) {
      drawLineApart(out);
    }
    edges.forEach(e -> drawEdge(out, e));
    rows.forEach(a -> drawArticle(out, a));
    return out.raw("</svg>").toString();
  }

  private void drawLineApart(Markup out) {
    int y = firstUndated * ROW + APART / 2;
    out.raw("<text class=\"apart\" x=\"" + (left + 6) + "\" y=\"" + (y + 4) + "\">no date</text>")
        .raw("<line class=\"apart\" x1=\"" + (left + 64) + "\" x2=\"" + WIDTH + "\"")
        .raw(" y1=\"" + y + "\" y2=\"" + y + "\"/>");
  }

  private void drawEdge(Markup out, Edge edge) {
    double x1 = x(edge.parent());
    double x2 = x(edge.child());
    int y1 = y(row.get(edge.parent()));
    int y2 = y(row.get(edge.child()));
    int down = y2 > y1 ? 1 : -1;
    double across = Math.signum(x2 - x1);
    out.raw("<path class=\"edge\" d=\"M" + x1 + " " + (y1 + down * RADIUS));
    if (across == 0) {
      out.raw("V" + (y2 - down * RADIUS));
    } else {
      double bend = Math.min(BEND, Math.abs(x2 - x1) / 2);
      out.raw("V" + (y2 - down * bend) + "Q" + x1 + " " + y2)
          .raw(" " + (x1 + across * bend) + " " + y2 + "H" + (x2 - across * RADIUS));
    }
    out.raw("\"><title>").text(inWords(edge)).raw("</title></path>");
  }

  private String inWords(Edge edge) {
    return Links.outletName(rows.get(row.get(edge.child())))
        + " took it from "
        + Links.outletName(rows.get(row.get(edge.parent())))
        + ": "
        + evidence(edge);
  }

  static String evidence(Edge edge) {
    return String.join("; ", edge.evidence().stream().map(StemmaPicture::phrase).toList());
  }

  private static String phrase(Evidence evidence) {
    return Phrases.evidence(evidence);
  }

  private void drawArticle(Markup out, Article article) {
    ArticleId id = article.id();
    int y = y(row.get(id));
    boolean open = undecided.contains(id);
    int letters = (int) ((WIDTH - left - 10) / LETTER);
    String date = Phrases.published(article);
    out.raw("<a").attribute("href", Links.article(id)).raw(">");
    out.raw("<circle class=\"" + (open ? "node undecided" : "node") + "\"")
        .raw(" cx=\"" + x(id) + "\" cy=\"" + y + "\" r=\"" + RADIUS + "\"/>");
    out.raw("<text class=\"outlet\" x=\"" + (left + 6) + "\" y=\"" + (y - 1) + "\">")
        .text(Phrases.shortened(Links.outletName(article), letters))
        .raw("</text><text class=\"date\" x=\"" + (left + 6) + "\" y=\"" + (y + 15) + "\">")
        .text(open ? date + " · undecided" : date)
        .raw("</text></a>");
  }

  private double x(ArticleId id) {
    return LEFT + lane.get(id) * laneWidth;
  }

  private int y(int index) {
    boolean apart = firstUndated > 0 && index >= firstUndated;
    return TOP + index * ROW + (apart ? APART : 0);
  }
}

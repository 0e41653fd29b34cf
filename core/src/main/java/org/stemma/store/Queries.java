package org.stemma.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Extent;
import org.stemma.model.Imprint;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Outcome;
import org.stemma.model.Span;

/** What a desk can be asked, through any view of its database. */
final class Queries {
  private static final String ARTICLE =
      "SELECT article.id_utf16, address, outlet.name, headline, byline, dateline, dates, language,"
          + " text, zones, attributions, authors, credit, extent, comments, names, figures, times,"
          + " article.no FROM article LEFT JOIN outlet ON outlet.no = article.outlet ";

  private static final String MATCH =
      "SELECT x.id_utf16, a_start, a_end, a_paragraph, y.id_utf16, b_start, b_end, b_paragraph,"
          + " anchors ";

  private static final String KINSHIP =
      "SELECT x.id_utf16, a_start, a_end, y.id_utf16, b_start, b_end, basis, likeness ";

  /**
   * CROSS JOIN makes SQLite walk the articles in the order of their ids and sort only the ties of
   * one article at a time: https://www.sqlite.org/optoverview.html#manual_control_of_query_plans.
   */
  private static final String OF_ALL =
      "FROM article x CROSS JOIN %1$s t ON t.a = x.no CROSS JOIN article y ON y.no = t.b"
          + " ORDER BY x.id_utf16, y.id_utf16, a_start, a_end, b_start, b_end, t.no";

  private static final String OF_ONE =
      "FROM %1$s t JOIN article x ON x.no = t.a JOIN article y ON y.no = t.b"
          + " WHERE t.%2$s = ? ORDER BY t.no";

  private Queries() {}

  static OptionalLong number(View view, ArticleId id) throws SQLException {
    return view.first(
            "SELECT no FROM article WHERE id_utf16 = ?",
            row -> OptionalLong.of(row.getLong(1)),
            View.utf16(id.value()))
        .orElse(OptionalLong.empty());
  }

  static Optional<Annotated> find(View view, ArticleId id) throws SQLException {
    return view.first(
        ARTICLE + "WHERE article.id_utf16 = ?", Queries::article, View.utf16(id.value()));
  }

  static long forEachArticle(View view, Consumer<Annotated> action) throws SQLException {
    return view.forEach(ARTICLE + "ORDER BY article.id_utf16", row -> action.accept(article(row)));
  }

  static long forEachArticleSince(View view, long last, Consumer<Annotated> action)
      throws SQLException {
    long[] reached = {last};
    view.forEach(
        ARTICLE + "WHERE article.no > ? ORDER BY article.no",
        row -> {
          action.accept(article(row));
          reached[0] = row.getLong(19);
        },
        last);
    return reached[0];
  }

  static long size(View view) throws SQLException {
    return view.number("SELECT count(*) FROM article");
  }

  static long lastNumber(View view) throws SQLException {
    return view.number("SELECT max(no) FROM article");
  }

  static List<ArticleId> latest(View view, int limit) throws SQLException {
    return view.list(
        "SELECT id_utf16 FROM article ORDER BY no DESC LIMIT ?", row -> id(row, 1), limit);
  }

  static ArticleId id(View view, int number) throws SQLException {
    return view.first(
            "SELECT id_utf16 FROM article WHERE no = ?", row -> Optional.of(id(row, 1)), number)
        .flatMap(id -> id)
        .orElseThrow(() -> new SQLException("article number " + number + " is gone"));
  }

  /** The keys of the articles from one number on, without it, to another. */
  static long forEachKeys(View view, long after, long to, EachKeys each) throws SQLException {
    return view.forEach(
        "SELECT article, keys FROM fingerprint WHERE article > ? AND article <= ? ORDER BY article",
        row -> each.article(row.getInt(1), longArray(row.getBytes(2))),
        after,
        to);
  }

  /** Takes the keys of one article. */
  interface EachKeys {
    void article(int number, long[] keys);
  }

  static int recurrence(View view, long paragraph) throws SQLException {
    return (int)
        view.number(
            "SELECT max(weeks) FROM"
                + " (SELECT count(*) AS weeks FROM paragraph WHERE hash = ? GROUP BY outlet)",
            paragraph);
  }

  static List<Match> matches(View view, ArticleId id) throws SQLException {
    List<Match> found = ties(view, id, MATCH, "matched", Queries::match);
    return found.stream().sorted(RecordOrder.matchesOf(id)).toList();
  }

  static long forEachMatch(View view, Consumer<Match> action) throws SQLException {
    return view.forEach(MATCH + OF_ALL.formatted("matched"), row -> action.accept(match(row)));
  }

  static List<Kinship> kinships(View view, ArticleId id) throws SQLException {
    List<Kinship> found = ties(view, id, KINSHIP, "kinship", Queries::kinship);
    return found.stream().sorted(RecordOrder.kinshipsOf(id)).toList();
  }

  static long forEachKinship(View view, Consumer<Kinship> action) throws SQLException {
    return view.forEach(KINSHIP + OF_ALL.formatted("kinship"), row -> action.accept(kinship(row)));
  }

  static List<Outcome> outcomes(View view) throws SQLException {
    return view.list(
        "SELECT place, kind, reason, address FROM outcome ORDER BY no",
        row ->
            new Outcome(
                text(row, 1),
                View.text(row, 4),
                Outcome.Kind.valueOf(row.getString(2)),
                text(row, 3)));
  }

  static boolean isNoted(View view, String place) throws SQLException {
    return view.number("SELECT count(*) FROM outcome WHERE place = ?", place) > 0;
  }

  static long revision(View view) throws SQLException {
    return view.number("SELECT revision FROM desk");
  }

  static String deskName(View view) throws SQLException {
    return view.first("SELECT name FROM desk", row -> row.getString(1)).orElse("");
  }

  static long forEachTextAfter(View view, long number, SearchIndex.Source.Each each)
      throws SQLException {
    return view.forEach(
        "SELECT no, id_utf16, text FROM article WHERE no > ? ORDER BY no",
        row -> each.article(row.getLong(1), id(row, 2), text(row, 3)),
        number);
  }

  static byte[] bytes(List<Long> anchors) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * anchors.size());
    anchors.forEach(bytes::putLong);
    return bytes.array();
  }

  private static <T> List<T> ties(
      View view, ArticleId id, String columns, String table, View.Row<T> row) throws SQLException {
    OptionalLong number = number(view, id);
    if (number.isEmpty()) {
      return new ArrayList<>();
    }
    List<T> found =
        new ArrayList<>(view.list(columns + OF_ONE.formatted(table, "a"), row, number.getAsLong()));
    found.addAll(view.list(columns + OF_ONE.formatted(table, "b"), row, number.getAsLong()));
    return found;
  }

  private static Annotated article(ResultSet row) throws SQLException {
    try {
      Article article =
          new Article(
              id(row, 1),
              text(row, 2),
              new Imprint(
                  View.text(row, 3),
                  View.text(row, 4),
                  View.text(row, 5),
                  ArticleColumns.authors(text(row, 12)),
                  View.text(row, 6),
                  View.text(row, 13)),
              ArticleColumns.dates(text(row, 7)),
              Extent.valueOf(row.getString(14)),
              text(row, 8),
              text(row, 9),
              ArticleColumns.zones(text(row, 10)),
              ArticleColumns.comments(text(row, 15)));
      return new Annotated(
          article,
          ArticleColumns.attributions(text(row, 11)),
          ArticleColumns.names(text(row, 16)),
          ArticleColumns.figures(text(row, 17)),
          ArticleColumns.times(text(row, 18)));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new SQLException("article " + id(row, 1) + " is damaged: " + e.getMessage(), e);
    }
  }

  private static Match match(ResultSet row) throws SQLException {
    return new Match(
        id(row, 1),
        span(row, 2),
        row.getLong(4),
        id(row, 5),
        span(row, 6),
        row.getLong(8),
        longs(row.getBytes(9)));
  }

  private static Kinship kinship(ResultSet row) throws SQLException {
    return new Kinship(
        id(row, 1),
        span(row, 2),
        id(row, 4),
        span(row, 5),
        Kinship.Basis.valueOf(row.getString(7)),
        row.getDouble(8));
  }

  private static ArticleId id(ResultSet row, int column) throws SQLException {
    return new ArticleId(View.text(row.getBytes(column)));
  }

  private static Span span(ResultSet row, int column) throws SQLException {
    return new Span(row.getInt(column), row.getInt(column + 1));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return View.text(row, column).orElse("");
  }

  static byte[] bytes(long[] longs) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * longs.length);
    bytes.asLongBuffer().put(longs);
    return bytes.array();
  }

  private static long[] longArray(byte[] bytes) {
    long[] longs = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
    return longs;
  }

  private static List<Long> longs(byte[] bytes) {
    LongBuffer buffer = ByteBuffer.wrap(bytes).asLongBuffer();
    List<Long> longs = new ArrayList<>();
    while (buffer.hasRemaining()) {
      longs.add(buffer.get());
    }
    return longs;
  }
}

package org.stemma.store;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Outcome;

/**
 * The one writer of a desk. A transaction spans what is kept from one commit to the next. For one
 * thread at a time.
 */
final class Scribe {
  /** The outlet of articles that have none; the numbers of outlets begin at 1. */
  private static final int NO_OUTLET = 0;

  private final View view;
  private final RecentArticles committed;
  private final RecentArticles unfinished = new RecentArticles();
  private final KeyIndex keys;
  private boolean inTransaction;

  Scribe(View view, RecentArticles committed, KeyIndex keys) {
    this.view = view;
    this.keys = keys;
    this.committed = committed;
  }

  View view() {
    return view;
  }

  Optional<Annotated> find(ArticleId id) throws SQLException {
    Optional<Annotated> recent = unfinished.find(id).or(() -> committed.find(id));
    if (recent.isPresent()) {
      return recent;
    }
    Optional<Annotated> found = Queries.find(view, id);
    // What was just kept, and may be rolled back, is for this writer alone.
    found.ifPresent(inTransaction ? unfinished::add : committed::add);
    return found;
  }

  void keep(Entry entry) throws SQLException {
    if (Queries.number(view, entry.id()).isPresent()) {
      throw new IllegalArgumentException("article " + entry.id() + " is held already");
    }
    Map<ArticleId, Long> others = numbersOfOthers(entry);
    write(() -> insert(entry, others));
  }

  void note(Outcome outcome) throws SQLException {
    if (outcome.kind().isListed()) {
      write(() -> insert(outcome));
    } else if (Queries.isNoted(view, outcome.place())) {
      write(() -> view.update("DELETE FROM outcome WHERE place = ?", outcome.place()));
    }
  }

  void decide(Decision decision) throws SQLException {
    write(() -> DecisionColumns.insert(view, decision));
  }

  void commit() throws SQLException {
    if (!inTransaction) {
      return;
    }
    write(
        () -> {
          view.update("UPDATE desk SET revision = revision + 1");
          view.execute("COMMIT");
        });
    inTransaction = false;
    committed.addAll(unfinished);
    unfinished.clear();
  }

  /** Forgets what was kept since the last commit. */
  void rollback() {
    unfinished.clear();
    if (inTransaction) {
      keys.forgetRecent();
      inTransaction = false;
      try {
        view.execute("ROLLBACK");
      } catch (SQLException rolledBackAlready) {
        // SQLite itself rolls back after some failures, a full disk among them; and what a
        // broken connection did not commit is gone anyway.
      }
    }
  }

  /** Some statements that belong together. */
  private interface Statements {
    void run() throws SQLException;
  }

  /** Half a page is never kept: what fails here undoes all since the last commit. */
  private void write(Statements statements) throws SQLException {
    boolean done = false;
    try {
      if (!inTransaction) {
        view.execute("BEGIN IMMEDIATE");
        inTransaction = true;
      }
      statements.run();
      done = true;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  /**
   * @param numbers of the articles that it is tied to; its own is put among them
   */
  private void insert(Entry entry, Map<ArticleId, Long> numbers) throws SQLException {
    long outlet = outlet(entry.annotated().article());
    long number = insert(entry.annotated(), outlet);
    long week = Week.of(entry.annotated().article(), number);
    insertKeys(entry.keys(), number, outlet, week);
    numbers.put(entry.id(), number);
    for (Match match : entry.matches()) {
      insert(match, numbers);
    }
    for (Kinship kinship : entry.kinships()) {
      insert(kinship, numbers);
    }
    unfinished.add(entry.annotated());
  }

  private void insert(Outcome outcome) throws SQLException {
    view.update(
        "INSERT OR REPLACE INTO outcome(place, kind, reason, address) VALUES(?, ?, ?, ?)",
        outcome.place(),
        outcome.kind().name(),
        outcome.reason(),
        outcome.address());
  }

  private Map<ArticleId, Long> numbersOfOthers(Entry entry) throws SQLException {
    Map<ArticleId, Long> numbers = new HashMap<>();
    for (ArticleId other : entry.others()) {
      OptionalLong number = Queries.number(view, other);
      if (number.isEmpty()) {
        throw new IllegalArgumentException(
            "article " + entry.id() + " is tied to " + other + ", which is not held");
      }
      numbers.put(other, number.getAsLong());
    }
    return numbers;
  }

  private long outlet(Article article) throws SQLException {
    if (article.outlet().isEmpty()) {
      return NO_OUTLET;
    }
    view.update("INSERT OR IGNORE INTO outlet(name) VALUES(?)", article.outlet());
    return view.number("SELECT no FROM outlet WHERE name = ?", article.outlet());
  }

  private long insert(Annotated annotated, long outlet) throws SQLException {
    Article article = annotated.article();
    view.update(
        "INSERT INTO article(id_utf16, id, address, outlet, headline, byline, dateline, language,"
            + " dates, zones, attributions, text, authors, credit, extent, comments, names,"
            + " figures, times)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        View.utf16(article.id().value()),
        article.id().value(),
        article.address(),
        outlet,
        article.headline(),
        article.imprint().byline(),
        article.imprint().dateline(),
        article.language(),
        ArticleColumns.ofDates(article.dates()),
        ArticleColumns.ofZones(article.zones()),
        ArticleColumns.ofAttributions(annotated.attributions()),
        article.text(),
        ArticleColumns.ofAuthors(article.imprint().authors()),
        article.imprint().credit(),
        article.extent().name(),
        ArticleColumns.ofComments(article.comments()),
        ArticleColumns.ofNames(annotated.names()),
        ArticleColumns.ofFigures(annotated.figures()),
        ArticleColumns.ofTimes(annotated.times()));
    return view.number("SELECT last_insert_rowid()");
  }

  private void insertKeys(Keys keys, long number, long outlet, long week) throws SQLException {
    // In the order of the table, which touches fewer of its pages.
    SortedSet<Long> paragraphs = new TreeSet<>();
    for (Keys.Paragraph paragraph : keys.paragraphs()) {
      paragraphs.add(paragraph.hash());
    }
    for (long hash : paragraphs) {
      view.update("INSERT OR IGNORE INTO paragraph VALUES(?, ?, ?)", hash, outlet, week);
    }
    long[] distinct =
        keys.paragraphs().stream()
            .flatMapToLong(p -> p.keys().stream().mapToLong(Long::longValue))
            .sorted()
            .distinct()
            .toArray();
    view.update("INSERT INTO fingerprint VALUES(?, ?)", number, Queries.bytes(distinct));
    this.keys.add((int) number, distinct);
  }

  private void insert(Match match, Map<ArticleId, Long> numbers) throws SQLException {
    view.update(
        "INSERT INTO matched(a, a_start, a_end, a_paragraph, b, b_start, b_end, b_paragraph,"
            + " anchors) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        numbers.get(match.a()),
        match.aSpan().start(),
        match.aSpan().end(),
        match.aParagraph(),
        numbers.get(match.b()),
        match.bSpan().start(),
        match.bSpan().end(),
        match.bParagraph(),
        Queries.bytes(match.anchors()));
  }

  private void insert(Kinship kinship, Map<ArticleId, Long> numbers) throws SQLException {
    view.update(
        "INSERT INTO kinship(a, a_start, a_end, b, b_start, b_end, basis, likeness)"
            + " VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        numbers.get(kinship.a()),
        kinship.aSpan().start(),
        kinship.aSpan().end(),
        numbers.get(kinship.b()),
        kinship.bSpan().start(),
        kinship.bSpan().end(),
        kinship.basis().name(),
        kinship.likeness());
  }
}

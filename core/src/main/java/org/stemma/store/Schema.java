package org.stemma.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The tables of a desk. Articles have a number inside the database, so that ties and keys cost a
 * few bytes each; numbers grow, and are never given twice.
 *
 * <p>{@code id_utf16} is the id in the order of Java strings; {@code id} is the same for people who
 * open the file with another tool.
 */
final class Schema {
  /** Raised with every change of the tables; kept in SQLite's {@code user_version}. */
  static final int VERSION = 5;

  /** "Stem": tells a desk from other SQLite files. */
  private static final int APPLICATION = 0x5374656d;

  private static final String DECISIONS =
      """
      CREATE TABLE IF NOT EXISTS decision(
        no INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        bearings TEXT NOT NULL,
        name TEXT,
        reverted INTEGER NOT NULL)\
      """;

  /** The keys of each article, ascending, eight bytes each. */
  private static final String FINGERPRINT =
      """
      CREATE TABLE IF NOT EXISTS fingerprint(
        article INTEGER PRIMARY KEY,
        keys BLOB NOT NULL)\
      """;

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE desk(name TEXT NOT NULL, revision INTEGER NOT NULL)",
          "CREATE TABLE outlet(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          """
          CREATE TABLE article(
            no INTEGER PRIMARY KEY,
            id_utf16 BLOB NOT NULL UNIQUE,
            id TEXT NOT NULL,
            address TEXT NOT NULL,
            outlet TEXT,
            headline TEXT,
            byline TEXT,
            dateline TEXT,
            language TEXT NOT NULL,
            dates TEXT NOT NULL,
            zones TEXT NOT NULL,
            attributions TEXT NOT NULL,
            text TEXT NOT NULL,
            authors TEXT NOT NULL,
            credit TEXT,
            extent TEXT NOT NULL,
            comments TEXT NOT NULL,
            names TEXT NOT NULL,
            figures TEXT NOT NULL,
            times TEXT NOT NULL)\
          """,
          FINGERPRINT,
          """
          CREATE TABLE paragraph(
            hash INTEGER NOT NULL,
            outlet INTEGER NOT NULL,
            week INTEGER NOT NULL,
            PRIMARY KEY(hash, outlet, week)) WITHOUT ROWID\
          """,
          """
          CREATE TABLE matched(
            no INTEGER PRIMARY KEY,
            a INTEGER NOT NULL,
            a_start INTEGER NOT NULL,
            a_end INTEGER NOT NULL,
            a_paragraph INTEGER NOT NULL,
            b INTEGER NOT NULL,
            b_start INTEGER NOT NULL,
            b_end INTEGER NOT NULL,
            b_paragraph INTEGER NOT NULL,
            anchors BLOB NOT NULL)\
          """,
          "CREATE INDEX matched_a ON matched(a)",
          "CREATE INDEX matched_b ON matched(b)",
          """
          CREATE TABLE kinship(
            no INTEGER PRIMARY KEY,
            a INTEGER NOT NULL,
            a_start INTEGER NOT NULL,
            a_end INTEGER NOT NULL,
            b INTEGER NOT NULL,
            b_start INTEGER NOT NULL,
            b_end INTEGER NOT NULL,
            basis TEXT NOT NULL,
            likeness REAL NOT NULL)\
          """,
          "CREATE INDEX kinship_a ON kinship(a)",
          "CREATE INDEX kinship_b ON kinship(b)",
          """
          CREATE TABLE outcome(
            no INTEGER PRIMARY KEY,
            place TEXT NOT NULL,
            kind TEXT NOT NULL,
            reason TEXT NOT NULL,
            address TEXT)\
          """,
          "CREATE UNIQUE INDEX outcome_place ON outcome(place)",
          DECISIONS);

  /** What makes a desk of each older form one of the next; the first is that of form 1. */
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "ALTER TABLE article ADD COLUMN authors TEXT NOT NULL DEFAULT '[]'",
              "ALTER TABLE article ADD COLUMN credit TEXT",
              "ALTER TABLE article ADD COLUMN extent TEXT NOT NULL DEFAULT 'WHOLE'",
              "ALTER TABLE article ADD COLUMN comments TEXT NOT NULL DEFAULT '[]'",
              "ALTER TABLE outcome ADD COLUMN address TEXT",
              "UPDATE article SET dates = replace(dates, '\"MARKUP\"', '\"META\"')",
              "UPDATE outcome SET kind = 'BROKEN' WHERE kind = 'SKIPPED'",
              "DELETE FROM outcome WHERE no NOT IN (SELECT max(no) FROM outcome GROUP BY place)",
              "CREATE UNIQUE INDEX outcome_place ON outcome(place)"),
          List.of("ALTER TABLE article ADD COLUMN names TEXT NOT NULL DEFAULT '[]'"),
          List.of(
              "ALTER TABLE article ADD COLUMN figures TEXT NOT NULL DEFAULT '[]'",
              "ALTER TABLE article ADD COLUMN times TEXT NOT NULL DEFAULT '[]'",
              DECISIONS),
          List.of(
              FINGERPRINT,
              "CREATE TABLE IF NOT EXISTS posting(key INTEGER, article INTEGER)",
              "INSERT INTO fingerprint SELECT article,"
                  + " unhex(group_concat(printf('%016x', key), '')) FROM"
                  + " (SELECT article, key FROM posting ORDER BY article, key) GROUP BY article",
              "DROP TABLE posting"));

  private Schema() {}

  /** Makes the tables where there are none, and refuses a file that is not ours to read. */
  static void prepare(View view, Path file) throws SQLException {
    if (view.number("PRAGMA user_version") == 0) {
      create(view, file);
    }
    long version = view.number("PRAGMA user_version");
    if (view.number("PRAGMA application_id") != APPLICATION) {
      throw new StoreException(file + " is not a desk: another program made it.");
    }
    if (version > VERSION) {
      throw new StoreException(
          "The desk "
              + file.getParent()
              + " was written by a newer Stemma (form "
              + version
              + ", this one reads up to "
              + VERSION
              + "): open it with that one.");
    }
    if (version < VERSION) {
      renew(view);
    }
  }

  private static void renew(View view) throws SQLException {
    inOneStep(
        view,
        () -> {
          // Looked up again: another Stemma may have done it while this one waited.
          int version = (int) view.number("PRAGMA user_version");
          for (List<String> step : STEPS.subList(version - 1, VERSION - 1)) {
            for (String change : step) {
              view.execute(change);
            }
          }
          view.execute("PRAGMA user_version = " + VERSION);
        });
  }

  private static void create(View view, Path file) throws SQLException {
    view.execute("PRAGMA journal_mode = WAL");
    inOneStep(
        view,
        () -> {
          if (view.number("PRAGMA user_version") == 0) {
            if (view.number("SELECT count(*) FROM sqlite_schema") > 0) {
              throw new StoreException(file + " is not a desk: another program made it.");
            }
            for (String table : TABLES) {
              view.execute(table);
            }
            view.update("INSERT INTO desk VALUES(?, 0)", UUID.randomUUID().toString());
            view.execute("PRAGMA application_id = " + APPLICATION);
            view.execute("PRAGMA user_version = " + VERSION);
          }
        });
  }

  private interface Changes {
    void make() throws SQLException;
  }

  private static void inOneStep(View view, Changes changes) throws SQLException {
    view.execute("BEGIN IMMEDIATE");
    try {
      changes.make();
      view.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      view.execute("ROLLBACK");
      throw e;
    }
  }
}

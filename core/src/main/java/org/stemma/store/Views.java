package org.stemma.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.sqlite.JDBC;

/** The views that readers of a desk share: as many as read at one time. Thread-safe. */
final class Views implements AutoCloseable {
  /** Asks something of a view. */
  interface Question<T> {
    T answer(View view) throws SQLException;
  }

  /** How long a statement waits for another process that has the database for a moment. */
  private static final int PATIENCE_MILLIS = 5_000;

  /** Views that wait for the next reader; what goes beyond is closed after use. */
  private static final int MOST_IDLE = 8;

  private final Path folder;
  private final Deque<View> idle = new ArrayDeque<>();
  private boolean closed;

  Views(Path folder) {
    this.folder = folder;
  }

  <T> T ask(Question<T> question) {
    try {
      View view = borrow();
      try {
        return question.answer(view);
      } finally {
        giveBack(view);
      }
    } catch (SQLException e) {
      throw Failure.of(folder, e);
    }
  }

  /** A view of its own for whoever closes it. */
  static View connect(Path folder) throws SQLException {
    // As a URI, because a question mark in a plain path would begin the driver's parameters.
    String address = "jdbc:sqlite:" + folder.resolve(SqliteStore.FILE).toUri();
    View view = new View(JDBC.createConnection(address, new Properties()));
    view.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    view.execute("PRAGMA synchronous = FULL");
    return view;
  }

  /** Closes the views that are not in use; the others follow when they come back. */
  @Override
  public void close() {
    synchronized (idle) {
      closed = true;
      idle.forEach(View::close);
      idle.clear();
    }
  }

  private View borrow() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new StoreException("The desk " + folder + " is closed.");
      }
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    View view = connect(folder);
    view.execute("PRAGMA query_only = 1");
    return view;
  }

  private void giveBack(View view) {
    synchronized (idle) {
      if (!closed && idle.size() < MOST_IDLE) {
        idle.push(view);
        return;
      }
    }
    view.close();
  }
}

package org.stemma.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection to the database, with its prepared statements. For one thread at a time. */
final class View implements AutoCloseable {
  /** Makes a value of the row that the result stands on. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Does something with the row that the result stands on. */
  interface Action {
    void read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  /** Without those that failed: the driver ends a statement that fails. */
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  View(Connection connection) {
    this.connection = connection;
  }

  /** Statements that need no preparing: pragmas, transactions, the tables. */
  void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int update(String sql, Object... arguments) throws SQLException {
    try {
      return bound(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      prepared.remove(sql);
      throw e;
    }
  }

  <T> List<T> list(String sql, Row<T> row, Object... arguments) throws SQLException {
    List<T> found = new ArrayList<>();
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      while (result.next()) {
        found.add(row.read(result));
      }
    } catch (SQLException e) {
      prepared.remove(sql);
      throw e;
    }
    return List.copyOf(found);
  }

  <T> Optional<T> first(String sql, Row<T> row, Object... arguments) throws SQLException {
    try (ResultSet result = bound(sql, arguments).executeQuery()) {
      return result.next() ? Optional.of(row.read(result)) : Optional.empty();
    } catch (SQLException e) {
      prepared.remove(sql);
      throw e;
    }
  }

  /** The one number that the query gives; 0 where it gives none. */
  long number(String sql, Object... arguments) throws SQLException {
    return first(sql, row -> row.getLong(1), arguments).orElse(0L);
  }

  /**
   * Row by row, in constant memory. Prepared anew each time, so that the action may use this view
   * for anything, also for the same query.
   *
   * @return the number of rows
   */
  long forEach(String sql, Action action, Object... arguments) throws SQLException {
    long rows = 0;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, arguments);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          action.read(result);
          rows++;
        }
      }
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException nothingToLose) {
      // What was committed is on the disk; a view that does not close has nothing else.
    }
  }

  private PreparedStatement bound(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
  }

  private static void bind(PreparedStatement statement, int place, Object argument)
      throws SQLException {
    if (argument instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        statement.setObject(place, null);
      } else {
        bind(statement, place, optional.get());
      }
    } else if (argument instanceof String text) {
      bindText(statement, place, text);
    } else if (argument instanceof byte[] bytes) {
      statement.setBytes(place, bytes);
    } else if (argument instanceof Double number) {
      statement.setDouble(place, number);
    } else {
      statement.setLong(place, ((Number) argument).longValue());
    }
  }

  /**
   * SQLite's text is UTF-8, which has no place for half a surrogate pair; pages do hold such. Text
   * must come back as it was read, so those rare strings are kept as UTF-16 bytes.
   */
  private static void bindText(PreparedStatement statement, int place, String text)
      throws SQLException {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      statement.setString(place, text);
    } else {
      statement.setBytes(place, utf16(text));
    }
  }

  /** The text of a column that {@link #bindText} wrote, empty where it is NULL. */
  static Optional<String> text(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(value instanceof byte[] bytes ? text(bytes) : value.toString());
  }

  /** Sorts as Java compares strings, which UTF-8 does not where surrogate pairs are concerned. */
  static byte[] utf16(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
    bytes.asCharBuffer().put(text);
    return bytes.array();
  }

  static String text(byte[] utf16) {
    return ByteBuffer.wrap(utf16).asCharBuffer().toString();
  }
}

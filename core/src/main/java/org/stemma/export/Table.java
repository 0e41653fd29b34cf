package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stemma.model.Article;
import org.stemma.model.FoundDate;

/**
 * A table that spreadsheet programs open, written row by row. In neither kind can a cell of text
 * become a formula. Not thread-safe.
 */
public interface Table extends Closeable {
  /** What it is written as. */
  enum Kind {
    /**
     * RFC 4180 in UTF-8 with a byte order mark. Text that a spreadsheet would take for a formula
     * gets an apostrophe in front.
     */
    CSV,
    /** Office Open XML: texts are texts, numbers numbers and days days. */
    XLSX
  }

  /**
   * Writes a row.
   *
   * @param cells as many as there are columns: texts, numbers, truth values and {@link
   *     java.time.LocalDate}s; an empty text is an empty cell
   */
  void row(List<?> cells) throws IOException;

  /** The day of publication; the whole moment where the page tells an hour; else an empty cell. */
  static Object published(Article article) {
    Optional<FoundDate> date = article.published();
    if (date.isEmpty()) {
      return "";
    }
    return date.get().isDayOnly() ? LocalDate.parse(date.get().value()) : date.get().value();
  }

  /**
   * Starts a table.
   *
   * @param out closed with the table
   * @param name of the sheet, where there is one: 1 to 31 letters
   * @param columns their names, the first row
   */
  static Table of(Kind kind, OutputStream out, String name, List<String> columns)
      throws IOException {
    return kind == Kind.CSV
        ? new CsvTable(new OutputStreamWriter(out, UTF_8), columns)
        : new XlsxTable(out, name, columns);
  }
}

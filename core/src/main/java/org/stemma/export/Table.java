package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table that spreadsheet programs open: CSV (RFC 4180) with a byte order mark. A cell of text
 * that a spreadsheet would take for a formula gets an apostrophe in front. Not thread-safe.
 */
public final class Table implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** First characters that make a spreadsheet read a cell as a formula (OWASP, "CSV injection"). */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final CSVPrinter csv;

  /**
   * @param out encodes in UTF-8; closed with this table
   * @param columns their names, the first row
   */
  public Table(Writer out, String... columns) throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv = new CSVPrinter(out, CSVFormat.EXCEL.builder().setHeader(columns).get());
  }

  /**
   * Writes a row.
   *
   * @param cells text and numbers, as many as there are columns
   */
  public void row(List<?> cells) throws IOException {
    List<Object> safe = new ArrayList<>();
    for (Object cell : cells) {
      safe.add(cell instanceof String text ? safe(text) : cell);
    }
    csv.printRecord(safe);
  }

  /** The cell as text, whatever it begins with. */
  static String safe(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    csv.close(true);
  }
}

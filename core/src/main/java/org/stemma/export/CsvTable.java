package org.stemma.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV. */
final class CsvTable implements Table {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * First characters that make a spreadsheet read a cell as a formula (OWASP, "CSV injection"), and
   * their full-width forms, which some programs take for the same.
   */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final CSVPrinter csv;

  CsvTable(Writer out, List<String> columns) throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv =
        new CSVPrinter(
            out, CSVFormat.EXCEL.builder().setHeader(columns.toArray(String[]::new)).get());
  }

  @Override
  public void row(List<?> cells) throws IOException {
    List<Object> safe = new ArrayList<>();
    for (Object cell : cells) {
      safe.add(cell instanceof String text ? safe(text) : cell);
    }
    csv.printRecord(safe);
  }

  /** The cell as text, whatever it begins with; a NUL would end the file for some readers. */
  static String safe(String cell) {
    String text = cell.replace('\0', '\uFFFD');
    // Programs that trim a cell see what stands behind the blanks.
    String trimmed = text.strip();
    boolean formula = isStart(text) || (trimmed.length() < text.length() && isStart(trimmed));
    return formula ? "'" + text : text;
  }

  private static boolean isStart(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
  }

  @Override
  public void close() throws IOException {
    csv.close(true);
  }
}

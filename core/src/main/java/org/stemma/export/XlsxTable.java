package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as an Excel workbook. Rows go out as they come, so that memory does not grow; what is
 * more than a sheet can hold goes on in the next one.
 */
final class XlsxTable implements Table {
  /** Rows of a sheet, as Excel has it. */
  private static final int SHEET_ROWS = 1 << 20;

  /** Longest text in a cell, in UTF-16 code units, as Excel has it. */
  private static final int CELL_LENGTH = 32_767;

  /** Rows held before they go out. */
  private static final int FLUSH_ROWS = 500;

  /** The first day that Excel can tell; earlier ones are texts. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final OutputStream out;
  private final Workbook book;
  private final String name;
  private final List<String> columns;
  private final int sheetRows;
  private Worksheet sheet;
  private int sheets;
  private int rows;

  XlsxTable(OutputStream out, String name, List<String> columns) throws IOException {
    this(out, name, columns, SHEET_ROWS);
  }

  /** With sheets that are full sooner. */
  XlsxTable(OutputStream out, String name, List<String> columns, int sheetRows) throws IOException {
    this.out = out;
    this.name = name;
    this.columns = List.copyOf(columns);
    this.sheetRows = sheetRows;
    // The version has two numbers; programs ask for nothing more of it.
    this.book = new Workbook(out, "Stemma", "1.0");
    this.sheet = nextSheet();
  }

  private Worksheet nextSheet() {
    sheets++;
    Worksheet next = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    next.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      next.inlineString(0, i, columns.get(i));
      next.style(0, i).bold().set();
    }
    rows = 1;
    return next;
  }

  @Override
  public void row(List<?> cells) throws IOException {
    if (rows == sheetRows) {
      sheet.finish();
      sheet = nextSheet();
    }
    for (int i = 0; i < cells.size(); i++) {
      cell(i, cells.get(i));
    }
    rows++;
    if (rows % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, Object cell) {
    if (cell instanceof Number number) {
      sheet.value(rows, column, number);
    } else if (cell instanceof Boolean truth) {
      sheet.value(rows, column, truth);
    } else if (cell instanceof LocalDate day
        && !day.isBefore(FIRST_DAY)
        && !day.isAfter(LAST_DAY)) {
      sheet.value(rows, column, day);
      sheet.style(rows, column).format("yyyy-mm-dd").set();
    } else if (!cell.toString().isEmpty()) {
      sheet.inlineString(rows, column, text(cell.toString()));
    }
  }

  /** What XML can hold of it, as long as a cell may be; half a character becomes U+FFFD. */
  private static String text(String cell) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < cell.length() && text.length() < CELL_LENGTH - 1) {
      int c = cell.codePointAt(at);
      text.appendCodePoint(XmlCharacters.isAllowed(c) ? c : 0xFFFD);
      at += Character.charCount(c);
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
    out.close();
  }
}

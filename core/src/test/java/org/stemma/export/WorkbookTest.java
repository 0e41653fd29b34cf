package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks as a reader of workbooks reads them. */
class WorkbookTest {
  @TempDir private Path folder;

  @Test
  void textsAreTextsNumbersNumbersAndDaysDays() throws IOException {
    Row row =
        rows(book(List.of("007", 7, new BigDecimal("0.5"), LocalDate.of(2031, 5, 4), true, "")))
            .get(1);
    assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(0).asString()).isEqualTo("007");
    assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("7");
    assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("0.5");
    assertThat(row.getCell(3).asDate()).isEqualTo(LocalDate.of(2031, 5, 4).atStartOfDay());
    assertThat(row.getCell(4).asBoolean()).isTrue();
    assertThat(row.getCellCount()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=cmd|' /C calc'!A0", "=HYPERLINK(\"x\")"})
  void noCellIsAFormula(String cell) throws IOException {
    byte[] book = book(List.of(cell));
    Cell read = rows(book).get(1).getCell(0);
    assertThat(read.getType()).isEqualTo(CellType.STRING);
    assertThat(read.getFormula()).isNull();
    assertThat(read.asString()).isEqualTo(cell);
    assertThat(sheetXml(book)).doesNotContain("<f>", "<f ");
  }

  @Test
  void whatXmlCannotHoldAndWhatIsTooLongForACellDoesNotBreakTheFile() throws IOException {
    String broken = "a\u0007b\ud83dc\uffffd";
    List<Row> rows = rows(book(List.of(broken)));
    assertThat(rows.get(1).getCell(0).asString()).isEqualTo("a\ufffdb\ufffdc\ufffdd");
    assertThat(rows(book(List.of("😀".repeat(20_000)))).get(1).getCell(0).asString())
        .hasSizeBetween(32_000, 32_767)
        .endsWith("😀");
  }

  @Test
  void whatASheetCannotHoldGoesOnInTheNext() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxTable table = new XlsxTable(out, "words", List.of("n"), 3)) {
      for (int i = 0; i < 5; i++) {
        table.row(List.of(i));
      }
    }
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).extracting(Sheet::getName).containsExactly("words", "words 2", "words 3");
      List<String> cells = new ArrayList<>();
      for (Sheet sheet : sheets) {
        sheet.read().forEach(row -> cells.add(row.getCell(0).getRawValue()));
      }
      assertThat(cells).containsExactly("n", "0", "1", "n", "2", "3", "n", "4");
    }
  }

  @Test
  void aTableIsAsLongAsWhatItTellsOf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WitnessTable table = new WitnessTable(Table.Kind.XLSX, out, InventedRecord.ARTICLES)) {
      table.add(InventedRecord.STATEMENT);
    }
    List<Row> rows = rows(out.toByteArray());
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2).getCellText(11)).isEqualTo("negation");
    assertThat(rows.get(2).getCell(12).asBoolean()).isTrue();
    assertThat(rows.get(1).getCell(15).asNumber()).isEqualByComparingTo("3");
  }

  private static byte[] book(List<?> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> columns = new ArrayList<>();
    cells.forEach(cell -> columns.add("c" + columns.size()));
    try (Table table = Table.of(Table.Kind.XLSX, out, "words", columns)) {
      table.row(cells);
    }
    return out.toByteArray();
  }

  private static List<Row> rows(byte[] book) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book))) {
      return read.getFirstSheet().read();
    }
  }

  private String sheetXml(byte[] book) throws IOException {
    Path file = Files.write(folder.resolve("book.xlsx"), book);
    StringBuilder xml = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().contains("worksheets/")) {
          xml.append(new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
        }
      }
    }
    assertThat(xml).isNotEmpty();
    return xml.toString();
  }
}

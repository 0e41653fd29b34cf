package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CodePoints;

/**
 * Writes attributions as a table that spreadsheet programs open: CSV (RFC 4180) with a byte order
 * mark, one row an attribution. A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front. Not thread-safe.
 */
public final class AttributionTable implements Closeable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** First characters that make a spreadsheet read a cell as a formula (OWASP, "CSV injection"). */
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private static final String[] COLUMNS = {
    "article",
    "outlet",
    "published",
    "date_origin",
    "headline",
    "kind",
    "act",
    "speaker",
    "source",
    "cue",
    "content",
    "via",
    "begin",
    "end",
    "confidence",
    "address"
  };

  private final CSVPrinter csv;

  /**
   * @param out encodes in UTF-8; closed with this table
   */
  public AttributionTable(Writer out) throws IOException {
    out.write(BYTE_ORDER_MARK);
    csv = new CSVPrinter(out, CSVFormat.EXCEL.builder().setHeader(COLUMNS).get());
  }

  /** The rows of one article. {@code begin} and {@code end} count Unicode code points. */
  public void add(Annotated annotated) throws IOException {
    Article article = annotated.article();
    CodePoints points = new CodePoints(article.text());
    for (Attribution attribution : annotated.attributions()) {
      csv.printRecord(
          safe(article.id().value()),
          safe(article.outlet().orElse("")),
          article.published().map(FoundDate::value).orElse(""),
          article.published().map(date -> lower(date.origin())).orElse(""),
          safe(article.headline().orElse("")),
          lower(attribution.kind()),
          lower(attribution.act()),
          safe(attribution.speaker() instanceof Speaker.Named named ? named.name() : ""),
          safe(words(attribution.source(), article.text())),
          safe(words(attribution.cue(), article.text())),
          safe(words(attribution.content(), article.text())),
          safe(String.join("; ", attribution.via())),
          points.before(attribution.extent().start()),
          points.before(attribution.extent().end()),
          String.format(Locale.ROOT, "%.3f", attribution.confidence()),
          safe(article.address()));
    }
  }

  private static String words(List<Span> spans, String text) {
    return spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" ... "));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
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

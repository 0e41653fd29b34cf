package org.stemma.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.app.export.Format;
import org.stemma.app.export.What;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;

/** Files that can be taken along, through real HTTP. */
@Timeout(60)
class ExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final InventedDesk desk = new InventedDesk();
  private Site site;

  @BeforeEach
  void start() throws IOException {
    site = Site.start(desk, new SiteSettings(0));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  static Stream<Arguments> everything() {
    List<Arguments> all = new ArrayList<>();
    for (What what : What.values()) {
      for (Format format : what.formats()) {
        all.add(Arguments.of(what, format));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void whateverIsOfferedCanBeRead(What what, Format format) throws Exception {
    String name = what.name().toLowerCase(Locale.ROOT);
    HttpResponse<byte[]> file = get("/export/" + name + "." + format.ending());
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type")).contains(format.mediaType());
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"stemma-" + name + "." + format.ending() + "\"");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    String text = new String(file.body(), StandardCharsets.UTF_8);
    switch (format) {
      case CSV -> assertThat(rows(text)).isNotEmpty();
      case XLSX -> assertThat(file.body()).startsWith('P', 'K');
      case JSONL, PASSIM -> {
        assertThat(text).isNotEmpty();
        for (String line : text.lines().toList()) {
          JSON.readTree(line);
        }
      }
      case GRAPHML, GEXF ->
          assertThat(
                  DocumentBuilderFactory.newInstance()
                      .newDocumentBuilder()
                      .parse(new ByteArrayInputStream(file.body()))
                      .getElementsByTagName("node")
                      .getLength())
              .isPositive();
      default -> assertThat(JSON.readTree(text)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "statements.csv?outlet=Northern Wire, outlet, Northern Wire",
    "attributions.csv?outlet=Northern Wire, outlet, Northern Wire",
    "attributions.csv?speaker=Henrik Osse, speaker, Henrik Osse",
  })
  void theFilterIsObeyed(String file, String column, String value) throws Exception {
    List<CSVRecord> all = rows(text("/export/" + file.substring(0, file.indexOf('?'))));
    List<CSVRecord> chosen = rows(text("/export/" + file.replace(" ", "%20")));
    assertThat(chosen).isNotEmpty().hasSizeLessThan(all.size());
    assertThat(chosen).anyMatch(row -> row.get(column).equals(value));
    if (file.startsWith("attributions")) {
      assertThat(chosen).allMatch(row -> row.get(column).equals(value));
    }
  }

  @Test
  void aKindOfStatementIsThatOfItsList() throws Exception {
    List<CSVRecord> sense = rows(text("/export/statements.csv?kind=sense"));
    assertThat(sense).isNotEmpty();
    assertThat(sense.stream().map(row -> row.get("statement")).distinct())
        .hasSize(2)
        .allMatch(id -> desk.fate(desk.statement(id).orElseThrow()).name().equals("SENSE_CHANGED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements.csv?from=yesterday",
        "statements.csv?from=2031-05-04&to=2031-05-03",
        "statements.csv?act=sing",
        "statements.csv?kind=nice",
        "reuse.csv?speaker=Ada",
        "stemma.graphml?words=harbour",
        "stemma.graphml?statement=nope",
        "statements.csv?statement=courier-105",
      })
  void whatMakesNoSenseIsA400OfOneSentence(String file) throws Exception {
    HttpResponse<byte[]> answer = get("/export/" + file);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements",
        "statements.",
        "statements.exe",
        "speakers.gexf",
        "..",
        "nope.csv",
        "csv",
        "statements.csv/more",
        "%2e%2e%2fstatements.csv",
      })
  void whatIsNotOfferedIsA404(String file) throws Exception {
    assertThat(get("/export/" + file).statusCode()).isEqualTo(404);
  }

  @Test
  void headTellsTheTypeWithoutTheFile() throws Exception {
    HttpResponse<byte[]> head =
        client.send(
            request("/export/statements.csv")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
    site.close();
    InventedDesk broken =
        new InventedDesk() {
          private int asked;

          @Override
          public Article known(ArticleId id) {
            if (asked++ > 1) {
              throw new IllegalStateException("the disk is gone");
            }
            return super.known(id);
          }
        };
    site = Site.start(broken, new SiteSettings(0));
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> get("/export/statements.csv"))
        .isInstanceOf(IOException.class);
  }

  private static List<CSVRecord> rows(String csv) throws IOException {
    assertThat(csv).startsWith("\ufeff");
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv.substring(1)),
            CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get())) {
      Map<String, Integer> header = parser.getHeaderMap();
      List<CSVRecord> records = parser.getRecords();
      assertThat(records).allMatch(record -> record.size() == header.size());
      return records;
    }
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path.substring(1)));
  }
}

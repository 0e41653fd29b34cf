package org.stemma.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.store.Entry;
import org.stemma.store.MemoryStore;
import org.stemma.store.Store;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.text.Words;

/**
 * Runs {@code cases/check/*.txt}. A case is a title; records, each with the speaker of all its
 * quotations in brackets where it names one; a draft; and what the check must say of each of its
 * quotations: the verdict, and where it is given what changed, "on record" / "in the draft".
 */
class CheckerTest {
  private static final Path CASES = Path.of("src/test/cases/check");
  private static final Pattern LINE =
      Pattern.compile("(record|comment|draft)(?: \\(([^)]*)\\))?: (.*)");

  private final Checker checker = new Checker();

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .sorted()
          .flatMap(file -> Stream.of(read(file).split("(?m)^# ")))
          .filter(block -> !block.isBlank())
          .map(
              block ->
                  DynamicTest.dynamicTest(block.lines().findFirst().orElse(""), () -> run(block)))
          .toList()
          .stream();
    }
  }

  private void run(String block) {
    try (Store store = new MemoryStore()) {
      Annotated draft = null;
      List<String> expected = new ArrayList<>();
      List<Annotated> records = new ArrayList<>();
      for (String line : block.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
        Matcher parts = LINE.matcher(line);
        if (line.startsWith("-> ")) {
          expected.add(line.substring(3));
        } else if (parts.matches() && parts.group(1).equals("draft")) {
          draft =
              article("draft", parts.group(3), Optional.ofNullable(parts.group(2)), ZoneRole.BODY);
        } else if (parts.matches()) {
          boolean comment = parts.group(1).equals("comment");
          records.add(
              article(
                  "record-" + records.size(),
                  parts.group(3),
                  Optional.ofNullable(parts.group(2)),
                  comment ? ZoneRole.COMMENT : ZoneRole.BODY));
        } else {
          throw new IllegalArgumentException("not a line of a case: " + line);
        }
      }
      keep(store, records);
      assertThat(told(checker.check(draft, store, Entities.NONE), records, expected))
          .isEqualTo(expected);
    }
  }

  /** As in the cases; without what changed where the case does not tell. */
  private static List<String> told(
      CheckReport report, List<Annotated> records, List<String> expected) {
    List<String> told = new ArrayList<>();
    for (Checked checked : report.quotations()) {
      StringBuilder line = new StringBuilder(checked.verdict().toString());
      boolean wanted = told.size() >= expected.size() || expected.get(told.size()).contains(":");
      String separator = ": ";
      for (Alteration alteration : wanted ? checked.alterations() : List.<Alteration>of()) {
        String held =
            records.stream()
                .filter(r -> r.article().id().equals(checked.nearest().orElseThrow().article()))
                .map(r -> r.article().text())
                .findFirst()
                .orElseThrow();
        line.append(separator).append(alteration.kind());
        line.append(" \"").append(alteration.inBase().map(s -> s.in(held)).orElse(""));
        line.append("\" / \"");
        line.append(alteration.inWitness().map(s -> s.in(report.draft())).orElse("")).append('"');
        separator = " | ";
      }
      told.add(line.toString());
    }
    return told.isEmpty() ? List.of("nothing") : told;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(Store store, List<Annotated> records) {
    for (Annotated record : records) {
      store.keep(new Entry(record, new Keys(List.of()), List.of(), List.of()));
    }
    store.commit();
  }

  private static Annotated article(
      String id, String line, Optional<String> speaker, ZoneRole role) {
    String text = line.replace("\\n", "\n\n");
    Span all = new Span(0, text.length());
    Article article =
        new Article(
            new ArticleId(id),
            id,
            Imprint.of(Optional.of("The Quay"), Optional.empty()),
            List.of(new FoundDate("2031-05-04", DateOrigin.GIVEN)),
            "en",
            text,
            List.of(new Zone(role, all)));
    List<Span> quoted = QuotationMarks.in(text, all).stream().map(Quotation::outer).toList();
    return new Annotated(
        article,
        speaker.isEmpty() || quoted.isEmpty()
            ? List.of()
            : List.of(
                new Attribution(
                    List.of(),
                    List.of(),
                    quoted,
                    QuotationKind.DIRECT,
                    new Speaker.Named(speaker.get()),
                    Optional.empty(),
                    Act.SAY,
                    1)));
  }

  @Test
  void aDraftWithoutQuotations_givesAnEmptyReport() {
    try (Store store = new MemoryStore()) {
      CheckReport report =
          checker.check(
              article("draft", "Nobody spoke.", Optional.empty(), ZoneRole.BODY),
              store,
              Entities.NONE);
      assertThat(report.quotations()).isEmpty();
      assertThat(report.allVerbatim()).isTrue();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void verbatimMeansThatTheWordsStandOnRecordInQuotationMarks(long seed) {
    Random random = new Random(seed);
    try (Store store = new MemoryStore()) {
      List<Annotated> records = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        records.add(article("record-" + i, news(random), Optional.empty(), ZoneRole.BODY));
      }
      keep(store, records);
      for (int i = 0; i < 20; i++) {
        String source = records.get(random.nextInt(records.size())).article().text();
        Annotated draft =
            article("draft", mutated(source, random), Optional.empty(), ZoneRole.BODY);
        for (Checked checked : checker.check(draft, store, Entities.NONE).quotations()) {
          if (checked.verdict() == Verdict.VERBATIM) {
            assertThat(isQuoted(checked.quotation().in(draft.article().text()), records))
                .as(checked.quotation().in(draft.article().text()))
                .isTrue();
          }
        }
      }
    }
  }

  /** Looked up in the plainest way: the words, joined by spaces, inside the joined quotations. */
  private static boolean isQuoted(String words, List<Annotated> records) {
    String wanted = joined(words);
    for (Annotated record : records) {
      String text = record.article().text();
      StringBuilder quoted = new StringBuilder(" ");
      for (Quotation quotation : QuotationMarks.in(text, new Span(0, text.length()))) {
        quoted.append(joined(quotation.inner().in(text)).substring(1));
      }
      if (quoted.indexOf(wanted) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static String joined(String words) {
    return " " + String.join(" ", Words.in(words).normals()) + " ";
  }

  private static String news(Random random) {
    StringBuilder news = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      news.append("The mayor spoke. “").append(sentence(random)).append(".” ");
      news.append("“").append(sentence(random)).append(",” she said, “");
      news.append(sentence(random)).append(".” ");
    }
    return news.toString();
  }

  private static String sentence(Random random) {
    String[] stock = {
      "we", "will", "not", "close", "the", "bridge", "before", "winter", "14", "boats", "Marwick",
      "never", "said", "so", "harbour", "no", "pilots", "refuse"
    };
    StringBuilder words = new StringBuilder("They");
    for (int i = 2 + random.nextInt(8); i > 0; i--) {
      words.append(' ').append(stock[random.nextInt(stock.length)]);
    }
    return words.toString();
  }

  private static String mutated(String text, Random random) {
    List<String> words = new ArrayList<>(List.of(text.split(" ")));
    int at = random.nextInt(words.size());
    switch (random.nextInt(4)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, "not");
      case 2 -> words.set(at, "15");
      default -> {}
    }
    return String.join(" ", words);
  }

  @Test
  @Timeout(60)
  void hostileDraftsAndRecords_takeNotForEver() {
    try (Store store = new MemoryStore()) {
      keep(
          store,
          List.of(
              article("a", "“" + "we sail ".repeat(60_000) + "”", Optional.empty(), ZoneRole.BODY),
              article("b", "“".repeat(50_000), Optional.empty(), ZoneRole.BODY),
              article("c", "“x” ".repeat(50_000), Optional.of("Ada Quill"), ZoneRole.BODY),
              article("d", "[".repeat(50_000) + "“we sail now”", Optional.empty(), ZoneRole.BODY)));
      for (String draft :
          List.of(
              "“" + "we sail ".repeat(50_000) + "now”",
              "“we sail ".repeat(2_000),
              "“" + "x".repeat(1_000_000) + " y z”",
              "“we sail now” ".repeat(100))) {
        CheckReport report =
            checker.check(
                article("draft", draft, Optional.empty(), ZoneRole.BODY), store, Entities.NONE);
        assertThat(report.draft()).isEqualTo(draft);
      }
    }
  }
}

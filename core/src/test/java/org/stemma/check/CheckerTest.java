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
import org.stemma.model.Bearing;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.NameKind;
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
 * quotations: the verdict, and where it is given what changed, "on record" / "in the draft". Behind
 * a verdict "out of its context" tells how the record goes on. What else is told of a quotation, of
 * those not looked up, and of names is compared where the case tells something of that kind.
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
      boolean named = expected.stream().anyMatch(line -> line.startsWith("name: "));
      Entities known = named ? entities(records) : Entities.NONE;
      assertThat(told(checker.check(draft, store, known), records, expected)).isEqualTo(expected);
    }
  }

  /** As in the cases; without what changed where the case does not tell. */
  private static List<String> told(
      CheckReport report, List<Annotated> records, List<String> expected) {
    List<String> told = new ArrayList<>();
    List<String> verdicts = expected.stream().filter(line -> line.matches("[A-Z_]+\\b.*")).toList();
    int next = 0;
    for (Checked checked : report.quotations()) {
      boolean wanted = next >= verdicts.size() || verdicts.get(next).contains(":");
      next++;
      told.add(checked.verdict() + (wanted ? changes(checked, report, records) : ""));
      for (Checked.Record nearest : checked.nearest().stream().toList()) {
        String held = text(nearest, records);
        nearest.turn().ifPresent(t -> told.add("out of its context: \"" + t.in(held) + '"'));
        checked.rival().ifPresent(r -> told.add("rival: " + rival(r, records)));
        told.add("quotable: \"" + nearest.sentence().in(held).replace("\n\n", "\\n") + '"');
        told.add("around: \"" + nearest.context().in(held).replace("\n\n", "\\n") + '"');
      }
    }
    for (Unchecked unchecked : report.unchecked()) {
      String words = unchecked.quotation().in(report.draft());
      told.add("not looked up: " + unchecked.reason() + " \"" + words + '"');
    }
    for (CheckedName name : report.names()) {
      String nearest = name.nearest().map(e -> " / \"" + e.name() + '"').orElse("");
      told.add("name: " + name.kind() + " \"" + name.name() + '"' + nearest);
    }
    for (String kind : List.of("quotable", "around", "not looked up", "name")) {
      if (expected.stream().noneMatch(line -> line.startsWith(kind + ": "))) {
        told.removeIf(line -> line.startsWith(kind + ": "));
      }
    }
    return told.isEmpty() ? List.of("nothing") : told;
  }

  private static String changes(Checked checked, CheckReport report, List<Annotated> records) {
    StringBuilder line = new StringBuilder();
    String separator = ": ";
    for (Alteration alteration : checked.alterations()) {
      String held = text(checked.nearest().orElseThrow(), records);
      line.append(separator).append(alteration.kind());
      line.append(" \"").append(alteration.inBase().map(s -> s.in(held)).orElse(""));
      line.append("\" / \"");
      line.append(alteration.inWitness().map(s -> s.in(report.draft())).orElse("")).append('"');
      separator = " | ";
    }
    return line.toString();
  }

  private static String rival(Checked.Rival rival, List<Annotated> records) {
    String words = rival.record().span().in(text(rival.record(), records));
    return rival.alterations().get(0).kind() + " \"" + words + '"';
  }

  private static String text(Checked.Record nearest, List<Annotated> records) {
    return records.stream()
        .filter(r -> r.article().id().equals(nearest.article()))
        .map(r -> r.article().text())
        .findFirst()
        .orElseThrow();
  }

  /** Each speaker of a record under the one name that it gives. */
  private static Entities entities(List<Annotated> records) {
    List<Entity> entities = new ArrayList<>();
    for (Annotated record : records) {
      for (Attribution attribution : record.attributions()) {
        Bearing bearing =
            new Bearing(
                record.article().id(),
                attribution.speaker().label(),
                List.of(attribution.speaker().label()));
        entities.add(
            new Entity(
                bearing.id(), bearing.name(), NameKind.PERSON, true, List.of(bearing), List.of()));
      }
    }
    return new Entities(entities);
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

  @Test
  @Timeout(60)
  void aDraftOfMoreQuotationsThanAreLookedUp_isNotSaidToBeVerbatim() {
    try (Store store = new MemoryStore()) {
      keep(store, List.of(article("a", "“We sail now.”", Optional.empty(), ZoneRole.BODY)));
      CheckReport report =
          checker.check(
              article("draft", "“We sail now.” ".repeat(1_001), Optional.empty(), ZoneRole.BODY),
              store,
              Entities.NONE);
      assertThat(report.quotations()).hasSize(1_000);
      assertThat(report.quotations()).allMatch(q -> q.verdict() == Verdict.VERBATIM);
      assertThat(report.unchecked())
          .extracting(Unchecked::reason)
          .containsExactly(Unchecked.Reason.TOO_MANY);
      assertThat(report.allVerbatim()).isFalse();
    }
  }

  @Test
  void gravestFirst_putsAChangeOfSenseAboveAllElse() {
    try (Store store = new MemoryStore()) {
      keep(
          store,
          List.of(
              article(
                  "a",
                  "“We will sail on Monday. The pilots agree. But the fog must lift,” said Ada"
                      + " Quill. “The harbour will not be closed for a single day.”",
                  Optional.of("Ada Quill"),
                  ZoneRole.BODY)));
      CheckReport report =
          checker.check(
              article(
                  "draft",
                  "“We will sail on Monday.” “Nobody drinks the water of the old well.” “The pilots"
                      + " agree.” “We will row on Monday.” “The harbour will be closed for a"
                      + " single day.”",
                  Optional.of("Ada Quill"),
                  ZoneRole.BODY),
              store,
              Entities.NONE);
      assertThat(report.gravestFirst())
          .extracting(q -> q.quotation().in(report.draft()))
          .containsExactly(
              "The harbour will be closed for a single day.",
              "The pilots agree.",
              "We will row on Monday.",
              "Nobody drinks the water of the old well.",
              "We will sail on Monday.");
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
              "“we sail now” ".repeat(100),
              "“".repeat(100_000),
              "\"".repeat(100_001),
              "‘“".repeat(50_000) + "we sail now" + "”’".repeat(50_000),
              "‘" + "we “sail now, ".repeat(50) + "”’".repeat(50))) {
        CheckReport report =
            checker.check(
                article("draft", draft, Optional.empty(), ZoneRole.BODY), store, Entities.NONE);
        assertThat(report.draft()).isEqualTo(draft);
      }
    }
  }
}

package org.stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Decision;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Locus;
import org.stemma.model.Match;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Outcome;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;
import org.stemma.model.ZoneRole;

/** What every store must do. */
abstract class StoreContract {
  private static final Span WORD = new Span(0, 3);
  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  private Store store;

  /** A new, empty store. */
  abstract Store open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  /** The store under test. */
  Store store() {
    return store;
  }

  @Test
  void anEmptyStoreFindsNothing() {
    assertThat(store.size()).isZero();
    assertThat(store.revision()).isZero();
    assertThat(store.holds(new ArticleId("a"))).isFalse();
    assertThat(store.find(new ArticleId("a"))).isEmpty();
    assertThat(store.holders(1)).isEmpty();
    assertThat(store.frequency(1)).isZero();
    assertThat(store.recurrence(1)).isZero();
    assertThat(store.matches(new ArticleId("a"))).isEmpty();
    assertThat(store.kinships(new ArticleId("a"))).isEmpty();
    assertThat(store.outcomes()).isEmpty();
    assertThat(store.search("ferry", 10)).isEmpty();
  }

  @Test
  void itFindsWhatItKept_beforeAndAfterTheCommit() {
    Entry entry = entry("a", "The ferry sank.", 1);
    store.keep(entry);
    assertThat(store.find(entry.id())).contains(entry.annotated());
    assertThat(store.holders(1)).containsExactly(entry.id());
    store.commit();
    assertThat(store.find(entry.id())).contains(entry.annotated());
    assertThat(store.holds(entry.id())).isTrue();
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void latest_givesWhatWasKeptLastFirst() {
    for (String id : List.of("b", "c", "a")) {
      store.keep(entry(id, "The ferry sank.", 1));
    }
    store.commit();
    assertThat(store.latest(2)).containsExactly(new ArticleId("a"), new ArticleId("c"));
    assertThat(store.latest(9)).hasSize(3);
    assertThat(store.latest(0)).isEmpty();
  }

  @Test
  void namesVectorsAndNestedAttributionsAreKept() {
    Attribution inner =
        new Attribution(
            List.of(),
            List.of(),
            List.of(WORD),
            QuotationKind.INDIRECT,
            new Speaker.Named("Ada Lund"),
            Optional.of("Orr"),
            Act.DENY,
            0.9);
    Attribution meant =
        new Attribution(
            List.of(),
            List.of(),
            List.of(WORD),
            QuotationKind.INDIRECT,
            new Speaker.Unknown(),
            List.of(),
            Act.SAY,
            0.5,
            Vector.of((byte) -127, (byte) 0, (byte) 127),
            Aim.NONE,
            0.5,
            Optional.empty(),
            List.of(inner));
    Article article = article("a", Optional.of("The Quay"), "Ada Lund left Osterby.");
    List<Name> names =
        List.of(
            new Name(new Span(0, 8), NameKind.PERSON), new Name(new Span(14, 21), NameKind.PLACE));
    Annotated annotated = new Annotated(article, List.of(meant), names);
    store.keep(new Entry(annotated, new Keys(List.of()), List.of(), List.of()));
    store.commit();
    assertThat(store.find(article.id())).contains(annotated);
    List<Annotated> all = new ArrayList<>();
    store.forEachArticle(all::add);
    assertThat(all).containsExactly(annotated);
  }

  @Test
  void anArticleIsKeptOnce() {
    store.keep(entry("a", "The ferry sank.", 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.keep(entry("a", "Another text.", 2)))
        .withMessageContaining("a is held already");
    store.commit();
    assertThat(store.frequency(2)).isZero();
    assertThat(store.size()).isEqualTo(1);
  }

  @Test
  void aTieToAnArticleThatIsNotHeldIsRefusedAsAWhole() {
    Entry entry = entry("b", "The ferry sank.", 1);
    Match match = new Match(new ArticleId("a"), WORD, 1, entry.id(), WORD, 1, List.of(1L));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> store.keep(new Entry(entry.annotated(), entry.keys(), List.of(match), List.of())))
        .withMessageContaining("not held");
    store.commit();
    assertThat(store.holds(entry.id())).isFalse();
    assertThat(store.frequency(1)).isZero();
    assertThat(store.revision()).isZero();
  }

  @Test
  void aKeyCountsOncePerArticle() {
    Keys.Paragraph twice = new Keys.Paragraph(WORD, 9, List.of(5L));
    Annotated annotated = entry("a", "The ferry sank.", 1).annotated();
    store.keep(new Entry(annotated, new Keys(List.of(twice, twice)), List.of(), List.of()));
    assertThat(store.frequency(5)).isEqualTo(1);
    assertThat(store.recurrence(9)).isEqualTo(1);
    store.keep(entry("b", "The ferry sank.", 5));
    assertThat(store.frequency(5)).isEqualTo(2);
    assertThat(store.holders(5)).containsExactly(new ArticleId("a"), new ArticleId("b"));
  }

  @Test
  void aParagraphRecursWithinOneOutlet() {
    store.keep(of("a", Optional.of("The Quay"), 7));
    store.keep(of("b", Optional.of("The Mole"), 7));
    assertThat(store.recurrence(7)).isEqualTo(1);
    store.keep(of("c", Optional.of("The Quay"), 7));
    assertThat(store.recurrence(7)).isEqualTo(2);
    store.keep(of("d", Optional.empty(), 7));
    store.keep(of("e", Optional.of(""), 7));
    store.keep(of("f", Optional.empty(), 7));
    store.keep(of("g", Optional.empty(), 7));
    assertThat(store.recurrence(7)).isEqualTo(3);
  }

  @Test
  void copiesOfOneWeekRecurOnce() {
    store.keep(dated("a", "The Quay", "2031-05-05", 7));
    store.keep(dated("b", "The Quay", "2031-05-06T10:00", 7));
    assertThat(store.recurrence(7)).isEqualTo(1);
    store.keep(dated("c", "The Quay", "2031-06-06", 7));
    store.keep(dated("d", "The Mole", "2031-07-06", 7));
    assertThat(store.recurrence(7)).isEqualTo(2);
  }

  @Test
  void articlesComeByTheirIds() {
    List<String> ids = List.of("b", "a", "\ud83d\ude00", "\uffee", "\ud800", "Z");
    ids.forEach(id -> store.keep(entry(id, "The ferry sank.", 1)));
    store.commit();
    List<ArticleId> sorted = ids.stream().map(ArticleId::new).sorted().toList();
    List<ArticleId> found = new ArrayList<>();
    store.forEachArticle(annotated -> found.add(annotated.article().id()));
    assertThat(found).isEqualTo(sorted);
    assertThat(store.holders(1)).isEqualTo(sorted);
  }

  @Test
  void tiesComeByTheOtherArticleThenByPosition() {
    ArticleId b = new ArticleId("b");
    store.keep(entry("b", "The ferry sank.", 1));
    store.keep(tied("c", b, new Span(4, 9), new Span(0, 3)));
    store.keep(tied("a", b, new Span(4, 9), new Span(4, 9)));
    store.keep(tied("d", b, new Span(0, 3), new Span(4, 9)));
    assertThat(store.matches(b))
        .extracting(m -> m.a() + "" + m.b())
        .containsExactly("ab", "ab", "bc", "bc", "bd", "bd");
    assertThat(store.matches(b).subList(2, 4))
        .extracting(Match::aSpan)
        .containsExactly(new Span(0, 3), new Span(4, 9));
    assertThat(store.matches(new ArticleId("c")))
        .extracting(Match::bSpan)
        .containsExactly(new Span(0, 3), new Span(4, 9));
    List<Match> all = new ArrayList<>();
    store.forEachMatch(all::add);
    assertThat(all).isSortedAccordingTo(RecordOrder.MATCHES).hasSize(6);
    List<Kinship> kinships = new ArrayList<>();
    store.forEachKinship(kinships::add);
    assertThat(kinships).isSortedAccordingTo(RecordOrder.KINSHIPS).hasSize(6);
    assertThat(store.kinships(b)).hasSize(6);
  }

  @Test
  void whatBecameOfPagesIsListedInOrderWithoutTheAddedAndTheKnown() {
    store.note(
        new Outcome("z.html", Optional.empty(), Outcome.Kind.NOT_ARTICLE, "It holds no article."));
    store.note(new Outcome("b.html", Optional.empty(), Outcome.Kind.ADDED, ""));
    store.note(new Outcome("a.html", Optional.empty(), Outcome.Kind.KNOWN, "It was added before."));
    store.commit();
    assertThat(store.outcomes()).extracting(Outcome::place).containsExactly("z.html");
  }

  @Test
  void whatBecameOfAPageLastIsWhatIsListed() {
    Outcome stub =
        new Outcome("c.html", Optional.of("https://q.example/c"), Outcome.Kind.STUB, "its start");
    store.note(new Outcome("z.html", Optional.empty(), Outcome.Kind.BROKEN, "cut"));
    store.note(new Outcome("c.html", Optional.empty(), Outcome.Kind.BROKEN, "cut"));
    store.commit();
    store.note(new Outcome("z.html", Optional.empty(), Outcome.Kind.ADDED, ""));
    store.note(stub);
    store.commit();
    assertThat(store.outcomes()).containsExactly(stub);
  }

  @Test
  void theRevisionGrowsOnlyWithACommitThatChangedSomething() {
    store.commit();
    store.note(new Outcome("b.html", Optional.empty(), Outcome.Kind.ADDED, ""));
    store.commit();
    assertThat(store.revision()).isZero();
    store.keep(entry("a", "The ferry sank.", 1));
    store.commit();
    long first = store.revision();
    assertThat(first).isPositive();
    store.commit();
    assertThat(store.revision()).isEqualTo(first);
    store.note(
        new Outcome("b.html", Optional.empty(), Outcome.Kind.NOT_ARTICLE, "It holds no article."));
    store.commit();
    assertThat(store.revision()).isGreaterThan(first);
  }

  @Test
  void anotherThreadSeesWhatWasCommitted_alsoWhileOneWrites() {
    store.keep(entry("a", "The ferry sank.", 1));
    store.commit();
    store.keep(entry("b", "The ferry sank.", 1));
    assertThat(CompletableFuture.supplyAsync(() -> store.holders(1)).join())
        .contains(new ArticleId("a"));
    store.commit();
    assertThat(CompletableFuture.supplyAsync(() -> store.holders(1)).join()).hasSize(2);
  }

  @Test
  void anActionMayReadTheStore() {
    store.keep(entry("a", "The ferry sank.", 1));
    store.keep(entry("b", "The ferry sank.", 1));
    List<Boolean> found = new ArrayList<>();
    store.forEachArticle(
        outer ->
            store.forEachArticle(inner -> found.add(store.find(inner.article().id()).isPresent())));
    store.commit();
    assertThat(found).containsExactly(true, true, true, true);
  }

  @Test
  void anActionThatFailsLeavesTheStoreWhole() {
    store.keep(entry("a", "The ferry sank.", 1));
    store.commit();
    assertThatThrownBy(
            () ->
                store.forEachArticle(
                    annotated -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
    store.keep(entry("b", "The ferry sank.", 1));
    store.commit();
    assertThat(store.size()).isEqualTo(2);
  }

  @Test
  void aSearchFindsSomeOfTheWords_bestFirst() {
    store.keep(entry("a", "The ferry left the harbour.", 1));
    store.keep(entry("b", "A harbour without a name.", 1));
    store.keep(entry("c", "Nothing of the kind.", 1));
    store.commit();
    assertThat(store.search("Ferry harbour!", 10))
        .extracting(hit -> hit.article().value())
        .containsExactly("a", "b");
    assertThat(store.search("ferry harbour", 1)).hasSize(1);
    assertThat(store.search("ferry harbour", 0)).isEmpty();
  }

  @Test
  void aSearchPrefersTheWordsSideBySide() {
    store.keep(entry("a", "We closed. They will not be open. The will is not closed.", 1));
    store.keep(entry("b", "We said so: they will not be closed. Open the will, we say.", 1));
    store.commit();
    assertThat(store.search("“They will not be closed”", 10).get(0).article().value())
        .isEqualTo("b");
  }

  @Test
  void aPassageIsTheSentenceInWhichTheWordsStandSideBySide() {
    String text = "A shot. Warning shots! The warning shot’s echo, a warning shot. Warning. Shot.";
    store.keep(entry("a", text, 1));
    store.keep(entry("b", "No warning.\nShot after shot", 1));
    store.commit();
    assertThat(passages("Warning shot", false))
        .containsExactly("a: The warning shot’s echo, a warning shot.");
    assertThat(passages("SHOT", false))
        .containsExactlyInAnyOrder(
            "a: A shot.",
            "a: The warning shot’s echo, a warning shot.",
            "a: Shot.",
            "b: Shot after shot");
    assertThat(passages("sho", true)).contains("a: Warning shots!").hasSize(5);
    assertThat(passages("nothing", false)).isEmpty();
  }

  @Test
  void noPassageIsOfWhatIsNotCommitted() {
    store.keep(entry("a", "The ferry sank.", 1));
    assertThat(passages("ferry", false)).isEmpty();
    store.commit();
    assertThat(passages("ferry", false)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("oddWords")
  void noSoughtWordIsQuerySyntax(String words) {
    store.keep(entry("a", "The ferry sank.", 1));
    store.commit();
    if (Sought.isWord(words)) {
      assertThat(passages(words, false)).hasSizeLessThanOrEqualTo(1);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> new Sought(words, false));
    }
  }

  private List<String> passages(String words, boolean open) {
    List<String> found = new ArrayList<>();
    store.forEachPassage(
        new Sought(words, open),
        passage -> {
          String text = store.find(passage.article()).orElseThrow().article().text();
          found.add(passage.article() + ": " + passage.sentence().in(text));
        });
    return found;
  }

  @Test
  void equallyGoodArticlesComeByTheirIds() {
    List.of("c", "a", "b").forEach(id -> store.keep(entry(id, "The ferry sank.", 1)));
    store.commit();
    assertThat(store.search("ferry", 2))
        .extracting(hit -> hit.article().value())
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @MethodSource("oddWords")
  void noWordIsQuerySyntax(String words) {
    store.keep(entry("a", "The ferry sank.", 1));
    store.commit();
    assertThat(store.search(words, 10)).hasSizeLessThanOrEqualTo(1);
  }

  static List<String> oddWords() {
    return List.of(
        "",
        " ",
        "\"",
        "ferry AND",
        "text:ferry",
        "*",
        "?",
        "(ferry",
        "fer~ [a TO",
        "\\",
        "\0",
        "\ud800",
        "ferry ".repeat(5_000),
        "x".repeat(100_000),
        "'; DROP TABLE article; --");
  }

  @Test
  void aSearchKnowsEveryLanguage() {
    store.keep(
        entry(
            "a",
            "Die Fähre lag in Zürich. Паром затонул. 渡船が沈んだ。 We don’t know the har\u00adbour.",
            1));
    store.commit();
    for (String words : List.of("fahre", "ZÜRICH", "паром", "渡船", "don't", "harbour")) {
      assertThat(store.search(words, 10)).as(words).hasSize(1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyArticleComesBackAsItWas(long seed) {
    RandomRecord random = new RandomRecord(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Entry entry = random.entry();
      entries.add(entry);
      store.keep(entry);
      if (random.below(4) == 0) {
        store.commit();
      }
    }
    for (Entry entry : entries) {
      assertThat(store.find(entry.id())).contains(entry.annotated());
      assertThat(store.matches(entry.id())).containsAll(entry.matches());
      assertThat(store.kinships(entry.id())).containsAll(entry.kinships());
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 4);
  }

  static Entry entry(String id, String text, long... keys) {
    Annotated annotated = new Annotated(article(id, Optional.of("The Quay"), text), List.of());
    List<Long> list = LongStream.of(keys).boxed().toList();
    Keys.Paragraph paragraph = new Keys.Paragraph(new Span(0, text.length()), 77, list);
    return new Entry(annotated, new Keys(List.of(paragraph)), List.of(), List.of());
  }

  private static Entry of(String id, Optional<String> outlet, long paragraph) {
    Keys keys = new Keys(List.of(new Keys.Paragraph(WORD, paragraph, List.of())));
    Annotated annotated = new Annotated(article(id, outlet, "The ferry sank."), List.of());
    return new Entry(annotated, keys, List.of(), List.of());
  }

  private static Entry dated(String id, String outlet, String date, long paragraph) {
    Article undated = article(id, Optional.of(outlet), "The ferry sank.");
    Article article =
        new Article(
            undated.id(),
            undated.address(),
            undated.imprint(),
            List.of(new FoundDate(date, DateOrigin.GIVEN)),
            undated.language(),
            undated.text(),
            undated.zones());
    Keys keys = new Keys(List.of(new Keys.Paragraph(WORD, paragraph, List.of())));
    return new Entry(new Annotated(article, List.of()), keys, List.of(), List.of());
  }

  /** Tied to another by two matches and two kinships, the later position first. */
  private static Entry tied(String id, ArticleId other, Span first, Span second) {
    Entry entry = entry(id, "The ferry sank.", 1);
    boolean before = entry.id().compareTo(other) < 0;
    ArticleId a = before ? entry.id() : other;
    ArticleId b = before ? other : entry.id();
    return new Entry(
        entry.annotated(),
        entry.keys(),
        List.of(
            new Match(a, first, 1, b, first, 2, List.of(3L)),
            new Match(a, second, 1, b, second, 2, List.of(3L))),
        List.of(
            new Kinship(a, first, b, first, Kinship.Basis.WORDING, 0.5),
            new Kinship(a, second, b, second, Kinship.Basis.REWORDING, 1)));
  }

  private static Article article(String id, Optional<String> outlet, String text) {
    return new Article(
        new ArticleId(id),
        "https://example.invalid/" + id,
        Imprint.of(outlet, Optional.empty()),
        List.of(),
        "en",
        text,
        List.of());
  }

  @Test
  void decisionsAreListedInTheOrderTheyWereTaken() {
    ArticleId a = new ArticleId("a-1");
    Locus said = new Locus(a, 12);
    Locus also = new Locus(new ArticleId("b"), 71);
    List<Decision> log =
        List.of(
            new Decision.Merge(NOON, List.of("a~ada-quill", "b~quill")),
            new Decision.Split(NOON, List.of("b~quill")),
            new Decision.Rename(NOON, "a~ada-quill", "Ada \ud800 Quill"),
            new Decision.NotASpeaker(NOON, "c~monday"),
            new Decision.JoinStatements(NOON, List.of(said, also)),
            new Decision.SplitStatement(NOON, List.of(also)),
            new Decision.SetDate(NOON, a, "2031-05-04T10:15+02:00"),
            new Decision.SetOutlet(NOON, a, "Quay \ud800 Post"),
            new Decision.MarkZone(NOON, a, new Span(3, 80), ZoneRole.PULL_QUOTE),
            new Decision.Reject(NOON, said),
            new Decision.SetSpeaker(NOON, said, "b~quill", "Quill"),
            new Decision.NotNamed(NOON, said),
            new Decision.Revert(NOON, 2));
    assertThat(log)
        .extracting(Decision::kind)
        .as("decisions of every kind")
        .containsExactlyInAnyOrder(Decision.Kind.values());
    log.forEach(store::decide);
    store.commit();
    assertThat(store.decisions()).isEqualTo(log);
    long revision = store.revision();
    store.decide(new Decision.NotASpeaker(NOON, "d~tuesday"));
    store.commit();
    assertThat(store.decisions()).hasSize(log.size() + 1).startsWith(log.toArray(new Decision[0]));
    assertThat(store.revision()).isGreaterThan(revision);
  }
}

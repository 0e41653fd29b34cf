package org.stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.Decision;
import org.stemma.model.FoundDate;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Outcome;
import org.stemma.model.Span;

class SqliteStoreTest extends StoreContract {
  @TempDir Path temporary;

  private Path desk() {
    return temporary.resolve("a desk? 100% #1 é");
  }

  @Override
  Store open() {
    return SqliteStore.open(desk());
  }

  @Test
  void aDeskOfTheFirstFormOpensAsBefore() throws SQLException {
    Entry entry = entry("a", "The ferry sank.", 1);
    store().keep(entry);
    store().note(new Outcome("b.html", Optional.empty(), Outcome.Kind.BROKEN, "Cut."));
    store().commit();
    store().close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + desk().resolve(SqliteStore.FILE).toUri());
        Statement sql = file.createStatement()) {
      sql.execute("DROP INDEX outcome_place");
      for (String column :
          List.of("authors", "credit", "extent", "comments", "names", "figures", "times")) {
        sql.execute("ALTER TABLE article DROP COLUMN " + column);
      }
      sql.execute("ALTER TABLE outcome DROP COLUMN address");
      sql.execute("UPDATE outcome SET kind = 'SKIPPED'");
      sql.execute(
          "INSERT INTO outcome(place, kind, reason) SELECT place, kind, reason FROM outcome");
      sql.execute("UPDATE article SET dates = '[[\"2031-05-04\",\"MARKUP\"]]'");
      sql.execute("PRAGMA user_version = 1");
    }
    try (Store again = open()) {
      assertThat(again.find(entry.id()).orElseThrow().article().dates())
          .containsExactly(new FoundDate("2031-05-04", DateOrigin.META));
      assertThat(again.outcomes())
          .containsExactly(new Outcome("b.html", Optional.empty(), Outcome.Kind.BROKEN, "Cut."));
      again.keep(entry("b", "Another ferry.", 1));
      again.commit();
      assertThat(again.size()).isEqualTo(2);
    }
  }

  @Test
  void aDeskOfTheSecondFormHasNoNamesAndTakesSome() throws SQLException {
    Entry old = entry("a", "Ada Lund left Osterby.", 1);
    store().keep(old);
    store().commit();
    store().close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + desk().resolve(SqliteStore.FILE).toUri());
        Statement sql = file.createStatement()) {
      sql.execute("ALTER TABLE article DROP COLUMN names");
      sql.execute("ALTER TABLE article DROP COLUMN figures");
      sql.execute("ALTER TABLE article DROP COLUMN times");
      sql.execute("PRAGMA user_version = 2");
    }
    Article article = entry("b", "Ada Lund is back.", 1).annotated().article();
    Annotated named =
        new Annotated(article, List.of(), List.of(new Name(new Span(0, 8), NameKind.PERSON)));
    try (Store again = open()) {
      assertThat(again.find(old.id())).contains(old.annotated());
      again.keep(new Entry(named, new Keys(List.of()), List.of(), List.of()));
      again.commit();
    }
    try (Store again = open()) {
      assertThat(again.find(article.id())).contains(named);
    }
  }

  @Test
  void aDeskOfTheThirdFormHasNoDecisionsAndTakesSome() throws SQLException {
    store().keep(entry("a", "The ferry sank.", 1));
    store().commit();
    store().close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + desk().resolve(SqliteStore.FILE).toUri());
        Statement sql = file.createStatement()) {
      sql.execute("DROP TABLE decision");
      sql.execute("ALTER TABLE article DROP COLUMN figures");
      sql.execute("ALTER TABLE article DROP COLUMN times");
      sql.execute("PRAGMA user_version = 3");
    }
    Decision decision = new Decision.NotASpeaker(Instant.EPOCH, "a~monday");
    try (Store again = open()) {
      assertThat(again.decisions()).isEmpty();
      again.decide(decision);
      again.commit();
    }
    try (Store again = open()) {
      assertThat(again.decisions()).containsExactly(decision);
    }
  }

  @Test
  void aDeskOfTheFourthFormKeepsItsKeys() throws SQLException {
    store().keep(entry("a", "The ferry sank.", 1, -7));
    store().keep(entry("b", "The ferry sank.", Long.MIN_VALUE, -7));
    store().commit();
    store().close();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + desk().resolve(SqliteStore.FILE).toUri());
        Statement sql = file.createStatement()) {
      sql.execute("DROP TABLE fingerprint");
      sql.execute("CREATE TABLE posting(key INTEGER, article INTEGER)");
      sql.execute(
          "INSERT INTO posting VALUES(1, 1), (-7, 1), (-7, 2), (" + Long.MIN_VALUE + ", 2)");
      sql.execute("PRAGMA user_version = 4");
    }
    try (Store again = open()) {
      assertThat(again.holders(-7)).containsExactly(new ArticleId("a"), new ArticleId("b"));
      assertThat(again.holders(1)).containsExactly(new ArticleId("a"));
      assertThat(again.holders(Long.MIN_VALUE)).containsExactly(new ArticleId("b"));
      assertThat(again.holders(new long[] {1, -7}, 1)).containsExactly(new ArticleId("a"));
    }
  }

  @Test
  void whatWasCommittedIsThereAfterReopening() {
    Entry entry = entry("a", "The ferry sank.", 1);
    store().keep(entry);
    store()
        .note(
            new Outcome(
                "b.html", Optional.empty(), Outcome.Kind.NOT_ARTICLE, "It holds no article."));
    store().commit();
    store().keep(entry("b", "Another ferry.", 1));
    store().close();
    try (Store again = open()) {
      assertThat(again.size()).isEqualTo(1);
      assertThat(again.revision()).isEqualTo(1);
      assertThat(again.outcomes()).hasSize(1);
      assertThat(again.find(entry.id())).contains(entry.annotated());
      assertThat(again.search("ferry", 5)).hasSize(1);
      again.keep(entry("b", "Another ferry.", 1));
      again.commit();
      assertThat(again.holders(1)).hasSize(2);
    }
  }

  @Test
  void otherThreadsSeeTheLastCommitOnly() {
    store().keep(entry("a", "The ferry sank.", 1));
    assertThat(elsewhere(() -> store().holds(new ArticleId("a")))).isFalse();
    assertThat(elsewhere(() -> store().find(new ArticleId("a")))).isEmpty();
    store().commit();
    assertThat(elsewhere(() -> store().holds(new ArticleId("a")))).isTrue();
  }

  @Test
  void anotherStoreReads_andIsToldThatTheDeskIsInUseWhenItWrites() {
    store().keep(entry("a", "The ferry sank.", 1));
    store().commit();
    try (Store other = open()) {
      assertThat(other.search("ferry", 5)).hasSize(1);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> other.keep(entry("b", "The ferry sank.", 1)))
          .withMessageMatching("(?s)The desk .*a desk\\? 100% #1 é is in use by another Stemma.*");
      store().keep(entry("c", "The last ferry sank.", 1));
      store().commit();
      assertThat(other.search("last ferry", 5)).hasSize(2);
      store().close();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> other.keep(entry("b", "The ferry sank.", 1)))
          .withMessageContaining("changed by another Stemma");
      other.commit();
      other.keep(entry("b", "The ferry sank.", 1));
      other.commit();
      assertThat(other.size()).isEqualTo(3);
    }
  }

  @Test
  void aNewerDeskIsRefusedInOneSentence() throws SQLException {
    store().close();
    try (View view = Views.connect(desk())) {
      view.execute("PRAGMA user_version = 99");
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining("written by a newer Stemma");
  }

  @Test
  void anotherProgramsDatabaseIsRefusedUntouched() throws SQLException, IOException {
    Path folder = Files.createDirectory(temporary.resolve("other"));
    try (View view = Views.connect(folder)) {
      view.execute("CREATE TABLE mine(x)");
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqliteStore.open(folder))
        .withMessageContaining("is not a desk");
    try (View view = Views.connect(folder)) {
      assertThat(view.number("SELECT count(*) FROM sqlite_schema")).isEqualTo(1);
    }
  }

  @Test
  void aDamagedDatabaseIsOneSentence() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("damaged"));
    Files.writeString(folder.resolve(SqliteStore.FILE), "These are not pages. ".repeat(1_000));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqliteStore.open(folder))
        .withMessageContaining("is damaged or not a desk");
  }

  @Test
  void aFolderThatCannotBeMadeIsOneSentence() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqliteStore.open(file.resolve("desk")))
        .withMessageContaining("cannot be used");
  }

  @Test
  void aFullDiskForgetsWhatWasNotCommitted_andTheDeskGoesOn() throws SQLException {
    store().keep(entry("a", "The ferry sank.", 1));
    store().commit();
    store().close();
    try (SqliteStore small = SqliteStore.open(desk())) {
      small.commit();
      small.limitPages(60);
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(
              () -> {
                small.keep(entry("b", "The ferry sank.", 1));
                small.keep(entry("c", "x".repeat(1_000_000), 1));
                small.commit();
              })
          .withMessageContaining("is full");
      assertThat(small.holders(1)).containsExactly(new ArticleId("a"));
      assertThat(small.find(new ArticleId("b"))).isEmpty();
      small.keep(entry("d", "The ferry sank.", 1));
      small.commit();
      assertThat(small.frequency(1)).isEqualTo(2);
    }
  }

  @Test
  void aClosedDeskSaysSo() {
    store().keep(entry("a", "The ferry sank.", 1));
    store().commit();
    store().close();
    store().close();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store().find(new ArticleId("a")))
        .withMessageContaining("is closed");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store().keep(entry("b", "The ferry sank.", 1)))
        .withMessageContaining("is closed");
  }

  @Test
  void theIndexIsMadeAnewWhenItIsGone() throws IOException {
    keepSome(3);
    store().close();
    deleteIndex();
    try (Store again = open()) {
      assertThat(again.search("ferry", 10)).hasSize(3);
    }
    assertThat(desk().resolve(SqliteStore.INDEX)).isNotEmptyDirectory();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theIndexIsMadeAnewWhenItIsDamaged(long seed) throws IOException {
    keepSome(5);
    store().close();
    RandomRecord random = new RandomRecord(seed);
    for (Path file : indexFiles()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < 20 && bytes.length > 0; i++) {
        bytes[random.below(bytes.length)] ^= (byte) (1 + random.below(255));
      }
      Files.write(file, seed % 3 == 0 ? new byte[] {1, 2} : bytes);
    }
    try (Store again = open()) {
      List<Passage> passages = new ArrayList<>();
      again.forEachPassage(new Sought("ferry", false), passages::add);
      assertThat(passages).hasSize(5);
      assertThat(again.search("ferry", 10)).hasSize(5);
      again.keep(entry("zz", "The ferry sank.", 1));
      again.commit();
      assertThat(again.search("ferry", 10)).hasSize(6);
    }
    try (Store again = open()) {
      assertThat(again.search("ferry", 10)).hasSize(6);
    }
  }

  @Test
  void anIndexThatCannotBeWrittenDoesNotStopTheDesk() throws IOException {
    store().close();
    deleteIndex();
    Files.writeString(desk().resolve(SqliteStore.INDEX), "in the way");
    try (Store again = open()) {
      again.keep(entry("a", "The ferry sank.", 1));
      again.commit();
      assertThat(again.search("ferry", 10)).hasSize(1);
    }
  }

  @Test
  void theIndexOfAnotherDeskIsNotBelieved() throws IOException {
    keepSome(3);
    store().close();
    Path other = temporary.resolve("another");
    try (Store second = SqliteStore.open(other)) {
      second.keep(entry("a", "A ferry.", 1));
      second.commit();
    }
    try (Stream<Path> files = Files.list(other.resolve(SqliteStore.INDEX))) {
      deleteIndex();
      Files.createDirectories(desk().resolve(SqliteStore.INDEX));
      for (Path file : files.toList()) {
        Files.copy(file, desk().resolve(SqliteStore.INDEX).resolve(file.getFileName()));
      }
    }
    try (Store again = open()) {
      assertThat(again.search("ferry", 10)).hasSize(3);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itAnswersAsMemoryDoes(long seed) {
    RandomRecord random = new RandomRecord(1_000 + seed);
    List<ArticleId> ids = new ArrayList<>();
    Store disk = store();
    try (Store memory = new MemoryStore()) {
      for (int step = 0; step < 120; step++) {
        switch (random.below(6)) {
          case 0, 1, 2 -> {
            Entry entry = random.entry();
            disk.keep(entry);
            memory.keep(entry);
            ids.add(entry.id());
          }
          case 3 -> {
            Outcome outcome = random.outcome();
            disk.note(outcome);
            memory.note(outcome);
          }
          case 4 -> {
            disk.commit();
            memory.commit();
            if (random.below(3) == 0) {
              disk.close();
              disk = open();
            }
          }
          default -> compare(disk, memory, random, ids);
        }
      }
      compare(disk, memory, random, ids);
    } finally {
      disk.close();
    }
  }

  private static void compare(Store disk, Store memory, RandomRecord random, List<ArticleId> ids) {
    long key = random.key();
    assertThat(disk.holders(key)).isEqualTo(memory.holders(key));
    assertThat(disk.frequency(key)).isEqualTo(memory.frequency(key));
    assertThat(disk.recurrence(key)).isEqualTo(memory.recurrence(key));
    assertThat(disk.size()).isEqualTo(memory.size());
    assertThat(disk.revision()).isEqualTo(memory.revision());
    assertThat(disk.outcomes()).isEqualTo(memory.outcomes());
    String words = random.words(4);
    assertThat(disk.search(words, 7)).isEqualTo(memory.search(words, 7));
    if (!ids.isEmpty()) {
      ArticleId id = ids.get(random.below(ids.size()));
      assertThat(disk.find(id)).isEqualTo(memory.find(id));
      assertThat(disk.matches(id)).isEqualTo(memory.matches(id));
      assertThat(disk.kinships(id)).isEqualTo(memory.kinships(id));
    }
    assertThat(everything(disk)).isEqualTo(everything(memory));
  }

  private static List<Object> everything(Store store) {
    List<Object> all = new ArrayList<>();
    store.forEachArticle(all::add);
    store.forEachMatch((Match match) -> all.add(match));
    store.forEachKinship((Kinship kinship) -> all.add(kinship));
    return all;
  }

  @Test
  @Timeout(60)
  void manyReadWhileOneWrites() {
    List<CompletableFuture<Boolean>> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(CompletableFuture.supplyAsync(this::readsWholeCommits));
    }
    keepSome(300);
    readers.forEach(reader -> assertThat(reader.join()).isTrue());
  }

  /** Articles are committed three at a time, so that is how they must appear. */
  private boolean readsWholeCommits() {
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    boolean whole = true;
    while (System.nanoTime() < end) {
      whole &= store().holders(1).size() % 3 == 0 && store().search("ferry", 999).size() % 3 == 0;
    }
    return whole;
  }

  @Test
  @Timeout(30)
  void aThousandArticlesAreKeptInSeconds() {
    RandomRecord random = new RandomRecord(5);
    for (int i = 0; i < 1_000; i++) {
      long[] keys = LongStream.range(0, 150).map(k -> random.below(1 << 30)).toArray();
      store().keep(entry("a" + i, "The ferry sank off the mole. ".repeat(100), keys));
    }
    store().commit();
    assertThat(store().search("ferry", 3)).hasSize(3);
  }

  private void keepSome(int count) {
    for (int i = 0; i < count; i++) {
      store().keep(entry("a" + i, "The ferry sank.", 1));
      if (i % 3 == 2) {
        store().commit();
      }
    }
    store().commit();
  }

  private void deleteIndex() throws IOException {
    for (Path file : indexFiles()) {
      Files.delete(file);
    }
    Files.deleteIfExists(desk().resolve(SqliteStore.INDEX));
  }

  private List<Path> indexFiles() throws IOException {
    Path index = desk().resolve(SqliteStore.INDEX);
    if (!Files.isDirectory(index)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(index)) {
      return files.sorted().toList();
    }
  }

  private static <T> T elsewhere(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question).join();
  }
}

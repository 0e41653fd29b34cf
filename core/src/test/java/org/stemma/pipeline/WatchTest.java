package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.model.Article;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.read.FeedNews;
import org.stemma.read.Reading;
import org.stemma.read.Validators;

/** Feeds that are followed, on invented newsstands and in no time. */
@Timeout(60)
class WatchTest {
  private static final String FEED = "https://paper.example/feed";
  private static final String A = "https://paper.example/a";
  private static final String B = "https://paper.example/b";
  private static final Validators V1 = new Validators(Optional.of("\"v1\""), Optional.empty());

  @TempDir private Path folder;

  private final Stand stand = new Stand();
  private final Desk desk = Desk.inMemory();
  private final Watch.Door door = work -> work.accept(desk);

  /** Sells what it is told, and remembers what it was asked. */
  private static class Stand implements Newsstand {
    final Map<String, FeedNews> feeds = new HashMap<>();
    final Map<String, List<Reading>> pages = new HashMap<>();
    final Map<String, Instant> peace = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<Validators> shown = new ArrayList<>();

    @Override
    public FeedNews feed(String address, Validators known) {
      shown.add(known);
      return feeds.get(address);
    }

    @Override
    public List<Reading> page(String address) {
      asked.add(address);
      return pages.getOrDefault(
          address, List.of(failed(address, Outcome.Kind.REFUSED, "answered 404")));
    }

    @Override
    public Optional<Instant> peaceUntil(String address) {
      return Optional.ofNullable(peace.get(address));
    }

    List<String> asked() {
      List<String> since = List.copyOf(asked);
      asked.clear();
      return since;
    }
  }

  /** Jumps to where a sleeper wants to be; ends after so many sleeps. */
  private static final class Jumping implements Watch.Clock {
    private Instant now = Instant.parse("2031-03-12T10:00:00Z");
    private int sleeps;

    Jumping(int sleeps) {
      this.sleeps = sleeps;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void sleep(Duration time) throws InterruptedException {
      if (sleeps-- == 0) {
        throw new InterruptedException();
      }
      now = now.plus(time);
    }
  }

  private static Reading failed(String address, Outcome.Kind kind, String reason) {
    return new Reading.Unreadable(address, Optional.of(address), kind, reason);
  }

  private static Page entry(String address) {
    return new Page(
        address,
        address,
        Imprint.of(Optional.of("The Paper"), Optional.of("Ferry")),
        List.of(new FoundDate("2031-03-12", DateOrigin.FEED)),
        Extent.SUMMARY,
        new Page.PlainText("Ferry"));
  }

  private Stand sells(String... addresses) {
    for (String address : addresses) {
      String text =
          "The ferry number "
              + address.hashCode()
              + " left Osterby at six, the harbour office said on Monday morning.\n\n"
              + "“We wait for the next one,” said Mara Lindt, who runs the office at the quay.";
      stand.pages.put(
          address,
          List.of(new Reading.Found(new Page(address, address, new Page.PlainText(text)))));
    }
    return stand;
  }

  private void tells(String... addresses) {
    stand.feeds.put(
        FEED, new FeedNews.Read(Stream.of(addresses).map(WatchTest::entry).toList(), V1));
  }

  private Watch watch() {
    return new Watch(door, new WatchFile(folder), stand, new Jumping(0));
  }

  private Watch.Visit round() {
    List<Watch.Visit> heard = new ArrayList<>();
    watch().round(List.of(FEED), heard::add);
    assertThat(heard).hasSize(1);
    return heard.get(0);
  }

  private static void assertCounts(Watch.Visit visit, long added, long skipped, long waiting) {
    assertThat(List.of(visit.added(), visit.skipped(), visit.waiting()))
        .as("added, skipped, waiting")
        .containsExactly(added, skipped, waiting);
  }

  @Test
  void newPagesAreFetchedOnce() {
    sells(A, B);
    tells(A);
    assertCounts(round(), 1, 0, 0);
    assertThat(stand.asked()).containsExactly(A);
    tells(B, A);
    assertCounts(round(), 1, 0, 0);
    assertThat(stand.asked()).containsExactly(B);
    assertCounts(round(), 0, 0, 0);
    assertThat(stand.asked()).isEmpty();
    assertThat(desk.articles()).extracting(Article::address).containsExactlyInAnyOrder(A, B);
  }

  @Test
  void theFeedTellsWhatThePageDoesNot() {
    sells(A);
    tells(A);
    round();
    Article article = desk.articles().get(0);
    assertThat(article.outlet()).contains("The Paper");
    assertThat(article.published().map(FoundDate::value)).contains("2031-03-12");
    assertThat(article.extent()).isEqualTo(Extent.WHOLE);
  }

  @Test
  void whatTheDeskHoldsIsNotFetched() {
    sells(A);
    desk.add(stand.pages.get(A).iterator(), Progress.NONE);
    tells(A);
    assertCounts(round(), 0, 0, 0);
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void theServerIsShownWhatItSaidOnceAllIsRead() {
    sells(A);
    tells(A, B);
    round();
    assertThat(stand.shown).containsExactly(Validators.NONE);
    sells(B);
    round();
    round();
    assertThat(stand.shown).containsExactly(Validators.NONE, Validators.NONE, V1);
    stand.feeds.put(FEED, new FeedNews.Unchanged());
    Watch.Visit unchanged = round();
    assertCounts(unchanged, 0, 0, 0);
    assertThat(unchanged.trouble()).isEmpty();
  }

  @Test
  void aPageThatFailsIsTriedThreeTimes() {
    tells(A);
    for (int round = 0; round < 3; round++) {
      Watch.Visit visit = round();
      assertCounts(visit, 0, 1, 0);
      assertThat(visit.listed()).extracting(Outcome::reason).containsExactly("answered 404");
    }
    assertThat(stand.asked()).containsExactly(A, A, A);
    assertCounts(round(), 0, 0, 0);
    assertThat(stand.asked()).isEmpty();
  }

  @Test
  void aPageThatIsNoArticleIsNotTriedAgain() {
    stand.pages.put(A, List.of(failed(A, Outcome.Kind.UNSUPPORTED, "a PDF")));
    tells(A);
    assertCounts(round(), 0, 1, 0);
    assertCounts(round(), 0, 0, 0);
    assertThat(stand.asked()).containsExactly(A);
  }

  @Test
  void aHostThatAsksForPeaceIsAskedLaterAndLosesNoTry() {
    tells(A, B);
    stand.peace.put(A, Instant.MAX);
    sells(B);
    for (int round = 0; round < 5; round++) {
      assertThat(round().waiting()).isOne();
    }
    assertThat(stand.asked()).containsExactly(B);
    stand.peace.clear();
    sells(A);
    assertCounts(round(), 1, 0, 0);
  }

  @Test
  void aPageThatAnswersWithAWishForPeaceLosesNoTry() {
    tells(A);
    Stand asking =
        new Stand() {
          @Override
          public List<Reading> page(String address) {
            peace.put(address, Instant.MAX);
            return super.page(address);
          }
        };
    asking.feeds.putAll(stand.feeds);
    for (int round = 0; round < 5; round++) {
      asking.peace.clear();
      List<Watch.Visit> heard = new ArrayList<>();
      new Watch(door, new WatchFile(folder), asking, new Jumping(0))
          .round(List.of(FEED), heard::add);
      assertCounts(heard.get(0), 0, 0, 1);
    }
  }

  @Test
  void aFeedThatCannotBeReadIsTold() {
    stand.feeds.put(FEED, new FeedNews.Unread("answered 503"));
    List<Watch.Visit> heard = new ArrayList<>();
    assertThat(watch().round(List.of(FEED), heard::add)).isFalse();
    assertThat(heard.get(0).trouble()).contains("answered 503");
  }

  @Test
  void aFeedOfThousandsIsReadInSeveralRounds() {
    String[] many =
        IntStream.range(0, Watch.PAGES_A_ROUND + 5)
            .mapToObj(i -> "https://paper.example/" + i)
            .toArray(String[]::new);
    for (String address : many) {
      stand.pages.put(address, List.of(failed(address, Outcome.Kind.EMPTY, "holds no text")));
    }
    tells(many);
    assertCounts(round(), 0, Watch.PAGES_A_ROUND, 5);
    assertCounts(round(), 0, 5, 0);
  }

  /** The newsstand burns down in the middle of a round; what was kept is not fetched again. */
  @Test
  void whatWasKeptBeforeTheEndIsNotFetchedAgain() {
    String[] many =
        IntStream.range(0, Watch.PAGES_AT_ONCE + 2)
            .mapToObj(i -> "https://paper.example/" + i)
            .toArray(String[]::new);
    String last = many[many.length - 1];
    sells(many);
    tells(many);
    Stand burning =
        new Stand() {
          @Override
          public List<Reading> page(String address) {
            if (address.equals(last)) {
              throw new IllegalStateException("killed");
            }
            return super.page(address);
          }
        };
    burning.feeds.putAll(stand.feeds);
    burning.pages.putAll(stand.pages);
    Watch killed = new Watch(door, new WatchFile(folder), burning, new Jumping(0));
    assertThatThrownBy(() -> killed.round(List.of(FEED), visit -> {})).hasMessage("killed");
    assertThat(desk.articles()).hasSize(Watch.PAGES_AT_ONCE);
    assertCounts(round(), 2, 0, 0);
    assertThat(stand.asked()).containsExactly(many[many.length - 2], last);
    assertThat(stand.shown).containsExactly(Validators.NONE);
  }

  /** A watch that runs for days must not keep others from writing. */
  @Test
  void othersWriteBetweenTheRounds() {
    sells(A, B);
    tells(A);
    Path place = folder.resolve("desk");
    Watch.Door toDisk =
        work -> {
          try (Desk open = Desk.open(place)) {
            work.accept(open);
          }
        };
    Watch watch = new Watch(toDisk, new WatchFile(folder), stand, new Jumping(0));
    assertThat(watch.round(List.of(FEED), visit -> {})).isTrue();
    try (Desk other = Desk.open(place)) {
      assertThat(other.add(stand.pages.get(B).iterator(), Progress.NONE).added()).isOne();
      tells(A, B, "https://paper.example/c");
      sells("https://paper.example/c");
      List<Watch.Visit> heard = new ArrayList<>();
      watch.round(List.of(FEED), heard::add);
      assertThat(heard.get(0).trouble()).isPresent();
    }
    List<Watch.Visit> heard = new ArrayList<>();
    watch.round(List.of(FEED), heard::add);
    assertCounts(heard.get(0), 1, 0, 0);
    assertThat(heard.get(0).trouble()).isEmpty();
  }

  @Test
  void followsFromStartToStart() {
    List<Instant> times = new ArrayList<>();
    sells(A);
    tells(A);
    new Watch(door, new WatchFile(folder), stand, new Jumping(2))
        .follow(List.of(FEED), Duration.ofMinutes(15), visit -> times.add(visit.at()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(times)
        .containsExactly(
            Instant.parse("2031-03-12T10:00:00Z"),
            Instant.parse("2031-03-12T10:15:00Z"),
            Instant.parse("2031-03-12T10:30:00Z"));
  }

  @Test
  void theMemoryKeepsFeedsApartAndForgetsWhatTheyNoLongerTell() throws IOException {
    WatchFile file = new WatchFile(folder);
    FeedLog one = new FeedLog(V1, List.of(A, B), Map.of("https://paper.example/c", 2));
    file.write(FEED, one);
    file.write("https://other.example/feed", new FeedLog(Validators.NONE, List.of(), Map.of()));
    FeedLog read = file.read(FEED);
    assertThat(read.validators()).isEqualTo(V1);
    assertThat(read.done()).containsExactly(A, B);
    assertThat(read.failed()).isEqualTo(Map.of("https://paper.example/c", 2));
    read.keepOnly(List.of(A));
    assertThat(read.done()).containsExactly(A);
    assertThat(read.failed()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("watch.json");
    }
  }

  @Test
  void aBrokenMemoryIsNamed() throws IOException {
    for (String broken : List.of("{\"a\":", "[]", "")) {
      Files.writeString(folder.resolve("watch.json"), broken);
      assertThatThrownBy(() -> new WatchFile(folder).read(FEED))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("watch.json is broken");
    }
  }

  @Test
  void ofAFolder_theFilesThatCameOrChanged_areRead_andWhatCameOfItIsRemembered()
      throws IOException {
    Path pages = Files.createDirectories(folder.resolve("pages/inner"));
    Files.writeString(pages.resolve("one.jsonl"), "{\"id\":\"one\",\"text\":\"It rained.\"}");
    Files.writeString(pages.resolve(".hidden.jsonl"), "{\"id\":\"no\",\"text\":\"It hailed.\"}");
    Path followed = pages.getParent();
    WatchFile file = new WatchFile(folder);
    Watch watch = new Watch(door, file, stand, new Jumping(0));
    List<Watch.Visit> visits = new ArrayList<>();
    assertThat(watch.round(List.of(followed.toString()), visits::add)).isTrue();
    Path two = pages.resolve("two.jsonl");
    Files.writeString(two, "{\"id\":\"two\",\"text\":\"It snowed.\"}");
    Files.setLastModifiedTime(two, FileTime.from(Instant.now().plusSeconds(60)));
    watch.round(List.of(followed.toString()), visits::add);
    watch.round(List.of(followed.toString()), visits::add);
    assertThat(visits).extracting(Watch.Visit::added).containsExactly(1L, 1L, 0L);
    assertThat(desk.articles())
        .extracting(article -> article.id().value())
        .containsExactlyInAnyOrder("one", "two");
    Followed known = file.followed().get(0);
    assertThat(known.isFeed()).isFalse();
    assertThat(known.place()).isEqualTo(followed.toString());
    assertThat(known.added()).isEqualTo(1);
    assertThat(known.brought()).isPresent();
    assertThat(known.trouble()).isEmpty();
    assertThat(watch.round(List.of(folder.resolve("gone").toString()), visits::add)).isFalse();
    assertThat(file.followed()).extracting(Followed::trouble).contains(visits.get(3).trouble());
  }

  @Test
  void whatIsKnownOfAFeed_outlivesWhatCameOfIt() {
    WatchFile file = new WatchFile(folder);
    FeedLog log = file.read(FEED);
    log.done(A);
    log.readToTheEnd(V1);
    file.write(FEED, log);
    Instant noon = Instant.parse("2031-03-12T12:00:00Z");
    file.write(new Watch.Visit(FEED, noon, 3, 0, 0, Optional.empty(), List.of()));
    Instant one = Instant.parse("2031-03-12T13:00:00Z");
    file.write(new Watch.Visit(FEED, one, 0, 0, 0, Optional.of("it is gone"), List.of()));
    assertThat(file.read(FEED).isDone(A)).isTrue();
    assertThat(file.read(FEED).validators()).isEqualTo(V1);
    assertThat(file.followed())
        .containsExactly(
            new Followed(FEED, Optional.of(one), Optional.of("it is gone"), Optional.of(noon), 3));
    file.write(FEED, file.read(FEED));
    assertThat(file.followed().get(0).brought()).contains(noon);
  }
}

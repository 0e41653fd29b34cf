package org.stemma.pipeline;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.read.FeedNews;
import org.stemma.read.Fetching;
import org.stemma.read.Pages;
import org.stemma.read.Reading;
import org.stemma.store.StoreException;

/**
 * Follows feeds: reads them round by round, fetches the pages that the desk does not hold yet and
 * adds them. Of folders it reads the files that came or changed. What a round tells of is kept,
 * whatever happens then; a process that is killed loses at most the few pages that it was at, which
 * the next one fetches. Not thread-safe.
 */
public final class Watch {
  /** Pages of one feed fetched in one round; the others wait for the next. */
  static final int PAGES_A_ROUND = 200;

  /**
   * Pages fetched before the desk is opened for them: enough to make the opening cheap beside the
   * fetching, few enough to hold them in memory and to lose little to a power cut.
   */
  static final int PAGES_AT_ONCE = 10;

  /**
   * The way to the desk. It stands open only while pages are added: a watch runs for days, and
   * others want to write too.
   */
  @FunctionalInterface
  interface Door {
    void in(Consumer<Desk> work);
  }

  /** What time it is, and waiting. */
  interface Clock {
    /** The one on the wall. */
    Clock SYSTEM =
        new Clock() {
          @Override
          public Instant now() {
            return Instant.now();
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
          }
        };

    Instant now();

    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * What came of reading one feed once.
   *
   * @param at when it was done
   * @param added pages that are new in the desk
   * @param skipped pages that nothing could be made of
   * @param waiting pages left to a later round, because their host asks for peace or there are many
   * @param trouble why the feed itself could not be read, a sentence part for people
   * @param listed the pages that there is something to say of
   */
  public record Visit(
      String feed,
      Instant at,
      long added,
      long skipped,
      long waiting,
      Optional<String> trouble,
      List<Outcome> listed) {
    public Visit {
      requireNonNull(feed, "feed");
      requireNonNull(at, "at");
      requireNonNull(trouble, "trouble");
      listed = List.copyOf(listed);
    }
  }

  private final Door door;
  private final WatchFile file;
  private final Newsstand newsstand;
  private final Clock clock;

  Watch(Door door, WatchFile file, Newsstand newsstand, Clock clock) {
    this.door = door;
    this.file = file;
    this.newsstand = newsstand;
    this.clock = clock;
  }

  /**
   * Follows feeds for a desk, which is opened for each handful of pages and closed again.
   *
   * @param folder the desk's, in which a small file remembers what is known of the feeds
   * @param fetching leave to fetch the feeds that are named, and the pages that they lead to
   */
  public static Watch of(Path folder, Fetching fetching) {
    Door door =
        work -> {
          try (Desk desk = Desk.open(folder)) {
            work.accept(desk);
          }
        };
    return new Watch(door, new WatchFile(folder), Newsstand.of(fetching), Clock.SYSTEM);
  }

  /**
   * Reads each feed, and each folder, once.
   *
   * @param heard hears of each, on the calling thread
   * @return true where at least one could be read
   * @throws java.io.UncheckedIOException where the small file cannot be read or written; the
   *     message is for people
   */
  public boolean round(List<String> feeds, Consumer<Visit> heard) {
    boolean any = false;
    for (String feed : feeds) {
      Visit visit = isFeed(feed) ? visit(feed) : visitFolder(feed);
      file.write(visit);
      any |= visit.trouble().isEmpty();
      heard.accept(visit);
    }
    return any;
  }

  /**
   * Reads the feeds now and again and again, until the thread is interrupted.
   *
   * @param every from the start of one round to the start of the next
   * @param heard as in {@link #round}
   */
  public void follow(List<String> feeds, Duration every, Consumer<Visit> heard) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Instant next = clock.now().plus(every);
        round(feeds, heard);
        Duration left = Duration.between(clock.now(), next);
        clock.sleep(left.isNegative() ? Duration.ZERO : left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isFeed(String place) {
    return place.contains("://");
  }

  /** Reads the files of a folder that came or changed since it was last read. */
  private Visit visitFolder(String folder) {
    Tally tally = new Tally();
    try {
      FolderNews news = FolderNews.since(file.newest(folder), Path.of(folder));
      if (!news.files().isEmpty()) {
        door.in(
            desk -> {
              try (Pages pages = Pages.open(news.files(), InputStream.nullInputStream())) {
                tally.add(desk.add(pages, Progress.NONE));
              }
            });
        file.writeNewest(folder, news.newest());
      }
      return tally.visit(folder, Optional.empty());
    } catch (IOException e) {
      return tally.visit(folder, Optional.of("the folder cannot be read"));
    } catch (StoreException e) {
      // As with a feed: the next round reads what this one did not keep.
      return tally.visit(folder, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Visit visit(String feed) {
    Tally tally = new Tally();
    try {
      FeedLog log = file.read(feed);
      FeedNews news = newsstand.feed(feed, log.validators());
      if (news instanceof FeedNews.Unread unread) {
        return tally.visit(feed, Optional.of(unread.reason()));
      }
      if (news instanceof FeedNews.Read read) {
        take(feed, read, log, tally);
      }
      return tally.visit(feed, Optional.empty());
    } catch (StoreException e) {
      // Another Stemma may be adding to the desk: the next round finds what this one did not keep.
      return tally.visit(feed, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private void take(String feed, FeedNews.Read read, FeedLog log, Tally tally) {
    Map<String, Page> entries = new LinkedHashMap<>();
    read.entries().forEach(entry -> entries.putIfAbsent(entry.address(), entry));
    log.keepOnly(entries.keySet());
    List<Page> unknown = unknown(entries, log);
    for (int from = 0; from < unknown.size(); from += PAGES_AT_ONCE) {
      int to = Math.min(unknown.size(), from + PAGES_AT_ONCE);
      List<Fetched> fetched = fetch(unknown.subList(from, to), tally);
      if (!fetched.isEmpty()) {
        door.in(desk -> fetched.forEach(page -> add(page, desk, log, tally)));
        file.write(feed, log);
      }
    }
    if (tally.waiting == 0 && log.failed().isEmpty()) {
      log.readToTheEnd(read.validators());
    }
    file.write(feed, log);
  }

  private List<Page> unknown(Map<String, Page> entries, FeedLog log) {
    Map<String, Page> unknown = new LinkedHashMap<>(entries);
    unknown.keySet().removeIf(log::isDone);
    if (!unknown.isEmpty()) {
      door.in(desk -> desk.pagesAmong(List.copyOf(unknown.keySet())).forEach(log::done));
      unknown.keySet().removeIf(log::isDone);
    }
    return List.copyOf(unknown.values());
  }

  /**
   * What came of a page.
   *
   * @param later true where the host asked for peace: the page may come another time
   */
  private record Fetched(String address, List<Reading> readings, boolean later) {}

  private List<Fetched> fetch(List<Page> entries, Tally tally) {
    List<Fetched> fetched = new ArrayList<>();
    for (Page entry : entries) {
      String address = entry.address();
      boolean enough = tally.fetched == PAGES_A_ROUND;
      if (enough || newsstand.peaceUntil(address).isPresent()) {
        tally.waiting++;
      } else {
        tally.fetched++;
        List<Reading> readings =
            newsstand.page(address).stream().map(reading -> told(reading, entry)).toList();
        boolean later = newsstand.peaceUntil(address).isPresent();
        fetched.add(new Fetched(address, readings, later));
      }
    }
    return fetched;
  }

  private static void add(Fetched page, Desk desk, FeedLog log, Tally tally) {
    ReadingReport report = desk.add(page.readings().iterator(), Progress.NONE);
    boolean failed = report.count(Outcome.Kind.REFUSED) + report.count(Outcome.Kind.BROKEN) > 0;
    if (report.added() + report.known() > 0 || !failed) {
      // Where it is there and no article, to look again would change nothing.
      log.done(page.address());
    } else if (page.later()) {
      tally.waiting++;
      return;
    } else {
      log.failed(page.address());
    }
    tally.add(report);
  }

  /** A page, with what the feed tells of it. */
  private static Reading told(Reading reading, Page entry) {
    if (!(reading instanceof Reading.Found found)) {
      return reading;
    }
    Page page = found.page();
    List<FoundDate> dates = new ArrayList<>(page.dates());
    dates.addAll(entry.dates());
    return new Reading.Found(
        new Page(
            page.place(),
            page.address(),
            page.imprint().or(entry.imprint()),
            dates,
            page.extent(),
            page.content()));
  }

  /** The counts of one visit. */
  private final class Tally {
    private long fetched;
    private long added;
    private long skipped;
    private long waiting;
    private final List<Outcome> listed = new ArrayList<>();

    void add(ReadingReport report) {
      added += report.added();
      skipped += report.skipped();
      listed.addAll(report.listed());
    }

    Visit visit(String feed, Optional<String> trouble) {
      return new Visit(feed, clock.now(), added, skipped, waiting, trouble, listed);
    }
  }
}

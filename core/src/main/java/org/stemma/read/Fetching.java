package org.stemma.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/**
 * Leave to fetch addresses. Without it nothing is ever fetched: whoever reads pages says that the
 * places come from its user, and not out of a file, a feed or an upload.
 *
 * <p>It remembers what hosts allow and when they were asked, so that one is shared by all that is
 * fetched in a run. What is fetched: http and https addresses on the public internet that
 * robots.txt allows; one at a time, a host at most once a second; with limits on size and time.
 * Thread-safe.
 */
public final class Fetching {
  private static final Fetching NONE = new Fetching(Optional.empty());

  private final Optional<Fetcher> fetcher;

  Fetching(Optional<Fetcher> fetcher) {
    this.fetcher = fetcher;
  }

  /** Nothing is fetched. */
  public static Fetching none() {
    return NONE;
  }

  /** The addresses that are named may be fetched. */
  public static Fetching allowed() {
    return new Fetching(Optional.of(Fetcher.ofInternet()));
  }

  /**
   * Asks for a feed.
   *
   * @param known what the last answer said of the feed's state
   * @return never an exception: whatever fails is {@link FeedNews.Unread}
   */
  public FeedNews feed(String address, Validators known) {
    try {
      Fetcher.Fetched fetched = fetch(address, known);
      if (fetched.answer().status() == Answer.NOT_MODIFIED) {
        return new FeedNews.Unchanged();
      }
      return new FeedNews.Read(entries(address, fetched), Validators.of(fetched.answer()));
    } catch (Unfetched e) {
      return new FeedNews.Unread(e.getMessage());
    }
  }

  /**
   * Until when the host of an address asks to be left in peace; empty where it may be asked, or
   * nothing is known.
   */
  public Optional<Instant> peaceUntil(String address) {
    return fetcher.flatMap(f -> f.peaceUntil(address));
  }

  /** The source of what an address leads to. */
  Source source(String address, Limits limits) {
    try {
      return opened(address, fetch(address, Validators.NONE), limits);
    } catch (Unfetched e) {
      return unreadable(address, e);
    } catch (IOException e) {
      return Source.of(Pages.unreadable(address, e));
    }
  }

  private static Source opened(String address, Fetcher.Fetched fetched, Limits limits)
      throws IOException {
    String from = fetched.from().toString();
    Optional<MediaType> type = fetched.answer().header("content-type").map(MediaType::of);
    ByteArrayInputStream body = new ByteArrayInputStream(fetched.answer().body());
    Transport transport = new Transport(from, type, List.of());
    return Kind.open(new Piece(address, from, body, transport), limits);
  }

  /** The pages that a feed leads to; what it tells of each goes with them. */
  private static List<Page> entries(String address, Fetcher.Fetched fetched) throws Unfetched {
    Map<String, Page> entries = new LinkedHashMap<>();
    try (Source source = opened(address, fetched, Limits.DEFAULT)) {
      if (!(source instanceof Feed) && !(source instanceof JsonFeed)) {
        throw new Unfetched(Outcome.Kind.UNSUPPORTED, "holds no feed");
      }
      for (Optional<Reading> next = source.next(); next.isPresent(); next = source.next()) {
        entry(next.get(), fetched.from()).ifPresent(e -> entries.putIfAbsent(e.address(), e));
      }
    } catch (Unfetched e) {
      throw e;
    } catch (IOException e) {
      throw new Unfetched(Outcome.Kind.BROKEN, "its feed cannot be read");
    }
    return List.copyOf(entries.values());
  }

  /** An entry with the address of its page; empty where it leads to none, or to the feed. */
  private static Optional<Page> entry(Reading reading, Address feed) {
    Optional<Page> page =
        reading instanceof Reading.Found found
            ? Optional.of(found.page())
            // An entry without a text of its own still leads to its page.
            : ((Reading.Unreadable) reading)
                .address()
                .map(link -> new Page(link, link, new Page.PlainText("")));
    return page.flatMap(entry -> resolved(entry, feed))
        .filter(entry -> !entry.address().equals(feed.toString()));
  }

  private static Optional<Page> resolved(Page entry, Address feed) {
    try {
      String address = feed.resolve(entry.address()).toString();
      return Optional.of(
          new Page(
              entry.place(),
              address,
              entry.imprint(),
              entry.dates(),
              entry.extent(),
              entry.content()));
    } catch (Unfetched e) {
      // Leads nowhere that can be fetched: of no use to who follows a feed.
      return Optional.empty();
    }
  }

  private static Source unreadable(String asked, Unfetched e) {
    String address = Address.withoutPassword(asked);
    return Source.of(
        new Reading.Unreadable(address, Optional.of(address), e.kind(), e.getMessage()));
  }

  private Fetcher.Fetched fetch(String address, Validators known) throws Unfetched {
    if (fetcher.isEmpty()) {
      throw new Unfetched("an address, and nothing is fetched here");
    }
    return fetcher.get().fetch(address, known);
  }
}

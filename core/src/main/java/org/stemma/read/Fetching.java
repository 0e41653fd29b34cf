package org.stemma.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

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
      return new FeedNews.Read(
          FeedLinks.of(fetched.answer().body(), fetched.from()), Validators.of(fetched.answer()));
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
      Fetcher.Fetched fetched = fetch(address, Validators.NONE);
      ByteArrayInputStream body = new ByteArrayInputStream(fetched.answer().body());
      Piece piece = new Piece(address, fetched.from().toString(), body);
      return Kind.openFetched(piece, fetched.answer().header("content-type").orElse(""), limits);
    } catch (Unfetched e) {
      return unreadable(address, e);
    } catch (IOException e) {
      return Source.of(new Reading.Unreadable(address, Pages.reason(e)));
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

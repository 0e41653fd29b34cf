package org.stemma.read;

import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Fetches pages, politely and with suspicion: every address, those of redirects too, is checked
 * before it is asked, and asked no quicker than its host likes. Thread-safe; one request at a time.
 */
final class Fetcher {
  private final Web web;
  private final FetchLimits limits;
  private final Exchange exchange;
  private final Pace pace;
  private final Robots robots;
  private Duration spent = Duration.ZERO;

  Fetcher(Web web, SSLSocketFactory tls, FetchLimits limits, Timekeeper time) {
    this.web = web;
    this.limits = limits;
    this.exchange = new Exchange(web, tls, limits);
    this.pace = new Pace(time);
    this.robots = new Robots(time, this::askRobots);
  }

  /** The one for the internet. */
  static Fetcher ofInternet() {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    return new Fetcher(Web.INTERNET, tls, FetchLimits.DEFAULT, Timekeeper.SYSTEM);
  }

  /**
   * What came of an address.
   *
   * @param from where it was in the end
   */
  record Fetched(Address from, Answer answer) {}

  /**
   * Fetches an address.
   *
   * @param known what the server said of its state the last time
   * @return an answer with status 200, or 304 where something was known
   * @throws Unfetched where nothing came of it, with the reason
   */
  synchronized Fetched fetch(String address, Validators known) throws Unfetched {
    Address asked = Address.parse(address);
    Address at = asked;
    spent = Duration.ZERO;
    for (int redirects = 0; redirects <= limits.redirects(); redirects++) {
      try {
        Answer answer = ask(at, known);
        Optional<String> location = answer.location();
        if (location.isEmpty()) {
          return new Fetched(at, whole(answer, known));
        }
        at = next(at, location.get());
      } catch (Unfetched e) {
        throw at.equals(asked) ? e : e.at(at);
      }
    }
    throw new Unfetched("redirects more than " + limits.redirects() + " times");
  }

  private static Address next(Address at, String location) throws Unfetched {
    Address next = at.resolve(location);
    if (at.secure() && !next.secure()) {
      throw new Unfetched(
          "redirects from https to " + next + ", which anybody on the way could forge");
    }
    return next;
  }

  private static Answer whole(Answer answer, Validators known) throws Unfetched {
    boolean unchanged = answer.status() == Answer.NOT_MODIFIED && !known.isEmpty();
    if (answer.status() != Answer.OK && !unchanged) {
      throw new Unfetched("answered " + answer.status());
    }
    return answer;
  }

  private Answer ask(Address at, Validators known) throws Unfetched {
    // Before robots.txt is asked for: it lies at the same host.
    Reach.checked(at, web);
    pace.checkPeace(at.host());
    robots.check(at).ifPresent(wished -> pace.distance(at.host(), wished));
    return request(at, known.headers(), InputStream::readAllBytes);
  }

  /** A robots.txt may lie behind redirects too, and each of them is checked in the same way. */
  private Answer askRobots(Address robots) throws Unfetched {
    Address at = robots;
    Answer answer = requestRobots(at);
    try {
      for (int redirects = 0; redirects < limits.redirects(); redirects++) {
        Optional<String> location = answer.location();
        if (location.isEmpty()) {
          break;
        }
        at = next(at, location.get());
        answer = requestRobots(at);
      }
      return answer;
    } catch (Unfetched e) {
      String why = at.equals(robots) ? e.getMessage() : e.at(at).getMessage();
      throw new Unfetched(Robots.unreadable(robots, why));
    }
  }

  private Answer requestRobots(Address at) throws Unfetched {
    return request(at, Map.of(), body -> body.readNBytes(Robots.MOST_BYTES));
  }

  private Answer request(Address at, Map<String, String> headers, Exchange.Keep keep)
      throws Unfetched {
    pace.await(at.host());
    // What was checked is what is connected to; the name is not looked up again in between.
    List<InetAddress> numbers = Reach.checked(at, web);
    Duration left = limits.total().minus(spent);
    if (left.isNegative()) {
      throw TimedSocket.tooSlow(limits);
    }
    long started = System.nanoTime();
    try {
      Answer answer = exchange.get(at, numbers, left, headers, keep);
      if (answer.asksForPeace()) {
        answer.header("retry-after").ifPresent(wish -> pace.peace(at.host(), wish));
      }
      return answer;
    } finally {
      spent = spent.plusNanos(System.nanoTime() - started);
      pace.asked(at.host());
    }
  }

  /** Until when the host of an address asks to be left in peace; empty where it may be asked. */
  synchronized Optional<Instant> peaceUntil(String address) {
    try {
      return pace.peaceUntil(Address.parse(address).host());
    } catch (Unfetched e) {
      return Optional.empty();
    }
  }
}

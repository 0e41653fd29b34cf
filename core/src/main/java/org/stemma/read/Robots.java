package org.stemma.read;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What sites let robots read (RFC 9309). A site that answers that it has no rules allows all; one
 * that cannot tell them now allows nothing for a while. Not thread-safe.
 */
final class Robots {
  /** RFC 9309, section 2.5: more than this need not be read. */
  static final int MOST_BYTES = 500 << 10;

  /** RFC 9309, section 2.4: not longer than a day. */
  private static final Duration FRESH = Duration.ofHours(24);

  /** A site that could not tell its rules, or not be reached, is asked again after this. */
  private static final Duration UNKNOWN = Duration.ofMinutes(5);

  private static final int FIRST_SERVER_ERROR = 500;
  private static final int FIRST_CLIENT_ERROR = 400;

  /** Sites remembered; the one that was asked longest ago is forgotten first. */
  private static final int SITES = 1_000;

  /**
   * @param trouble why nothing is allowed now; empty where the rules are known
   */
  private record Rules(BaseRobotRules rules, Optional<String> trouble, Instant until) {}

  /** Fetches the robots.txt of a site; the answer of a redirect is that of where it leads to. */
  @FunctionalInterface
  interface Ask {
    Answer robots(Address address) throws Unfetched;
  }

  private final Timekeeper time;
  private final Ask ask;
  private final Map<String, Rules> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
          return size() > SITES;
        }
      };

  Robots(Timekeeper time, Ask ask) {
    this.time = time;
    this.ask = ask;
  }

  /**
   * Asks whether a page may be read.
   *
   * @return the distance that the site wishes between two requests
   * @throws Unfetched where it may not, or the site cannot be reached
   */
  Optional<Duration> check(Address address) throws Unfetched {
    Rules site = rules(address);
    if (site.trouble().isPresent()) {
      throw new Unfetched(site.trouble().get());
    }
    if (!site.rules().isAllowed(address.toString())) {
      throw new Unfetched("robots.txt of " + address.authority() + " does not allow this page");
    }
    long millis = site.rules().getCrawlDelay();
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  private Rules rules(Address address) throws Unfetched {
    String origin = address.origin();
    Rules held = known.get(origin);
    if (held != null && time.now().isBefore(held.until())) {
      return held;
    }
    Rules asked = ask(address.resolve("/robots.txt"));
    known.put(origin, asked);
    return asked;
  }

  private Rules ask(Address robots) {
    Answer answer;
    try {
      answer = ask.robots(robots);
    } catch (Unfetched e) {
      return unknown(e.getMessage());
    }
    if (answer.status() == Answer.OK) {
      return new Rules(parsed(robots, answer.body()), Optional.empty(), after(FRESH));
    }
    // Client errors say that there is none; so do, by section 2.3.1.2, more redirects than we
    // follow.
    boolean none =
        (answer.status() >= FIRST_CLIENT_ERROR && answer.status() < FIRST_SERVER_ERROR)
            || answer.location().isPresent();
    return none && !answer.asksForPeace()
        ? new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), Optional.empty(), after(FRESH))
        : unknown(unreadable(robots, "answered " + answer.status()));
  }

  static String unreadable(Address robots, String why) {
    return "robots.txt of "
        + robots.authority()
        + " cannot be read ("
        + why
        + "), so nothing there is fetched";
  }

  private Rules unknown(String trouble) {
    return new Rules(
        new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Optional.of(trouble), after(UNKNOWN));
  }

  private Instant after(Duration span) {
    return time.now().plus(span);
  }

  static SimpleRobotRules parsed(Address robots, byte[] body) {
    SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
    return parser.parseContent(
        robots.toString(),
        body,
        "text/plain",
        List.of(Exchange.USER_AGENT.toLowerCase(Locale.ROOT)));
  }
}

package org.stemma.read;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the distance between two requests to one host, and stays away as long as a host asks to.
 * Not thread-safe.
 */
final class Pace {
  /** Nobody minds one request a second. */
  static final Duration USUAL = Duration.ofSeconds(1);

  /** Some ask for an hour, meant for those who take everything; we take what was named. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  /** Whoever asks for more peace than this is asked again the next day. */
  private static final Duration LONGEST_PEACE = Duration.ofHours(24);

  /** Hosts remembered; the one that was asked longest ago is forgotten first. */
  private static final int HOSTS = 1_000;

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("d MMMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private static final class Host {
    private Instant asked = Instant.EPOCH;
    private Duration distance = USUAL;
    private Instant peaceUntil = Instant.EPOCH;
  }

  private final Timekeeper time;
  private final Map<String, Host> hosts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Host> eldest) {
          return size() > HOSTS;
        }
      };

  Pace(Timekeeper time) {
    this.time = time;
  }

  /**
   * Waits until it is the host's turn.
   *
   * @throws Unfetched where the host asks to be left in peace
   */
  void await(String name) throws Unfetched {
    checkPeace(name);
    Host host = host(name);
    Duration left = Duration.between(time.now(), host.asked.plus(host.distance));
    if (!left.isNegative() && !left.isZero()) {
      try {
        // A clock that was set back must not make us wait for the day to come round again.
        time.sleep(left.compareTo(host.distance) > 0 ? host.distance : left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Unfetched("interrupted while waiting for its turn");
      }
    }
  }

  /**
   * @throws Unfetched where the host asks to be left in peace
   */
  void checkPeace(String name) throws Unfetched {
    Optional<Instant> peace = peaceUntil(name);
    if (peace.isPresent()) {
      // To the full minute, upwards: at the time told it may be asked.
      Instant told = peace.get().plus(59, ChronoUnit.SECONDS);
      throw new Unfetched(name + " asks not to be asked again before " + HOUR.format(told));
    }
  }

  /** The host has just been asked. */
  void asked(String name) {
    host(name).asked = time.now();
  }

  /**
   * The host wishes for this distance; it gets it as far as that is bearable, and the usual one.
   */
  void distance(String name, Duration wished) {
    Duration most = wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    host(name).distance = most.compareTo(USUAL) < 0 ? USUAL : most;
  }

  /**
   * The host asks to be left in peace.
   *
   * @param wish a {@code Retry-After}: seconds or a date; anything else is passed over
   */
  void peace(String name, String wish) {
    Instant now = time.now();
    Instant latest = now.plus(LONGEST_PEACE);
    until(wish.strip(), now)
        .ifPresent(until -> host(name).peaceUntil = until.isAfter(latest) ? latest : until);
  }

  private static Optional<Instant> until(String wish, Instant now) {
    if (wish.matches("[0-9]{1,9}")) {
      return Optional.of(now.plusSeconds(Long.parseLong(wish)));
    }
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(wish)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Until when the host asks to be left in peace; empty where it may be asked. */
  Optional<Instant> peaceUntil(String name) {
    return Optional.ofNullable(hosts.get(name))
        .map(host -> host.peaceUntil)
        .filter(time.now()::isBefore);
  }

  private Host host(String name) {
    return hosts.computeIfAbsent(name, n -> new Host());
  }
}

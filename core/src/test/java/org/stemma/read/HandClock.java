package org.stemma.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that goes on only when somebody sleeps, or by hand. */
final class HandClock implements Timekeeper {
  private Instant now = Instant.parse("2031-03-12T10:00:00Z");
  private final List<Duration> slept = new ArrayList<>();

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}

package org.stemma.read;

import java.time.Duration;
import java.time.Instant;

/** What time it is, and waiting. */
interface Timekeeper {
  /** The clock on the wall. */
  Timekeeper SYSTEM =
      new Timekeeper() {
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

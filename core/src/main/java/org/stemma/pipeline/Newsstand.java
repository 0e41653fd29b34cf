package org.stemma.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.read.FeedNews;
import org.stemma.read.Fetching;
import org.stemma.read.Pages;
import org.stemma.read.Reading;
import org.stemma.read.Validators;

/** Where feeds and their pages come from. */
interface Newsstand {
  /** What a feed tells, as {@link Fetching#feed}. */
  FeedNews feed(String address, Validators known);

  /** What came of one page. */
  List<Reading> page(String address);

  /** Until when the host of an address asks to be left in peace; empty where it may be asked. */
  Optional<Instant> peaceUntil(String address);

  /** The web. */
  static Newsstand of(Fetching fetching) {
    return new Newsstand() {
      @Override
      public FeedNews feed(String address, Validators known) {
        return fetching.feed(address, known);
      }

      @Override
      public List<Reading> page(String address) {
        List<Reading> readings = new ArrayList<>();
        try (Pages pages = Pages.fetch(address, fetching)) {
          pages.forEachRemaining(readings::add);
        }
        return readings;
      }

      @Override
      public Optional<Instant> peaceUntil(String address) {
        return fetching.peaceUntil(address);
      }
    };
  }
}

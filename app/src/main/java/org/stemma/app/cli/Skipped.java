package org.stemma.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stemma.model.Outcome;

/** The pages that nothing could be made of: all are counted, the first ones are told. */
final class Skipped {
  /** A person reads no more than this; a million broken lines must not fill the memory. */
  private static final int TOLD = 20;

  private final List<Outcome> first = new ArrayList<>();
  private long count;

  void add(Outcome outcome) {
    count++;
    if (first.size() < TOLD) {
      first.add(outcome);
    }
  }

  long count() {
    return count;
  }

  /** Says the reasons, one a line, after the summary. */
  void sayTo(Terminal terminal) {
    for (Outcome outcome : first) {
      terminal.say("  " + Words.plain(outcome.place() + ": " + outcome.reason()));
    }
    if (count > first.size()) {
      terminal.say(String.format(Locale.ROOT, "  and %,d more", count - first.size()));
    }
  }
}

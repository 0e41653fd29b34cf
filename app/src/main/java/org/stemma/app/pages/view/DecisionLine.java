package org.stemma.app.pages.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Entity;

/**
 * What a person decided, in plain words.
 *
 * @param number its place in the log, from 1
 * @param at "4 May 2031, 10:15 UTC"
 * @param holds false once it was taken back
 */
public record DecisionLine(int number, String at, String words, boolean holds) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** All of a log, the newest first. */
  public static List<DecisionLine> of(List<Decision> decisions, Entities entities) {
    BitSet reverted = new BitSet();
    List<DecisionLine> lines = new ArrayList<>();
    for (int i = decisions.size() - 1; i >= 0; i--) {
      Decision decision = decisions.get(i);
      if (decision instanceof Decision.Revert revert && !reverted.get(i)) {
        reverted.set(revert.number() - 1);
      }
      lines.add(
          new DecisionLine(
              i + 1, TIME.format(decision.at()), words(decision, entities), !reverted.get(i)));
    }
    return lines;
  }

  private static String words(Decision decision, Entities entities) {
    List<String> names = decision.bearings().stream().map(id -> name(id, entities)).toList();
    if (decision instanceof Decision.Merge) {
      return Phrases.list(names) + " are one.";
    }
    if (decision instanceof Decision.Split) {
      return "Another speaker of the same name: " + Phrases.list(decision.bearings()) + ".";
    }
    if (decision instanceof Decision.Rename rename) {
      return name(rename.bearing(), entities) + " is shown as " + rename.name() + ".";
    }
    if (decision instanceof Decision.Revert revert) {
      return "Decision " + revert.number() + " no longer holds.";
    }
    return Phrases.list(names) + " is no speaker.";
  }

  /** How an article names the bearing, whatever it was merged with or renamed to. */
  private static String name(String bearing, Entities entities) {
    return entities.byId(bearing).map(Entity::bearings).orElse(List.of()).stream()
        .filter(b -> b.id().equals(bearing))
        .map(b -> b.name())
        .findFirst()
        .orElse(bearing);
  }
}

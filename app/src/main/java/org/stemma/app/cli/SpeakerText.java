package org.stemma.app.cli;

import java.util.List;
import java.util.Locale;
import org.stemma.model.Bearing;
import org.stemma.model.Entity;
import org.stemma.model.Union;
import org.stemma.pipeline.Desk;
import org.stemma.text.Spelling;

/** Speakers, and what was decided about them, made for reading. */
final class SpeakerText {
  /** Other names that are shown; the list asked for one name shows all. */
  private static final int NAMES = 6;

  private final Terminal terminal;
  private final Sheet sheet;

  SpeakerText(Terminal terminal) {
    this.terminal = terminal;
    this.sheet = new Sheet(terminal);
  }

  /** True when a name has these words; of no words always. */
  static boolean isCalled(Entity entity, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return entity.names().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** True when one of the names is this, as far as capitals and marks go. */
  static boolean hasName(Entity entity, String name) {
    String wanted = Spelling.folded(name);
    return entity.names().stream().anyMatch(n -> Spelling.folded(n).equals(wanted));
  }

  /**
   * @param full with each article and why they are one
   */
  void speakers(List<Entity> shown, int found, boolean full, Desk record) {
    if (shown.isEmpty()) {
      terminal.print("No such speaker is on record.");
      return;
    }
    for (int i = 0; i < shown.size(); i++) {
      Entity entity = shown.get(i);
      sheet.entry(i + 1, entity.name());
      sheet.field("id", entity.id());
      List<String> others = entity.names().subList(1, entity.names().size());
      if (!others.isEmpty()) {
        boolean cut = !full && others.size() > NAMES;
        sheet.field(
            "names",
            String.join(", ", cut ? others.subList(0, NAMES) : others) + (cut ? ", ..." : ""));
      }
      sheet.field(
          "said",
          Words.count(record.statementsBy(entity).size(), "statement", "statements")
              + ", named in "
              + Words.count(entity.articles().size(), "article", "articles"));
      if (full) {
        entity.bearings().forEach(bearing -> sheet.field("in", in(bearing)));
        entity.unions().forEach(union -> sheet.field("because", because(union)));
      }
    }
    if (found > shown.size()) {
      sheet.blank();
      terminal.print((found - shown.size()) + " more: --all lists them.");
    }
  }

  private static String in(Bearing bearing) {
    return bearing.id() + " (" + String.join(", ", bearing.forms()) + ")";
  }

  private static String because(Union union) {
    String reason =
        switch (union.reason()) {
          case DECIDED -> "you decided so";
          case LISTED -> "your list of names says so";
          case SAME_NAME -> "one full name";
          case INTRODUCED -> "a text introduces the one name for the other";
          case SAME_OFFICE -> "one office, and names that can be one person's";
          case SAME_WORDS -> "the same words said, and names that can be one person's";
        };
    return reason + ": " + union.one() + " and " + union.other();
  }
}

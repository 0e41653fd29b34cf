package org.stemma.clean;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;
import org.stemma.model.ZoneRole;

/**
 * Reads the dates in the lines around a story: beside its headline and byline, and in the page's
 * head. Lines of other stories and of readers are not looked at.
 */
final class DatedLines {
  /** A line under the headline with more words beside its date tells something else. */
  private static final int MOST_WORDS_BESIDE = 8;

  /** Lines below the text that can still be its own; what is farther belongs to other stories. */
  private static final int OWN_FOOT = 3;

  /** Words of a line that is a label alone and speaks for the next one. */
  private static final int LABEL = 3;

  /** Longer lines are notices that speak of dates, not labels of one. */
  private static final int LONGEST = 25;

  /** Characters of a day in ISO 8601. */
  private static final int ISO_DAY = 10;

  private final DayOrder order;
  private final Optional<Instant> read;
  private final List<FoundDate> dates = new ArrayList<>();
  private final Map<DateSense, String> first = new EnumMap<>(DateSense.class);
  private String bare = "";
  private boolean underHeadline;
  private int lastText = -1;
  private Optional<DateSense> carried = Optional.empty();

  /**
   * @param order which number of 04/05/2031 is the day on this page
   * @param read when the page was read, where that is known
   */
  DatedLines(DayOrder order, Optional<Instant> read) {
    this.order = order;
    this.read = read;
  }

  List<FoundDate> in(List<Block> blocks, List<ZoneRole> roles) {
    boolean headed = roles.contains(ZoneRole.HEADLINE);
    for (int i = 0; i < blocks.size(); i++) {
      ZoneRole role = roles.get(i);
      if (role == ZoneRole.COMMENT && lastText >= 0) {
        break;
      }
      underHeadline |= role == ZoneRole.HEADLINE || (!headed && role == ZoneRole.BODY);
      lastText = role == ZoneRole.BODY ? i : lastText;
      boolean furniture = role == ZoneRole.BOILERPLATE || role == ZoneRole.BYLINE;
      boolean near = lastText < 0 || i <= lastText + OWN_FOOT;
      if (furniture && near && blocks.get(i).words() <= LONGEST) {
        line(blocks.get(i), role == ZoneRole.BYLINE && (underHeadline || !headed));
      } else {
        carried = Optional.empty();
      }
    }
    return dates;
  }

  /**
   * @param signed for a line with the article's byline
   */
  private void line(Block block, boolean signed) {
    String line = block.line();
    boolean digits = WrittenDates.hasDigit(line);
    Optional<DateSense> label =
        digits || block.words() <= LABEL ? DateLabels.last(line) : Optional.empty();
    if (!digits) {
      carried = label;
      return;
    }
    boolean labelled = label.isPresent() || carried.isPresent();
    if (!labelled && !signed && lastText >= 0) {
      return;
    }
    List<WrittenDates.Written> found = WrittenDates.all(line, order);
    if (found.isEmpty()) {
      if (labelled || signed || (underHeadline && lastText < 0)) {
        relative(line, label.or(() -> carried));
      }
    } else if (labelled || signed) {
      add(line, found);
    } else if (lastText < 0) {
      unlabelled(block, found);
    }
    carried = Optional.empty();
  }

  private void relative(String line, Optional<DateSense> sense) {
    read.flatMap(now -> RelativeDates.day(line, now))
        .ifPresent(day -> keep(day.toString(), sense.orElse(DateSense.PUBLISHED)));
  }

  /** Under the headline the first of each sense: the lines of other stories look the same. */
  private void keep(String value, DateSense sense) {
    if (!underHeadline || !isKnown(value, sense)) {
      dates.add(new FoundDate(value, DateOrigin.BYLINE, sense));
      first.putIfAbsent(sense, value);
    }
  }

  /** A date without a word: the first, unless one with a word came before. */
  private void bare(String value) {
    boolean adds = bare.isEmpty() || (bare.length() == ISO_DAY && value.startsWith(bare));
    if (adds && !isKnown(value, DateSense.PUBLISHED)) {
      dates.add(new FoundDate(value, DateOrigin.BYLINE));
      bare = value;
    }
  }

  /** A clock that stands apart from its day adds to it. */
  private boolean isKnown(String value, DateSense sense) {
    String known = first.get(sense);
    return known != null && (known.length() > ISO_DAY || !value.startsWith(known));
  }

  /** Each date tells what the words in front of it say; the first, if they say nothing, the day. */
  private void add(String line, List<WrittenDates.Written> found) {
    int from = 0;
    for (int i = 0; i < found.size(); i++) {
      WrittenDates.Written date = found.get(i);
      Optional<DateSense> told =
          DateLabels.last(line.substring(Math.min(from, date.start()), date.start()));
      if (i == 0) {
        told = told.or(() -> carried).or(() -> behind(line, found));
      }
      told.ifPresent(sense -> keep(date.value(), sense));
      from = date.end();
    }
  }

  /** "4 May 2031 (updated)" tells of a change; "4 May 2031, updated 5 May" does not. */
  private static Optional<DateSense> behind(String line, List<WrittenDates.Written> found) {
    Optional<DateSense> only =
        found.size() == 1 ? DateLabels.last(line.substring(found.get(0).end())) : Optional.empty();
    return only.or(() -> Optional.of(DateSense.PUBLISHED));
  }

  private void unlabelled(Block block, List<WrittenDates.Written> found) {
    WrittenDates.Written first = found.get(0);
    boolean alone = WrittenDates.isAlone(block.line());
    if (underHeadline && (alone || block.words() <= MOST_WORDS_BESIDE)) {
      bare(first.value());
    } else if (!underHeadline && alone) {
      dates.add(new FoundDate(first.value(), DateOrigin.MASTHEAD));
    }
  }
}

package org.stemma.app.pages.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Query;

/**
 * When something was said, as bars: by day, or by month or year where there are many. A bar is a
 * link to what it counts. As wide as its place; its words stand beside it in the page.
 */
public final class DayBars implements Content {
  /** More days than this are shown as months, more months as years. */
  private static final int MOST_BARS = 120;

  private static final int HEIGHT = 72;
  private static final int STEP = 10;

  /** A short record is not drawn as a few broad blocks. */
  private static final int FEWEST = 31;

  private static final int BAR = 8;

  private final List<Bar> bars;
  private final int most;
  private final int first;
  private final int last;
  private final int length;

  /**
   * A bar.
   *
   * @param period "12 March 2031", "March 2031"
   * @param fresh statements of which this is the first day
   * @param carried wordings that outlets carried, those of the fresh among them
   * @param href what it counts
   */
  public record Bar(int at, String period, int fresh, int carried, String href) {
    /** "3 statements, carried 5 times". */
    public String inWords() {
      return Phrases.count(fresh, "statement")
          + (fresh == 1 ? " was new, " : " were new, ")
          + Phrases.count(carried, "wording")
          + (carried == 1 ? " was carried" : " were carried");
    }
  }

  private DayBars(List<Bar> bars, int length) {
    this.bars = List.copyOf(bars);
    this.length = length;
    this.most = bars.stream().mapToInt(Bar::carried).max().orElse(0);
    this.first = bars.isEmpty() ? 0 : bars.get(0).at();
    this.last = bars.isEmpty() ? 0 : bars.get(bars.size() - 1).at();
  }

  /**
   * @param days of what was found
   * @param query that found it
   * @param address where a narrower query leads
   */
  public static DayBars of(
      List<Found.Day> days, Query query, Function<Query, ListView.Address> address) {
    int length = length(days);
    Map<String, int[]> counts = new TreeMap<>();
    for (Found.Day day : days) {
      int[] count =
          counts.computeIfAbsent(day.date().toString().substring(0, length), p -> new int[2]);
      count[0] += day.first();
      count[1] += day.carried();
    }
    List<Bar> bars = new ArrayList<>();
    counts.forEach(
        (period, count) ->
            bars.add(
                new Bar(
                    at(period),
                    SearchView.period(period),
                    count[0],
                    count[1],
                    address.apply(query.with(new Query.Term(Field.DATE, period))).text())));
    return new DayBars(bars, length);
  }

  /** Of a period's text: a day, a month or a year. */
  private static int length(List<Found.Day> days) {
    if (days.isEmpty()) {
      return 10;
    }
    LocalDate from = days.get(0).date();
    LocalDate to = days.get(days.size() - 1).date();
    if (ChronoUnit.DAYS.between(from, to) < MOST_BARS) {
      return 10;
    }
    return ChronoUnit.MONTHS.between(from, to) < MOST_BARS ? 7 : 4;
  }

  /** The periods are counted, so that those without a bar keep their place. */
  private static int at(String period) {
    return switch (period.length()) {
      case 10 -> (int) LocalDate.parse(period).toEpochDay();
      case 7 ->
          Integer.parseInt(period.substring(0, 4)) * 12 + Integer.parseInt(period.substring(5));
      default -> Integer.parseInt(period);
    };
  }

  /** The bars, the earliest first. */
  public List<Bar> bars() {
    return bars;
  }

  /** True when there is more than one bar. */
  public boolean isWorthShowing() {
    return bars.size() > 1;
  }

  /** "by day, from 12 March 2031 to 14 March 2031; 5 wordings at most". */
  public String caption() {
    String unit = length == 10 ? "day" : length == 7 ? "month" : "year";
    return "By "
        + unit
        + ", from "
        + bars.get(0).period()
        + " to "
        + bars.get(bars.size() - 1).period()
        + "; the highest bar has "
        + Phrases.count(most, "wording")
        + ".";
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(toString());
  }

  @Override
  public String toString() {
    int places = Math.max(FEWEST, last - first + 1);
    Markup out = new Markup();
    out.raw("<svg class=\"bars\" role=\"group\" aria-labelledby=\"bars-title\"")
        .raw(" preserveAspectRatio=\"none\" width=\"" + places * STEP + "\" height=\"")
        .raw(HEIGHT + "\" viewBox=\"0 0 " + places * STEP + " " + HEIGHT + "\">")
        .raw("<title id=\"bars-title\">")
        .text(caption())
        .raw("</title>");
    for (Bar bar : bars) {
      int x = (bar.at() - first) * STEP + (STEP - BAR) / 2;
      out.raw("<a").attribute("href", bar.href()).raw(" tabindex=\"-1\"><title>");
      out.text(bar.period() + ": " + bar.inWords()).raw("</title>");
      out.raw(rect("ground", x, HEIGHT));
      out.raw(rect("carried", x, height(bar.carried())));
      if (bar.fresh() > 0) {
        out.raw(rect("fresh", x, height(bar.fresh())));
      }
      out.raw("</a>");
    }
    return out.raw("</svg>").toString();
  }

  private double height(int count) {
    return Math.max(2, count * (HEIGHT - 4.0) / Math.max(1, most));
  }

  private static String rect(String kind, int x, double height) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/>",
        kind,
        x,
        HEIGHT - height,
        BAR,
        height);
  }
}

package org.stemma.app.pages.view;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stemma.model.Outcome;

/**
 * What became of the pages that were read.
 *
 * @param summary in one sentence
 * @param kinds "4 broken", each leading to its list
 */
public record ReadingView(String summary, List<LinkView> kinds, ListView<OutcomeLine> list) {
  public ReadingView {
    kinds = List.copyOf(kinds);
  }

  /**
   * @param articles number of articles in the desk
   * @param outcomes of all pages that there is something to say of
   * @param list those that are shown
   */
  public static ReadingView of(int articles, List<Outcome> outcomes, ListView<OutcomeLine> list) {
    Map<Outcome.Kind, Long> counts =
        outcomes.stream()
            .collect(
                groupingBy(Outcome::kind, () -> new EnumMap<>(Outcome.Kind.class), counting()));
    long parts = counts(counts, true);
    long lost = counts(counts, false);
    String summary =
        Phrases.count(articles, "article")
            + " in the desk"
            + (parts == 0 ? "" : ", of which " + Phrases.number(parts) + " only in part")
            + ". "
            + (lost == 0
                ? "Nothing that was read was left out."
                : "Nothing could be made of " + Phrases.count(lost, "page") + ".");
    List<LinkView> kinds = new ArrayList<>();
    counts.forEach(
        (kind, n) ->
            kinds.add(
                new LinkView(
                    Phrases.outcome(kind) + ": " + Phrases.number(n),
                    "/reading?kind=" + kind.name().toLowerCase(Locale.ROOT))));
    return new ReadingView(summary, kinds, list);
  }

  private static long counts(Map<Outcome.Kind, Long> counts, boolean kept) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().isKept() == kept)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}

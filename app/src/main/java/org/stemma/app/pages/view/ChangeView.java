package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Span;

/**
 * One kind of change in words: "a number changed: “23” became “32”".
 *
 * @param details one for each place; may be empty
 * @param grave true where the sense may be another
 */
public record ChangeView(String label, List<String> details, boolean grave) {
  /** Longest run of changed words that is told in full. */
  private static final int SHOWN = 90;

  /** Places told for one kind; the wording itself shows them all. */
  private static final int PLACES = 6;

  public ChangeView {
    details = List.copyOf(details);
  }

  /** Nothing differs. */
  static final ChangeView VERBATIM = new ChangeView("verbatim", List.of(), false);

  /** CSS classes. */
  public String classes() {
    return equals(VERBATIM) ? "change same" : grave ? "change grave" : "change";
  }

  /** One for each kind, in the order given. */
  static List<ChangeView> of(String baseText, String text, List<Alteration> alterations) {
    Map<AlterationKind, List<String>> byKind = new LinkedHashMap<>();
    for (Alteration alteration : alterations) {
      List<String> details = byKind.computeIfAbsent(alteration.kind(), k -> new ArrayList<>());
      String detail = detail(baseText, text, alteration);
      if (!detail.isEmpty() && details.size() < PLACES) {
        details.add(detail);
      }
    }
    List<ChangeView> changes = new ArrayList<>();
    byKind.forEach(
        (kind, details) ->
            changes.add(new ChangeView(Phrases.alteration(kind), details, kind.changesSense())));
    return changes;
  }

  /** True when the first of one's changes weighs more than that of the other. */
  static boolean isGraver(List<ChangeView> one, List<ChangeView> other) {
    return !one.isEmpty() && (other.isEmpty() || (one.get(0).grave() && !other.get(0).grave()));
  }

  private static String detail(String baseText, String text, Alteration alteration) {
    switch (alteration.kind()) {
      case RETRANSLATED, PARAPHRASED, UNQUOTED, PUNCTUATION, MISATTRIBUTED -> {
        return "";
      }
      default -> {
        String before = quoted(baseText, alteration.inBase().stream().toList());
        String after = quoted(text, alteration.inWitness().stream().toList());
        if (before.isEmpty()) {
          return after.isEmpty() ? "" : after + " put in";
        }
        return after.isEmpty() ? before + " left out" : before + " became " + after;
      }
    }
  }

  private static String quoted(String text, List<Span> spans) {
    return spans.isEmpty() ? "" : "“" + Phrases.shortened(spans.get(0).in(text), SHOWN) + "”";
  }
}

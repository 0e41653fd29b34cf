package org.stemma.annotate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Act;

/** Tells what a cue does. Stateless. */
final class Acts {
  private static final Set<String> NEGATIONS = Set.of("not", "never", "t", "nt", "without");
  private static final Set<String> DOCUMENTS =
      Set.of(
          "report",
          "reports",
          "study",
          "studies",
          "poll",
          "polls",
          "survey",
          "surveys",
          "figures",
          "data",
          "document",
          "documents",
          "memo",
          "letter",
          "statistics",
          "census",
          "audit",
          "review",
          "record",
          "records",
          "research",
          "analysis");

  /** Acts that a "not" leaves what they are. */
  private static final Set<Act> STEADY =
      Set.of(Act.SAY, Act.ASSERT, Act.BELIEVE, Act.ASK, Act.REPORT);

  private Acts() {}

  static Act of(Tokens t, Draft draft) {
    if (draft.cue().isEmpty()) {
      return Act.SAY;
    }
    Act act = verb(t, draft.cue().get());
    boolean document = draft.source().map(s -> isDocument(t, s)).orElse(false);
    return document && (act == Act.SAY || act == Act.ASSERT) ? Act.REPORT : act;
  }

  private static Act verb(Tokens t, Piece cue) {
    boolean negated = isNegated(t, cue);
    for (int i = cue.first(); i <= cue.last(); i++) {
      Optional<Act> phrase = phrase(t, i, cue.last());
      if (phrase.isPresent()) {
        return phrase.get();
      }
      if (t.cue[i] != 0) {
        Act act = CueLexicon.act(t.cue[i]);
        return negated && !STEADY.contains(act) ? Act.SAY : act;
      }
    }
    return Act.SAY;
  }

  private static boolean isNegated(Tokens t, Piece cue) {
    for (int i = Math.max(0, cue.first() - 2); i <= cue.last(); i++) {
      if (NEGATIONS.contains(lower(t, i))
          && (i >= cue.first() || t.sentence[i] == t.sentence[cue.first()])) {
        return true;
      }
    }
    return false;
  }

  /** Verbs that mean something else with the word after them. */
  private static Optional<Act> phrase(Tokens t, int i, int last) {
    if (i > last || i + 1 >= t.size) {
      return Optional.empty();
    }
    String next = lower(t, i + 1);
    return switch (lower(t, i)) {
      case "call", "calls", "called", "calling" ->
          next.equals("for") || next.equals("on") || next.equals("upon")
              ? Optional.of(Act.DEMAND)
              : Optional.empty();
      case "rule", "rules", "ruled", "ruling" ->
          next.equals("out") ? Optional.of(Act.DENY) : Optional.empty();
      case "hit", "hits" -> next.equals("out") ? Optional.of(Act.ACCUSE) : Optional.empty();
      case "insist", "insists", "insisted" ->
          next.equals("on") ? Optional.of(Act.DEMAND) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isDocument(Tokens t, Piece source) {
    for (int i = source.first(); i <= source.last() && i < source.first() + 6; i++) {
      if (t.shape[i] == Shape.LOWER && DOCUMENTS.contains(lower(t, i))) {
        return true;
      }
    }
    return false;
  }

  private static String lower(Tokens t, int i) {
    return t.end[i] - t.start[i] > 20 ? "" : t.in(i).toLowerCase(Locale.ROOT);
  }
}

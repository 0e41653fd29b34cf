package org.stemma.annotate;

import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.ActWords.Phrase;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Act;

/**
 * Tells what a cue does: by its words, by what follows them ("asked whether", "asked her to"), by
 * what denies them, and by who speaks, where that is a document. Immutable.
 */
final class Acts {
  private static final Set<String> NEGATIONS = Set.of("not", "never", "t", "nt", "without");

  /** "has been slow to embrace" */
  private static final Set<String> RELUCTANT =
      Set.of("slow", "reluctant", "unwilling", "loath", "hesitant");

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
          "results",
          "findings",
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
          "analysis",
          "slide",
          "chart",
          "video",
          "footage",
          "film",
          "documentary",
          "transcript",
          "filing",
          "ledger",
          "map");

  /** What a denial rejects; who rejects anything else refuses. */
  private static final Set<String> CLAIMS =
      Set.of(
          "claim",
          "claims",
          "accusation",
          "accusations",
          "allegation",
          "allegations",
          "charge",
          "charges",
          "report",
          "reports",
          "suggestion",
          "suggestions",
          "assertion",
          "assertions",
          "notion",
          "criticism",
          "blame",
          "idea",
          "rumour",
          "rumours",
          "rumor",
          "rumors",
          "theory",
          "that",
          "false",
          "untrue",
          "baseless",
          "unfounded",
          "nonsense",
          "lie",
          "lies",
          "fabricated");

  /** "dismissed the mayor as a dreamer" */
  private static final Set<String> DISMISSING =
      Set.of("dismiss", "dismisses", "dismissed", "dismissing");

  private static final Set<String> REJECTING = Set.of("reject", "rejects", "rejected", "rejecting");

  private static final Set<String> ASKING =
      Set.of("ask", "asks", "asked", "asking", "tell", "tells", "told", "telling");

  /** Behind these stands what is asked or told, not whom to do what. */
  private static final Set<String> CLAUSES =
      Set.of(
          "that", "whether", "if", "what", "why", "how", "when", "where", "who", "whom", "which",
          "about", "for");

  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "in", "from", "at", "with", "to", "by", "on", "about");

  /** Acts that a "not" leaves what they are. */
  private static final Set<Act> STEADY =
      Set.of(Act.SAY, Act.ASSERT, Act.BELIEVE, Act.ASK, Act.REPORT);

  /** How far behind a cue its frame is looked for, in tokens. */
  private static final int FRAME = 12;

  /** How far into a content a noun may stand that says what was done: "with a bitter attack on". */
  private static final int NOUN = 4;

  private final ActWords words = ActWords.load();

  /** The act, and the last token of the words that tell it. */
  Phrase of(Tokens t, Draft draft) {
    if (draft.cue().isEmpty()) {
      return new Phrase(Act.SAY, draft.contents().get(0).first() - 1);
    }
    Piece cue = draft.cue().get();
    Phrase told = byCue(t, cue);
    Act act = told.act();
    if (act == Act.SAY || act == Act.ASK) {
      act = isToldTo(t, told.last()) ? Act.DEMAND : act;
    }
    if (act == Act.REJECT || act == Act.DENY) {
      act = refusal(t, told);
    }
    if (act == Act.SAY && opensWith(t, draft)) {
      return byContent(t, draft).orElse(told);
    }
    boolean document = draft.source().map(s -> isDocument(t, s)).orElse(false);
    boolean neutral = act == Act.SAY || act == Act.ASSERT;
    return new Phrase(document && neutral ? Act.REPORT : act, told.last());
  }

  /** The first words of a cue that do more than say. */
  private Phrase byCue(Tokens t, Piece cue) {
    Phrase said = new Phrase(Act.SAY, cue.last());
    boolean says = false;
    for (int i = cue.first(); i <= cue.last(); i++) {
      // Behind a verb of saying a single verb form is more often a noun: "said at a hearing".
      Optional<Phrase> found = says ? words.at(t, i) : at(t, i);
      if (found.isPresent()) {
        says = true;
        Act act = negated(t, cue, i, found.get().act());
        if (act != Act.SAY) {
          return new Phrase(act, found.get().last());
        }
        i = found.get().last();
      }
    }
    boolean opinion = cue.first() == cue.last() && t.lower(cue.first()).equals("to");
    return opinion ? new Phrase(Act.BELIEVE, cue.last()) : said;
  }

  private Optional<Phrase> at(Tokens t, int i) {
    return words
        .at(t, i)
        .or(
            () ->
                t.cue[i] == 0
                    ? Optional.empty()
                    : Optional.of(new Phrase(CueLexicon.act(t.cue[i]), i)));
  }

  private static Act negated(Tokens t, Piece cue, int at, Act act) {
    boolean negated = false;
    for (int i = Math.max(t.sentenceStart[t.sentence[at]], cue.first() - 2); i < at; i++) {
      if (act == Act.SUPPORT && RELUCTANT.contains(t.lower(i))) {
        return Act.REJECT;
      }
      negated |= NEGATIONS.contains(t.lower(i));
    }
    if (!negated || STEADY.contains(act)) {
      return act;
    }
    return act == Act.SUPPORT ? Act.REJECT : Act.SAY;
  }

  /** "asked the council to wait", "told her to leave": whoever says so wants it done. */
  private static boolean isToldTo(Tokens t, int cue) {
    if (cue < 0 || !ASKING.contains(t.lower(cue))) {
      return false;
    }
    int end = Math.min(t.sentenceStart[t.sentence[cue] + 1], cue + 1 + FRAME);
    for (int i = cue + 1; i < end; i++) {
      String word = t.lower(i);
      if (CLAUSES.contains(word) || t.quote[i] == Tokens.OPENS || ends(t, i)) {
        return false;
      }
      if (word.equals("to")) {
        return i + 1 < end && t.shape[i + 1] == Shape.LOWER && !t.lower(i + 1).equals("the");
      }
    }
    return false;
  }

  private static boolean ends(Tokens t, int i) {
    return t.shape[i] == Shape.COLON
        || t.shape[i] == Shape.STOP && t.end[i - 1] == t.start[i] && t.shape[i - 1] == Shape.LOWER;
  }

  private static Act refusal(Tokens t, Phrase told) {
    String word = t.lower(told.last());
    boolean dismisses = DISMISSING.contains(word);
    if (!dismisses && !REJECTING.contains(word)) {
      return told.act();
    }
    boolean as = false;
    int end = Math.min(t.sentenceStart[t.sentence[told.last()] + 1], told.last() + 1 + FRAME);
    for (int i = told.last() + 1; i < end; i++) {
      if (CLAIMS.contains(t.lower(i))) {
        return Act.DENY;
      }
      as |= t.lower(i).equals("as");
    }
    return dismisses && as ? Act.ACCUSE : Act.REJECT;
  }

  /** "responded with attacks on", "answered by thanking". */
  private static boolean opensWith(Tokens t, Draft draft) {
    String first = t.lower(draft.contents().get(0).first());
    return first.equals("with") || first.equals("by");
  }

  private Optional<Phrase> byContent(Tokens t, Draft draft) {
    Piece content = draft.contents().get(0);
    for (int i = content.first() + 1; i <= Math.min(content.last(), content.first() + NOUN); i++) {
      Optional<Phrase> found = at(t, i).filter(phrase -> phrase.act() != Act.SAY);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** A document speaks where the noun itself is one: "a study by", not "the authors of a study". */
  private static boolean isDocument(Tokens t, Piece source) {
    for (int i = source.first(); i <= source.last(); i++) {
      if (i > source.first() && (PREPOSITIONS.contains(t.lower(i)) || !t.isWord(i))) {
        boolean joined = t.shape[i] == Shape.DASH || t.in(i).equals("/");
        if (!joined) {
          return false;
        }
      }
      if (t.shape[i] == Shape.LOWER && DOCUMENTS.contains(t.lower(i))) {
        return true;
      }
    }
    return false;
  }
}

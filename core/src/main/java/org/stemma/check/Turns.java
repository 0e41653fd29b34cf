package org.stemma.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Span;
import org.stemma.text.CommonWords;
import org.stemma.text.Words;

/**
 * Finds where the record goes on with a "but" that a draft leaves out: the words are right, and
 * their sense is not. For one thread.
 */
final class Turns {
  /** Words that take back some of what was said before them. */
  private static final Set<String> TURNING =
      Set.of(
          "but",
          "however",
          "though",
          "although",
          "unless",
          "yet",
          "except",
          "nevertheless",
          "nonetheless");

  /** A turn stands at the start of a sentence, or behind an "and" there. */
  private static final int LATEST_START = 2;

  /** "I would, however, ..." */
  private static final int LATEST_ASIDE = 6;

  /** Share of what a turn tells that the draft must tell, in any words around it. */
  private static final double TOLD = 0.5;

  /** Characters of the draft on either side of a quotation in which the turn may be told. */
  private static final int NEAR = 600;

  private final String draft;

  Turns(String draft) {
    this.draft = draft;
  }

  /**
   * The words with which the speaker goes on behind a stretch of the record and takes some of it
   * back; empty where there are none, or where the draft tells them near the quotation.
   */
  Optional<Span> leftOut(OnRecord record, Span stretch, Span quotation) {
    return turn(record, stretch).filter(turn -> !isTold(record.article().text(), turn, quotation));
  }

  private static Optional<Span> turn(OnRecord record, Span stretch) {
    int index = record.sentenceAt(stretch.end() - 1);
    if (index < 0) {
      return Optional.empty();
    }
    Span sentence = record.sentences().get(index);
    Optional<Span> here = inRest(record, stretch.end(), sentence.end());
    if (here.isPresent() || index + 1 == record.sentences().size() || !record.follows(index)) {
      return here;
    }
    Span next = near(record.sentences().get(index + 1));
    return isOfSameSpeaker(record, stretch, next) && opens(record.article().text(), next)
        ? Optional.of(inMarks(record, next).orElse(next))
        : Optional.empty();
  }

  /** Behind the quoted words, in the same sentence and still in quotation marks. */
  private static Optional<Span> inRest(OnRecord record, int from, int end) {
    if (from >= end) {
      return Optional.empty();
    }
    String text = record.article().text();
    Span rest = near(new Span(from, end));
    Words words = Words.in(text, rest);
    for (int i = 0; i < words.size(); i++) {
      if (TURNING.contains(words.normal(i)) && isSetOff(text, words, i, rest)) {
        int start = words.start(i);
        return inMarks(record, new Span(start, rest.end())).filter(turn -> turn.start() == start);
      }
    }
    return Optional.empty();
  }

  /** A comma or a dash stands before it: "all but two" takes nothing back. */
  private static boolean isSetOff(String text, Words words, int i, Span rest) {
    int from = i == 0 ? rest.start() : words.end(i - 1);
    for (int at = from; at < words.start(i); at++) {
      if (",;:.–—…-".indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return i <= 1 && words.normal(i).equals("unless");
  }

  /** No longer than a person reads, so that a sentence without end costs nothing. */
  private static Span near(Span stretch) {
    return stretch.length() <= NEAR ? stretch : new Span(stretch.start(), stretch.start() + NEAR);
  }

  /** What of a stretch is quoted, up to the mark and the sign before it. */
  private static Optional<Span> inMarks(OnRecord record, Span stretch) {
    return record
        .quotationIn(stretch)
        .map(
            quoted -> {
              Words words = Words.in(record.article().text(), quoted);
              return new Span(quoted.start(), words.end(words.size() - 1));
            });
  }

  private static boolean isOfSameSpeaker(OnRecord record, Span stretch, Span next) {
    Speakers speakers = Speakers.compare(record.speaker(stretch), record.speaker(next));
    return speakers == Speakers.SAME
        || (speakers == Speakers.NOT_CONTRADICTED && record.quotationIn(next).isPresent());
  }

  private static boolean opens(String text, Span sentence) {
    Words words = Words.in(text, sentence);
    for (int i = 0; i < Math.min(LATEST_ASIDE, words.size()); i++) {
      String word = words.normal(i);
      boolean aside = word.equals("however") || word.equals("though");
      if (TURNING.contains(word) && (aside || i == 0 || (i < LATEST_START && isAnd(words)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnd(Words words) {
    return words.normal(0).equals("and");
  }

  private boolean isTold(String text, Span turn, Span quotation) {
    Set<String> turning = CommonWords.tellingStems(text, List.of(turn));
    int from = Math.max(0, quotation.start() - NEAR);
    int to = Math.min(draft.length(), quotation.end() + NEAR);
    Set<String> told = new HashSet<>();
    if (from < quotation.start()) {
      told.addAll(CommonWords.tellingStems(draft, List.of(new Span(from, quotation.start()))));
    }
    if (quotation.end() < to) {
      told.addAll(CommonWords.tellingStems(draft, List.of(new Span(quotation.end(), to))));
    }
    long found = turning.stream().filter(told::contains).count();
    return !turning.isEmpty() && found >= TOLD * turning.size();
  }
}

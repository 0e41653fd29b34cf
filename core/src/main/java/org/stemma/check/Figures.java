package org.stemma.check;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.EventKind;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.Span;
import org.stemma.model.TimeMention;
import org.stemma.text.CommonWords;
import org.stemma.text.Sentences;

/**
 * Sets the numbers of a draft beside those that the record has of what may be the same: the same
 * thing counted, in an article that has words of the draft's quotations, or that shares names and
 * words with it. For one thread.
 */
final class Figures {
  /** Figures of one draft that are looked up; each costs a search of the whole record. */
  private static final int MOST = 200;

  /** Numbers on record that are shown on either side. */
  private static final int MOST_SHOWN = 6;

  /** Telling words that two sentences must share where nothing else says that they are of one. */
  private static final int SHARED_WORDS = 2;

  /** The same where it is not told what happened to those who are counted. */
  private static final int SHARED_WORDS_OF_ANY = 3;

  /** Names of the draft that an article must have. */
  private static final int SHARED_NAMES = 2;

  private static final Comparator<Told> NEWEST_FIRST =
      comparing(
              (Told told) -> told.article().published().map(FoundDate::earliest).orElse(null),
              nullsLast(Comparator.<Instant>reverseOrder()))
          .thenComparing(told -> told.article().id())
          .thenComparing(told -> told.recorded().span());

  private record Told(Article article, Figure figure, CheckedFigure.Recorded recorded) {}

  private final Desk desk;
  private final Set<ArticleId> quoted = new HashSet<>();

  /**
   * @param checked the draft's quotations: where they are on record, its events are too
   */
  Figures(Desk desk, List<Checked> checked) {
    this.desk = desk;
    for (Checked quotation : checked) {
      if (quotation.verdict() != Verdict.NOT_ON_RECORD) {
        quotation.nearest().map(Checked.Record::article).ifPresent(quoted::add);
      }
    }
  }

  /** Those of which the record tells. */
  List<CheckedFigure> of(Annotated draft) {
    String text = draft.article().text();
    List<CheckedFigure> checked = new ArrayList<>();
    Set<String> names = names(draft);
    List<Span> sentences =
        draft.figures().isEmpty() ? List.of() : Sentences.in(text, new Span(0, text.length()));
    int next = 0;
    int searched = 0;
    for (Figure figure : draft.figures()) {
      if (!isCompared(figure) || searched++ == MOST) {
        continue;
      }
      while (next + 1 < sentences.size() && sentences.get(next).end() <= figure.span().start()) {
        next++;
      }
      Span sentence = sentences.get(next).union(whole(figure));
      of(draft, figure, sentence, names).ifPresent(checked::add);
    }
    return checked;
  }

  private Optional<CheckedFigure> of(
      Annotated draft, Figure figure, Span sentence, Set<String> names) {
    String text = draft.article().text();
    Set<String> stems = CommonWords.tellingStems(text, List.of(sentence));
    List<Told> told = new ArrayList<>();
    for (OnRecord record : candidates(text, sentence)) {
      boolean near =
          quoted.contains(record.article().id())
              || shared(names, names(record.annotated())) >= SHARED_NAMES;
      for (Figure other : near ? record.annotated().figures() : List.<Figure>of()) {
        Span there = record.around(whole(other));
        if (isCompared(other)
            && what(figure).equals(what(other))
            && canBeOne(draft, figure, record.annotated(), other)
            && shared(stems, CommonWords.tellingStems(record.article().text(), List.of(there)))
                >= needed(figure)) {
          told.add(
              new Told(
                  record.article(),
                  other,
                  new CheckedFigure.Recorded(
                      record.article().id(), whole(other), there, record.speaker(other.span()))));
        }
      }
    }
    told.sort(NEWEST_FIRST);
    List<CheckedFigure.Recorded> rivals = shown(told, figure, true);
    List<CheckedFigure.Recorded> agreeing = shown(told, figure, false);
    return rivals.isEmpty() && agreeing.isEmpty()
        ? Optional.empty()
        : Optional.of(new CheckedFigure(whole(figure), sentence, agreeing, rivals));
  }

  private Set<OnRecord> candidates(String text, Span sentence) {
    Wording words = new Wording(text, List.of(sentence));
    Set<OnRecord> candidates = new LinkedHashSet<>();
    if (words.size() > 0) {
      candidates.addAll(desk.search(words, 0, words.size()));
    }
    quoted.stream().sorted().forEach(id -> desk.find(id).ifPresent(candidates::add));
    return candidates;
  }

  private static List<CheckedFigure.Recorded> shown(
      List<Told> told, Figure figure, boolean rivals) {
    return told.stream()
        .filter(t -> figure.excludes(t.figure()) == rivals)
        .map(Told::recorded)
        .limit(MOST_SHOWN)
        .toList();
  }

  /** What is told of everything, or vaguely, or is a part of another number, has no rival. */
  private static boolean isCompared(Figure figure) {
    boolean counted = figure.unit() == Figure.Unit.COUNT || !figure.head().isEmpty();
    return counted && !figure.isPart() && figure.exactness() != Figure.Exactness.VAGUE;
  }

  /** "Soldier killed" and "soldier" of the dead count the same; so do "body" and "body". */
  private static String what(Figure figure) {
    String head = figure.head();
    int blank = head.indexOf(' ');
    return figure.unit()
        + " "
        + figure.currency().orElse("")
        + " "
        + (figure.event() == EventKind.NONE || blank < 0 ? head : head.substring(0, blank))
        + " "
        + figure.event();
  }

  private static boolean canBeOne(Annotated draft, Figure one, Annotated article, Figure other) {
    Optional<String> place = one.place().map(p -> p.in(draft.article().text()));
    Optional<String> there = other.place().map(p -> p.in(article.article().text()));
    if (place.isPresent() && there.isPresent() && !plain(place.get()).equals(plain(there.get()))) {
      return false;
    }
    Optional<TimeMention> time = one.time().filter(t -> t.earliest().isPresent());
    Optional<TimeMention> when = other.time().filter(t -> t.earliest().isPresent());
    return time.isEmpty() || when.isEmpty() || time.get().canBe(when.get());
  }

  private static int needed(Figure figure) {
    return figure.event() == EventKind.NONE ? SHARED_WORDS_OF_ANY : SHARED_WORDS;
  }

  private static Span whole(Figure figure) {
    return figure.counted().map(figure.span()::union).orElse(figure.span());
  }

  private static Set<String> names(Annotated annotated) {
    Set<String> names = new HashSet<>();
    for (Name name : annotated.names()) {
      String words = plain(name.span().in(annotated.article().text()));
      names.add(words.substring(words.lastIndexOf(' ') + 1));
    }
    return names;
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
  }

  private static int shared(Set<String> one, Set<String> other) {
    int shared = 0;
    for (String word : one) {
      if (other.contains(word) && !Character.isDigit(word.charAt(0))) {
        shared++;
      }
    }
    return shared;
  }
}

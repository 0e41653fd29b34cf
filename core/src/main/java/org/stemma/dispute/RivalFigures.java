package org.stemma.dispute;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.EventKind;
import org.stemma.model.Figure;
import org.stemma.model.Speaker;
import org.stemma.model.TimeMention;
import org.stemma.text.CommonWords;

/**
 * Sets numbers beside one another that are told of one event: the same thing happened to the same
 * kind of people, at a place and time that can be one, and the articles carry a common statement or
 * tell the same place in the same days. What one source says later takes the place of what it said
 * before.
 */
final class RivalFigures {
  /** Outlets tell of one event in the same days. */
  private static final Duration SAME_DAYS = Duration.ofDays(3);

  /** An outlet's own number is no rival of one told when more was known. */
  private static final Duration SAME_HOURS = Duration.ofDays(1);

  /** Buckets are in order of time; what is told of one event stands near in it. */
  private static final int WINDOW = 200;

  /** Telling words that two sentences of one article must share to be of one event. */
  private static final int ONE_EVENT = 2;

  private static final Set<EventKind> COUNTED =
      Set.of(
          EventKind.KILLED,
          EventKind.INJURED,
          EventKind.MISSING,
          EventKind.DISPLACED,
          EventKind.ARRESTED,
          EventKind.ABDUCTED,
          EventKind.RESCUED,
          EventKind.ATTENDED);

  private static final Set<String> MILITARY =
      Set.of("soldier", "troop", "troops", "force", "serviceman", "personnel");
  private static final Set<String> MARCHERS =
      Set.of("person", "protester", "protestor", "demonstrator", "marcher");

  /** Compared by identity: each is one place in one text. */
  private static final class Told {
    private final Annotated article;
    private final Account account;
    private final String source;
    private final Set<String> stems;

    Told(Annotated article, Account account, String source, Set<String> stems) {
      this.article = article;
      this.account = account;
      this.source = source;
      this.stems = stems;
    }

    Annotated article() {
      return article;
    }

    Account account() {
      return account;
    }

    String source() {
      return source;
    }

    Set<String> stems() {
      return stems;
    }

    Figure figure() {
      return account.figure().orElseThrow();
    }
  }

  private final Chronology chronology;
  private final Events events;

  RivalFigures(Chronology chronology, Events events) {
    this.chronology = chronology;
    this.events = events;
  }

  List<Dispute> find() {
    Map<String, List<Told>> byArticles = new LinkedHashMap<>();
    Map<String, List<Told>> byPlace = new LinkedHashMap<>();
    List<Told> all = new ArrayList<>();
    for (Annotated annotated : chronology.inOrder()) {
      for (Figure figure : annotated.figures()) {
        if (isCounted(figure)) {
          Told told = told(annotated, figure);
          all.add(told);
          String what = what(figure);
          byArticles
              .computeIfAbsent(
                  events.of(annotated.article().id()) + " " + what, k -> new ArrayList<>())
              .add(told);
          place(told)
              .ifPresent(
                  place ->
                      byPlace
                          .computeIfAbsent(place + " " + what, k -> new ArrayList<>())
                          .add(told));
        }
      }
    }
    Map<Told, Told> joined = new HashMap<>();
    byArticles.values().forEach(bucket -> join(bucket, joined));
    byPlace.values().forEach(bucket -> join(bucket, joined));
    Map<Told, List<Told>> events = new LinkedHashMap<>();
    for (Told told : all) {
      events.computeIfAbsent(Events.root(joined, told), k -> new ArrayList<>()).add(told);
    }
    List<Dispute> found = new ArrayList<>();
    events.values().forEach(event -> dispute(event).ifPresent(found::add));
    return found;
  }

  private static boolean isCounted(Figure figure) {
    return figure.unit() == Figure.Unit.COUNT
        && COUNTED.contains(figure.event())
        && !figure.isPart()
        && figure.exactness() != Figure.Exactness.VAGUE;
  }

  private static String what(Figure figure) {
    int blank = figure.head().indexOf(' ');
    String noun = blank < 0 ? figure.head() : figure.head().substring(0, blank);
    String kind =
        MILITARY.contains(noun)
            ? "soldier"
            : figure.event() == EventKind.ATTENDED && MARCHERS.contains(noun) ? "person" : noun;
    return figure.event() + " " + kind;
  }

  private static Told told(Annotated annotated, Figure figure) {
    Optional<Attribution> teller = teller(annotated, figure);
    Account account =
        new Account(
            annotated.article().id(),
            figure.counted().map(figure.span()::union).orElse(figure.span()),
            Passages.sentence(
                annotated.article(),
                figure.counted().map(figure.span()::union).orElse(figure.span())),
            teller.map(Attribution::speaker).orElse(new Speaker.Unknown()),
            teller.map(Attribution::act),
            teller.map(Attribution::via).orElse(List.of()),
            Account.Side.FIGURE,
            Optional.of(figure));
    return new Told(
        annotated,
        account,
        source(annotated, account),
        CommonWords.tellingStems(annotated.article().text(), List.of(account.sentence())));
  }

  /** Who stands for a number: a speaker, else whom the outlet credits, else the outlet itself. */
  private static String source(Annotated annotated, Account account) {
    if (account.speaker() instanceof Speaker.Unknown) {
      return account.via().stream().findFirst().orElse(ownVoice(annotated));
    }
    return account.speaker().label().toLowerCase(Locale.ROOT);
  }

  private static String ownVoice(Annotated annotated) {
    return "outlet " + annotated.article().outlet().orElse(annotated.article().id().value());
  }

  private void join(List<Told> bucket, Map<Told, Told> joined) {
    for (int i = 0; i < bucket.size(); i++) {
      for (int k = i + 1; k < bucket.size() && k < i + WINDOW; k++) {
        if (isOneEvent(bucket.get(i), bucket.get(k))) {
          joined.put(Events.root(joined, bucket.get(k)), Events.root(joined, bucket.get(i)));
        }
      }
    }
  }

  private boolean isOneEvent(Told one, Told other) {
    Optional<String> place = place(one);
    Optional<String> otherPlace = place(other);
    boolean samePlace = place.isPresent() && place.equals(otherPlace);
    if (place.isPresent() && otherPlace.isPresent() && !samePlace) {
      return false;
    }
    Optional<TimeMention> time = one.figure().time().filter(t -> t.earliest().isPresent());
    Optional<TimeMention> otherTime = other.figure().time().filter(t -> t.earliest().isPresent());
    if (time.isPresent() && otherTime.isPresent() && !time.get().canBe(otherTime.get())) {
      return false;
    }
    if (one.article() == other.article()) {
      return one.account().sentence().overlaps(other.account().sentence())
          || shared(one, other) >= ONE_EVENT;
    }
    ArticleId here = one.article().article().id();
    ArticleId there = other.article().article().id();
    if (events.byStatement(here).equals(events.byStatement(there))) {
      return true;
    }
    return Events.isWithin(one.article(), other.article(), SAME_DAYS)
        && (events.of(here).equals(events.of(there))
            || samePlace && shared(one, other) >= ONE_EVENT + 1);
  }

  private static int shared(Told one, Told other) {
    int shared = 0;
    for (String stem : one.stems()) {
      if (other.stems().contains(stem) && !Character.isDigit(stem.charAt(0))) {
        shared++;
      }
    }
    return shared;
  }

  private static Optional<Instant> published(Told told) {
    return told.article().article().published().map(date -> date.earliest());
  }

  private static Optional<String> place(Told told) {
    return told.figure()
        .place()
        .map(
            place ->
                place
                    .in(told.article().article().text())
                    .toLowerCase(Locale.ROOT)
                    .replace('-', ' '));
  }

  private Optional<Dispute> dispute(List<Told> event) {
    List<Told> inOrder = new ArrayList<>(event);
    List<Account> sorted = chronology.inOrder(event.stream().map(Told::account).toList());
    inOrder.sort((a, b) -> sorted.indexOf(a.account()) - sorted.indexOf(b.account()));
    List<Dispute.Update> updates = new ArrayList<>();
    boolean[] replaced = new boolean[inOrder.size()];
    for (int i = 0; i < inOrder.size(); i++) {
      for (int k = i + 1; k < inOrder.size() && !replaced[i]; k++) {
        if (isUpdate(inOrder.get(i), inOrder.get(k))) {
          updates.add(new Dispute.Update(i, k));
          replaced[i] = true;
        }
      }
    }
    for (int i = 0; i < inOrder.size(); i++) {
      for (int k = i + 1; k < inOrder.size(); k++) {
        if (!replaced[i] && !replaced[k] && areRivals(inOrder.get(i), inOrder.get(k))) {
          return Optional.of(new Dispute(Dispute.Kind.RIVAL_FIGURES, sorted, updates));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUpdate(Told earlier, Told later) {
    return earlier.source().equals(later.source())
        && earlier.article() != later.article()
        && published(earlier).isPresent()
        && published(later).isPresent()
        && published(earlier).get().isBefore(published(later).get())
        && earlier.figure().excludes(later.figure());
  }

  private static boolean areRivals(Told one, Told other) {
    if (one.source().equals(other.source()) || !one.figure().excludes(other.figure())) {
      return false;
    }
    boolean ownVoices = isOwnVoice(one) && isOwnVoice(other);
    return !ownVoices || Events.isWithin(one.article(), other.article(), SAME_HOURS);
  }

  private static boolean isOwnVoice(Told told) {
    return told.source().equals(ownVoice(told.article()));
  }

  /** The innermost attribution whose content holds the figure. */
  private static Optional<Attribution> teller(Annotated annotated, Figure figure) {
    Attribution innermost = null;
    for (Attribution attribution : annotated.attributions()) {
      boolean holds = attribution.content().stream().anyMatch(s -> s.overlaps(figure.span()));
      if (holds
          && (innermost == null || attribution.extent().length() < innermost.extent().length())) {
        innermost = attribution;
      }
    }
    return Optional.ofNullable(innermost);
  }
}

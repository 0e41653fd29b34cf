package org.stemma.app.pages.view;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Locus;
import org.stemma.model.Span;

/**
 * What a person decided, in plain words.
 *
 * @param number its place in the log, from 1
 * @param at "4 May 2031, 10:15 UTC"
 * @param holds false once it was taken back
 * @param waits true where it speaks of an article that is not held
 * @param href of the place that it is about; empty where there is none
 */
public record DecisionLine(
    int number, String at, String words, boolean holds, boolean waits, String href) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** Longest words that are shown of a place or a headline, in code units. */
  private static final int SHOWN = 90;

  /** All of a log, the newest first. */
  public static List<DecisionLine> of(List<Decision> log, Shelf shelf) {
    return holding(log, shelf, decision -> true, false);
  }

  /** Some of a log, the newest first. */
  public static ListView<DecisionLine> page(List<Decision> log, Shelf shelf, int page, int size) {
    BitSet holding = new DecisionLog(log).holding();
    List<Integer> numbers = new ArrayList<>();
    for (int number = log.size(); number > 0; number--) {
      numbers.add(number);
    }
    return ListView.page(
        numbers,
        page,
        size,
        new ListView.Address("/decisions"),
        number -> line(number, log.get(number - 1), holding.get(number), shelf));
  }

  /** Of a log those that are wanted and hold, the newest first. */
  static List<DecisionLine> holding(List<Decision> log, Shelf shelf, Predicate<Decision> wanted) {
    return holding(log, shelf, wanted, true);
  }

  private static List<DecisionLine> holding(
      List<Decision> log, Shelf shelf, Predicate<Decision> wanted, boolean onlyHolding) {
    BitSet holding = new DecisionLog(log).holding();
    List<DecisionLine> lines = new ArrayList<>();
    for (int number = log.size(); number > 0; number--) {
      Decision decision = log.get(number - 1);
      if ((holding.get(number) || !onlyHolding) && wanted.test(decision)) {
        lines.add(line(number, decision, holding.get(number), shelf));
      }
    }
    return lines;
  }

  private static DecisionLine line(int number, Decision decision, boolean holds, Shelf shelf) {
    boolean waits = decision.articles().stream().anyMatch(id -> shelf.asRead(id).isEmpty());
    return new DecisionLine(
        number,
        TIME.format(decision.at()),
        words(decision, shelf),
        holds,
        waits,
        waits ? "" : href(decision, shelf));
  }

  private static String href(Decision decision, Shelf shelf) {
    return switch (decision.kind()) {
      case MERGE, SPLIT, RENAME, NOT_A_SPEAKER -> Links.speaker(decision.bearings().get(0));
      case JOIN_STATEMENTS, SPLIT_STATEMENT, REJECT, SET_SPEAKER, NOT_NAMED ->
          place(decision.places().get(0), shelf);
      case SET_DATE, SET_OUTLET -> Links.article(decision.articles().iterator().next());
      case MARK_ZONE -> {
        Decision.MarkZone mark = (Decision.MarkZone) decision;
        yield Links.passage(mark.article(), mark.span());
      }
      case REVERT -> "";
    };
  }

  /** The statement of a place; the place in its article where no statement is left there. */
  private static String place(Locus place, Shelf shelf) {
    return shelf
        .statement(place.id())
        .map(Links::statement)
        .orElse(Links.passage(place.article(), new Span(place.offset(), place.offset() + 1)));
  }

  /** One sentence. */
  private static String words(Decision decision, Shelf shelf) {
    List<String> names = decision.bearings().stream().map(id -> name(id, shelf)).toList();
    List<String> said = decision.places().stream().map(place -> said(place, shelf)).toList();
    return switch (decision.kind()) {
      case MERGE -> Phrases.list(names) + " are one.";
      case SPLIT -> "Another speaker of the same name: " + Phrases.list(decision.bearings()) + ".";
      case RENAME -> names.get(0) + " is shown as " + ((Decision.Rename) decision).name() + ".";
      case NOT_A_SPEAKER -> Phrases.list(names) + " is no speaker.";
      case JOIN_STATEMENTS -> "One statement: " + Phrases.list(said) + ".";
      case SPLIT_STATEMENT -> "A statement of its own: " + Phrases.list(said) + ".";
      case SET_DATE -> date((Decision.SetDate) decision, shelf);
      case SET_OUTLET -> outlet((Decision.SetOutlet) decision, shelf);
      case MARK_ZONE -> zone((Decision.MarkZone) decision, shelf);
      case REJECT -> said.get(0) + " is no attribution.";
      case SET_SPEAKER ->
          said.get(0) + " was said by " + ((Decision.SetSpeaker) decision).name() + ".";
      case NOT_NAMED -> said.get(0) + ": the article does not name who said it.";
      case REVERT -> "Decision " + ((Decision.Revert) decision).number() + " no longer holds.";
    };
  }

  private static String date(Decision.SetDate set, Shelf shelf) {
    Optional<Article> read = read(set.article(), shelf);
    String page =
        read.map(Article::dating)
            .map(
                dating ->
                    dating
                        .chosen()
                        .map(date -> "; the page says " + Phrases.date(date))
                        .orElse("; the page does not tell"))
            .orElse("");
    return title(set.article(), shelf)
        + " was published on "
        + Phrases.date(FoundDate.byHand(set.date()))
        + page
        + ".";
  }

  private static String outlet(Decision.SetOutlet set, Shelf shelf) {
    String page =
        read(set.article(), shelf)
            .map(
                a -> a.outlet().map(o -> "; the page says " + o).orElse("; the page does not tell"))
            .orElse("");
    return headline(set.article(), shelf).orElse("Article " + set.article())
        + " is of "
        + set.outlet()
        + page
        + ".";
  }

  private static String zone(Decision.MarkZone mark, Shelf shelf) {
    String words =
        read(mark.article(), shelf)
            .map(Article::text)
            .filter(text -> mark.span().end() <= text.length())
            .map(text -> "“" + Phrases.shortened(mark.span().in(text), SHOWN) + "”")
            .orElse("characters " + mark.span().start() + " to " + mark.span().end());
    return "In "
        + title(mark.article(), shelf)
        + ", "
        + words
        + ": "
        + Phrases.role(mark.role())
        + ".";
  }

  /** What is said at a place, with its outlet. */
  private static String said(Locus place, Shelf shelf) {
    return shelf
        .asRead(place.article())
        .filter(read -> place.offset() < read.article().text().length())
        .map(
            read ->
                "“"
                    + words(read, place.offset())
                    + "” ("
                    + Links.outletName(now(read.article(), shelf))
                    + ")")
        .orElse(place.id());
  }

  /** From a place to the end of what is said there; to the end of its line where nothing is. */
  private static String words(Annotated read, int offset) {
    String text = read.article().text();
    int line = text.indexOf('\n', offset + 1);
    int end =
        read.attributions().stream()
            .map(Attribution::extent)
            .filter(extent -> extent.contains(offset))
            .mapToInt(Span::end)
            .min()
            .orElse(line < 0 ? text.length() : line);
    String words = text.substring(offset, Math.min(end, offset + 2 * SHOWN));
    return Phrases.shortened(words.replaceAll("^[“”\"„«»\\s]+|[“”\"„«»,\\s]+$", ""), SHOWN);
  }

  private static String title(ArticleId id, Shelf shelf) {
    return read(id, shelf)
        .map(article -> now(article, shelf))
        .flatMap(
            article ->
                headline(id, shelf)
                    .map(headline -> headline + " (" + Links.outletName(article) + ")"))
        .orElse("Article " + id);
  }

  private static Optional<String> headline(ArticleId id, Shelf shelf) {
    return read(id, shelf)
        .map(article -> "“" + Phrases.shortened(ArticleLine.headline(article), SHOWN) + "”");
  }

  private static Article now(Article read, Shelf shelf) {
    return shelf.article(read.id()).map(Annotated::article).orElse(read);
  }

  private static Optional<Article> read(ArticleId id, Shelf shelf) {
    return shelf.asRead(id).map(Annotated::article);
  }

  /** How an article names the bearing, whatever it was merged with or renamed to. */
  private static String name(String bearing, Shelf shelf) {
    return shelf.entities().byId(bearing).map(Entity::bearings).orElse(List.of()).stream()
        .filter(b -> b.id().equals(bearing))
        .map(b -> b.name())
        .findFirst()
        .orElse(bearing);
  }
}

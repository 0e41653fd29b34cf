package org.stemma.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.Spelling;
import org.stemma.text.Words;

/**
 * What of the record is wanted: the same on a page, in the API, in an export and on the command
 * line. What is empty asks for nothing; what is given must all hold of one and the same witness.
 *
 * @param speaker the id of a speaker, or one of the names that articles give; case and marks do not
 *     count
 * @param outlet its name; case does not count
 * @param from first day of publication; an undated article is on no day
 * @param to last day of publication
 * @param act what the cue does
 * @param words all of which must stand in the content, in any order; never blank
 */
public record Filter(
    Optional<String> speaker,
    Optional<String> outlet,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Act> act,
    Optional<String> words) {
  /** Wants everything. */
  public static final Filter ALL =
      new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The names under which {@link #of} asks for its parts, and {@link #named} tells them. */
  public static final List<String> NAMES =
      List.of("speaker", "outlet", "from", "to", "act", "words");

  /**
   * @throws IllegalArgumentException when the last day is before the first, in words for people
   */
  public Filter {
    speaker = notBlank(speaker);
    outlet = notBlank(outlet);
    words = notBlank(words);
    requireNonNull(act, "act");
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new IllegalArgumentException(
          "The last day, " + to.get() + ", is before the first, " + from.get() + ".");
    }
  }

  private static Optional<String> notBlank(Optional<String> given) {
    return given.map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * Reads a filter from the query of an address, or from whatever else has values by {@link
   * #NAMES}. A blank value is none.
   *
   * @throws IllegalArgumentException when a value makes no sense; the message is one sentence, for
   *     people
   */
  public static Filter of(Function<String, Optional<String>> given) {
    return new Filter(
        given.apply("speaker"),
        given.apply("outlet"),
        notBlank(given.apply("from")).map(value -> day("from", value)),
        notBlank(given.apply("to")).map(value -> day("to", value)),
        notBlank(given.apply("act")).map(Filter::actNamed),
        given.apply("words"));
  }

  private static LocalDate day(String name, String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is a day like 2031-05-04, not \"" + value + "\".", e);
    }
  }

  private static Act actNamed(String value) {
    for (Act act : Act.values()) {
      if (act.name().equalsIgnoreCase(value)) {
        return act;
      }
    }
    List<String> names = new ArrayList<>();
    for (Act act : Act.values()) {
      names.add(act.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(
        "There is no act \"" + value + "\"; there are " + String.join(", ", names) + ".");
  }

  /** What is asked for, by {@link #NAMES} and in their order, as {@link #of} reads it. */
  public Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    speaker.ifPresent(value -> named.put("speaker", value));
    outlet.ifPresent(value -> named.put("outlet", value));
    from.ifPresent(value -> named.put("from", value.toString()));
    to.ifPresent(value -> named.put("to", value.toString()));
    act.ifPresent(value -> named.put("act", value.name().toLowerCase(Locale.ROOT)));
    words.ifPresent(value -> named.put("words", value));
    return named;
  }

  /** True when nothing is asked for. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** True when it asks for nothing but outlet and days, which every article has of itself. */
  public boolean isOfArticles() {
    return speaker.isEmpty() && act.isEmpty() && words.isEmpty();
  }

  /** True when outlet and day are wanted. */
  public boolean admits(Article article) {
    if (outlet.isPresent()
        && article.outlet().filter(o -> o.equalsIgnoreCase(outlet.get())).isEmpty()) {
      return false;
    }
    if (from.isEmpty() && to.isEmpty()) {
      return true;
    }
    Optional<LocalDate> day = article.published().map(Filter::day);
    return day.isPresent()
        && from.filter(first -> day.get().isBefore(first)).isEmpty()
        && to.filter(last -> day.get().isAfter(last)).isEmpty();
  }

  /** The day as the page tells it, whatever the zone. */
  private static LocalDate day(FoundDate date) {
    return LocalDate.parse(date.value().substring(0, 10));
  }

  /**
   * True when all that is asked for holds of one thing said in an article.
   *
   * @param content where it stands, in text order
   */
  public boolean admits(
      Article article, Speaker said, Optional<Act> done, List<Span> content, Entities entities) {
    return admits(article.id(), said, done, entities)
        && admits(article)
        && (words.isEmpty() || holds(article.text(), content));
  }

  /** What can be told without the article. */
  private boolean admits(ArticleId article, Speaker said, Optional<Act> done, Entities entities) {
    return (act.isEmpty() || act.equals(done))
        && (speaker.isEmpty() || means(article, said, entities));
  }

  /** True when all that is asked for holds of an attribution of this article. */
  public boolean admits(Annotated annotated, Attribution attribution, Entities entities) {
    return admits(
        annotated.article(),
        attribution.speaker(),
        Optional.of(attribution.act()),
        attribution.content(),
        entities);
  }

  /**
   * True when all that is asked for holds of one of a statement's witnesses.
   *
   * @param articles the articles of the witnesses
   */
  public boolean admits(
      Statement statement, Function<ArticleId, Article> articles, Entities entities) {
    if (isAll()) {
      return true;
    }
    for (Witness witness : statement.witnesses()) {
      Optional<Act> done = Optional.of(witness.act());
      // An article is asked for only where the rest holds: on a large desk that is what takes long.
      if (admits(witness.article(), witness.speaker(), done, entities)
          && (isOfWitnesses()
              || admits(
                  articles.apply(witness.article()),
                  witness.speaker(),
                  done,
                  witness.parts(),
                  entities))) {
        return true;
      }
    }
    return false;
  }

  /** True when no article is needed to decide. */
  private boolean isOfWitnesses() {
    return outlet.isEmpty() && from.isEmpty() && to.isEmpty() && words.isEmpty();
  }

  /**
   * True when all that is asked for holds of one of a dispute's accounts; its words are those of
   * the account's sentence.
   *
   * @param articles the articles of the accounts
   */
  public boolean admits(Dispute dispute, Function<ArticleId, Article> articles, Entities entities) {
    if (isAll()) {
      return true;
    }
    for (Account account : dispute.accounts()) {
      if (admits(
          articles.apply(account.article()),
          account.speaker(),
          account.act(),
          List.of(account.sentence()),
          entities)) {
        return true;
      }
    }
    return false;
  }

  private boolean means(ArticleId article, Speaker said, Entities entities) {
    String wanted = speaker.orElseThrow();
    Optional<Entity> entity = entities.of(article, said);
    if (entity.isPresent()) {
      return entity.equals(entities.byId(wanted))
          || entity.get().names().stream().anyMatch(name -> isSame(name, wanted));
    }
    return said instanceof Speaker.Named named && isSame(named.name(), wanted);
  }

  private static boolean isSame(String name, String wanted) {
    return Spelling.folded(name).equals(Spelling.folded(wanted));
  }

  private boolean holds(String text, List<Span> content) {
    return new HashSet<>(Words.in(text, content).normals())
        .containsAll(Words.in(words.orElseThrow()).normals());
  }
}

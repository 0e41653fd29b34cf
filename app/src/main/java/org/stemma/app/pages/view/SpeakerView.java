package org.stemma.app.pages.view;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Bearing;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Statement;
import org.stemma.model.Union;
import org.stemma.model.Witness;

/**
 * One speaker under all names: what they said over time, through whom, and what others say of them.
 *
 * @param others the other names
 * @param isSpeaker false when a person said that this is nobody
 * @param said "4 statements, named in 3 articles"
 * @param statements oldest first, undated last
 * @param notShown statements beyond those shown
 * @param outlets who carries them, with the number of statements
 * @param credited whom the outlets had it from, with the number of attributions
 * @param aimed what others accuse, blame, ask them of; oldest first
 * @param bearings the articles that name them, each a decision may split off
 * @param reasons why these names are taken to be one's
 * @param known names of other speakers, to choose from
 * @param copies turns how copies are counted
 */
public record SpeakerView(
    String id,
    String name,
    boolean isSpeaker,
    List<String> others,
    String said,
    List<StatementLine> statements,
    int notShown,
    List<Count> outlets,
    List<Count> credited,
    List<Aimed> aimed,
    List<BearingLine> bearings,
    List<String> reasons,
    List<String> known,
    LinkView copies) {
  /** Statements, articles and acts shown at most. */
  private static final int SHOWN = 200;

  /** Names offered to choose from. */
  private static final int OFFERED = 300;

  /** Longest wording of what is aimed at somebody, in code units. */
  private static final int WORDS = 220;

  public SpeakerView {
    others = List.copyOf(others);
    statements = List.copyOf(statements);
    outlets = List.copyOf(outlets);
    credited = List.copyOf(credited);
    aimed = List.copyOf(aimed);
    bearings = List.copyOf(bearings);
    reasons = List.copyOf(reasons);
    known = List.copyOf(known);
  }

  /** A name and how often. */
  public record Count(String name, String number) {}

  /** What somebody else aims at the speaker. */
  public record Aimed(
      String who, String act, String words, String href, String outlet, DateView date) {}

  /**
   * An article that names the speaker.
   *
   * @param id of the bearing
   * @param forms how it names them
   */
  public record BearingLine(
      String id, String headline, String href, String outlet, String forms, DateView date) {}

  /** All that a desk tells of an entity. */
  public static SpeakerView of(Entity entity, Shelf shelf, CopiesSwitch copies) {
    List<Statement> said = new ArrayList<>(shelf.statementsBy(entity));
    Map<Statement, String> days = new java.util.HashMap<>();
    said.forEach(statement -> days.put(statement, day(statement, shelf)));
    said.sort(comparing(days::get));
    List<Annotated> articles = new ArrayList<>();
    entity.articles().stream()
        .limit(SHOWN)
        .forEach(id -> shelf.article(id).ifPresent(articles::add));
    articles.sort(comparing(annotated -> day(annotated.article())));
    Entities entities = shelf.entities();
    return new SpeakerView(
        entity.id(),
        entity.name(),
        entity.isSpeaker(),
        entity.names().subList(1, entity.names().size()),
        SpeakerLine.said(entity, said.size()),
        said.stream().limit(SHOWN).map(s -> copies.line(s, shelf)).toList(),
        Math.max(0, said.size() - SHOWN),
        outlets(said, entity, entities, shelf),
        credited(articles, entity, entities),
        aimed(articles, entity, entities),
        entity.bearings().stream()
            .limit(SHOWN)
            .map(b -> line(b, shelf.known(b.article())))
            .toList(),
        entity.unions().stream().map(SpeakerView::because).distinct().toList(),
        shelf.speakers().stream()
            .map(Entity::name)
            .filter(name -> !name.equals(entity.name()))
            .distinct()
            .limit(OFFERED)
            .toList(),
        copies.turned(new ListView.Address(Links.speaker(entity.id()))));
  }

  private static List<Count> outlets(
      List<Statement> said, Entity entity, Entities entities, Shelf shelf) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Statement statement : said) {
      statement.witnesses().stream()
          .filter(w -> isBy(entity, entities, w))
          .map(w -> Links.outletName(shelf.known(w.article())))
          .distinct()
          .forEach(outlet -> counts.merge(outlet, 1, Integer::sum));
    }
    return most(counts);
  }

  private static boolean isBy(Entity entity, Entities entities, Witness witness) {
    return entities.of(witness.article(), witness.speaker()).filter(entity::equals).isPresent();
  }

  private static List<Count> credited(List<Annotated> articles, Entity entity, Entities entities) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Annotated annotated : articles) {
      for (Attribution attribution : annotated.attributions()) {
        if (entities
            .of(annotated.article().id(), attribution.speaker())
            .filter(entity::equals)
            .isPresent()) {
          attribution.via().forEach(credit -> counts.merge(credit, 1, Integer::sum));
        }
      }
    }
    return most(counts);
  }

  private static List<Count> most(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .map(entry -> new Count(entry.getKey(), Phrases.number(entry.getValue())))
        .toList();
  }

  private static List<Aimed> aimed(List<Annotated> articles, Entity entity, Entities entities) {
    List<Aimed> aimed = new ArrayList<>();
    for (Annotated annotated : articles) {
      Article article = annotated.article();
      for (Attribution attribution : annotated.attributions()) {
        boolean atThem =
            entities.of(article.id(), attribution.aim().whom()).filter(entity::equals).isPresent();
        if (atThem && attribution.act() != Act.SAY && aimed.size() < SHOWN) {
          aimed.add(
              new Aimed(
                  attribution.speaker().label(),
                  Phrases.act(attribution.act()),
                  Phrases.shortened(attribution.extent().in(article.text()), WORDS),
                  Links.passage(article.id(), attribution.extent()),
                  Links.outletName(article),
                  DateView.published(article)));
        }
      }
    }
    return aimed;
  }

  private static BearingLine line(Bearing bearing, Article article) {
    return new BearingLine(
        bearing.id(),
        ArticleLine.headline(article),
        Links.article(article.id()),
        Links.outletName(article),
        String.join(", ", bearing.forms()),
        DateView.published(article));
  }

  private static String because(Union union) {
    return switch (union.reason()) {
      case DECIDED -> "You decided that they are one.";
      case LISTED -> "The list of known names says that they are one.";
      case SAME_NAME -> "Articles give one full name.";
      case INTRODUCED -> "A text introduces the one name for the other.";
      case SAME_OFFICE -> "They hold one office, and the names can be one person’s.";
      case SAME_WORDS -> "They said the same words, and the names can be one person’s.";
    };
  }

  private static String day(Statement statement, Shelf shelf) {
    return statement.witnesses().stream()
        .map(w -> day(shelf.known(w.article())))
        .min(comparing(day -> day))
        .orElseThrow();
  }

  /** Sorts those without a date behind all others. */
  private static String day(Article article) {
    return article.published().map(date -> date.value()).orElse("~");
  }
}

package org.stemma.app.pages.view;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.stemma.app.desk.Shelf;
import org.stemma.dispute.Account;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Bearing;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Union;
import org.stemma.search.Facet;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.store.Sought;

/**
 * One speaker under all names: what they said over time, through whom, and what others say of them.
 *
 * @param others the other names
 * @param isSpeaker false when a person said that this is nobody
 * @param said "4 statements, named in 3 articles"
 * @param bars when it was said
 * @param statements oldest first, undated last; some of them
 * @param all the way to all of them; without address where none is missing
 * @param outlets who carries them, with the number of statements
 * @param credited whom the outlets had it from, with the number of statements
 * @param denied what they deny or reject; some of it
 * @param allDenied the way to all of it; without address where none is missing
 * @param accused what others accuse or blame them of, oldest first
 * @param aimed what others ask, warn, praise them of, oldest first
 * @param disputes in which they have a part
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
    DayBars bars,
    List<StatementLine> statements,
    LinkView all,
    List<SearchView.ValueView> outlets,
    List<SearchView.ValueView> credited,
    List<StatementLine> denied,
    LinkView allDenied,
    List<Aimed> accused,
    List<Aimed> aimed,
    List<LinkView> disputes,
    List<BearingLine> bearings,
    List<String> reasons,
    List<String> known,
    LinkView copies) {
  /** Articles and acts shown at most. */
  private static final int SHOWN = 200;

  /** Statements and disputes shown of what can be many. */
  private static final int FEW = 12;

  /** Names offered to choose from. */
  private static final int OFFERED = 300;

  /** Longest wording of what is aimed at somebody, in code units. */
  private static final int WORDS = 220;

  public SpeakerView {
    others = List.copyOf(others);
    statements = List.copyOf(statements);
    outlets = List.copyOf(outlets);
    credited = List.copyOf(credited);
    denied = List.copyOf(denied);
    accused = List.copyOf(accused);
    disputes = List.copyOf(disputes);
    aimed = List.copyOf(aimed);
    bearings = List.copyOf(bearings);
    reasons = List.copyOf(reasons);
    known = List.copyOf(known);
  }

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
    Query query = query(entity, shelf);
    Found found = shelf.find(query);
    Query denying = query.with(DENYING);
    Found denied = shelf.find(denying);
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
        SpeakerLine.said(entity, found.statements()),
        DayBars.of(found.days(), query, SearchView::address),
        lines(found, shelf, copies),
        all(found, query, "statement"),
        values(found.facet(Field.OUTLET), query),
        values(found.facet(Field.VIA), query),
        lines(denied, shelf, copies),
        all(denied, denying, "denial"),
        aimed(articles, entity, entities, ACCUSING::contains),
        aimed(articles, entity, entities, act -> !ACCUSING.contains(act)),
        disputes(entity, entities, shelf),
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

  private static final Set<Act> ACCUSING = Set.of(Act.ACCUSE, Act.BLAME);

  private static final Query DENYING =
      new Query.Or(List.of(new Query.Term(Field.ACT, "deny"), new Query.Term(Field.ACT, "reject")));

  /** By name, where that finds nobody else; people read it in the search box. */
  private static Query query(Entity entity, Shelf shelf) {
    Query byId = new Query.Term(Field.SPEAKER, entity.id());
    if (!Sought.isWord(entity.name())) {
      return byId;
    }
    Query byName = new Query.Term(Field.SPEAKER, entity.name());
    return shelf.find(byName).witnesses() == shelf.find(byId).witnesses() ? byName : byId;
  }

  private static List<StatementLine> lines(Found found, Shelf shelf, CopiesSwitch copies) {
    return found.statements(Found.Order.OLDEST, 0, FEW).stream()
        .map(Found.Hit::statement)
        .map(s -> copies.line(s, shelf))
        .toList();
  }

  private static LinkView all(Found found, Query query, String noun) {
    return new LinkView(
        "All " + Phrases.count(found.statements(), noun) + ", oldest first",
        found.statements() > FEW ? SearchView.address(query).with("order", "oldest").text() : "");
  }

  private static List<SearchView.ValueView> values(Facet facet, Query query) {
    return facet.values().stream()
        .map(
            value ->
                new SearchView.ValueView(
                    value.clause().value(),
                    SearchView.address(query.with(value.clause())).text(),
                    Phrases.number(value.statements())))
        .toList();
  }

  private static List<LinkView> disputes(Entity entity, Entities entities, Shelf shelf) {
    Predicate<Account> isTheirs =
        account ->
            entities.of(account.article(), account.speaker()).filter(entity::equals).isPresent();
    return shelf.disputes().stream()
        .filter(dispute -> dispute.accounts().stream().anyMatch(isTheirs))
        .limit(FEW)
        .map(dispute -> DisputeView.link(dispute, shelf::known, isTheirs))
        .toList();
  }

  private static List<Aimed> aimed(
      List<Annotated> articles, Entity entity, Entities entities, Predicate<Act> which) {
    List<Aimed> aimed = new ArrayList<>();
    for (Annotated annotated : articles) {
      Article article = annotated.article();
      for (Attribution attribution : annotated.attributions()) {
        boolean atThem =
            entities.of(article.id(), attribution.aim().whom()).filter(entity::equals).isPresent();
        if (atThem
            && attribution.act() != Act.SAY
            && which.test(attribution.act())
            && aimed.size() < SHOWN) {
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

  /** Sorts those without a date behind all others. */
  private static String day(Article article) {
    return article.published().map(date -> date.value()).orElse("~");
  }
}

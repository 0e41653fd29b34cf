package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.FoundDate;
import org.stemma.model.Locus;
import org.stemma.model.NameKind;
import org.stemma.model.ZoneRole;

/**
 * What a reader can put right about an article, and what was put right.
 *
 * @param done decisions about it that hold, the newest first
 * @param date the day it is taken to be of, ISO 8601; may be empty
 * @param said each attribution by its place
 * @param roles of a stretch, the usual ones first
 * @param speakers names to choose from: whom the article names
 */
public record CorrectArticleView(
    String id,
    List<DecisionLine> done,
    String date,
    String outlet,
    List<Option> said,
    List<Option> roles,
    List<String> speakers) {
  /** Attributions and names offered to choose from. */
  static final int OFFERED = 300;

  /** Longest words of an attribution in a list to choose from, in code units. */
  private static final int WORDS = 70;

  private static final List<ZoneRole> USUAL =
      List.of(ZoneRole.BOILERPLATE, ZoneRole.BODY, ZoneRole.COMMENT);

  public CorrectArticleView {
    done = List.copyOf(done);
    said = List.copyOf(said);
    roles = List.copyOf(roles);
    speakers = List.copyOf(speakers);
  }

  /** What is chosen, and how it is shown. */
  public record Option(String value, String words) {}

  /**
   * @param annotated as it is seen now
   */
  public static CorrectArticleView of(Annotated annotated, Shelf shelf) {
    Article article = annotated.article();
    ArticleId id = article.id();
    return new CorrectArticleView(
        id.value(),
        DecisionLine.holding(shelf.decisions(), shelf, decision -> isAbout(decision, id)),
        article.published().map(FoundDate::value).map(value -> value.substring(0, 10)).orElse(""),
        article.outlet().orElse(""),
        attributions(annotated),
        rolesUsualFirst(),
        names(Set.of(id), shelf));
  }

  /** Whom some articles name, under the names that the desk shows. */
  static List<String> names(Set<ArticleId> articles, Shelf shelf) {
    Entities entities = shelf.entities();
    Set<String> names = new TreeSet<>();
    for (ArticleId id : articles) {
      Optional<Annotated> article = names.size() < OFFERED ? shelf.article(id) : Optional.empty();
      if (article.isPresent()) {
        String text = article.get().article().text();
        article.get().names().stream()
            .filter(name -> name.kind() != NameKind.PLACE)
            .map(name -> name.span().in(text).strip())
            .distinct()
            .limit(OFFERED)
            .flatMap(form -> entities.of(id, form).stream())
            .filter(Entity::isSpeaker)
            .forEach(entity -> names.add(entity.name()));
      }
    }
    return names.stream().limit(OFFERED).toList();
  }

  private static boolean isAbout(Decision decision, ArticleId id) {
    return decision.bearings().isEmpty()
        ? decision.articles().contains(id)
        : decision.places().stream().anyMatch(place -> place.article().equals(id));
  }

  private static List<Option> attributions(Annotated annotated) {
    List<Option> said = new ArrayList<>();
    for (Attribution outer : annotated.attributions()) {
      List<Attribution> both = new ArrayList<>(List.of(outer));
      both.addAll(outer.nested());
      for (Attribution attribution : both) {
        if (said.size() < OFFERED) {
          said.add(option(attribution, annotated.article()));
        }
      }
    }
    return said;
  }

  private static Option option(Attribution attribution, Article article) {
    return new Option(
        new Locus(article.id(), attribution.extent().start()).id(),
        attribution.speaker().label()
            + ": "
            + Phrases.shortened(attribution.extent().in(article.text()), WORDS));
  }

  private static List<Option> rolesUsualFirst() {
    List<ZoneRole> roles = new ArrayList<>(USUAL);
    for (ZoneRole role : ZoneRole.values()) {
      if (!roles.contains(role)) {
        roles.add(role);
      }
    }
    return roles.stream()
        .map(role -> new Option(role.name().toLowerCase(Locale.ROOT), Phrases.role(role)))
        .toList();
  }
}

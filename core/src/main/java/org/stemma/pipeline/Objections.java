package org.stemma.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.Locus;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.store.Articles;

/**
 * What speaks against taking a decision now: it names what is not there, or would change nothing.
 * Decisions of other desks are not asked: they may wait.
 */
final class Objections {
  private final int taken;
  private final Statements record;
  private final Articles articles;

  /**
   * @param taken number of the decisions before it
   */
  Objections(int taken, Statements record, Articles articles) {
    this.taken = taken;
    this.record = record;
    this.articles = articles;
  }

  /**
   * @throws IllegalArgumentException with the objection, one sentence for people
   */
  void to(Decision decision) {
    objection(decision)
        .ifPresent(
            sentence -> {
              throw new IllegalArgumentException(sentence);
            });
  }

  private Optional<String> objection(Decision decision) {
    if (decision instanceof Decision.Revert revert && revert.number() > taken) {
      return Optional.of("There is no decision " + revert.number() + ": " + taken + " were taken.");
    }
    for (String bearing : decision.bearings()) {
      if (record.entities().byId(bearing).isEmpty()) {
        return Optional.of("No article of this desk has \"" + bearing + "\".");
      }
    }
    for (ArticleId article : decision.articles()) {
      if (articles.find(article).isEmpty()) {
        return Optional.of("The desk holds no article \"" + article + "\".");
      }
    }
    return switch (decision.kind()) {
      case JOIN_STATEMENTS -> toJoining(decision.places());
      case SPLIT_STATEMENT -> toSplitting(decision.places());
      case REJECT, SET_SPEAKER, NOT_NAMED -> toAttribution(decision);
      case MARK_ZONE -> toMarking((Decision.MarkZone) decision);
      default -> Optional.empty();
    };
  }

  private Optional<String> toJoining(List<Locus> places) {
    Set<String> statements = new HashSet<>();
    for (Locus place : places) {
      Optional<Statement> statement = record.byId(place.id());
      if (statement.isEmpty()) {
        return noWitness(place);
      }
      statements.add(statement.get().id());
    }
    return statements.size() > 1
        ? Optional.empty()
        : Optional.of("These are one statement already.");
  }

  private Optional<String> toSplitting(List<Locus> places) {
    Set<String> statements = new HashSet<>();
    Set<Witness> named = new HashSet<>();
    int witnesses = 0;
    for (Locus place : places) {
      Optional<Statement> statement = record.byId(place.id());
      if (statement.isEmpty()) {
        return noWitness(place);
      }
      if (statements.add(statement.get().id())) {
        witnesses += statement.get().witnesses().size();
      }
      statement.get().witnesses().stream()
          .filter(w -> w.article().equals(place.article()) && w.span().contains(place.offset()))
          .forEach(named::add);
    }
    return statements.size() == 1 && named.size() == witnesses
        ? Optional.of("That is the whole statement: nothing would be left.")
        : Optional.empty();
  }

  private static Optional<String> noWitness(Locus place) {
    return Optional.of("No statement has a witness at \"" + place.id() + "\".");
  }

  private Optional<String> toAttribution(Decision decision) {
    Locus place = decision.places().get(0);
    Annotated kept = articles.find(place.article()).orElseThrow();
    Annotated article = record.hindsight().corrections().reread(kept);
    if (Corrections.at(article.attributions(), place.offset()).isEmpty()) {
      return Optional.of("Nobody says anything at \"" + place.id() + "\".");
    }
    if (decision instanceof Decision.SetSpeaker set) {
      Optional<Entity> meant = record.entities().of(place.article(), set.name());
      if (meant.isPresent() && !meant.equals(record.entities().byId(set.bearing()))) {
        return Optional.of(
            "In this article \"" + set.name() + "\" is another speaker: merge the two first.");
      }
    }
    return Optional.empty();
  }

  private Optional<String> toMarking(Decision.MarkZone mark) {
    String text = articles.find(mark.article()).orElseThrow().article().text();
    if (mark.span().end() > text.length()) {
      return Optional.of("The article's text ends at " + text.length() + ".");
    }
    return mark.span().in(text).isBlank()
        ? Optional.of("There are no words in this stretch.")
        : Optional.empty();
  }
}

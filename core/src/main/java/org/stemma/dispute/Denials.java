package org.stemma.dispute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.CommonWords;
import org.stemma.text.Words;

/**
 * Sets denials beside the accusation they answer. An article must tell both, near each other, and
 * the accusation must speak of the one who denies, or both must speak of the same thing.
 */
final class Denials {
  /** An answer stands near what it answers: some four paragraphs of news, in UTF-16 code units. */
  private static final int NEAR = 1_500;

  /** Content words that two contents must share to be of one thing, where nobody is named. */
  private static final int ONE_THING = 2;

  private final Chronology chronology;
  private final Map<ArticleId, List<Statement>> byArticle = new HashMap<>();

  Denials(Chronology chronology, List<Statement> statements) {
    this.chronology = chronology;
    for (Statement statement : statements) {
      for (Witness witness : statement.witnesses()) {
        byArticle.computeIfAbsent(witness.article(), a -> new ArrayList<>()).add(statement);
      }
    }
  }

  List<Dispute> find() {
    Map<String, Set<Account>> disputes = new LinkedHashMap<>();
    for (Annotated annotated : chronology.inOrder()) {
      for (Attribution denial : annotated.attributions()) {
        if (denial.act() == Act.DENY) {
          answered(annotated, denial).ifPresent(a -> join(annotated, a, denial, disputes));
        }
      }
    }
    List<Dispute> found = new ArrayList<>();
    for (Set<Account> accounts : disputes.values()) {
      found.add(new Dispute(Dispute.Kind.DENIAL, chronology.inOrder(accounts)));
    }
    return found;
  }

  /** The nearest accusation that a denial can answer. */
  private static Optional<Attribution> answered(Annotated annotated, Attribution denial) {
    Attribution nearest = null;
    for (Attribution accusation : annotated.attributions()) {
      if ((accusation.act() == Act.ACCUSE || accusation.act() == Act.BLAME)
          && distance(accusation, denial) <= NEAR
          && !accusation.speaker().equals(denial.speaker())
          && answers(annotated.article().text(), accusation, denial)
          && (nearest == null || distance(accusation, denial) < distance(nearest, denial))) {
        nearest = accusation;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static boolean answers(String text, Attribution accusation, Attribution denial) {
    Set<String> denier = names(text, denial.source());
    if (denial.speaker() instanceof Speaker.Named named) {
      denier.addAll(names(named.name(), List.of(new Span(0, named.name().length()))));
    }
    Set<String> accused = names(text, accusation.content());
    accused.removeAll(names(text, accusation.source()));
    accused.retainAll(denier);
    Set<String> shared = CommonWords.tellingStems(text, accusation.content());
    shared.retainAll(CommonWords.tellingStems(text, denial.content()));
    return !accused.isEmpty() || shared.size() >= ONE_THING;
  }

  private void join(
      Annotated annotated,
      Attribution accusation,
      Attribution denial,
      Map<String, Set<Account>> disputes) {
    Set<Account> accounts =
        disputes.computeIfAbsent(key(annotated, accusation), a -> new LinkedHashSet<>());
    accounts.addAll(accounts(annotated, accusation, Account.Side.ACCUSATION));
    accounts.addAll(accounts(annotated, denial, Account.Side.DENIAL));
  }

  private String key(Annotated annotated, Attribution attribution) {
    return statement(annotated, attribution)
        .map(Statement::id)
        .orElse(annotated.article().id() + " " + attribution.extent());
  }

  /** All witnesses of what was said; the attribution alone where no statement holds it. */
  private List<Account> accounts(Annotated annotated, Attribution attribution, Account.Side side) {
    List<Account> accounts = new ArrayList<>();
    Collection<Witness> witnesses =
        statement(annotated, attribution).map(Statement::witnesses).orElse(List.of());
    for (Witness witness : witnesses) {
      accounts.add(
          new Account(
              witness.article(),
              witness.span(),
              Passages.sentence(chronology.article(witness.article()).article(), witness.span()),
              witness.speaker(),
              Optional.of(witness.act()),
              witness.via(),
              side,
              Optional.empty()));
    }
    if (accounts.isEmpty()) {
      accounts.add(
          new Account(
              annotated.article().id(),
              attribution.extent(),
              Passages.sentence(annotated.article(), attribution.extent()),
              attribution.speaker(),
              Optional.of(attribution.act()),
              attribution.via(),
              side,
              Optional.empty()));
    }
    return accounts;
  }

  /** The statement whose witness covers most of an attribution's content. */
  private Optional<Statement> statement(Annotated annotated, Attribution attribution) {
    Span extent = attribution.extent();
    Statement best = null;
    int most = 0;
    for (Statement statement : byArticle.getOrDefault(annotated.article().id(), List.of())) {
      for (Witness witness : statement.witnesses()) {
        if (witness.article().equals(annotated.article().id())
            && witness.span().overlap(extent) > most) {
          most = witness.span().overlap(extent);
          best = statement;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(Attribution one, Attribution other) {
    return Math.abs(one.extent().start() - other.extent().start());
  }

  private static Set<String> names(String text, List<Span> spans) {
    Set<String> names = new HashSet<>();
    if (!spans.isEmpty()) {
      Words words = Words.in(text, spans);
      for (int i = 0; i < words.size(); i++) {
        if (words.isCapitalised(i) && !CommonWords.contains(words.normal(i))) {
          names.add(CommonWords.stem(words.normal(i)));
        }
      }
    }
    return names;
  }
}

package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.store.Articles;
import org.stemma.store.Hit;
import org.stemma.text.Words;

/** Finds statements by some of their words, in any wording that a witness gives them. */
final class WordTrace {
  /** Articles looked into: a statement that is carried more widely is found through any of them. */
  private static final int ARTICLES = 200;

  /**
   * Share of the words asked for that one witness must hold: a word or two may be remembered
   * wrongly.
   */
  private static final double ENOUGH = 0.6;

  /** Statements that hold much less of the words than the best one are left out. */
  private static final double NEAR_BEST = 0.8;

  private final Articles articles;
  private final Statements statements;

  WordTrace(Articles articles, Statements statements) {
    this.articles = articles;
    this.statements = statements;
  }

  List<Statement> find(String words) {
    List<String> wanted = Words.in(words).normals();
    Map<Statement, Double> scores = new HashMap<>();
    if (!wanted.isEmpty()) {
      for (Hit hit : articles.search(words, ARTICLES)) {
        articles.find(hit.article()).ifPresent(article -> score(article, wanted, scores));
      }
    }
    double best = scores.values().stream().max(Double::compare).orElse(0.0);
    List<Statement> found = new ArrayList<>();
    scores.forEach(
        (statement, score) -> {
          if (score >= ENOUGH && score >= best * NEAR_BEST) {
            found.add(statement);
          }
        });
    found.sort(
        Comparator.comparing((Statement s) -> -scores.get(s))
            .thenComparing(s -> -statements.outlets(s))
            .thenComparing(Statement::id));
    return found;
  }

  private void score(Annotated annotated, List<String> wanted, Map<Statement, Double> scores) {
    String text = annotated.article().text();
    for (Statement statement : statements.in(annotated.article().id())) {
      for (Witness witness : statement.witnesses()) {
        if (witness.article().equals(annotated.article().id())) {
          scores.merge(
              statement, held(Words.in(text, witness.span()).normals(), wanted), Math::max);
        }
      }
    }
  }

  /**
   * Share of the wanted words that are there; half of the weight lies on pairs that stand side by
   * side as asked.
   */
  private static double held(List<String> there, List<String> wanted) {
    double single = share(new HashSet<>(there), wanted);
    if (wanted.size() == 1) {
      return single;
    }
    double mixed = (single + share(pairs(there), List.copyOf(pairs(wanted)))) / 2;
    return single == 1 ? Math.max(mixed, ENOUGH) : mixed;
  }

  private static Set<String> pairs(List<String> words) {
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + ' ' + words.get(i));
    }
    return pairs;
  }

  private static double share(Set<String> there, List<String> wanted) {
    return wanted.stream().filter(there::contains).count() / (double) wanted.size();
  }
}

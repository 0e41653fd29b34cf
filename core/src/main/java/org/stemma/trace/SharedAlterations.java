package org.stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/** Changes that two articles have in common: the copy of a copy keeps what was changed before. */
final class SharedAlterations {
  private final Map<ArticleId, Map<ArticleId, List<String>>> shared = new HashMap<>();

  SharedAlterations(List<Statement> statements) {
    statements.stream().filter(s -> s.witnesses().size() > 2).forEach(this::add);
  }

  private void add(Statement statement) {
    Map<String, Set<ArticleId>> holders = new HashMap<>();
    for (Witness witness : statement.witnesses()) {
      for (Alteration alteration : witness.alterations()) {
        if (tells(alteration.kind())) {
          holders.computeIfAbsent(name(alteration), n -> new TreeSet<>()).add(witness.article());
        }
      }
    }
    holders.forEach((name, articles) -> tie(new ArrayList<>(articles), name));
  }

  private static boolean tells(AlterationKind kind) {
    return kind != AlterationKind.PUNCTUATION && kind != AlterationKind.FULLER;
  }

  private static String name(Alteration alteration) {
    return alteration.kind()
        + " "
        + alteration.inBase().map(span -> span.start() + "-" + span.end()).orElse("")
        + " "
        + alteration.inWitness().map(span -> Integer.toString(span.length())).orElse("");
  }

  private void tie(List<ArticleId> articles, String name) {
    for (ArticleId one : articles) {
      for (ArticleId other : articles) {
        if (!one.equals(other)) {
          shared
              .computeIfAbsent(one, id -> new HashMap<>())
              .computeIfAbsent(other, id -> new ArrayList<>())
              .add(name);
        }
      }
    }
  }

  /** How many they share. */
  int shared(ArticleId one, ArticleId other) {
    return names(one, other).size();
  }

  /** One that they share. */
  Optional<String> example(ArticleId one, ArticleId other) {
    return names(one, other).stream().sorted().findFirst();
  }

  private List<String> names(ArticleId one, ArticleId other) {
    return shared.getOrDefault(one, Map.of()).getOrDefault(other, List.of());
  }
}

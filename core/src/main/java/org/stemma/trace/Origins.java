package org.stemma.trace;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Origin;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.text.NewsAgencies;

/** Puts together the articles of a statement that are no witnesses of their own. */
final class Origins {
  private final Stemma stemma;
  private final Map<ArticleId, ArticleId> leader = new HashMap<>();
  private final Map<String, ArticleId> byOutlet = new HashMap<>();
  private final Map<String, ArticleId> byAgency = new HashMap<>();
  private final Map<ArticleId, String> agencies = new HashMap<>();

  Origins(Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    this.stemma = stemma;
    stemma.articles().forEach(id -> leader.put(id, id));
    stemma
        .articles()
        .forEach(
            id ->
                articles
                    .apply(id)
                    .outlet()
                    .ifPresent(outlet -> join(id, byOutlet.putIfAbsent(key(outlet), id))));
    stemma.edges().forEach(edge -> join(edge.child(), edge.parent()));
    stemma.lost().forEach(lost -> lost.heirs().forEach(heir -> credit(heir, lost.agency())));
    for (ArticleId id : stemma.articles()) {
      articles.apply(id).imprint().credit().ifPresent(name -> credit(id, name));
    }
    for (Witness witness : statement.witnesses()) {
      if (leader.containsKey(witness.article())) {
        witness.via().forEach(name -> credit(witness.article(), name));
      }
    }
  }

  /** Whoever credits an outlet that is here has it from there; so have all who credit an agency. */
  private void credit(ArticleId id, String name) {
    ArticleId held = byOutlet.get(key(name));
    if (held != null) {
      join(id, held);
    } else if (NewsAgencies.isAgency(name)) {
      join(id, byAgency.putIfAbsent(key(NewsAgencies.bare(name)), id));
      agencies.putIfAbsent(id, name);
    }
  }

  private void join(ArticleId one, ArticleId other) {
    if (other != null) {
      leader.put(leaderOf(one), leaderOf(other));
    }
  }

  private ArticleId leaderOf(ArticleId id) {
    ArticleId at = id;
    while (!leader.get(at).equals(at)) {
      leader.put(at, leader.get(leader.get(at)));
      at = leader.get(at);
    }
    return at;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Those that are decided first, then by their oldest article. */
  List<Origin> found() {
    Map<ArticleId, List<ArticleId>> groups = new LinkedHashMap<>();
    for (ArticleId id : stemma.articles()) {
      groups.computeIfAbsent(leaderOf(id), l -> new ArrayList<>()).add(id);
    }
    Set<ArticleId> copies = new HashSet<>();
    stemma.edges().forEach(edge -> copies.add(edge.child()));
    groups.values().forEach(group -> group.sort(comparing(copies::contains)));
    Set<ArticleId> undecided = new HashSet<>(stemma.undecided());
    List<Origin> origins = new ArrayList<>();
    Set<ArticleId> open = new HashSet<>();
    for (List<ArticleId> group : groups.values()) {
      if (undecided.containsAll(group)) {
        open.addAll(group);
      } else {
        origins.add(new Origin(agency(group), group, true));
      }
    }
    if (!open.isEmpty()) {
      // With whom they share words the stemma does not say: at least one of them had it first.
      List<ArticleId> inOrder = stemma.articles().stream().filter(open::contains).toList();
      origins.add(new Origin(Optional.empty(), inOrder, false));
    }
    return origins;
  }

  /** The agency that a group has it from, where none of it is the agency's own. */
  private Optional<String> agency(List<ArticleId> group) {
    return group.stream().filter(agencies::containsKey).map(agencies::get).findFirst();
  }
}

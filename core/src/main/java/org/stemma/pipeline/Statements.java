package org.stemma.pipeline;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.stemma.dispute.Dispute;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Locus;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/** All statements of a desk at one revision, and ways to find one. Thread-safe. */
final class Statements {
  private static final Comparator<Instant> NEWEST_FIRST =
      Comparator.nullsLast(Comparator.reverseOrder());

  private final long revision;
  private final List<Statement> all;
  private final Map<ArticleId, List<Statement>> byArticle = new HashMap<>();
  private final Map<ArticleId, Article> articles;
  private final long attributions;
  private final Hindsight hindsight;
  private final Entities entities;
  private final Map<String, List<Statement>> byEntity = new HashMap<>();
  private final Map<Statement, Shared> shared = new IdentityHashMap<>();
  private final Later<List<Dispute>> disputes = new Later<>();
  private final Later<Overview> overview = new Later<>();
  private final Later<List<Entity>> speakers = new Later<>();
  private final Later<List<Article>> newestFirst = new Later<>();

  /** What lists of statements are sorted and chosen by. */
  private record Shared(long outlets, Fate fate) {}

  /** Something that is worked out when it is first asked for. Thread-safe. */
  private static final class Later<T> {
    private Optional<T> known = Optional.empty();

    synchronized T get(Supplier<T> work) {
      if (known.isEmpty()) {
        known = Optional.of(work.get());
      }
      return known.get();
    }
  }

  Statements(
      long revision,
      List<Statement> found,
      Map<ArticleId, Article> articles,
      long attributions,
      Hindsight hindsight,
      Entities entities) {
    this.revision = revision;
    this.hindsight = hindsight;
    this.entities = entities;
    this.articles = articles;
    this.attributions = attributions;
    for (Statement statement : found) {
      if (statement.witnesses().size() > 1) {
        shared.put(statement, new Shared(countOutlets(statement), fate(statement)));
      }
    }
    List<Statement> sorted = new ArrayList<>(found);
    sorted.sort(comparing((Statement s) -> -outlets(s)).thenComparing(Statement::id));
    this.all = List.copyOf(sorted);
    for (Statement statement : all) {
      for (Witness witness : statement.witnesses()) {
        List<Statement> here = byArticle.computeIfAbsent(witness.article(), a -> new ArrayList<>());
        if (here.isEmpty() || here.get(here.size() - 1) != statement) {
          here.add(statement);
        }
      }
      said(statement);
    }
  }

  private void said(Statement statement) {
    Set<String> speakers = new LinkedHashSet<>();
    for (Witness witness : statement.witnesses()) {
      entities.of(witness.article(), witness.speaker()).map(Entity::id).ifPresent(speakers::add);
    }
    speakers.forEach(id -> byEntity.computeIfAbsent(id, e -> new ArrayList<>()).add(statement));
  }

  /** Who is meant by the names in the articles. */
  Entities entities() {
    return entities;
  }

  /** The statements that an article ascribes to an entity, most outlets first. */
  List<Statement> by(Entity entity) {
    return List.copyOf(byEntity.getOrDefault(entity.id(), List.of()));
  }

  /** Those to whom something is ascribed, most statements first; without what is no speaker. */
  List<Entity> speakers() {
    return speakers.get(
        () ->
            entities.all().stream()
                .filter(Entity::isSpeaker)
                .filter(entity -> byEntity.containsKey(entity.id()))
                .sorted(
                    comparing((Entity e) -> -byEntity.get(e.id()).size()).thenComparing(Entity::id))
                .toList());
  }

  /**
   * The disputes of this record; found when they are first asked for.
   *
   * @param finding finds them
   */
  List<Dispute> disputes(Supplier<List<Dispute>> finding) {
    return disputes.get(() -> List.copyOf(finding.get()));
  }

  /**
   * The record in numbers; counted when they are first asked for.
   *
   * @param counting counts
   */
  Overview overview(Supplier<Overview> counting) {
    return overview.get(counting);
  }

  /** All articles, those without a date of publication last. */
  List<Article> newestFirst() {
    return newestFirst.get(
        () -> {
          List<Article> sorted = new ArrayList<>(articles.values());
          // Worked out once for each: to choose among a page's dates takes longer than to sort.
          Map<ArticleId, Instant> published = new HashMap<>();
          for (Article article : sorted) {
            article.published().ifPresent(date -> published.put(article.id(), date.earliest()));
          }
          sorted.sort(
              comparing((Article a) -> published.get(a.id()), NEWEST_FIRST)
                  .thenComparing(Article::id));
          return List.copyOf(sorted);
        });
  }

  long revision() {
    return revision;
  }

  /** What all articles together tell of each. */
  Hindsight hindsight() {
    return hindsight;
  }

  /** Most outlets first. */
  List<Statement> all() {
    return all;
  }

  long attributions() {
    return attributions;
  }

  boolean holds(ArticleId id) {
    return articles.containsKey(id);
  }

  Optional<Article> article(ArticleId id) {
    return Optional.ofNullable(articles.get(id));
  }

  Collection<Article> articles() {
    return articles.values();
  }

  /** By the place of their first witness in the article. */
  List<Statement> in(ArticleId id) {
    List<Statement> here = new ArrayList<>(byArticle.getOrDefault(id, List.of()));
    here.sort(comparing(s -> startIn(s, id)));
    return here;
  }

  /**
   * The statement that a witness belongs to, by the witness's id. An id whose witness begins
   * elsewhere since its article was read again leads to the witness that now covers its place.
   */
  Optional<Statement> byId(String id) {
    return Locus.of(id).flatMap(this::at);
  }

  private Optional<Statement> at(Locus place) {
    Statement covering = null;
    for (Statement statement : byArticle.getOrDefault(place.article(), List.of())) {
      for (Witness witness : statement.witnesses()) {
        if (!witness.article().equals(place.article())) {
          continue;
        }
        if (witness.span().start() == place.offset()) {
          return Optional.of(statement);
        }
        if (witness.span().contains(place.offset())) {
          covering = statement;
        }
      }
    }
    return Optional.ofNullable(covering);
  }

  /** Number of outlets that carry it; a page that names no outlet counts as one of its own. */
  long outlets(Statement statement) {
    if (statement.witnesses().size() == 1) {
      return 1;
    }
    Shared known = shared.get(statement);
    return known != null ? known.outlets() : countOutlets(statement);
  }

  private long countOutlets(Statement statement) {
    Set<String> outlets = new HashSet<>();
    for (Witness witness : statement.witnesses()) {
      Article article = articles.get(witness.article());
      outlets.add(article.outlet().orElse("\0" + article.id().value()));
    }
    return outlets.size();
  }

  /** The gravest thing that any witness did to a statement. */
  Fate fateOf(Statement statement) {
    Shared known = shared.get(statement);
    return known != null ? known.fate() : fate(statement);
  }

  static Fate fate(Statement statement) {
    Set<AlterationKind> kinds = new HashSet<>();
    for (Witness witness : statement.witnesses()) {
      witness.alterations().forEach(a -> kinds.add(a.kind()));
    }
    if (kinds.stream().anyMatch(AlterationKind::changesSense)) {
      return Fate.SENSE_CHANGED;
    }
    if (kinds.contains(AlterationKind.RETRANSLATED)) {
      return Fate.RETRANSLATED;
    }
    if (kinds.contains(AlterationKind.SPLICED)
        || kinds.contains(AlterationKind.SUBSTITUTED)
        || kinds.contains(AlterationKind.INSERTED)
        || kinds.contains(AlterationKind.DROPPED)
        || kinds.contains(AlterationKind.BRACKETED)
        || kinds.contains(AlterationKind.ELIDED)) {
      return Fate.ALTERED;
    }
    if (kinds.contains(AlterationKind.TRUNCATED)) {
      return Fate.TRUNCATED;
    }
    return kinds.contains(AlterationKind.PARAPHRASED) || kinds.contains(AlterationKind.UNQUOTED)
        ? Fate.PARAPHRASED
        : Fate.VERBATIM;
  }

  private static int startIn(Statement statement, ArticleId id) {
    return statement.witnesses().stream()
        .filter(w -> w.article().equals(id))
        .mapToInt(w -> w.span().start())
        .min()
        .orElse(0);
  }
}

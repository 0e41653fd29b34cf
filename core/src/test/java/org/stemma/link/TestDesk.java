package org.stemma.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.KnownNames;
import org.stemma.model.Match;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;

/** Adds articles one by one, as a desk does, and reads the record. */
final class TestDesk implements Neighbourhood {
  private static final long WEEK = 7L * 24 * 60 * 60;

  private final Linker linker = new Linker();
  private final Map<ArticleId, Annotated> articles = new TreeMap<>();
  private final Map<Long, TreeSet<ArticleId>> holders = new HashMap<>();
  private final Map<Long, Map<String, Set<Object>>> weeks = new HashMap<>();
  private final Map<String, List<Match>> matches = new TreeMap<>();
  private final List<Kinship> kinships = new ArrayList<>();

  static TestDesk of(Collection<Annotated> articles) {
    TestDesk desk = new TestDesk();
    articles.forEach(desk::add);
    return desk;
  }

  void add(Annotated newcomer) {
    Keys keys = linker.keys(newcomer);
    Links links = linker.link(newcomer, keys, this);
    for (Match match : links.matches()) {
      matches.computeIfAbsent(match.a() + " " + match.b(), p -> new ArrayList<>()).add(match);
    }
    kinships.addAll(links.kinships());
    Article article = newcomer.article();
    articles.put(article.id(), newcomer);
    for (Keys.Paragraph paragraph : keys.paragraphs()) {
      weeks
          .computeIfAbsent(paragraph.hash(), h -> new HashMap<>())
          .computeIfAbsent(article.outlet().orElse(""), o -> new HashSet<>())
          .add(week(article));
      paragraph
          .keys()
          .forEach(k -> holders.computeIfAbsent(k, x -> new TreeSet<>()).add(article.id()));
    }
  }

  private static Object week(Article article) {
    return article
        .published()
        .<Object>map(date -> Math.floorDiv(date.earliest().getEpochSecond(), WEEK))
        .orElse(article.id());
  }

  List<Reuse> reuse() {
    List<Reuse> reuse = new ArrayList<>();
    matches.values().forEach(pair -> reuse.addAll(linker.reuse(pair, this)));
    return reuse;
  }

  List<Statement> statements() {
    return linker.statements(
        articles.values(),
        kinships,
        linker.entities(articles.values(), KnownNames.NONE, List.of()));
  }

  List<Match> matches() {
    return matches.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    SortedSet<ArticleId> found = new TreeSet<>();
    for (long key : anyOf) {
      found.addAll(frequency(key) <= most ? holders.getOrDefault(key, new TreeSet<>()) : Set.of());
    }
    return found;
  }

  @Override
  public int frequency(long key) {
    return holders.getOrDefault(key, new TreeSet<>()).size();
  }

  @Override
  public int recurrence(long paragraph) {
    return weeks.getOrDefault(paragraph, Map.of()).values().stream()
        .mapToInt(Set::size)
        .max()
        .orElse(0);
  }

  @Override
  public Annotated article(ArticleId id) {
    return articles.get(id);
  }
}

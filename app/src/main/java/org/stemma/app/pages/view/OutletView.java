package org.stemma.app.pages.view;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stemma.app.desk.Shelf;
import org.stemma.dispute.Dispute;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.pipeline.Takings;
import org.stemma.search.Facet;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Query;

/**
 * One outlet: what it had first, from whom it takes and who takes from it, how it changes what it
 * takes. Counts with their cases, and no score made of them.
 *
 * @param glance in sentences, each number a link
 * @param first statements that it carried first, as far as dates tell; some of them
 * @param allFirst the way to all of them; without address where none is missing
 * @param changes how its wordings differ from those they are compared with
 * @param from whom it took statements from, by the descent of each
 * @param to who took statements from it
 * @param traced how many statements were looked at for that
 * @param credited whom it names as its source
 * @param disputes in which its articles take part
 * @param articles the newest
 */
public record OutletView(
    String name,
    List<LinkView> glance,
    DayBars bars,
    List<StatementLine> first,
    LinkView allFirst,
    List<ChangeCount> changes,
    List<TakingView> from,
    List<TakingView> to,
    String traced,
    List<SearchView.ValueView> credited,
    List<LinkView> disputes,
    List<ArticleLine> articles,
    LinkView allArticles) {
  /** Statements and articles shown of what can be many. */
  private static final int SHOWN = 8;

  /** Statements named under each outlet that was taken from. */
  private static final int CASES = 12;

  /** Longest wording of a case, in code units. */
  private static final int WORDS = 110;

  public OutletView {
    glance = List.copyOf(glance);
    first = List.copyOf(first);
    changes = List.copyOf(changes);
    from = List.copyOf(from);
    to = List.copyOf(to);
    credited = List.copyOf(credited);
    disputes = List.copyOf(disputes);
    articles = List.copyOf(articles);
  }

  /** A kind of change, with the search that shows its cases. */
  public record ChangeCount(ChangeView change, String href, String count) {}

  /** An outlet at the other end, with the statements that went between them. */
  public record TakingView(String name, String href, String count, List<LinkView> cases) {
    public TakingView {
      cases = List.copyOf(cases);
    }
  }

  /**
   * @param articles of the outlet, newest first; never empty
   */
  public static OutletView of(String name, List<Article> articles, Shelf shelf) {
    Query all = new Query.Term(Field.OUTLET, name);
    Query sharedOnly = all.with(new Query.Term(Field.FATE, Field.SHARED));
    Query firstOnly = new Query.Term(Field.FIRST, name);
    Found found = shelf.find(all);
    Found shared = shelf.find(sharedOnly);
    Found first = shelf.find(firstOnly);
    Takings takings = shelf.takings(name);
    return new OutletView(
        name,
        glance(name, articles, found, shared, first),
        DayBars.of(found.days(), all, SearchView::address),
        first.statements(Found.Order.OUTLETS, 0, SHOWN).stream()
            .map(
                hit ->
                    StatementLine.of(hit.statement(), shelf.outlets(hit.statement()), shelf::known))
            .toList(),
        new LinkView(
            "All " + Phrases.number(first.statements()) + " that it may have had first",
            first.statements() > SHOWN ? SearchView.address(firstOnly).text() : ""),
        changes(all, shared),
        takings.from().stream().map(other -> taking(other, shelf)).toList(),
        takings.to().stream().map(other -> taking(other, shelf)).toList(),
        takings.traced() < shared.statements()
            ? "Told by the "
                + takings.traced()
                + " of its "
                + Phrases.number(shared.statements())
                + " shared statements that most outlets carry."
            : "",
        found.facet(Field.VIA).values().stream()
            .map(
                value ->
                    new SearchView.ValueView(
                        value.clause().value(),
                        SearchView.address(all.with(value.clause())).text(),
                        Phrases.number(value.statements())))
            .toList(),
        disputes(articles, shelf),
        articles.stream().limit(SHOWN).map(ArticleLine::of).toList(),
        new LinkView(
            "All " + Phrases.count(articles.size(), "article"),
            articles.size() > SHOWN ? Links.articlesOf(name) : ""));
  }

  private static List<LinkView> glance(
      String name, List<Article> articles, Found found, Found shared, Found first) {
    Query outlet = new Query.Term(Field.OUTLET, name);
    List<LinkView> pieces = new ArrayList<>();
    pieces.add(new LinkView(Phrases.count(articles.size(), "article"), Links.articlesOf(name)));
    pieces.add(new LinkView(days(articles) + ", with ", ""));
    pieces.add(
        new LinkView(
            Phrases.count(found.statements(), "statement"), SearchView.address(outlet).text()));
    if (shared.statements() > 0) {
      pieces.add(new LinkView("; ", ""));
      pieces.add(
          new LinkView(
              Phrases.number(shared.statements()),
              SearchView.address(outlet.with(new Query.Term(Field.FATE, Field.SHARED))).text()));
      pieces.add(
          new LinkView(
              shared.statements() == 1
                  ? " of them is in other outlets too"
                  : " of them are in other outlets too",
              ""));
      if (first.statements() > 0) {
        pieces.add(new LinkView(", ", ""));
        pieces.add(
            new LinkView(
                Phrases.number(first.statements()),
                SearchView.address(new Query.Term(Field.FIRST, name)).text()));
        pieces.add(new LinkView(" perhaps here first", ""));
      }
    }
    pieces.add(new LinkView(".", ""));
    return pieces;
  }

  private static String days(List<Article> articles) {
    List<Article> dated = articles.stream().filter(a -> a.published().isPresent()).toList();
    if (dated.isEmpty()) {
      return " without a date";
    }
    String first = day(dated.get(dated.size() - 1));
    String last = day(dated.get(0));
    return first.equals(last) ? " of " + last : " from " + first + " to " + last;
  }

  private static String day(Article article) {
    return SearchView.period(article.published().orElseThrow().value().substring(0, 10));
  }

  /** Gravest first; the wordings in which nothing differs are counted last. */
  private static List<ChangeCount> changes(Query all, Found shared) {
    List<Facet.Value> values = new ArrayList<>(shared.facet(Field.CHANGE).values());
    Function<Facet.Value, AlterationKind> kind =
        value -> AlterationKind.valueOf(Field.constant(value.clause().value()));
    values.sort(comparing(kind));
    List<ChangeCount> counts = new ArrayList<>();
    for (Facet.Value value : values) {
      AlterationKind change = kind.apply(value);
      counts.add(
          new ChangeCount(
              new ChangeView(Phrases.alteration(change), List.of(), change.changesSense()),
              SearchView.address(all.with(value.clause())).text(),
              Phrases.number(value.statements())));
    }
    return counts;
  }

  private static TakingView taking(Takings.Other other, Shelf shelf) {
    return new TakingView(
        other.name(),
        other.isHeld() ? Links.outlet(other.name()) : "",
        Phrases.count(other.statements().size(), "statement"),
        other.statements().stream().limit(CASES).map(s -> link(s, shelf)).toList());
  }

  private static LinkView link(Statement statement, Shelf shelf) {
    Article base = shelf.known(statement.baseWitness().article());
    return new LinkView(
        Phrases.shortened(StatementLine.words(statement.baseWitness(), base), WORDS),
        Links.statement(statement));
  }

  private static List<LinkView> disputes(List<Article> articles, Shelf shelf) {
    Set<ArticleId> ids = articles.stream().map(Article::id).collect(Collectors.toSet());
    Function<ArticleId, Article> known = shelf::known;
    List<LinkView> found = new ArrayList<>();
    for (Dispute dispute : shelf.disputes()) {
      boolean takesPart = dispute.accounts().stream().anyMatch(a -> ids.contains(a.article()));
      if (takesPart && found.size() < SHOWN) {
        found.add(DisputeView.link(dispute, known, account -> ids.contains(account.article())));
      }
    }
    return found;
  }
}

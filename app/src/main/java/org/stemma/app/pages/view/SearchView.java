package org.stemma.app.pages.view;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.stemma.model.Act;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.search.Facet;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Place;
import org.stemma.search.Query;
import org.stemma.store.Sought;

/**
 * What a search found.
 *
 * @param query as it was typed
 * @param wrong why the query makes no sense; no part where it does
 * @param clauses of the query, each with the search that goes without it
 * @param summary "4 statements in 9 wordings"; empty where nothing was asked
 * @param orders the other orders, as links; the present one has none
 * @param elsewhere articles that hold the words where nobody is said to say them
 * @param moreElsewhere "and 12 articles more"; may be empty
 * @param nearest the most alike statements on record, where nothing has all of the words
 * @param facets ways to narrow it
 */
public record SearchView(
    String query,
    List<Wrong> wrong,
    List<LinkView> clauses,
    String summary,
    List<LinkView> orders,
    List<LinkView> ways,
    ListView<HitView> hits,
    List<Passage> elsewhere,
    String moreElsewhere,
    List<StatementLine> nearest,
    List<FacetView> facets) {
  public SearchView {
    wrong = List.copyOf(wrong);
    clauses = List.copyOf(clauses);
    orders = List.copyOf(orders);
    ways = List.copyOf(ways);
    elsewhere = List.copyOf(elsewhere);
    nearest = List.copyOf(nearest);
    facets = List.copyOf(facets);
  }

  /** Longest passage shown, in code units. */
  private static final int SENTENCE = 480;

  /** Characters before the first sought word in a passage that is cut. */
  private static final int LEAD = 160;

  /** Further wordings shown of one statement. */
  private static final int WORDINGS = 2;

  /**
   * A query that makes no sense, with the place.
   *
   * @param at the character that is meant, and what follows it
   * @param plain searches for its words, whatever else stands between them
   */
  public record Wrong(String message, String before, String at, String plain) {}

  /**
   * A statement that was found.
   *
   * @param speakerHref empty where the speaker has no page
   * @param places the sentences that it stands in; never empty
   * @param statement "in 3 outlets" with the way there
   */
  public record HitView(
      String speaker,
      String speakerHref,
      String act,
      List<Passage> places,
      List<ChangeView> changes,
      LinkView statement,
      String more) {
    public HitView {
      places = List.copyOf(places);
      changes = List.copyOf(changes);
    }
  }

  /** A sentence of an article, with the way there. */
  public record Passage(
      String href, MarkedText words, boolean cutBefore, boolean cutAfter, ArticleLine article) {}

  /** The values of one field. */
  public record FacetView(String title, List<ValueView> values, String others) {
    public FacetView {
      values = List.copyOf(values);
    }
  }

  /** A way to narrow. */
  public record ValueView(String name, String href, String count) {}

  /** The address of a search. */
  public static ListView.Address address(Query query) {
    return address("/search", query);
  }

  /** The address of a page that shows what a query finds in its own way. */
  public static ListView.Address address(String path, Query query) {
    return new ListView.Address(path).with("q", query.toString());
  }

  /** The other pages that show what a query finds. */
  public static List<LinkView> ways(Query query) {
    return List.of(
        new LinkView("as a timeline", address("/timeline", query).text()),
        new LinkView("on a map", address("/map", query).text()));
  }

  /** The clauses of a query as chips that take them off. */
  public static List<LinkView> clauses(Query query, Function<Query, ListView.Address> address) {
    return query.clauses().stream()
        .map(c -> new LinkView(c.toString(), address.apply(query.without(c)).text()))
        .toList();
  }

  /** A statement that was found. */
  public static HitView hit(
      Found.Hit hit,
      List<Sought> sought,
      Function<ArticleId, Article> articles,
      Function<Witness, String> speakerHref,
      long outlets) {
    Statement statement = hit.statement();
    Witness first = hit.witnesses().get(0);
    List<Passage> places = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (Witness witness : hit.witnesses()) {
      Article article = articles.apply(witness.article());
      Passage passage = passage(article, witness.span(), sought);
      if (places.size() <= WORDINGS && !shown.contains(passage.words().toString())) {
        shown.add(passage.words().toString());
        places.add(passage);
      }
    }
    int more = hit.witnesses().size() - places.size();
    boolean shared = statement.witnesses().size() > 1;
    return new HitView(
        first.speaker().label(),
        speakerHref.apply(first),
        Phrases.act(first.act()),
        places,
        shared ? StatementLine.changes(statement) : List.of(),
        new LinkView(
            shared
                ? "the statement, in " + Phrases.count(outlets, "outlet")
                : "the statement, in this outlet alone",
            Links.statement(statement)),
        more > 0 ? "and " + Phrases.count(more, "wording") + " more" : "");
  }

  /** The sentences around a stretch of an article. */
  public static Passage passage(Article article, Span stretch, List<Sought> sought) {
    Place place = Place.of(article.text(), stretch, sought);
    Span whole = place.sentences();
    Span shown = whole;
    if (whole.length() > SENTENCE) {
      int first = place.words().isEmpty() ? stretch.start() : place.words().get(0).start();
      int start = Math.max(whole.start(), Math.min(first - LEAD, whole.end() - SENTENCE));
      shown = new Span(start, Math.min(whole.end(), start + SENTENCE));
    }
    return new Passage(
        Links.passage(article.id(), stretch),
        MarkedText.of(
            article.text(),
            shown,
            place.words().stream().map(word -> Mark.plain(word, Layer.SOUGHT)).toList()),
        shown.start() > whole.start(),
        shown.end() < whole.end(),
        ArticleLine.of(article));
  }

  /** A facet with the searches that it leads to. */
  public static FacetView facet(
      Facet facet, Query query, Function<Query, ListView.Address> address) {
    return new FacetView(
        title(facet.field()),
        facet.values().stream()
            .map(
                value ->
                    new ValueView(
                        name(value.clause()),
                        address.apply(query.with(value.clause())).text(),
                        Phrases.number(value.statements())))
            .toList(),
        facet.others() > 0 ? Phrases.number(facet.others()) + " more" : "");
  }

  private static String title(Field field) {
    return switch (field) {
      case SPEAKER -> "Who said it";
      case OUTLET -> "Outlet";
      case ACT -> "What they do";
      case KIND -> "How it is given";
      case FATE -> "What became of it";
      case CHANGE -> "What was changed";
      case FIRST -> "First carried by";
      case VIA -> "Credited";
      case DATE, FROM, TO, AFTER, BEFORE -> "When";
    };
  }

  private static String name(Query.Term clause) {
    String value = clause.value();
    return switch (clause.field()) {
      case ACT -> Phrases.act(Act.valueOf(Field.constant(value)));
      case KIND -> value.equals("direct") ? "in quotation marks" : "told";
      case FATE -> fate(value);
      case DATE -> period(value);
      default -> value;
    };
  }

  private static String fate(String name) {
    return switch (name) {
      case "sense" -> "change of sense";
      case "truncated" -> "cut";
      case "retranslated" -> "re-translated";
      case "paraphrased" -> "retold";
      case Field.ALONE -> "in one outlet alone";
      default -> name;
    };
  }

  /** "2031", "March 2031", "12 March 2031". */
  static String period(String value) {
    String[] parts = value.split("-");
    String year = parts[0];
    if (parts.length == 1) {
      return year;
    }
    String month =
        Month.of(Integer.parseInt(parts[1])).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return (parts.length > 2 ? Integer.parseInt(parts[2]) + " " : "") + month + " " + year;
  }
}

package org.stemma.app.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
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
 * What a search finds, as JSON: the same to the command line and to the API. Positions count UTF-16
 * code units of the article's text; {@code words} are positions in {@code sentence}.
 *
 * @param articles finds each article of the desk
 */
public record SearchJson(Function<ArticleId, Article> articles) {
  /** In one answer. */
  public static final int PAGE = 100;

  /**
   * Some of what was found, with all facets.
   *
   * @param from statements to pass over
   * @param most statements at most
   */
  public Map<String, Object> found(
      Query query, Found found, Found.Order order, int from, int most) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", query.toString());
    json.put("total", found.statements());
    json.put("wordings", found.witnesses());
    json.put("from", from);
    List<Sought> sought = query.sought();
    json.put(
        "items", found.statements(order, from, most).stream().map(h -> hit(h, sought)).toList());
    Map<String, Object> elsewhere = new LinkedHashMap<>();
    elsewhere.put("total", found.elsewhere());
    elsewhere.put(
        "items",
        found.elsewhere(0, most).stream()
            .map(e -> place(articles.apply(e.article()), e.sentence(), sought))
            .toList());
    json.put("elsewhere", elsewhere);
    Map<String, Object> facets = new LinkedHashMap<>();
    found.facets().forEach(facet -> facets.put(facet.field().label(), values(facet)));
    json.put("facets", facets);
    return json;
  }

  /** The same as one line of text. */
  public String line(Query query, Found found, Found.Order order, int from, int most) {
    try {
      // A text, not bytes: Jackson's own UTF-8 writer refuses half a surrogate pair.
      return new ObjectMapper().writeValueAsString(found(query, found, order, from, most));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record could not be written as JSON", e);
    }
  }

  /** The order of a name; empty where there is none. */
  public static Optional<Found.Order> order(String name) {
    for (Found.Order order : Found.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(order);
      }
    }
    return Optional.empty();
  }

  private static List<Map<String, Object>> values(Facet facet) {
    return facet.values().stream()
        .map(
            value -> {
              Map<String, Object> json = new LinkedHashMap<>();
              json.put("value", value.clause().value());
              json.put("clause", value.clause().toString());
              json.put("statements", value.statements());
              return json;
            })
        .toList();
  }

  private Map<String, Object> hit(Found.Hit hit, List<Sought> sought) {
    Statement statement = hit.statement();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statement", statement.id());
    json.put("speaker", statement.speakerName().orElse(null));
    json.put("witnesses", statement.witnesses().size());
    json.put("wordings", hit.witnesses().stream().map(w -> wording(w, sought)).toList());
    return json;
  }

  private Map<String, Object> wording(Witness witness, List<Sought> sought) {
    Article article = articles.apply(witness.article());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", witness.id());
    json.put("speaker", witness.speaker().label());
    json.put("act", Field.name(witness.act()));
    json.put("quoted", witness.quoted());
    json.put("via", witness.via());
    json.put("span", span(witness.span()));
    json.put("words", witness.span().in(article.text()));
    json.put("place", place(article, witness.span(), sought));
    return json;
  }

  private static Map<String, Object> place(Article article, Span stretch, List<Sought> sought) {
    Place place = Place.of(article.text(), stretch, sought);
    int start = place.sentences().start();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("article", article.id().value());
    json.put("address", article.address());
    json.put("outlet", article.outlet().orElse(null));
    json.put("published", article.published().map(FoundDate::value).orElse(null));
    json.put("span", span(place.sentences()));
    json.put("sentence", place.sentences().in(article.text()));
    json.put(
        "words",
        place.words().stream()
            .map(word -> span(new Span(word.start() - start, word.end() - start)))
            .toList());
    return json;
  }

  private static int[] span(Span span) {
    return new int[] {span.start(), span.end()};
  }
}

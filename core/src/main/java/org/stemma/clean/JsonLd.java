package org.stemma.clean;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.parser.Parser;

/**
 * What a page's JSON-LD (schema.org) says about the page's own article. Of several articles the own
 * one is that which has the page's address or headline; lists of other stories are not looked into.
 */
final class JsonLd {
  /**
   * JSON-LD beyond this, in characters of all scripts of a page, is no description of an article.
   */
  private static final int LONGEST = 4_000_000;

  /** Things described in one page at most. */
  private static final int MOST_THINGS = 20_000;

  /** Fields in which the thing that a page is about can stand. */
  private static final List<String> INTO = List.of("@graph", "mainEntity", "mainEntityOfPage");

  /** Types that end so and are no article. */
  private static final Set<String> NO_ARTICLES = Set.of("JobPosting");

  /**
   * Somebody or something with a name.
   *
   * @param type as in schema.org, empty where none is told
   */
  record Agent(String name, String type) {
    boolean isOrganisation() {
      return !type.isEmpty() && !type.equals("Person") && !type.equals("Thing");
    }
  }

  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> pages = new ArrayList<>();
  private final List<JsonNode> sites = new ArrayList<>();
  private final Map<String, JsonNode> byId = new HashMap<>();

  JsonLd(List<String> scripts) {
    int length = 0;
    int things = 0;
    for (String script : scripts) {
      length += script.length();
      if (length > LONGEST) {
        return;
      }
      for (JsonNode value : LenientJson.read(script)) {
        things += collect(value, MOST_THINGS - things);
      }
    }
  }

  /**
   * The descriptions of the page's own article.
   *
   * @param isOwnAddress tells the page's address
   * @param isOwnHeadline tells the page's headline
   */
  List<JsonNode> own(Predicate<String> isOwnAddress, Predicate<String> isOwnHeadline) {
    List<JsonNode> byAddress = articles.stream().filter(a -> has(a, isOwnAddress)).toList();
    if (!byAddress.isEmpty()) {
      return byAddress;
    }
    List<JsonNode> byHeadline =
        articles.stream()
            .filter(
                a ->
                    text(a.path("headline"))
                        .or(() -> text(a.path("name")))
                        .filter(isOwnHeadline)
                        .isPresent())
            .toList();
    if (!byHeadline.isEmpty()) {
      return byHeadline;
    }
    if (articles.isEmpty()) {
      return pages.size() == 1 ? pages : List.of();
    }
    return isOneStory() ? articles : List.of();
  }

  /** The name of the site as a thing of its own. */
  Optional<String> site() {
    return sites.stream().flatMap(s -> text(s.path("name")).stream()).findFirst();
  }

  /** Those whom a field names: one, several, or references to things told elsewhere. */
  List<Agent> agents(JsonNode thing, String field) {
    List<Agent> agents = new ArrayList<>();
    JsonNode value = thing.path(field);
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      JsonNode told = byId.getOrDefault(one.path("@id").asText(), one);
      JsonNode agent = text(one.path("name")).isPresent() ? one : told;
      text(agent.isObject() ? agent.path("name") : agent)
          .ifPresent(name -> agents.add(new Agent(name, type(agent.path("@type")))));
    }
    return agents;
  }

  /** The texts of a field: of one value, or of each in a list. */
  static List<String> texts(JsonNode thing, String field) {
    List<String> texts = new ArrayList<>();
    JsonNode value = thing.path(field);
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      text(one).ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<String> text(JsonNode node) {
    JsonNode value = node.isArray() ? node.path(0) : node;
    value = value.isObject() ? value.path("@value") : value;
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(Parser.unescapeEntities(value.asText().strip(), false))
        : Optional.empty();
  }

  private static boolean has(JsonNode article, Predicate<String> isOwnAddress) {
    JsonNode page = article.path("mainEntityOfPage");
    return texts(article, "url").stream().anyMatch(isOwnAddress)
        || texts(article, "@id").stream().anyMatch(isOwnAddress)
        || texts(article, "mainEntityOfPage").stream().anyMatch(isOwnAddress)
        || texts(page, "@id").stream().anyMatch(isOwnAddress);
  }

  private boolean isOneStory() {
    return articles.stream().map(a -> text(a.path("headline"))).distinct().count() == 1;
  }

  /** The number of things looked at. */
  private int collect(JsonNode root, int most) {
    Deque<JsonNode> waiting = new ArrayDeque<>();
    waiting.add(root);
    int seen = 0;
    for (; seen < most && !waiting.isEmpty(); seen++) {
      JsonNode node = waiting.poll();
      if (node.isArray()) {
        node.forEach(waiting::add);
      } else if (node.isObject()) {
        keep(node);
        INTO.forEach(field -> waiting.add(node.path(field)));
      }
    }
    return seen;
  }

  private void keep(JsonNode node) {
    String id = node.path("@id").asText();
    if (!id.isEmpty() && node.size() > 1) {
      byId.putIfAbsent(id, node);
    }
    String type = type(node.path("@type"));
    if (isArticle(type)) {
      articles.add(node);
    } else if (type.endsWith("WebPage")) {
      pages.add(node);
    } else if (type.equals("WebSite") || type.endsWith("MediaOrganization")) {
      sites.add(node);
    }
  }

  private static boolean isArticle(String type) {
    boolean article = type.endsWith("Article") || type.endsWith("Posting") || type.equals("Report");
    return article && !NO_ARTICLES.contains(type);
  }

  /**
   * "NewsArticle" of "https://schema.org/NewsArticle"; of several types, an article's before
   * others.
   */
  private static String type(JsonNode node) {
    if (!node.isArray()) {
      String type = node.asText();
      return type.substring(type.lastIndexOf('/') + 1).strip();
    }
    String first = node.path(0).isTextual() ? type(node.path(0)) : "";
    for (JsonNode one : node) {
      if (one.isTextual() && isArticle(type(one))) {
        return type(one);
      }
    }
    return first;
  }
}

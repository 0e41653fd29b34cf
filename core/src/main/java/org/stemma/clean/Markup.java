package org.stemma.clean;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.text.IsoDates;

/** What a page's head says about its article: JSON-LD, OpenGraph and other meta tags. */
final class Markup {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** JSON-LD beyond this is no description of an article. */
  private static final int LONGEST_JSON = 2_000_000;

  /** Things described in one page at most. */
  private static final int MOST_THINGS = 10_000;

  private static final List<String> PUBLISHED =
      List.of(
          "meta[property=article:published_time]",
          "meta[name=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name=pubdate]",
          "meta[name=publishdate]",
          "meta[name=publish-date]",
          "meta[name=parsely-pub-date]",
          "meta[name=sailthru.date]",
          "meta[name=DC.date.issued]",
          "meta[name=dcterms.created]",
          "meta[name=date]",
          "meta[property=og:published_time]");

  private static final Set<String> NEVER_WITH_TIMES = Set.of("0001-01-01", "1970-01-01");

  private final Document page;
  private final List<JsonNode> things = new ArrayList<>();

  Markup(Document page) {
    this.page = page;
    for (Element script : page.select("script[type=application/ld+json]")) {
      read(script.data());
    }
  }

  Optional<String> outlet() {
    return meta("meta[property=og:site_name]")
        .or(() -> first("publisher", "name"))
        .or(() -> meta("meta[name=application-name]"));
  }

  Optional<String> headline() {
    return first("headline", "").or(() -> meta("meta[property=og:title]"));
  }

  Optional<String> byline() {
    return first("author", "name")
        .or(() -> meta("meta[name=author]"))
        .or(() -> meta("meta[property=article:author]"))
        .filter(name -> !name.startsWith("http") && name.length() <= 200);
  }

  /** The page's own address, where it names a whole one. */
  Optional<String> address() {
    return href("link[rel=canonical]", "href")
        .or(() -> href("meta[property=og:url]", "content"))
        .or(() -> first("url", "").filter(Markup::isAddress));
  }

  Optional<String> language() {
    Element html = page.selectFirst("html[lang]");
    return Optional.ofNullable(html)
        .map(e -> e.attr("lang").strip().toLowerCase(Locale.ROOT))
        .filter(lang -> lang.matches("[a-z]{2,3}([-_].{1,20})?"))
        .map(lang -> lang.split("[-_]", 2)[0]);
  }

  /** Every publication date that the head gives; none where they are not dates. */
  List<FoundDate> dates() {
    List<FoundDate> dates = new ArrayList<>();
    first("datePublished", "")
        .flatMap(written -> date(written, DateOrigin.JSON_LD))
        .ifPresent(dates::add);
    for (String selector : PUBLISHED) {
      meta(selector).flatMap(written -> date(written, DateOrigin.META)).ifPresent(dates::add);
    }
    if (dates.isEmpty()) {
      Optional.ofNullable(
              page.selectFirst("time[pubdate], time[itemprop=datePublished], article time"))
          .map(time -> time.hasAttr("datetime") ? time.attr("datetime") : time.text())
          .flatMap(written -> date(written, DateOrigin.TIME))
          .ifPresent(dates::add);
    }
    return dates.stream().distinct().toList();
  }

  private static Optional<FoundDate> date(String written, DateOrigin origin) {
    String line = written.length() > 100 ? "" : written;
    return IsoDates.lenient(line)
        .or(() -> WrittenDates.first(line).map(WrittenDates.Written::value))
        .filter(value -> !NEVER_WITH_TIMES.contains(value.substring(0, 10)))
        .map(value -> new FoundDate(value, origin));
  }

  private Optional<String> meta(String selector) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(e -> e.attr("content").strip())
        .filter(content -> !content.isBlank());
  }

  private Optional<String> href(String selector, String attribute) {
    return Optional.ofNullable(page.selectFirst(selector))
        .map(e -> e.attr(attribute).strip())
        .filter(Markup::isAddress);
  }

  private static boolean isAddress(String address) {
    return address.length() <= 2000
        && (address.startsWith("https://") || address.startsWith("http://"));
  }

  /** The field of the first article that JSON-LD describes; of a thing's name, where it is one. */
  private Optional<String> first(String field, String inner) {
    for (JsonNode thing : things) {
      Optional<String> found = value(thing.path(field), inner);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> value(JsonNode node, String inner) {
    JsonNode value = node.isArray() ? node.path(0) : node;
    value = value.isObject() && !inner.isEmpty() ? value.path(inner) : value;
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(Parser.unescapeEntities(value.asText().strip(), false))
        : Optional.empty();
  }

  private void read(String json) {
    if (json.length() > LONGEST_JSON) {
      return;
    }
    try {
      collect(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      // Broken JSON-LD is common; the page's other marks still tell.
    }
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> waiting = new ArrayDeque<>();
    if (root != null) {
      waiting.add(root);
    }
    for (int seen = 0; seen < MOST_THINGS && !waiting.isEmpty(); seen++) {
      JsonNode node = waiting.poll();
      if (node.isArray()) {
        node.forEach(waiting::add);
      } else if (node.isObject()) {
        if (isArticle(node.path("@type"))) {
          things.add(node);
        }
        waiting.add(node.path("@graph"));
      }
    }
  }

  private static boolean isArticle(JsonNode type) {
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    return name.endsWith("Article") || name.endsWith("Posting") || name.equals("Report");
  }
}

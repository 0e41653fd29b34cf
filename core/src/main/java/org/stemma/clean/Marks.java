package org.stemma.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/** What an HTML page marks for machines, gathered in one walk over its elements. */
final class Marks implements NodeVisitor {
  /** Values of one meta name, and marked elements of one kind; more describe no one article. */
  private static final int MOST = 200;

  /** No value of a meta element that tells something is longer, in characters. */
  private static final int LONGEST = 2000;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final List<String> scripts = new ArrayList<>();
  private final List<Element> dated = new ArrayList<>();
  private final List<Element> authors = new ArrayList<>();
  private final List<String> canonical = new ArrayList<>();
  private String language = "";

  private Marks() {}

  static Marks of(Document page) {
    Marks marks = new Marks();
    page.traverse(marks);
    return marks;
  }

  /** The values of meta elements with one of some names (lower case), in the names' order. */
  List<String> metas(String... names) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.addAll(metas.getOrDefault(name, List.of()));
    }
    return values;
  }

  Optional<String> meta(String... names) {
    return metas(names).stream().findFirst();
  }

  /** The texts of JSON-LD scripts. */
  List<String> scripts() {
    return scripts;
  }

  /** Elements that mark a date, in page order. */
  List<Element> dated() {
    return dated;
  }

  /** Elements that mark an author, in page order. */
  List<Element> authors() {
    return authors;
  }

  List<String> canonical() {
    return canonical;
  }

  /** The language tag of the html element, empty where it has none. */
  String language() {
    return language;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element && element.attributesSize() > 0) {
      switch (element.normalName()) {
        case "meta" -> meta(element);
        case "link" -> link(element);
        case "script" -> script(element);
        case "html" -> language = language.isEmpty() ? element.attr("lang").strip() : language;
        default -> body(element);
      }
    } else if (node instanceof Element element && element.normalName().equals("time")) {
      keep(dated, element);
    }
  }

  private void meta(Element element) {
    String content = element.attr("content").strip();
    if (content.isEmpty() || content.length() > LONGEST) {
      return;
    }
    boolean inHead = element.parent() != null && element.parent().normalName().equals("head");
    String item = element.attr("itemprop");
    if (!item.isEmpty() && !inHead) {
      body(element);
    }
    for (String attribute : new String[] {"property", "name", "itemprop", "http-equiv"}) {
      String name = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && (inHead || !attribute.equals("itemprop"))) {
        List<String> values = metas.computeIfAbsent(name, n -> new ArrayList<>());
        if (values.size() < MOST && !values.contains(content)) {
          values.add(content);
        }
      }
    }
  }

  private void link(Element element) {
    String rel = element.attr("rel");
    if (rel.equalsIgnoreCase("canonical") && canonical.size() < MOST) {
      canonical.add(element.attr("href"));
    }
  }

  private void script(Element element) {
    if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      scripts.add(element.data());
    }
  }

  private void body(Element element) {
    // The parser has put names of attributes in lower case: no need to compare without case.
    Attributes attributes = element.attributes();
    String item = attributes.get("itemprop");
    if (element.normalName().equals("time") || item.startsWith("date") || isClassed(attributes)) {
      keep(dated, element);
    }
    if (item.equals("author") || attributes.get("rel").equals("author")) {
      keep(authors, element);
    }
  }

  /** Microformats: {@code abbr class="published"}, {@code dt-published}. */
  private static boolean isClassed(Attributes attributes) {
    String classes = attributes.get("class");
    boolean published = classes.contains("published");
    if (!published && !classes.contains("updated")) {
      return false;
    }
    return classes.contains("dt-published")
        || classes.contains("dt-updated")
        || attributes.hasKey("title");
  }

  private static void keep(List<Element> elements, Element element) {
    if (elements.size() < MOST) {
      elements.add(element);
    }
  }
}

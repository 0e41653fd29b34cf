package org.stemma.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/** One entry of a feed in XML. */
final class FeedEntry {
  /**
   * What an entry is in.
   *
   * @param title the feed's, which is the outlet's name
   * @param base what links are relative to; empty where nothing is known
   */
  record Channel(Optional<String> title, String base) {}

  /** Modules of RSS, by what they are called here; some feeds call them otherwise. */
  private static final Map<String, String> MODULES =
      Map.of(
          "http://purl.org/rss/1.0/modules/content/", "content",
          "http://purl.org/dc/elements/1.1/", "dc",
          "http://purl.org/dc/terms/", "dcterms",
          "http://www.w3.org/2005/Atom", "atom",
          "http://rssnamespace.org/feedburner/ext/1.0", "feedburner");

  private static final List<String> PUBLISHED =
      List.of(
          "pubdate",
          "published",
          "issued",
          "dc:date",
          "dcterms:issued",
          "created",
          "dcterms:created",
          "atom:published");
  private static final List<String> UPDATED =
      List.of("updated", "modified", "dcterms:modified", "atom:updated");

  /** Elements that can hold the whole article, and those that hold a summary; the first counts. */
  private static final List<String> CONTENT =
      List.of("content:encoded", "content", "atom:content", "fullitem", "body", "xhtml:body");

  private static final List<String> SUMMARY =
      List.of("description", "summary", "tagline", "abstract", "atom:summary", "dc:description");

  private final Element entry;
  private final Channel channel;

  FeedEntry(Element entry, Channel channel) {
    this.entry = entry;
    this.channel = channel;
  }

  /** The entries of a document; none where it is no feed. */
  static List<Element> entries(Document document) {
    List<Element> found = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      String name = local(element);
      boolean entry = name.equals("item") || name.equals("entry");
      if (entry && !isInEntry(element)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The nearest things above only, so that deep nesting costs no more than its size. */
  private static boolean isInEntry(Element element) {
    Element parent = element.parent();
    for (int i = 0; i < 3 && parent != null; i++) {
      if (local(parent).equals("item") || local(parent).equals("entry")) {
        return true;
      }
      parent = parent.parent();
    }
    return false;
  }

  static Channel channel(Document document, Optional<String> address) {
    Optional<Element> root = Optional.ofNullable(document.firstElementChild());
    Optional<Element> head =
        Stream.concat(root.stream().flatMap(r -> r.children().stream()), root.stream())
            .filter(e -> List.of("channel", "feed").contains(local(e)))
            .findFirst();
    Optional<String> title =
        head.flatMap(h -> child(h, "title")).map(Element::wholeText).flatMap(FeedText::line);
    Optional<String> link =
        head.flatMap(h -> child(h, "link"))
            .map(l -> l.wholeText().isBlank() ? l.attr("href") : l.wholeText().strip())
            .filter(FeedText::isWeb);
    return new Channel(title, address.filter(FeedText::isWeb).or(() -> link).orElse(""));
  }

  /** The page that the entry is, or why it is none. */
  Reading reading(Piece feed, int number) {
    String place = feed.place() + ", entry " + number;
    Optional<String> address = address();
    Optional<Page.Content> whole = first(CONTENT).flatMap(this::content);
    Optional<Page.Content> content = whole.or(() -> first(SUMMARY).flatMap(this::content));
    if (content.isEmpty()) {
      return new Reading.Unreadable(
          place, address, Outcome.Kind.EMPTY, "an entry of a feed without a text");
    }
    Extent extent =
        whole.isPresent()
            ? FeedText.extent(content.get(), feed.transport().extent())
            : Extent.SUMMARY;
    List<FoundDate> dates = new ArrayList<>(dates());
    dates.addAll(feed.transport().dates());
    return new Reading.Found(
        new Page(
            place,
            address.orElseGet(() -> ownName().orElse(feed.name())),
            imprint(),
            dates,
            extent,
            content.get()));
  }

  /** What the feed calls the entry, which stays the same, where no address is told. */
  private Optional<String> ownName() {
    return child(entry, "guid")
        .or(() -> child(entry, "id"))
        .map(e -> e.wholeText().strip())
        .filter(name -> !name.isEmpty());
  }

  private Imprint imprint() {
    return new Imprint(
        child(entry, "source")
            .flatMap(s -> child(s, "title"))
            .map(Element::wholeText)
            .flatMap(FeedText::line)
            .or(channel::title),
        child(entry, "title").flatMap(FeedEntry::title),
        Optional.empty(),
        authors(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<String> title(Element title) {
    boolean plain = title.attr("type").equals("text") || title.childrenSize() > 0;
    return plain
        ? Optional.of(title.text().strip()).filter(t -> !t.isEmpty())
        : FeedText.line(decoded(title));
  }

  /** Atom names people in an element of their own, RSS writes "mail (name)". */
  private List<String> authors() {
    return entry.children().stream()
        .filter(e -> List.of("author", "dc:creator", "atom:author").contains(name(e)))
        .map(e -> child(e, "name").orElse(e))
        .map(e -> person(e.text()))
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static String person(String written) {
    String person = written.strip();
    int open = person.indexOf('(');
    boolean mail = person.indexOf('@') >= 0;
    if (mail && open >= 0) {
      int close = person.indexOf(')', open);
      return person.substring(open + 1, close < 0 ? person.length() : close).strip();
    }
    return mail ? "" : person;
  }

  private List<FoundDate> dates() {
    return Stream.concat(
            dates(PUBLISHED, DateSense.PUBLISHED).stream(),
            dates(UPDATED, DateSense.UPDATED).stream())
        .distinct()
        .toList();
  }

  private List<FoundDate> dates(List<String> names, DateSense sense) {
    return names.stream()
        .flatMap(name -> child(entry, name).stream())
        .flatMap(e -> WrittenDate.read(e.text()).stream())
        .map(date -> new FoundDate(date, DateOrigin.FEED, sense))
        .toList();
  }

  private Optional<String> address() {
    String base = base();
    List<String> links = new ArrayList<>();
    for (Element e : entry.children()) {
      String name = name(e);
      if (name.equals("feedburner:origlink")) {
        links.add(0, e.wholeText());
      } else if (name.equals("link") || name.equals("atom:link")) {
        boolean alternate = List.of("", "alternate").contains(e.attr("rel"));
        links.add(!e.hasAttr("href") ? e.wholeText() : alternate ? e.attr("href") : "");
      }
    }
    child(entry, "guid")
        .filter(guid -> !guid.attr("isPermaLink").equals("false"))
        .map(Element::wholeText)
        .filter(guid -> FeedText.isWeb(guid.strip()))
        .ifPresent(links::add);
    links.add(entry.attr("rdf:about"));
    links.add(entry.attr("href"));
    return links.stream().flatMap(link -> FeedText.address(link, base).stream()).findFirst();
  }

  /** What the entry's links are relative to: the nearest {@code xml:base}, else the feed. */
  private String base() {
    String base = "";
    for (Element e = entry; e != null; e = e.parent()) {
      String given = e.attr("xml:base");
      if (!given.isEmpty()) {
        base = base.isEmpty() ? given : resolved(given, base);
      }
      if (FeedText.isWeb(base)) {
        return base;
      }
    }
    return base.isEmpty() ? channel.base() : resolved(channel.base(), base);
  }

  private static String resolved(String base, String relative) {
    return org.jsoup.internal.StringUtil.resolve(base, relative);
  }

  private Optional<Page.Content> content(Element element) {
    if (element.childrenSize() > 0) {
      String markup = element.html();
      return markup.isBlank() ? Optional.empty() : Optional.of(new Page.Html(markup));
    }
    String text = Decoding.sound(decoded(element));
    if (text.isBlank()) {
      return Optional.empty();
    }
    boolean plain = List.of("text", "text/plain").contains(element.attr("type"));
    return Optional.of(
        plain && !element.hasAttr("mode") ? new Page.PlainText(text) : FeedText.content(text));
  }

  /** The text of an element, taken out of base64 where it says so. */
  private static String decoded(Element element) {
    String text = element.wholeText();
    String type = element.attr("type").toLowerCase(Locale.ROOT);
    boolean packed =
        element.attr("mode").equals("base64")
            || type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    if (!packed) {
      return text;
    }
    try {
      return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private Optional<Element> first(List<String> names) {
    return names.stream()
        .flatMap(name -> child(entry, name).stream())
        .filter(e -> e.childrenSize() > 0 || !e.wholeText().isBlank())
        .findFirst();
  }

  private static Optional<Element> child(Element parent, String name) {
    for (Element child : parent.children()) {
      if (name(child).equals(name)) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /** Of elements of the feed's own kind the local name, of modules with their usual prefix. */
  private static String name(Element element) {
    Element parent = element.parent();
    String space = element.tag().namespace();
    boolean own =
        parent != null
            && parent.tag().namespace().equals(space)
            && prefix(parent).equals(prefix(element));
    if (own || !MODULES.containsKey(space)) {
      return own ? local(element) : element.tagName().toLowerCase(Locale.ROOT);
    }
    return MODULES.get(space) + ":" + local(element);
  }

  private static String prefix(Element element) {
    return element.tagName().substring(0, Math.max(0, element.tagName().indexOf(':')));
  }

  private static String local(Element element) {
    String name = element.tagName().toLowerCase(Locale.ROOT);
    return name.substring(name.indexOf(':') + 1);
  }
}

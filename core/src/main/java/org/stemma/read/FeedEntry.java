package org.stemma.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.text.WebAddresses;

/** One entry of a feed in XML. */
final class FeedEntry {
  /**
   * What an entry is in.
   *
   * @param title the feed's, which is the outlet's name
   * @param base what links are relative to; empty where nothing is known
   * @param torn elements that hold entries
   */
  record Channel(Optional<String> title, String base, Set<Element> torn) {}

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

  /** Relative bases in one another that are followed; feeds have one, if any. */
  private static final int MOST_BASES = 10;

  private final Element entry;
  private final Channel channel;

  FeedEntry(Element entry, Channel channel) {
    this.entry = entry;
    this.channel = channel;
  }

  /** The entries of a document, also those in others that were never closed. */
  static List<Element> entries(Document document) {
    return document.getAllElements().stream().filter(FeedEntry::isEntry).toList();
  }

  private static boolean isEntry(Element element) {
    return local(element).equals("item") || local(element).equals("entry");
  }

  /** Elements that hold entries: of an unclosed one only what stands in it directly is its own. */
  private static Set<Element> torn(List<Element> entries) {
    Set<Element> torn = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element entry : entries) {
      Element above = entry.parent();
      while (above != null && torn.add(above)) {
        above = above.parent();
      }
    }
    return torn;
  }

  static Channel channel(Document document, List<Element> entries, Optional<String> address) {
    Optional<Element> root = Optional.ofNullable(document.firstElementChild());
    Optional<Element> head =
        Stream.concat(root.stream().flatMap(r -> r.children().stream()), root.stream())
            .filter(e -> List.of("channel", "feed").contains(local(e)))
            .findFirst();
    Set<Element> torn = torn(entries);
    Optional<String> title =
        head.flatMap(h -> child(h, "title")).map(t -> words(t, torn)).flatMap(FeedText::line);
    Optional<String> link =
        head.flatMap(h -> child(h, "link"))
            .map(l -> l.hasAttr("href") ? l.attr("href") : words(l, torn).strip())
            .filter(WebAddresses::isWeb);
    return new Channel(title, address.filter(WebAddresses::isWeb).or(() -> link).orElse(""), torn);
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
        .map(e -> words(e).strip())
        .filter(name -> !name.isEmpty());
  }

  private Imprint imprint() {
    return new Imprint(
        child(entry, "source")
            .flatMap(s -> child(s, "title"))
            .map(this::words)
            .flatMap(FeedText::line)
            .or(channel::title),
        child(entry, "title").flatMap(this::title),
        Optional.empty(),
        authors(),
        Optional.empty(),
        Optional.empty());
  }

  private Optional<String> title(Element title) {
    boolean plain = title.attr("type").equals("text") || isMarkedUp(title);
    return plain
        ? Optional.of(title.text().strip()).filter(t -> !t.isEmpty())
        : FeedText.line(decoded(title));
  }

  /** Atom names people in an element of their own, RSS writes "mail (name)". */
  private List<String> authors() {
    return entry.children().stream()
        .filter(e -> List.of("author", "dc:creator", "atom:author").contains(name(e)))
        .map(e -> child(e, "name").orElse(e))
        .map(e -> person(words(e).replaceAll("\\s+", " ")))
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
        .flatMap(e -> WrittenDate.read(words(e)).stream())
        .map(date -> new FoundDate(date, DateOrigin.FEED, sense))
        .toList();
  }

  private Optional<String> address() {
    String base = base();
    List<String> links = new ArrayList<>();
    for (Element e : entry.children()) {
      String name = name(e);
      if (name.equals("feedburner:origlink")) {
        links.add(0, words(e));
      } else if (name.equals("link") || name.equals("atom:link")) {
        boolean alternate = List.of("", "alternate").contains(e.attr("rel"));
        links.add(!e.hasAttr("href") ? words(e) : alternate ? e.attr("href") : "");
      }
    }
    child(entry, "guid")
        .filter(guid -> !guid.attr("isPermaLink").equals("false"))
        .map(this::words)
        .filter(guid -> WebAddresses.isWeb(guid.strip()))
        .ifPresent(links::add);
    links.add(entry.attr("rdf:about"));
    links.add(entry.attr("href"));
    return links.stream().flatMap(link -> FeedText.address(link, base).stream()).findFirst();
  }

  /** What the entry's links are relative to: the nearest {@code xml:base}, else the feed. */
  private String base() {
    Deque<String> relative = new ArrayDeque<>();
    String base = channel.base();
    for (Element e = entry; e != null; e = e.parent()) {
      String given = e.attr("xml:base");
      if (WebAddresses.isWeb(given)) {
        base = given;
        break;
      }
      if (!given.isEmpty() && relative.size() < MOST_BASES) {
        relative.push(given);
      }
    }
    for (String given : relative) {
      base = WebAddresses.isWeb(base) ? StringUtil.resolve(base, given) : given;
    }
    return base;
  }

  private Optional<Page.Content> content(Element element) {
    if (isMarkedUp(element)) {
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

  /** True where an element holds others that are its own. */
  private boolean isMarkedUp(Element element) {
    return element.childrenSize() > 0 && !channel.torn().contains(element);
  }

  private String words(Element element) {
    return words(element, channel.torn());
  }

  private static String words(Element element, Set<Element> torn) {
    return torn.contains(element) ? element.wholeOwnText() : element.wholeText();
  }

  /** The text of an element, taken out of base64 where it says so. */
  private String decoded(Element element) {
    String text = words(element);
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
        .filter(e -> isMarkedUp(e) || !words(e).isBlank())
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

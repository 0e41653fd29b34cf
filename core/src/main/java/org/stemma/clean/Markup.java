package org.stemma.clean;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.text.NewsAgencies;
import org.stemma.text.WebAddresses;

/**
 * What a page's markup says about its article: JSON-LD, OpenGraph, Dublin Core and the other meta
 * tags in use, microdata and microformats.
 */
final class Markup {
  /** A headline and a name are not longer, in characters. */
  private static final int LONGEST = 300;

  /** Titles that agree in so many first letters and digits are one title, cut or furnished. */
  private static final int SAME_START = 16;

  /** Fields with those from whom an article comes. */
  private static final List<String> MAKERS =
      List.of("author", "provider", "sourceOrganization", "creator", "copyrightHolder");

  private static final String[] TITLES = {
    "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title"
  };

  private static final String[] AUTHORS = {
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
        "dc.creator",
    "dcterms.creator", "citation_author", "cxenseparse:author", "byl", "byline",
        "twitter:data1:author"
  };

  private static final Map<DateSense, String[]> DATES =
      Map.of(
          DateSense.PUBLISHED,
          new String[] {
            "article:published_time",
            "article:published",
            "og:published_time",
            "og:article:published_time",
            "og:pubdate",
            "og:publish_date",
            "datepublished",
            "pubdate",
            "pub_date",
            "publishdate",
            "publish-date",
            "publish_date",
            "published",
            "published_at",
            "published_time",
            "publication_date",
            "publication-date",
            "publicationdate",
            "published-date",
            "article.published",
            "article_date_original",
            "article:publish_date",
            "original-publish-date",
            "originalpublicationdate",
            "displaydate",
            "parsely-pub-date",
            "sailthru.date",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "cxenseparse:articlepublishdate",
            "citation_publication_date",
            "citation_online_date",
            "citation_date",
            "dc.date",
            "dc.date.issued",
            "dc.date.created",
            "dc.issued",
            "dc.created",
            "dcterms.date",
            "dcterms.issued",
            "dcterms.created",
            "date",
            "bt:pubdate",
            "rnews:datepublished",
            "shareaholic:article_published_time",
            "article.created",
            "article:create_time"
          },
          DateSense.UPDATED,
          new String[] {
            "article:modified_time",
            "article:modified",
            "article:updated_time",
            "og:updated_time",
            "og:modified_time",
            "datemodified",
            "last-modified",
            "lastmodified",
            "last_modified",
            "last_updated",
            "lastmod",
            "modified",
            "modified_time",
            "moddate",
            "revised",
            "updated",
            "updated_at",
            "updated_time",
            "article.updated",
            "dc.date.modified",
            "dc.modified",
            "dcterms.modified",
            "cxenseparse:modifiedtime",
            "bt:moddate",
            "rnews:datemodified",
            "shareaholic:article_modified_time",
            "revision_date"
          });

  private final Marks marks;
  private final JsonLd jsonLd;
  private final String title;
  private final Set<String> bareTitles = new LinkedHashSet<>();
  private final String address;
  private final List<JsonNode> own;

  /**
   * @param read the address at which the page was read
   */
  Markup(Document page, String read) {
    this.marks = Marks.of(page);
    this.title = page.title().strip();
    this.bareTitles.add(Titles.bare(title));
    marks.metas(TITLES).forEach(told -> bareTitles.add(Titles.bare(told)));
    this.jsonLd = new JsonLd(marks.scripts());
    List<String> told = new ArrayList<>(marks.canonical());
    told.addAll(marks.metas("og:url"));
    String marked = Addresses.own(read, told);
    Set<String> keys = new LinkedHashSet<>(List.of(Addresses.key(read), Addresses.key(marked)));
    told.forEach(address -> keys.add(Addresses.key(address)));
    this.own =
        jsonLd.own(
            address -> WebAddresses.isWeb(address) && keys.contains(Addresses.key(address)),
            this::isTitle);
    own.stream().flatMap(a -> JsonLd.texts(a, "url").stream()).forEach(told::add);
    this.address = Addresses.own(read, told);
  }

  /** The page's own address; the one at which it was read where it gives none. */
  String address() {
    return address;
  }

  /** The language tag that the page declares, with its region where that is told. */
  Optional<String> language() {
    String tag = marks.language().toLowerCase(Locale.ROOT).replace('_', '-');
    Optional<String> html = Optional.of(tag).filter(t -> t.matches("[a-z]{2,3}(-.{1,20})?"));
    Optional<String> graph =
        marks
            .meta("og:locale", "content-language", "dc.language")
            .map(t -> t.toLowerCase(Locale.ROOT).replace('_', '-'))
            .filter(t -> t.matches("[a-z]{2,3}(-[a-z]{2,4})?"));
    boolean refines =
        html.isEmpty() || graph.filter(g -> g.startsWith(html.get() + '-')).isPresent();
    return refines ? graph.or(() -> html) : html;
  }

  /** True where the page says that its story is for those who pay or log in. */
  boolean isPaid() {
    return own.stream().anyMatch(a -> isFalse(a.path("isAccessibleForFree").asText()))
        || marks.meta("isaccessibleforfree").filter(Markup::isFalse).isPresent()
        || marks.meta("article:content_tier").filter(tier -> tier.equals("locked")).isPresent();
  }

  private static boolean isFalse(String told) {
    return told.equalsIgnoreCase("false");
  }

  /** The title that the head gives, furniture and all; empty where it gives none. */
  Optional<String> headline() {
    return own.stream()
        .flatMap(a -> JsonLd.texts(a, "headline").stream())
        .findFirst()
        .or(() -> marks.meta(TITLES))
        .filter(title -> title.length() <= LONGEST);
  }

  /**
   * Who publishes the article, who wrote it, and whom it is credited to.
   *
   * @param headline of the page, as printed, by which the site's name is told in its title
   */
  Imprint imprint(Optional<String> headline) {
    Optional<String> outlet = outlet(headline);
    List<String> bodies = bodies();
    List<String> names = names();
    Optional<String> credit = credit(bodies, names).filter(c -> !isOutlet(outlet, c));
    Predicate<String> isSite = isSite(outlet);
    Optional<String> bare =
        headline
            .map(h -> Titles.printed(h, isSite))
            .or(() -> headline().or(this::title).map(t -> Titles.headline(t, isSite)));
    return new Imprint(
        outlet,
        bare.filter(t -> !t.isBlank()),
        byline(names, bodies),
        Bylines.people(names).stream().filter(p -> !isOutlet(outlet, p)).toList(),
        Optional.empty(),
        credit);
  }

  /**
   * Every date that the markup gives.
   *
   * @param heading the element of the headline, by which the article's own dates are told
   */
  List<FoundDate> dates(Optional<Element> heading) {
    DayOrder order = DayOrder.of(language());
    Set<FoundDate> dates = new LinkedHashSet<>();
    for (JsonNode article : own) {
      add(dates, DateOrigin.JSON_LD, DateSense.PUBLISHED, order, published(article));
      add(
          dates,
          DateOrigin.JSON_LD,
          DateSense.UPDATED,
          order,
          JsonLd.texts(article, "dateModified"));
    }
    for (DateSense sense : DATES.keySet()) {
      add(dates, DateOrigin.META, sense, order, marks.metas(DATES.get(sense)));
    }
    dates.addAll(MarkedTimes.of(marks.dated(), heading, order));
    return List.copyOf(dates);
  }

  /** The day of creation is a draft's, so it counts only where no day of publication is given. */
  private static List<String> published(JsonNode article) {
    List<String> published = JsonLd.texts(article, "datePublished");
    return published.isEmpty() ? JsonLd.texts(article, "dateCreated") : published;
  }

  private static void add(
      Set<FoundDate> dates,
      DateOrigin origin,
      DateSense sense,
      DayOrder order,
      List<String> written) {
    for (String words : written) {
      MarkedDates.read(words, order)
          .ifPresent(value -> dates.add(new FoundDate(value, origin, sense)));
    }
  }

  private Optional<String> outlet(Optional<String> headline) {
    List<String> names = new ArrayList<>(marks.metas("og:site_name"));
    own.forEach(a -> jsonLd.agents(a, "publisher").forEach(p -> names.add(p.name())));
    jsonLd.site().ifPresent(names::add);
    names.addAll(marks.metas("application-name", "dc.publisher", "publisher"));
    List<String> sound = names.stream().map(String::strip).filter(Outlets::isName).toList();
    return sound.stream()
        .filter(name -> !Outlets.isHost(address, name))
        .map(Outlets::withoutMotto)
        .findFirst()
        .or(() -> siteInTitle(headline))
        .or(() -> sound.stream().findFirst());
  }

  private Optional<String> siteInTitle(Optional<String> headline) {
    return title()
        .flatMap(t -> headline.or(this::headline).flatMap(h -> Titles.site(t, h)))
        .filter(Outlets::isName)
        .or(
            () ->
                title()
                    .flatMap(Titles::lastPart)
                    .filter(part -> Outlets.isNamedLike(address, part)));
  }

  private Predicate<String> isSite(Optional<String> outlet) {
    return part -> isOutlet(outlet, part) || Outlets.isNamedLike(address, part);
  }

  private static boolean isOutlet(Optional<String> outlet, String name) {
    return outlet.filter(o -> isSame(o, name)).isPresent();
  }

  private static boolean isSame(String name, String part) {
    return Outlets.bare(name).equals(Outlets.bare(part));
  }

  private Optional<String> title() {
    return Optional.of(title).filter(t -> !t.isEmpty());
  }

  private boolean isTitle(String headline) {
    String bare = Titles.bare(headline);
    for (String other : bareTitles) {
      int shared = Math.min(bare.length(), other.length());
      boolean same = bare.startsWith(other) || other.startsWith(bare);
      if (bare.equals(other) || (shared >= SAME_START && same)) {
        return true;
      }
    }
    return false;
  }

  /** The authors that the first of JSON-LD, meta tags and marked names gives which names people. */
  private List<String> names() {
    List<String> described = new ArrayList<>();
    for (JsonNode article : own) {
      jsonLd.agents(article, "author").stream()
          .filter(a -> !a.isOrganisation() && !NewsAgencies.isAgency(a.name()))
          .forEach(a -> described.add(a.name()));
    }
    List<String> tagged = marks.metas(AUTHORS);
    List<String> marked = marks.authors().stream().map(Markup::author).toList();
    for (List<String> names : List.of(described, tagged, marked)) {
      if (!Bylines.people(names).isEmpty()) {
        return names;
      }
    }
    return tagged.isEmpty() ? described : tagged;
  }

  /** The organisations that JSON-LD names as authors or as those whom the article comes from. */
  private List<String> bodies() {
    List<String> bodies = new ArrayList<>();
    for (JsonNode article : own) {
      for (String field : MAKERS) {
        jsonLd.agents(article, field).stream()
            .filter(a -> a.isOrganisation() || NewsAgencies.isAgency(a.name()))
            .forEach(a -> bodies.add(a.name()));
      }
    }
    return bodies;
  }

  private static String author(Element element) {
    Element name = element.selectFirst("[itemprop=name]");
    Element told = name == null ? element : name;
    String words = told.hasAttr("content") ? told.attr("content") : told.text();
    return words.length() > LONGEST ? "" : words;
  }

  private static Optional<String> byline(List<String> names, List<String> bodies) {
    Set<String> people = new LinkedHashSet<>();
    List<String> printed = new ArrayList<>();
    for (String name : names) {
      if (people.addAll(Bylines.people(name))) {
        Bylines.name(name).ifPresent(printed::add);
      }
    }
    if (!printed.isEmpty()) {
      return Optional.of(String.join(", ", printed));
    }
    return Stream.concat(names.stream(), bodies.stream())
        .flatMap(name -> Bylines.name(name).stream())
        .findFirst();
  }

  private Optional<String> credit(List<String> bodies, List<String> names) {
    List<String> credited = new ArrayList<>(bodies);
    credited.addAll(marks.metas("syndication-source", "source", "article:source", "news_source"));
    credited.addAll(names);
    return credited.stream().flatMap(name -> Agencies.in(name).stream()).findFirst();
  }
}

package org.stemma.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.stemma.model.Extent;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;

/** The pages that an RSS or Atom feed leads to. */
final class FeedLinks {
  private FeedLinks() {}

  /**
   * Reads a feed.
   *
   * @throws Unfetched where the bytes are no feed
   */
  static List<Page> of(byte[] bytes, Address feed) throws Unfetched {
    Document document = Jsoup.parse(Decoding.html(bytes), "", Parser.xmlParser());
    if (document.selectFirst("rss, rdf|RDF, feed, channel") == null) {
      throw new Unfetched(Outcome.Kind.UNSUPPORTED, "holds no feed");
    }
    Map<String, Page> entries = new LinkedHashMap<>();
    for (Element entry : document.select("item, entry")) {
      try {
        String address = feed.resolve(link(entry)).toString();
        entries.putIfAbsent(address, page(address, entry));
      } catch (Unfetched e) {
        // Leads nowhere that can be fetched: of no use to who follows a feed.
      }
    }
    return List.copyOf(entries.values());
  }

  private static String link(Element entry) throws Unfetched {
    for (Element link : entry.select("> link")) {
      String to = link.hasAttr("href") ? link.attr("href") : link.text();
      if (!to.isBlank() && link.attr("rel").matches("|alternate")) {
        return to;
      }
    }
    throw new Unfetched("leads to no page");
  }

  private static Page page(String address, Element entry) {
    String title = entry.select("> title").text();
    return new Page(
        address,
        address,
        Imprint.of(Optional.empty(), Optional.of(title).filter(t -> !t.isBlank())),
        List.of(),
        Extent.SUMMARY,
        new Page.PlainText(title));
  }
}

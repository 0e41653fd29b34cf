package org.stemma.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stemma.read.Inputs.bytes;
import static org.stemma.read.Inputs.page;
import static org.stemma.read.Inputs.told;

import org.junit.jupiter.api.Test;
import org.stemma.model.DateOrigin;
import org.stemma.model.DateSense;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;

class FeedTest {
  @Test
  void anRssItemTellsAddressHeadlineOutletPeopleAndDay() {
    Page page =
        page(
            "feed.xml",
            bytes(
                """
                <?xml version="1.0"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
                <title>The Skerry Post</title><link>https://skerry.example/</link>
                <item><title>Ferry &amp;amp; fog</title><link>/2031/fog</link>
                <dc:creator>Ana Ruiz</dc:creator><author>desk@skerry.example (Tomas Brel)</author>
                <pubDate>Sun, 04 May 31 10:15 EST</pubDate>
                <description>&lt;p&gt;The ferry waits.&lt;/p&gt;</description></item>
                </channel></rss>
                """));
    assertThat(page.place()).isEqualTo("feed.xml, entry 1");
    assertThat(page.address()).isEqualTo("https://skerry.example/2031/fog");
    assertThat(page.imprint().outlet()).hasValue("The Skerry Post");
    assertThat(page.imprint().headline()).hasValue("Ferry & fog");
    assertThat(page.imprint().authors()).containsExactly("Ana Ruiz", "Tomas Brel");
    assertThat(page.dates())
        .containsExactly(new FoundDate("2031-05-04T10:15:00-05:00", DateOrigin.FEED));
    assertThat(page.extent()).isEqualTo(Extent.SUMMARY);
    assertThat(page.content()).isEqualTo(new Page.Html("<p>The ferry waits.</p>"));
  }

  @Test
  void basesInBasesAreFollowed() {
    Page page =
        page(
            "feed.atom",
            bytes(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://skerry.example/a/">
                <x xml:base="b/"><entry xml:base="c/"><link href="fog"/>
                <content>It waits.</content></entry></x></feed>
                """));
    assertThat(page.address()).isEqualTo("https://skerry.example/a/b/c/fog");
  }

  @Test
  void anAtomEntryTellsWhatWasPublishedAndWhatWasUpdated() {
    Page page =
        page(
            "feed.atom",
            bytes(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://skerry.example/news/">
                <title type="html">Skerry &lt;b&gt;Post&lt;/b&gt;</title>
                <entry><title>Fog</title><link rel="self" href="self"/><link href="fog"/>
                <author><name>Ana Ruiz</name></author>
                <published>2031-05-04T10:15:00Z</published><updated>2031-05-05T08:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It waits.</p></div></content>
                </entry></feed>
                """));
    assertThat(page.address()).isEqualTo("https://skerry.example/news/fog");
    assertThat(page.imprint().outlet()).hasValue("Skerry Post");
    assertThat(page.imprint().authors()).containsExactly("Ana Ruiz");
    assertThat(page.dates())
        .containsExactly(
            new FoundDate("2031-05-04T10:15:00Z", DateOrigin.FEED),
            new FoundDate("2031-05-05T08:00:00Z", DateOrigin.FEED, DateSense.UPDATED));
    assertThat(Inputs.text(page)).contains("<p>It waits.</p>");
  }

  @Test
  void rdfAndCdfAreFeedsToo() {
    String rdf =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="x"><title>Skerry</title></channel>
        <item rdf:about="https://skerry.example/1"><title>Fog</title><description>It waits.</description></item>
        </rdf:RDF>
        """;
    assertThat(told("feed.rdf", bytes(rdf)))
        .containsExactly("feed.rdf, entry 1: SUMMARY https://skerry.example/1 \"It waits.\"");
    String cdf =
        "<CHANNEL><ITEM HREF=\"https://skerry.example/1\"><TITLE>Fog</TITLE>"
            + "<ABSTRACT>It waits.</ABSTRACT></ITEM></CHANNEL>";
    assertThat(told("feed.cdf", bytes(cdf)).get(0)).endsWith("\"It waits.\"");
  }

  @Test
  void aFullTextIsWholeAndOneThatGoesOnElsewhereIsNot() {
    String paragraph = "<p>" + "The ferry waits in the harbour for the fog to lift. ".repeat(20);
    assertThat(page("f.rss", bytes(encoded(paragraph))).extent()).isEqualTo(Extent.WHOLE);
    assertThat(page("f.rss", bytes(encoded(paragraph + " […]"))).extent())
        .isEqualTo(Extent.SUMMARY);
    assertThat(page("f.rss", bytes(encoded("<p>The ferry waits."))).extent())
        .isEqualTo(Extent.SUMMARY);
  }

  private static String encoded(String html) {
    return "<rss><channel><item><description>Short.</description><content:encoded><![CDATA["
        + html
        + "]]></content:encoded></item></channel></rss>";
  }

  @Test
  void entriesWithoutATextAreToldWithTheirAddress() {
    String feed =
        "<rss><channel><item><title>Fog</title><link>https://skerry.example/1</link></item>"
            + "<item><description>It waits.</description></item></channel></rss>";
    assertThat(Inputs.read("f.xml", bytes(feed)).get(0))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            u -> assertThat(u.address()).hasValue("https://skerry.example/1"));
    assertThat(told("f.xml", bytes(feed)))
        .containsExactly(
            "f.xml, entry 1: EMPTY, an entry of a feed without a text",
            "f.xml, entry 2: SUMMARY f.xml \"It waits.\"");
    assertThat(told("f.xml", bytes("<rss><channel/></rss>")))
        .containsExactly("f.xml: EMPTY, a feed without entries");
  }

  @Test
  void brokenXmlGivesWhatCanBeRead() {
    String feed =
        "<!-- first -->\n<rss><channel><item><link>https://skerry.example/?a=1&b=2</link>"
            + "<description>Fog &nbsp;& mist &nosuch; here<item><description>Snow <![CDATA[cut";
    assertThat(told("f.xml", bytes(feed)).get(0)).contains("https://skerry.example/?a=1&b=2");
  }

  @Test
  void entriesThatWereNeverClosedAreEntries() {
    String feed =
        "<rss><channel><item><title>Fog</title><description>It waits.</description>"
            + "<item><description>Snow<item><description>Hail</description></item>";
    assertThat(told("f.xml", bytes(feed)))
        .containsExactly(
            "f.xml, entry 1: SUMMARY f.xml \"It waits.\"",
            "f.xml, entry 2: SUMMARY f.xml \"Snow\"",
            "f.xml, entry 3: SUMMARY f.xml \"Hail\"");
  }

  @Test
  void linksThatLeadToNoPageAreNoAddress() {
    String feed =
        "<rss><channel><item><link>javascript:alert(1)</link><guid>https://skerry.example/g</guid>"
            + "<description>Fog.</description></item></channel></rss>";
    assertThat(page("f.xml", bytes(feed)).address()).isEqualTo("https://skerry.example/g");
  }

  @Test
  void anEntryWithoutAnAddressIsCalledWhatTheFeedCallsIt() {
    String feed =
        "<rss><channel><item><guid isPermaLink=\"false\">fog-1</guid>"
            + "<description>Fog.</description></item></channel></rss>";
    assertThat(page("f.xml", bytes(feed)).address()).isEqualTo("fog-1");
  }

  @Test
  void datesAreReadWithTheLibertiesThatFeedsTake() {
    assertThat(WrittenDate.read("Sun, 04 May 2031 10:15:00 GMT")).hasValue("2031-05-04T10:15:00Z");
    assertThat(WrittenDate.read("4 May 2031 9:05 +0200")).hasValue("2031-05-04T09:05:00+02:00");
    assertThat(WrittenDate.read("Sunday, 4-May-31 10:15:00 PDT"))
        .hasValue("2031-05-04T10:15:00-07:00");
    assertThat(WrittenDate.read("4 December 1999")).hasValue("1999-12-04");
    assertThat(WrittenDate.read("Sun, 4 May 2031 10:15:00 +0000 (UTC)"))
        .hasValue("2031-05-04T10:15:00+00:00");
    assertThat(WrittenDate.read("2031-05-04T10:15:00.5Z")).hasValue("2031-05-04T10:15:00.5Z");
    for (String none :
        new String[] {"", "soon", "31 Feb 2031", "04 Foo 2031", "4 May 2031 25:00"}) {
      assertThat(WrittenDate.read(none)).as(none).isEmpty();
    }
  }

  @Test
  void aJsonFeedIsAFeedWhereverItsLinesBreak() {
    String feed =
        """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "Skerry Post",
          "items": [
            {"id": 1, "url": "https://skerry.example/1", "title": "Fog", "content_text": "It waits.",
             "date_published": "2031-05-04T10:15:00+02:00", "authors": [{"name": "Ana Ruiz"}],
             "size": 1e9999, "tags": [["deep"]]},
            {"id": 2, "url": "https://skerry.example/2"}
          ]
        }
        """;
    Page page = page("feed.json", bytes(feed));
    assertThat(page.imprint().outlet()).hasValue("Skerry Post");
    assertThat(page.imprint().authors()).containsExactly("Ana Ruiz");
    assertThat(page.dates())
        .containsExactly(new FoundDate("2031-05-04T10:15:00+02:00", DateOrigin.FEED));
    assertThat(told("feed.json", bytes(feed)))
        .containsExactly(
            "feed.json, entry 1: SUMMARY https://skerry.example/1 \"It waits.\"",
            "feed.json, entry 2: EMPTY, an entry of a feed without a text");
    assertThat(told("feed.json", bytes(feed.substring(0, feed.length() - 40))))
        .contains("feed.json, entry 1: SUMMARY https://skerry.example/1 \"It waits.\"")
        .contains("feed.json, behind entry 1: BROKEN, broken JSON");
  }

  @Test
  void xmlIsAPageOnlyWhereItIsXhtml() {
    assertThat(told("a.xml", bytes("<?xml version=\"1.0\"?><inventory><item/></inventory>")))
        .containsExactly("a.xml: UNSUPPORTED, XML that is neither a page nor a feed");
    assertThat(
            page("a.xml", bytes("<?xml version=\"1.0\"?><html><body>Fog.</body></html>")).content())
        .isInstanceOf(Page.Html.class);
  }
}

package org.stemma.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.model.Span;

/**
 * An HTML page as a draft: its visible text, the roles its markup tells, and what its head says.
 */
final class HtmlDraft {
  /** Elements inside elements; what is deeper is put here by the parser, so no page is too deep. */
  private static final int DEPTH = 256;

  /** A headline is not longer. */
  private static final int LONGEST_HEADLINE = 400;

  private HtmlDraft() {}

  static Draft of(Page page, Page.Html html) throws NotAnArticle {
    Parser parser = Parser.htmlParser().setMaxDepth(DEPTH);
    Document document = Jsoup.parse(html.markup(), "", parser);
    Markup markup = new Markup(document, page.address());
    HtmlBlocks visible = HtmlBlocks.of(document);
    if (visible.pieces().isEmpty()) {
      throw new NotAnArticle(Outcome.Kind.EMPTY, "the page shows no text");
    }
    Optional<Element> heading = heading(document, visible.headings(), markup.headline());
    HtmlRoles roles = HtmlRoles.of(visible, heading);
    return new Draft(
        Optional.empty(),
        markup.address(),
        visible.text(),
        roles.judged(),
        markup.imprint(heading.map(Element::text)).or(page.imprint()),
        dates(markup, heading, page),
        page.extent(),
        markup.isPaid(),
        Optional.empty(),
        markup.language(),
        roles.comments());
  }

  private static List<FoundDate> dates(Markup markup, Optional<Element> heading, Page page) {
    List<FoundDate> dates = new ArrayList<>(markup.dates(heading));
    dates.addAll(page.dates());
    return dates;
  }

  /** The heading that shows what the page's title says; else the only first-rank heading. */
  private static Optional<Element> heading(
      Document document, List<Element> headings, Optional<String> told) {
    String title = document.title();
    List<Element> first = new ArrayList<>();
    for (Element h : headings) {
      String text = h.text();
      boolean fits = !text.isBlank() && text.length() <= LONGEST_HEADLINE;
      if (fits && (sameTitle(title, text) || told.filter(t -> sameTitle(t, text)).isPresent())) {
        return Optional.of(h);
      }
      if (h.normalName().equals("h1") && !text.isBlank()) {
        first.add(h);
      }
    }
    return first.size() == 1 && words(first.get(0).text()) >= Headlines.FEWEST_WORDS
        ? Optional.of(first.get(0))
        : Optional.empty();
  }

  private static int words(String line) {
    return Block.of(line, new Span(0, line.length()), Optional.empty()).words();
  }

  private static boolean sameTitle(String title, String heading) {
    Block block = Block.of(heading, new Span(0, heading.length()), Optional.empty());
    return Headlines.same(title, block) && block.words() >= Headlines.FEWEST_WORDS;
  }
}

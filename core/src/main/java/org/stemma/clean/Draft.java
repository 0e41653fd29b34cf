package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import org.stemma.model.ArticleId;
import org.stemma.model.Comment;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Page;
import org.stemma.text.WebAddresses;

/**
 * What is known of an article before its blocks are judged.
 *
 * @param imprint known from markup or told with the page; where it has a headline no other line is
 *     taken for it
 * @param paid the markup says that the story is for those who pay or log in
 * @param language told with the page, which is believed
 * @param declared the language tag that the markup declares, with the region where it has one; used
 *     where the text does not tell
 * @param comments those that the markup tells
 */
record Draft(
    Optional<ArticleId> id,
    String address,
    String text,
    List<Block> blocks,
    Imprint imprint,
    List<FoundDate> dates,
    Extent extent,
    boolean paid,
    Optional<String> language,
    Optional<String> declared,
    List<Comment> comments) {

  static Draft of(Page page, Page.PlainText plain) {
    return of(page, new Page.Given(plain.text()));
  }

  static Draft of(Page page, Page.Given given) {
    return new Draft(
        given.id(),
        WebAddresses.tidy(page.address()),
        given.text(),
        Blocks.of(given.text()),
        page.imprint(),
        page.dates(),
        page.extent(),
        false,
        given.language(),
        Optional.empty(),
        List.of());
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Page;

/**
 * What is known of an article before its blocks are judged.
 *
 * @param headline known from markup or given; then no other line is taken for it
 * @param language given with the page, which is believed
 * @param declared the language that the markup declares, used where the text does not tell
 */
record Draft(
    Optional<ArticleId> id,
    String address,
    String text,
    List<Block> blocks,
    Optional<String> outlet,
    Optional<String> headline,
    Optional<String> byline,
    Optional<String> dateline,
    List<FoundDate> dates,
    Optional<String> language,
    Optional<String> declared) {

  static Draft of(Page page, Page.PlainText plain) {
    return new Draft(
        Optional.empty(),
        page.address(),
        plain.text(),
        Blocks.of(plain.text()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  static Draft of(Page page, Page.Given given) {
    return new Draft(
        given.id(),
        page.address(),
        given.text(),
        Blocks.of(given.text()),
        given.outlet(),
        given.headline(),
        given.byline(),
        given.dateline(),
        given.dates(),
        given.language(),
        Optional.empty());
  }
}

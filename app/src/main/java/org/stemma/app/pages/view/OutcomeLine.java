package org.stemma.app.pages.view;

import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.ArticleId;
import org.stemma.model.Outcome;

/**
 * What there is to say of one page.
 *
 * @param address empty where it is not known, or is the place itself
 * @param href of the article that came of it; may be empty
 */
public record OutcomeLine(String place, String reason, String address, String href) {
  /** The line for an outcome of a page that no article came of, or of which none is looked up. */
  public static OutcomeLine of(Outcome outcome) {
    return of(outcome, address -> Optional.empty());
  }

  /**
   * @param articles finds the article of an address
   */
  public static OutcomeLine of(Outcome outcome, Function<String, Optional<ArticleId>> articles) {
    Optional<ArticleId> article =
        outcome.kind().isKept() ? outcome.address().flatMap(articles) : Optional.empty();
    return new OutcomeLine(
        outcome.place(),
        outcome.reason(),
        outcome.address().filter(a -> !outcome.place().contains(a)).orElse(""),
        article.map(Links::article).orElse(""));
  }
}

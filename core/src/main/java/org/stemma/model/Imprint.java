package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a page says of itself beside its story: who publishes it, under which headline, by whom.
 *
 * @param outlet the name that the outlet gives itself, or the host where it gives none
 * @param headline without the site's name behind it
 * @param byline as printed
 * @param authors the people in the byline, each once, in its order
 * @param dateline the words in front of the first sentence: place, day, agency
 * @param credit the agency that the outlet credits for the whole text
 */
public record Imprint(
    Optional<String> outlet,
    Optional<String> headline,
    Optional<String> byline,
    List<String> authors,
    Optional<String> dateline,
    Optional<String> credit) {
  /** Nothing is known. */
  public static final Imprint NONE = of(Optional.empty(), Optional.empty());

  public Imprint {
    requireNonNull(outlet, "outlet");
    requireNonNull(headline, "headline");
    requireNonNull(byline, "byline");
    requireNonNull(dateline, "dateline");
    requireNonNull(credit, "credit");
    authors = List.copyOf(authors);
  }

  /** Of a page that says no more than this. */
  public static Imprint of(Optional<String> outlet, Optional<String> headline) {
    return new Imprint(
        outlet, headline, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** The same, of this outlet. */
  public Imprint withOutlet(String name) {
    return new Imprint(Optional.of(name), headline, byline, authors, dateline, credit);
  }

  /** This one, with what it does not know from another. */
  public Imprint or(Imprint other) {
    return new Imprint(
        outlet.or(other::outlet),
        headline.or(other::headline),
        byline.or(other::byline),
        authors.isEmpty() && byline.isEmpty() ? other.authors : authors,
        dateline.or(other::dateline),
        credit.or(other::credit));
  }
}

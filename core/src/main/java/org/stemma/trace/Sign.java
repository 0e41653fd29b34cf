package org.stemma.trace;

/**
 * What tells for or against that one article took from another. Each has a weight in the sum that
 * is the logarithm of the odds. The weights were fitted by {@code FitDescent} in the bench on
 * generated cascades (seeds 11 to 14) as a choice among all possible sources of an article and
 * none.
 */
enum Sign {
  /** Words that the child shares with others and the parent lacks: the logarithm. */
  LACKS(-2.65),
  /** In how many places: the logarithm. Copying changes places, not words. */
  LACKS_PLACES(-0.85),
  /**
   * Places where the child goes on, and the parent has more between: the logarithm. Set by
   * judgement: with other signs beside it the fit gives from -0.06 to -0.3.
   */
  SKIPS(-0.25),
  /** Places where the child turns to what stands before in the parent: the logarithm. */
  TURNS(-0.78),
  /** Their dates may be of one moment. */
  DATES_MEET(1.36),
  /** The child is surely later, by so many hours at most. */
  LATER_2_HOURS(1.56),
  LATER_8_HOURS(1.27),
  LATER_1_DAY(0.76),
  /** Set by judgement: the cascades are over within days, and the world's are not. */
  LATER_MORE(-0.5),
  /**
   * The child is surely earlier: one of the dates would be wrong. Set by judgement: one date in
   * twelve is wrong in the cascades, more than in the world.
   */
  EARLIER(-1),
  /** One of them has no date. */
  UNDATED(1.15),
  /**
   * The child names the parent's outlet, which is no agency, as its source. Set by judgement: the
   * cascades credit agencies only.
   */
  CREDIT(2),
  /**
   * The parent shares clearly more with others than the child does, and dates do not tell. Set by
   * judgement: it decides where nothing else does.
   */
  FULLER(0.5),
  /** The same headline. */
  HEADLINE(1.58),
  /** The parent's outlet is a news agency. */
  AGENCY(1.27),
  /** Against any source among these: always there. */
  NONE(-0.22),
  /**
   * Against any: the child's outlet is a news agency. Set by judgement: in the cascades no agency
   * ever copies, and in the world some do.
   */
  IS_AGENCY(4),
  /** Against any: words that even the fullest source lacks, the logarithm. */
  IS_ALONE_WITH(-0.94),
  /** Against any: how many possible sources are surely earlier, the logarithm. */
  EARLIER_ONES(-0.88),
  /** Against any: the child credits an agency, and no possible source is of it. */
  CREDITS_ABSENT(1.69),
  /** Against any: the child credits an agency that a possible source is of. */
  CREDITS_PRESENT(-3.83),
  /** Against any: what the child shares with others may be a formula that many use. */
  FEW_WORDS(2.73);

  private final double weight;

  Sign(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }
}

package org.stemma.annotate;

import java.util.Optional;
import org.stemma.annotate.Names.Who;

/** Who spoke last in an article, and where: whoever has the floor goes on speaking. */
final class Floor {
  private static final int NEVER = -100;

  private final Tokens t;
  private Optional<Who> holder = Optional.empty();
  private int sentence = NEVER;
  private int paragraph = NEVER;

  Floor(Tokens tokens) {
    t = tokens;
  }

  /** Somebody speaks at a token. */
  void take(Who who, int token) {
    holder = Optional.of(who);
    keep(token);
  }

  /** Whoever spoke last goes on at a token. */
  void keep(int token) {
    sentence = t.sentence[token];
    paragraph = t.paragraph[token];
  }

  Optional<Who> holder() {
    return holder;
  }

  boolean isHeldBy(Who who) {
    return holder.filter(other -> other == who).isPresent();
  }

  /** How many sentences before a token the last one spoke; large where nobody did. */
  int sentencesSince(int token) {
    return t.sentence[token] - sentence;
  }

  /** How many paragraphs before a token the last one spoke; large where nobody did. */
  int paragraphsSince(int token) {
    return t.paragraph[token] - paragraph;
  }
}

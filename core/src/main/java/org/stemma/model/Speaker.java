package org.stemma.model;

import static java.util.Objects.requireNonNull;

/** Whom a source resolves to. */
public sealed interface Speaker {
  /** A person or body that the article names. The fullest name that the article gives. */
  record Named(String name) implements Speaker {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a named speaker needs a name");
      }
    }
  }

  /** Somebody the article does not name: "a witness", "two officials". The words of the source. */
  record Unnamed(String words) implements Speaker {
    public Unnamed {
      requireNonNull(words, "words");
    }
  }

  /** Nobody could be found. */
  record Unknown() implements Speaker {}

  /** The name or the words, for people to read; "not named" where there are none. */
  default String label() {
    if (this instanceof Named named) {
      return named.name();
    }
    return this instanceof Unnamed unnamed && !unnamed.words().isBlank()
        ? unnamed.words()
        : "not named";
  }
}

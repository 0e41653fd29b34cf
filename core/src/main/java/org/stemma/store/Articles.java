package org.stemma.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;

/** Articles that can be looked up. */
public interface Articles {
  /** The article of this id. */
  Optional<Annotated> find(ArticleId id);

  /**
   * Committed articles that hold some of these words, best first: those with more and rarer words,
   * and with the words side by side as given.
   *
   * @param words free text, any language; its punctuation, case and accents have no meaning
   * @param limit the greatest number of articles wanted, 0 or more
   */
  List<Hit> search(String words, int limit);

  /**
   * The sentences of committed articles in which words stand side by side: each once, those of one
   * article together and in text order.
   */
  void forEachPassage(Sought sought, Consumer<Passage> action);
}

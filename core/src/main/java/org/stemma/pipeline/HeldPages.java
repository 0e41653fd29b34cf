package org.stemma.pipeline;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.stemma.model.Article;
import org.stemma.model.Extent;
import org.stemma.store.Store;

/** The addresses of the pages that a store holds, read once. Thread-safe. */
final class HeldPages {
  private final Store store;
  private final Set<String> plain = new HashSet<>();
  private long last;

  HeldPages(Store store) {
    this.store = store;
  }

  /** Those of some addresses at which a page is held; an entry of a feed is no page. */
  synchronized Set<String> among(Collection<String> addresses) {
    last =
        store.forEachArticleSince(
            last,
            annotated -> {
              Article article = annotated.article();
              if (article.extent() != Extent.SUMMARY) {
                plain.add(Addresses.plain(article.address()));
              }
            });
    return addresses.stream()
        .filter(address -> plain.contains(Addresses.plain(address)))
        .collect(Collectors.toSet());
  }
}

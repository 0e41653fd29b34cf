package org.stemma.dispute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;

/** Articles, oldest first, undated last, and by id where that does not tell. */
final class Chronology {
  private final List<Annotated> inOrder;
  private final Map<ArticleId, Integer> rank = new HashMap<>();

  Chronology(Collection<Annotated> articles) {
    inOrder = new ArrayList<>(articles);
    Map<ArticleId, Instant> published = new HashMap<>();
    inOrder.forEach(one -> published.put(one.article().id(), published(one)));
    inOrder.sort(
        Comparator.comparing((Annotated one) -> published.get(one.article().id()))
            .thenComparing(one -> one.article().id()));
    for (Annotated annotated : inOrder) {
      rank.put(annotated.article().id(), rank.size());
    }
  }

  List<Annotated> inOrder() {
    return inOrder;
  }

  Annotated article(ArticleId id) {
    return inOrder.get(rank(id));
  }

  private int rank(ArticleId id) {
    return rank.get(id);
  }

  /** By article, then by place. */
  List<Account> inOrder(Collection<Account> accounts) {
    List<Account> sorted = new ArrayList<>(accounts);
    sorted.sort(
        Comparator.comparing((Account a) -> rank(a.article())).thenComparing(Account::span));
    return sorted;
  }

  private static Instant published(Annotated annotated) {
    return annotated.article().published().map(FoundDate::earliest).orElse(Instant.MAX);
  }
}

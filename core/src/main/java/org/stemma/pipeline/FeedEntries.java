package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Outcome;

/**
 * Joins entries of feeds with the pages they lead to while both stream by: entries wait until the
 * end, and those whose page came are left out. A page that comes after its entry gets the entry's
 * dates. For one thread.
 */
final class FeedEntries {
  /** Entries that wait at most; beyond, the first ones are handed on as they are. */
  private static final int MOST_WAITING = 20_000;

  /**
   * Addresses of pages that are remembered, and as many of entries with their dates: some 80 MB. Of
   * later pages the entries are handed on as well, which loses nothing.
   */
  private static final int MOST_PAGES = 200_000;

  private final Consumer<Extraction.Extracted> next;
  private final Map<String, List<Extraction.Extracted>> waiting = new LinkedHashMap<>();
  private final Map<String, Set<FoundDate>> dates = new HashMap<>();
  private final Set<String> pages = new HashSet<>();
  private int waitingCount;

  /**
   * @param next takes what is not left out
   */
  FeedEntries(Consumer<Extraction.Extracted> next) {
    this.next = next;
  }

  void take(Extraction.Extracted extracted) {
    Optional<Article> article = extracted.annotated().map(Annotated::article);
    if (article.isEmpty()) {
      next.accept(extracted);
    } else if (article.get().extent() == Extent.SUMMARY) {
      hold(Addresses.plain(article.get().address()), extracted, article.get());
    } else {
      next.accept(joined(extracted, article.get()));
    }
  }

  private void hold(String address, Extraction.Extracted entry, Article article) {
    waiting.computeIfAbsent(address, a -> new ArrayList<>()).add(entry);
    waitingCount++;
    if (dates.size() < MOST_PAGES) {
      Set<FoundDate> told = dates.computeIfAbsent(address, a -> new LinkedHashSet<>());
      article.dates().stream().filter(d -> d.origin() == DateOrigin.FEED).forEach(told::add);
    }
    if (waitingCount > MOST_WAITING) {
      release(waiting.entrySet().iterator());
    }
  }

  private Extraction.Extracted joined(Extraction.Extracted extracted, Article article) {
    String address = Addresses.plain(article.address());
    if (pages.size() < MOST_PAGES) {
      pages.add(address);
    }
    Set<FoundDate> told = dates.getOrDefault(address, Set.of());
    if (told.isEmpty()) {
      return extracted;
    }
    Annotated dated = extracted.annotated().orElseThrow().withArticle(article.withMoreDates(told));
    return new Extraction.Extracted(extracted.outcome(), Optional.of(dated));
  }

  /** Hands on the entries that still wait. */
  void finish() {
    Iterator<Map.Entry<String, List<Extraction.Extracted>>> all = waiting.entrySet().iterator();
    while (all.hasNext()) {
      release(all);
    }
  }

  private void release(Iterator<Map.Entry<String, List<Extraction.Extracted>>> all) {
    Map.Entry<String, List<Extraction.Extracted>> first = all.next();
    all.remove();
    boolean page = pages.contains(first.getKey());
    for (Extraction.Extracted entry : first.getValue()) {
      waitingCount--;
      next.accept(page ? leftOut(entry) : entry);
    }
  }

  private static Extraction.Extracted leftOut(Extraction.Extracted entry) {
    Outcome outcome = entry.outcome();
    return new Extraction.Extracted(
        new Outcome(
            outcome.place(),
            outcome.address(),
            Outcome.Kind.NO_PAGE,
            "an entry of a feed whose page was read as well"),
        Optional.empty());
  }
}

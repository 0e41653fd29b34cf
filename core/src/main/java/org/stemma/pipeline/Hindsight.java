package org.stemma.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.clean.OutletFurniture;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Extent;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * What all pages of a desk together tell of each of them: which of its paragraphs are its outlet's
 * furniture, and which entries of feeds lead to a page that is held too. Such an entry gives its
 * dates to the page and steps aside. Nothing that is kept is changed: the same set of pages gives
 * the same answers in whatever order they came. Immutable.
 */
final class Hindsight {
  private final Set<String> pages = new HashSet<>();
  private final Set<ArticleId> aside = new HashSet<>();
  private final Map<String, Set<FoundDate>> datesInFeeds = new HashMap<>();
  private final Map<ArticleId, Furnished> furnished = new HashMap<>();
  private final Corrections corrections;

  /** What a person marked as no part of what the outlet tells. */
  private final Map<ArticleId, List<Span>> silenced = new HashMap<>();

  /**
   * An article in which some paragraphs turned out to be furniture.
   *
   * @param zones all of them, as they are seen now
   * @param silent those paragraphs
   */
  private record Furnished(List<Zone> zones, List<Span> silent) {}

  private final Map<ArticleId, Article> learnedFrom = new HashMap<>();
  private final OutletFurniture furniture;

  /**
   * @param articles all articles of the desk, as they are kept
   * @param corrections what people know better than pages and machinery
   */
  Hindsight(Collection<Annotated> articles, Corrections corrections) {
    this(articles, corrections, Optional.empty());
  }

  /**
   * @param articles all articles of the desk, as they are kept
   * @param corrections what people know better than pages and machinery
   * @param before told of many of the same objects; saves work, and changes nothing
   */
  Hindsight(Collection<Annotated> articles, Corrections corrections, Optional<Hindsight> before) {
    this.corrections = corrections;
    List<Article> whole = new ArrayList<>();
    List<Article> entries = new ArrayList<>();
    for (Annotated annotated : articles) {
      boolean entry = annotated.article().extent() == Extent.SUMMARY;
      (entry ? entries : whole).add(corrections.over(annotated.article()));
      List<Span> silent = corrections.silent(annotated.article());
      if (!silent.isEmpty()) {
        silenced.put(annotated.article().id(), silent);
      }
    }
    whole.forEach(article -> pages.add(Addresses.plain(article.address())));
    for (Article entry : entries) {
      String address = Addresses.plain(entry.address());
      if (pages.contains(address)) {
        aside.add(entry.id());
        entry.dates().stream()
            .filter(date -> date.origin() == DateOrigin.FEED)
            .forEach(datesInFeeds.computeIfAbsent(address, a -> new LinkedHashSet<>())::add);
      }
    }
    furniture =
        before
            .map(told -> told.furniture.learnAgain(whole))
            .orElseGet(() -> OutletFurniture.learn(whole));
    for (Article article : whole) {
      learnedFrom.put(article.id(), article);
      if (before.filter(told -> told.sawTheSame(article, furniture)).isPresent()) {
        Furnished known = before.get().furnished.get(article.id());
        if (known != null) {
          furnished.put(article.id(), known);
        }
      } else {
        furnish(article, corrections.over(furniture.applied(article)));
      }
    }
  }

  private boolean sawTheSame(Article article, OutletFurniture now) {
    return learnedFrom.get(article.id()) == article && furniture.agreesWith(now, article);
  }

  private void furnish(Article before, Article now) {
    if (!now.zones().equals(before.zones())) {
      List<Span> silent = new ArrayList<>();
      for (Zone zone : now.zones()) {
        if (zone.role() == ZoneRole.BOILERPLATE
            && before.roleAt(zone.span().start()) != ZoneRole.BOILERPLATE) {
          silent.add(zone.span());
        }
      }
      furnished.put(before.id(), new Furnished(now.zones(), silent));
    }
  }

  /** True for an entry of a feed whose page is held. */
  boolean isAside(ArticleId id) {
    return aside.contains(id);
  }

  /** True for an address that a page has which is more than a feed's entry. */
  boolean holdsPage(String address) {
    return pages.contains(Addresses.plain(address));
  }

  /** What people know better. */
  Corrections corrections() {
    return corrections;
  }

  /** False for a stretch that turned out to be furniture, or to stand in an entry put aside. */
  boolean isText(ArticleId id, Span span) {
    Furnished article = furnished.get(id);
    return !aside.contains(id)
        && !touches(List.of(span), silenced.getOrDefault(id, List.of()))
        && (article == null || !touches(List.of(span), article.silent()));
  }

  /**
   * An article as it is seen now: corrected by hand; what turned out to be furniture says nothing
   * and names nobody.
   *
   * @param kept as the store has it
   */
  Annotated seen(Annotated kept) {
    Annotated annotated = corrections.over(kept);
    Article article = dated(annotated.article());
    Furnished now = furnished.get(article.id());
    if (now == null) {
      return article == annotated.article() ? annotated : annotated.withArticle(article);
    }
    List<Attribution> heard =
        annotated.attributions().stream().filter(a -> !touches(a.content(), now.silent())).toList();
    List<Name> names =
        annotated.names().stream().filter(n -> !touches(List.of(n.span()), now.silent())).toList();
    return new Annotated(
        article.withZones(now.zones()),
        heard,
        names,
        annotated.figures().stream()
            .filter(f -> !touches(List.of(f.span()), now.silent()))
            .toList(),
        annotated.times().stream().filter(t -> !touches(List.of(t.span()), now.silent())).toList());
  }

  private Article dated(Article article) {
    Set<FoundDate> told = datesInFeeds.get(Addresses.plain(article.address()));
    if (told == null || article.extent() == Extent.SUMMARY) {
      return article;
    }
    return article.withMoreDates(told);
  }

  private static boolean touches(List<Span> some, List<Span> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(one::overlaps));
  }
}

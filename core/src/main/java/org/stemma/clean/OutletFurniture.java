package org.stemma.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.FoundDate;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.Paragraphs;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;

/**
 * Paragraphs that recur across the pages of one outlet: mastheads, calls to subscribe, an agency's
 * standing lines. Learned from all articles that are held, so that the same set gives the same
 * answer whatever order it came in; what is learned from the hundredth page is applied to the first
 * as well. Immutable, thread-safe.
 *
 * <p>A paragraph that stands in three versions of one story is no furniture: most of the words of
 * the pages that share it must be their own. Nor is one that quotes: a slogan that a politician
 * repeats is what the record is for. What stands in the middle of stories needs to recur over
 * weeks, because the background of an affair is told again for days.
 */
public final class OutletFurniture {
  /** Pages that must share a paragraph at the head or the foot of their text. */
  private static final int PAGES = 3;

  /** Pages that must share one in the middle, and the weeks over which they must be spread. */
  private static final int PAGES_IN_THE_MIDDLE = 6;

  private static final int WEEKS_IN_THE_MIDDLE = 3;

  /** Share of the words of pages that must be their own; versions of one story have under .2. */
  private static final double OWN = 0.4;

  /** A paragraph that stands in so small a part of the pages that share another is their own. */
  private static final int PART = 3;

  /** A quotation of so many words is somebody's saying; fewer may be a newsletter's name. */
  private static final int SAYING = 4;

  private static final long DAYS_A_WEEK = 7;

  /**
   * A paragraph of one article.
   *
   * @param saying true where it quotes somebody
   */
  private record Line(long key, int words, boolean saying) {}

  /** What one article teaches. */
  private record Page(Article article, List<Line> lines, long week) {
    static Page of(Article article) {
      List<Line> lines = new ArrayList<>();
      for (Zone zone : article.zones()) {
        if (isText(zone.role())) {
          for (Span paragraph : Paragraphs.in(article.text(), zone.span())) {
            lines.add(
                new Line(
                    key(article.text(), paragraph),
                    words(article.text(), paragraph),
                    isSaying(article.text(), paragraph)));
          }
        }
      }
      long week =
          article
              .published()
              .map(FoundDate::earliest)
              .map(at -> Math.floorDiv(at.getEpochSecond(), DAYS_A_WEEK * 24 * 3600))
              .orElse(-1L);
      return new Page(article, List.copyOf(lines), week);
    }
  }

  /** What a paragraph's pages tell of it. */
  private static final class Spread {
    private final List<ArticleId> pages = new ArrayList<>();
    private final Set<Long> weeks = new HashSet<>();
    private int atEdges;
  }

  private final Map<String, List<Page>> pages = new HashMap<>();
  private final Map<String, Set<Long>> byOutlet = new HashMap<>();

  private OutletFurniture() {}

  /** Learns from articles; those without an outlet teach nothing. */
  public static OutletFurniture learn(Collection<Article> articles) {
    return new OutletFurniture().learnAgain(articles);
  }

  /**
   * What {@link #learn} gives for other articles, with less work where many are the same objects as
   * before.
   */
  public OutletFurniture learnAgain(Collection<Article> articles) {
    Map<ArticleId, Page> known = new HashMap<>();
    pages.values().forEach(own -> own.forEach(page -> known.put(page.article().id(), page)));
    OutletFurniture learned = new OutletFurniture();
    for (Article article : articles) {
      Page before = known.get(article.id());
      Optional<String> outlet = article.outlet();
      if (outlet.isPresent()) {
        boolean same = before != null && before.article() == article;
        learned
            .pages
            .computeIfAbsent(outlet.get(), n -> new ArrayList<>())
            .add(same ? before : Page.of(article));
      }
    }
    learned.pages.forEach(
        (name, own) -> {
          Set<Long> found =
              own.equals(pages.get(name)) ? of(name) : new Outlet(own).furnitureOfMany();
          if (!found.isEmpty()) {
            learned.byOutlet.put(name, found);
          }
        });
    return learned;
  }

  private Set<Long> of(String outlet) {
    return byOutlet.getOrDefault(outlet, Set.of());
  }

  /** True where the paragraphs that recur in an article's outlet are the same for both. */
  public boolean agreesWith(OutletFurniture other, Article article) {
    return article.outlet().map(name -> of(name).equals(other.of(name))).orElse(true);
  }

  /**
   * The same article with the recurring paragraphs of its text zoned as furniture; itself where
   * none recurs, and where nothing else would be left.
   */
  public Article applied(Article article) {
    Set<Long> furniture = article.outlet().map(byOutlet::get).orElse(Set.of());
    if (furniture.isEmpty()) {
      return article;
    }
    List<Zone> zones = new ArrayList<>();
    boolean any = false;
    boolean anyLeft = false;
    for (Zone zone : article.zones()) {
      if (!isText(zone.role())) {
        zones.add(zone);
        continue;
      }
      for (Span paragraph : Paragraphs.in(article.text(), zone.span())) {
        boolean recurs = furniture.contains(key(article.text(), paragraph));
        any |= recurs;
        anyLeft |= !recurs && zone.role() == ZoneRole.BODY;
        zones.add(new Zone(recurs ? ZoneRole.BOILERPLATE : zone.role(), paragraph));
      }
    }
    return any && anyLeft ? article.withZones(zones) : article;
  }

  /** A headline that recurs is a series' name, and stays what it is. */
  private static boolean isText(ZoneRole role) {
    return role == ZoneRole.BODY || role == ZoneRole.SUBTITLE || role == ZoneRole.CAPTION;
  }

  /** Equal for paragraphs of the same letters and digits. */
  private static long key(String text, Span paragraph) {
    long hash = 1;
    for (int i = paragraph.start(); i < paragraph.end(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        hash = (hash ^ Character.toLowerCase(c)) * 0x100000001b3L;
        hash ^= hash >>> 29;
      }
    }
    return hash;
  }

  /** The pages of one outlet. */
  private static final class Outlet {
    private final List<Page> pages;
    private final Map<ArticleId, List<Line>> lines = new HashMap<>();
    private final Map<Long, Spread> spreads = new HashMap<>();
    private final Set<Long> sayings = new HashSet<>();

    /** Lines that stand on the same pages share the answer: an outlet may have hundreds of them. */
    private final Map<List<ArticleId>, Boolean> decided = new HashMap<>();

    Outlet(List<Page> pages) {
      this.pages = pages;
    }

    Set<Long> furnitureOfMany() {
      if (pages.size() < PAGES) {
        return Set.of();
      }
      for (Page page : pages) {
        lines.put(page.article().id(), page.lines());
        spread(page);
      }
      return furniture();
    }

    private void spread(Page page) {
      Set<Long> seen = new HashSet<>();
      for (Line line : page.lines()) {
        if (line.saying()) {
          sayings.add(line.key());
        }
        if (seen.add(line.key())) {
          Spread spread = spreads.computeIfAbsent(line.key(), k -> new Spread());
          spread.pages.add(page.article().id());
          spread.weeks.add(page.week());
        }
      }
    }

    private Set<Long> furniture() {
      Set<Long> often = new HashSet<>();
      spreads.forEach(
          (key, spread) -> {
            boolean enough = spread.pages.size() >= PAGES && !sayings.contains(key);
            if (enough && decided.computeIfAbsent(spread.pages, this::areOfOtherStories)) {
              often.add(key);
            }
          });
      lines.values().forEach(page -> countEdges(page, often));
      often.removeIf(key -> !isFurniture(spreads.get(key)));
      return often;
    }

    private boolean areOfOtherStories(List<ArticleId> pages) {
      long all = 0;
      long own = 0;
      for (ArticleId page : pages) {
        for (Line line : lines.get(page)) {
          all += line.words();
          boolean few = spreads.get(line.key()).pages.size() * PART <= pages.size();
          own += few ? line.words() : 0;
        }
      }
      return own >= OWN * all;
    }

    /** At an edge is what has nothing but recurring paragraphs before it, or after it. */
    private void countEdges(List<Line> page, Set<Long> often) {
      int first = 0;
      while (first < page.size() && often.contains(page.get(first).key())) {
        first++;
      }
      int last = page.size();
      while (last > first && often.contains(page.get(last - 1).key())) {
        last--;
      }
      Set<Long> edge = new HashSet<>();
      page.subList(0, first).forEach(line -> edge.add(line.key()));
      page.subList(last, page.size()).forEach(line -> edge.add(line.key()));
      edge.forEach(key -> spreads.get(key).atEdges++);
    }

    private static boolean isFurniture(Spread spread) {
      boolean mostlyAtEdges = spread.atEdges >= PAGES && 2 * spread.atEdges >= spread.pages.size();
      return mostlyAtEdges
          || (spread.pages.size() >= PAGES_IN_THE_MIDDLE
              && spread.weeks.size() >= WEEKS_IN_THE_MIDDLE);
    }
  }

  private static boolean isSaying(String text, Span paragraph) {
    for (Quotation quotation : QuotationMarks.in(text, paragraph)) {
      if (words(text, quotation.outer()) >= SAYING) {
        return true;
      }
    }
    return false;
  }

  private static int words(String text, Span span) {
    int words = 0;
    boolean inWord = false;
    for (int i = span.start(); i < span.end(); i++) {
      boolean space = Character.isWhitespace(text.charAt(i));
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }
}

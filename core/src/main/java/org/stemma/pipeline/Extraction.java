package org.stemma.pipeline;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stemma.annotate.Annotator;
import org.stemma.annotate.Model;
import org.stemma.clean.Cleaner;
import org.stemma.clean.NotAnArticle;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Imprint;
import org.stemma.model.Outcome;
import org.stemma.model.Page;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.read.Reading;

/**
 * Rooms 1 to 3 in a row: pages in, articles out, with or without their attributions. Needs no desk.
 * Thread-safe.
 *
 * <pre>{@code
 * Extraction extraction = Extraction.withAttributions();
 * try (Pages pages = Pages.open(List.of("articles.jsonl"), System.in)) {
 *   extraction.run(pages, annotated -> print(annotated), outcome -> warn(outcome));
 * }
 * }</pre>
 */
public final class Extraction {
  private static final ArticleId DRAFT = new ArticleId("draft");

  private final Cleaner cleaner = new Cleaner();
  private final Function<Article, Annotated> annotate;
  private final Optional<Annotator> resolver;

  private Extraction(Function<Article, Annotated> annotate) {
    this.annotate = annotate;
    resolver = Optional.empty();
  }

  private Extraction(Annotator annotator) {
    annotate = annotator::annotate;
    resolver = Optional.of(annotator);
  }

  /** Reads and cleans; the articles have no attributions and no names. */
  public static Extraction articlesOnly() {
    return new Extraction(article -> new Annotated(article, List.of()));
  }

  /** Reads, cleans and finds attributions and names, with the model for whole archives. */
  public static Extraction withAttributions() {
    return withAttributions(Model.FAST);
  }

  /** Reads, cleans and finds attributions and names. Loads the model, which takes a moment. */
  public static Extraction withAttributions(Model model) {
    return new Extraction(Annotator.load(model)::annotate);
  }

  /**
   * Reads lines that have attributions marked in them, and tells who speaks in those; finds no
   * others. A page without such marks is skipped.
   */
  public static Extraction resolving(Model model) {
    return new Extraction(Annotator.load(model));
  }

  /**
   * As {@link #withAttributions(Model)}, a long quotation as one attribution for each paragraph.
   */
  static Extraction byParagraph(Model model) {
    return new Extraction(Annotator.load(model)::annotateByParagraph);
  }

  /**
   * Works through all pages, several at once, and hands the results on in the order of the pages;
   * entries of feeds come last, and not at all where the page they lead to came. Memory does not
   * grow with their number.
   *
   * @param articles hears of each article, on the calling thread
   * @param outcomes hears what became of each page, on the calling thread
   */
  public void run(
      Iterator<Reading> pages, Consumer<Annotated> articles, Consumer<Outcome> outcomes) {
    FeedEntries entries =
        new FeedEntries(
            extracted -> {
              extracted.annotated().ifPresent(articles);
              outcomes.accept(extracted.outcome());
            });
    Conveyor.run(pages, this::extract, entries::take);
    entries.finish();
  }

  /** What became of one page. */
  record Extracted(Outcome outcome, Optional<Annotated> annotated) {}

  /** An article that came annotated. */
  static Extracted given(Annotated annotated) {
    Article article = annotated.article();
    return new Extracted(kept(article.address(), article), Optional.of(annotated));
  }

  /** Never throws: whatever is wrong with a page, the next one goes on. */
  Extracted extract(Reading reading) {
    if (reading instanceof Reading.Unreadable unreadable) {
      Outcome outcome =
          new Outcome(
              unreadable.place(), unreadable.address(), unreadable.kind(), unreadable.reason());
      return new Extracted(outcome, Optional.empty());
    }
    Page page = ((Reading.Found) reading).page();
    try {
      Optional<String> fault = resolver.isPresent() ? faultOfMarks(page) : Optional.empty();
      if (fault.isPresent()) {
        return skipped(page, Outcome.Kind.BROKEN, fault.get());
      }
      Article article = cleaner.clean(page);
      Annotated annotated =
          resolver
              .map(annotator -> annotator.resolve(article, marks(page).attributions()))
              .orElseGet(() -> annotate.apply(article));
      return new Extracted(kept(page.place(), annotated.article()), Optional.of(annotated));
    } catch (NotAnArticle e) {
      return skipped(page, e.kind(), e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      return skipped(
          page, Outcome.Kind.BROKEN, "Stemma failed on this page (" + e + "): please report it");
    }
  }

  private static Page.Marks marks(Page page) {
    return page.content() instanceof Page.Given given ? given.marks() : Page.Marks.NONE;
  }

  private static Optional<String> faultOfMarks(Page page) {
    Page.Marks marks = marks(page);
    return marks.attributions().isEmpty() && marks.fault().isEmpty()
        ? Optional.of("no attributions are marked in it")
        : marks.fault();
  }

  private static Outcome kept(String place, Article article) {
    Optional<String> address = Optional.of(article.address());
    return switch (article.extent()) {
      case WHOLE -> new Outcome(place, address, Outcome.Kind.ADDED, "");
      case STUB -> new Outcome(place, address, Outcome.Kind.STUB, "only its start is free to read");
      case SUMMARY ->
          new Outcome(
              place, address, Outcome.Kind.SUMMARY, "a feed's entry; the page itself was not read");
      case CUT ->
          new Outcome(place, address, Outcome.Kind.CUT, "what was read ends before the page does");
    };
  }

  /** Who says what in an article whose zones are known. */
  Annotated annotated(Article article) {
    return annotate.apply(article);
  }

  /**
   * The attributions of a draft. All of it is body: a line that would be furniture on a scraped
   * page may be a quotation to check in a draft.
   *
   * @throws IllegalArgumentException when the draft holds no text
   */
  Annotated annotateDraft(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the draft holds no text");
    }
    Article draft =
        new Article(
            DRAFT,
            DRAFT.value(),
            Imprint.NONE,
            List.of(),
            "en",
            text,
            List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
    return annotate.apply(draft);
  }

  private static Extracted skipped(Page page, Outcome.Kind kind, String reason) {
    return new Extracted(
        new Outcome(page.place(), Optional.of(page.address()), kind, reason), Optional.empty());
  }
}

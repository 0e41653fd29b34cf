package org.stemma.app.pages.view;

import gg.jte.Content;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Entities;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.model.Zone;

/**
 * A statement with all its witnesses.
 *
 * @param words of the witness that the others are compared with
 * @param speakerHref the speaker's page; empty where the speaker is not named
 * @param standing "In 4 outlets, 5 articles."
 * @param first when and where first, or that it is not known
 * @param otherSpeakers who else is given as the speaker
 * @param warnings what may change the sense, with the outlet that changed it
 * @param witnesses oldest first, undated last
 * @param lost articles that have it from an agency whose own is not in the desk
 * @param undecided articles of which nobody can tell whom they took it from
 */
public record StatementView(
    String id,
    String words,
    boolean quoted,
    String speaker,
    String speakerHref,
    String act,
    String standing,
    String first,
    List<String> otherSpeakers,
    List<LinkView> warnings,
    List<WitnessView> witnesses,
    StemmaPicture picture,
    List<EdgeLine> edges,
    List<LostLine> lost,
    List<LinkView> undecided,
    int notDrawn) {
  public StatementView {
    otherSpeakers = List.copyOf(otherSpeakers);
    warnings = List.copyOf(warnings);
    witnesses = List.copyOf(witnesses);
    edges = List.copyOf(edges);
    lost = List.copyOf(lost);
    undecided = List.copyOf(undecided);
  }

  /** One article that has it from an agency whose own article is not in the desk. */
  public record LostLine(LinkView heir, String agency) {}

  /**
   * One article's version.
   *
   * @param number from 1
   * @param base true for the one that the others are compared with
   * @param how "says, quoted"
   * @param changes empty for the base; for another one without changes "verbatim"
   * @param before up to two sentences before it
   * @param after up to two sentences after it
   */
  public record WitnessView(
      int number,
      String anchor,
      boolean base,
      String outlet,
      String headline,
      String href,
      DateView date,
      String speaker,
      String speakerHref,
      String how,
      String via,
      boolean quoted,
      Content words,
      List<ChangeView> changes,
      String before,
      String itself,
      String after) {
    public WitnessView {
      changes = List.copyOf(changes);
    }
  }

  /** Longest title, in code units. */
  private static final int TITLE = 70;

  /** For the browser's tab. */
  public String title() {
    return speaker + ": " + Phrases.shortened(words, TITLE);
  }

  /** Sentences of context each way. */
  private static final int CONTEXT_SENTENCES = 2;

  /** Code units looked at each way for them. */
  private static final int CONTEXT_WINDOW = 1_200;

  /**
   * @param outlets number of outlets that carry it
   * @param articles finds each article of the statement and the stemma
   * @param entities whom the articles mean
   */
  public static StatementView of(
      Statement statement,
      long outlets,
      Stemma stemma,
      Function<ArticleId, Article> articles,
      Entities entities) {
    Witness base = statement.baseWitness();
    Article baseArticle = articles.apply(base.article());
    Map<String, String> speakers = new LinkedHashMap<>();
    List<LinkView> warnings = new ArrayList<>();
    List<WitnessView> witnesses = new ArrayList<>();
    int number = 1;
    for (Witness witness : statement.witnesses()) {
      Article article = articles.apply(witness.article());
      WitnessView view = witness(statement, witness, number++, articles, entities);
      witnesses.add(view);
      speakers.putIfAbsent(witness.speaker().label(), view.outlet());
      warnings.addAll(warnings(view, article));
    }
    Function<ArticleId, LinkView> names = names(stemma, articles);
    String speaker = StatementLine.speaker(statement);
    speakers.remove(speaker);
    return new StatementView(
        statement.id(),
        StatementLine.words(base, baseArticle),
        base.quoted(),
        speaker,
        Links.speaker(base.article(), base.speaker(), entities),
        Phrases.act(base.act()),
        standing(statement, outlets),
        first(statement, articles),
        speakers.entrySet().stream().map(e -> e.getKey() + " (" + e.getValue() + ")").toList(),
        warnings,
        witnesses,
        new StemmaPicture(stemma, articles),
        stemma.edges().stream().map(e -> line(e, names)).toList(),
        stemma.lost().stream()
            .flatMap(l -> l.heirs().stream().map(h -> new LostLine(names.apply(h), l.agency())))
            .toList(),
        stemma.undecided().stream().map(names).toList(),
        StemmaPicture.notDrawn(stemma));
  }

  private static WitnessView witness(
      Statement statement,
      Witness witness,
      int number,
      Function<ArticleId, Article> articles,
      Entities entities) {
    Witness base = statement.baseWitness();
    boolean isBase = witness.equals(base);
    Article article = articles.apply(witness.article());
    String baseText = articles.apply(base.article()).text();
    Wording words =
        isBase
            ? Wording.plain(article.text(), witness.parts())
            : Wording.of(
                baseText, base.parts(), article.text(), witness.parts(), witness.alterations());
    return new WitnessView(
        number,
        "w-" + number,
        isBase,
        Links.outletName(article),
        ArticleLine.headline(article),
        Links.witness(witness),
        DateView.published(article),
        witness.speaker().label(),
        Links.speaker(witness.article(), witness.speaker(), entities),
        Phrases.act(witness.act()) + (witness.quoted() ? ", quoted" : ", reported"),
        Phrases.via(witness.via()),
        witness.quoted(),
        words,
        isBase ? List.of() : changes(baseText, witness, article),
        before(article, witness.span()),
        witness.span().in(article.text()),
        after(article, witness.span()));
  }

  private static List<ChangeView> changes(String baseText, Witness witness, Article article) {
    List<ChangeView> changes = ChangeView.of(baseText, article.text(), witness.alterations());
    return changes.isEmpty() ? List.of(ChangeView.VERBATIM) : changes;
  }

  private static List<LinkView> warnings(WitnessView witness, Article article) {
    List<LinkView> warnings = new ArrayList<>();
    for (ChangeView change : witness.changes()) {
      if (change.grave()) {
        String details =
            change.details().isEmpty() ? "" : ": " + String.join("; ", change.details());
        String said = change.label().equals("another speaker") ? ": " + witness.speaker() : "";
        warnings.add(
            new LinkView(
                Links.outletName(article) + ": " + change.label() + details + said + ".",
                "#" + witness.anchor()));
      }
    }
    return warnings;
  }

  private static String standing(Statement statement, long outlets) {
    Set<ArticleId> distinct = new LinkedHashSet<>();
    statement.witnesses().forEach(w -> distinct.add(w.article()));
    String articles = Phrases.count(distinct.size(), "article");
    return outlets == distinct.size()
        ? "In " + Phrases.count(outlets, "outlet")
        : "In " + Phrases.count(outlets, "outlet") + ", " + articles;
  }

  private static String first(Statement statement, Function<ArticleId, Article> articles) {
    Firsts firsts = Firsts.of(statement, articles);
    boolean alone = statement.witnesses().size() == 1;
    if (firsts.articles().isEmpty()) {
      return alone
          ? Links.outletName(articles.apply(statement.baseWitness().article())) + ", no date"
          : "none of its pages has a date";
    }
    DateView date = DateView.published(firsts.articles().get(0));
    String when = (alone ? "" : "first dated ") + date.text() + ", " + firsts.outlets();
    return firsts.articles().size() > 1
        ? when + " (the dates do not tell which)"
        : when + " (date " + date.origin() + ")";
  }

  private static EdgeLine line(Edge edge, Function<ArticleId, LinkView> names) {
    return new EdgeLine(
        names.apply(edge.child()),
        names.apply(edge.parent()),
        StemmaPicture.evidence(edge) + "; " + Phrases.likely(edge.probability()));
  }

  /** Names each article by its outlet; by its date too where the outlet has several. */
  private static Function<ArticleId, LinkView> names(
      Stemma stemma, Function<ArticleId, Article> articles) {
    Map<String, Integer> outlets = new HashMap<>();
    for (ArticleId id : stemma.articles()) {
      outlets.merge(Links.outletName(articles.apply(id)), 1, Integer::sum);
    }
    return id -> {
      Article article = articles.apply(id);
      String outlet = Links.outletName(article);
      boolean several = outlets.getOrDefault(outlet, 0) > 1;
      String date = several ? " (" + Phrases.published(article) + ")" : "";
      return new LinkView(outlet + date, Links.article(id));
    };
  }

  private static String before(Article article, Span span) {
    int from = Math.max(telling(article, span).start(), span.start() - CONTEXT_WINDOW);
    String window = article.text().substring(from, span.start());
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(window);
    int at = sentences.last();
    for (int i = 0; i <= CONTEXT_SENTENCES && at > 0; i++) {
      at = sentences.previous();
    }
    return window.substring(Math.max(0, at)).stripLeading();
  }

  private static String after(Article article, Span span) {
    int to = Math.min(telling(article, span).end(), span.end() + CONTEXT_WINDOW);
    String window = article.text().substring(span.end(), to);
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(window);
    int at = sentences.first();
    for (int i = 0; i <= CONTEXT_SENTENCES && at != BreakIterator.DONE; i++) {
      at = sentences.next();
    }
    return window.substring(0, at == BreakIterator.DONE ? window.length() : at).stripTrailing();
  }

  /** The stretch around {@code span} that no left-out zone interrupts. */
  private static Span telling(Article article, Span span) {
    int start = 0;
    int end = article.text().length();
    for (Zone zone : article.zones()) {
      if (!zone.role().isArticle() && !zone.span().overlaps(span)) {
        if (zone.span().end() <= span.start()) {
          start = zone.span().end();
        } else {
          end = Math.min(end, zone.span().start());
        }
      }
    }
    return new Span(start, end);
  }
}

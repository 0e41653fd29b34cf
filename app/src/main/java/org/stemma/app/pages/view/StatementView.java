package org.stemma.app.pages.view;

import gg.jte.Content;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Entities;
import org.stemma.model.Origin;
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
 * @param independent "2 of them independent"; empty where there is one outlet
 * @param warnings what may change the sense, with the outlet that changed it
 * @param witnesses oldest first, undated last; of many, those that change the sense and the oldest
 * @param copies those that others have the statement from, where copies count once; same order
 * @param notShown witnesses that are neither
 * @param everything shows all of them, or less again
 * @param count turns how copies are counted
 * @param variants where the wordings part; empty where nothing can be laid side by side
 */
public record StatementView(
    String id,
    String words,
    boolean quoted,
    String speaker,
    String speakerHref,
    String act,
    String standing,
    String independent,
    String first,
    List<String> otherSpeakers,
    List<LinkView> warnings,
    List<WitnessView> witnesses,
    List<WitnessView> copies,
    int notShown,
    LinkView everything,
    LinkView count,
    TreeView tree,
    Apparatus apparatus,
    Optional<Content> variants,
    List<DisputeLine> disputes,
    Citation citation) {
  public StatementView {
    otherSpeakers = List.copyOf(otherSpeakers);
    warnings = List.copyOf(warnings);
    witnesses = List.copyOf(witnesses);
    copies = List.copyOf(copies);
    disputes = List.copyOf(disputes);
  }

  /** Witnesses told of one by one, unless all are asked for. */
  private static final int SHOWN = 20;

  /** Warnings on top; the rest are with their witnesses. */
  private static final int WARNINGS = 8;

  /**
   * What of it is asked for.
   *
   * @param all true to fold and shorten nothing
   * @param copies how copies are counted
   */
  public record Wish(boolean all, CopiesSwitch copies) {
    private ListView.Address address(Statement statement) {
      return new ListView.Address(Links.statement(statement));
    }

    /** Shows more, or less again. */
    LinkView everything(Statement statement) {
      ListView.Address address = copies.kept(address(statement));
      return all
          ? new LinkView("Show less", address.text())
          : new LinkView("Show all", address.with("all", "1").text());
    }

    LinkView count(Statement statement) {
      ListView.Address address = address(statement);
      return copies.turned(all ? address.with("all", "1") : address);
    }
  }

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

  /** Its own address. */
  public String address() {
    return Links.statement(id);
  }

  /** Where its stemma is as a graph for other programs. */
  public String graph(String format) {
    return new ListView.Address("/export/stemma." + format).with("statement", id).text();
  }

  /** Sentences of context each way. */
  private static final int CONTEXT_SENTENCES = 2;

  /** Code units looked at each way for them. */
  private static final int CONTEXT_WINDOW = 1_200;

  /**
   * @param outlets number of outlets that carry it
   * @param articles finds each article of the statement and the stemma
   * @param entities whom the articles mean
   * @param disputes those that it takes part in
   */
  public static StatementView of(
      Statement statement,
      long outlets,
      Stemma stemma,
      List<Origin> origins,
      Function<ArticleId, Article> articles,
      Entities entities,
      List<DisputeLine> disputes,
      Wish wish) {
    Witness base = statement.baseWitness();
    Article baseArticle = articles.apply(base.article());
    Set<Witness> shown = shown(statement, wish);
    Set<ArticleId> heads = heads(origins);
    Map<String, String> speakers = new LinkedHashMap<>();
    Warnings warnings = new Warnings();
    List<LinkView> anchors = new ArrayList<>();
    List<WitnessView> witnesses = new ArrayList<>();
    List<WitnessView> copies = new ArrayList<>();
    int number = 0;
    for (Witness witness : statement.witnesses()) {
      number++;
      Article article = articles.apply(witness.article());
      String outlet = Links.outletName(article);
      speakers.putIfAbsent(witness.speaker().label(), outlet);
      if (!shown.contains(witness)) {
        anchors.add(new LinkView(outlet, Links.witness(witness)));
        continue;
      }
      WitnessView view = witness(statement, witness, number, articles, entities);
      anchors.add(new LinkView(outlet, "#" + view.anchor()));
      warnings.add(view);
      boolean copy = wish.copies().once() && !heads.contains(witness.article());
      (copy ? copies : witnesses).add(view);
    }
    Apparatus apparatus = Apparatus.of(statement, articles, anchors);
    String speaker = StatementLine.speaker(statement);
    speakers.remove(speaker);
    LinkView everything = wish.everything(statement);
    return new StatementView(
        statement.id(),
        StatementLine.words(base, baseArticle),
        base.quoted(),
        speaker,
        Links.speaker(base.article(), base.speaker(), entities),
        Phrases.act(base.act()),
        standing(statement, outlets),
        outlets > 1 ? Phrases.number(Origin.independent(origins)) + " of them independent" : "",
        First.of(statement, stemma, articles),
        speakers.entrySet().stream()
            .limit(SHOWN)
            .map(e -> e.getKey() + " (" + e.getValue() + ")")
            .toList(),
        warnings.lines(),
        witnesses,
        copies,
        statement.witnesses().size() - shown.size(),
        everything,
        wish.count(statement),
        TreeView.of(statement, stemma, origins, articles, wish.all(), everything.href()),
        apparatus,
        apparatus.parts()
            ? Optional.of(TreeView.content(VariantGraph.of(apparatus), "variants"))
            : Optional.empty(),
        disputes,
        Citation.of(statement, articles));
  }

  /** All, or of many those that change the sense, and the oldest. */
  private static Set<Witness> shown(Statement statement, Wish wish) {
    List<Witness> all = statement.witnesses();
    if (wish.all() || all.size() <= SHOWN) {
      return new HashSet<>(all);
    }
    Set<Witness> shown = new HashSet<>(Set.of(statement.baseWitness()));
    all.stream().filter(w -> Wording.isGrave(w.alterations())).limit(SHOWN / 2).forEach(shown::add);
    for (Witness witness : all) {
      if (shown.size() < SHOWN) {
        shown.add(witness);
      }
    }
    return shown;
  }

  /** Of each origin the article that had it first. */
  private static Set<ArticleId> heads(List<Origin> origins) {
    Set<ArticleId> heads = new HashSet<>();
    for (Origin origin : origins) {
      heads.addAll(origin.isDecided() ? origin.articles().subList(0, 1) : origin.articles());
    }
    return heads;
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

  /** What may change the sense, each once with those who did it. */
  private static final class Warnings {
    private final Map<String, List<String>> outlets = new LinkedHashMap<>();
    private final Map<String, String> hrefs = new HashMap<>();

    void add(WitnessView witness) {
      for (ChangeView change : witness.changes()) {
        if (change.grave()) {
          String details =
              change.details().isEmpty() ? "" : ": " + String.join("; ", change.details());
          String said = change.label().equals("another speaker") ? ": " + witness.speaker() : "";
          String what = change.label() + details + said;
          outlets.computeIfAbsent(what, w -> new ArrayList<>()).add(witness.outlet());
          hrefs.putIfAbsent(what, "#" + witness.anchor());
        }
      }
    }

    List<LinkView> lines() {
      List<LinkView> lines = new ArrayList<>();
      outlets.forEach(
          (what, who) ->
              lines.add(new LinkView(Phrases.few(who) + ": " + what + ".", hrefs.get(what))));
      return lines.subList(0, Math.min(WARNINGS, lines.size()));
    }
  }

  private static String standing(Statement statement, long outlets) {
    Set<ArticleId> distinct = new LinkedHashSet<>();
    statement.witnesses().forEach(w -> distinct.add(w.article()));
    String articles = Phrases.count(distinct.size(), "article");
    return outlets == distinct.size()
        ? "In " + Phrases.count(outlets, "outlet")
        : "In " + Phrases.count(outlets, "outlet") + ", " + articles;
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

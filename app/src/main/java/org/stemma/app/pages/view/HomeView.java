package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stemma.model.Entity;
import org.stemma.model.Statement;
import org.stemma.pipeline.News;
import org.stemma.pipeline.Overview;

/**
 * The desk at a glance.
 *
 * @param sentences what it holds, each number a link
 * @param news "3 articles are new since 12 March 2031, 10:15 UTC."; empty on the first visit
 * @param latest the articles that are new, the last first
 * @param decisions what only a person can decide, each with links
 * @param shared statements in more than one outlet, gravest change first
 * @param moreShared where the rest of them is; empty text when all are shown
 * @param articles newest first, undated last
 * @param copies turns how copies are counted
 */
public record HomeView(
    boolean empty,
    List<List<LinkView>> sentences,
    String news,
    List<ArticleLine> latest,
    List<List<LinkView>> decisions,
    List<StatementLine> shared,
    LinkView moreShared,
    List<ArticleLine> articles,
    LinkView moreArticles,
    List<OutcomeLine> skipped,
    LinkView moreSkipped,
    LinkView copies) {
  public HomeView {
    sentences = List.copyOf(sentences);
    latest = List.copyOf(latest);
    decisions = List.copyOf(decisions);
    shared = List.copyOf(shared);
    articles = List.copyOf(articles);
    skipped = List.copyOf(skipped);
  }

  /** The desk's numbers as sentences of pieces. */
  public static List<List<LinkView>> sentences(Overview desk) {
    List<List<LinkView>> sentences = new ArrayList<>();
    sentences.add(
        List.of(
            link(Phrases.count(desk.articles(), "article"), "/articles"),
            text(", "),
            link(Phrases.count(desk.outlets(), "outlet"), "/outlets"),
            text(", "),
            link(Phrases.count(desk.statements(), "statement"), "/statements"),
            text(".")));
    sentences.add(shared(desk));
    if (desk.skipped() > 0) {
      sentences.add(
          List.of(
              link(Phrases.count(desk.skipped(), "page"), "/reading"),
              text(" could not be read.")));
    }
    return sentences;
  }

  /** What is new, in a sentence; empty on the first visit. */
  public static String news(News news) {
    if (news.since().isEmpty()) {
      return "";
    }
    String since = "since " + Phrases.time(news.since().get());
    return news.count() == 0
        ? "Nothing is new " + since + "."
        : Phrases.count(news.count(), "article is", "articles are") + " new " + since + ".";
  }

  /**
   * What only a person can decide, in sentences of pieces.
   *
   * @param unnamed shared statements of which nobody says by name who speaks
   * @param line makes a line of one of them
   * @param namesakes pairs of speakers who are perhaps one
   */
  public static List<List<LinkView>> decisions(
      Overview desk,
      List<Statement> unnamed,
      Function<Statement, StatementLine> line,
      List<List<Entity>> namesakes) {
    List<List<LinkView>> decisions = new ArrayList<>();
    if (desk.undated() > 0) {
      decisions.add(
          List.of(
              link(Phrases.count(desk.undated(), "page"), "/articles?undated=1"),
              text(desk.undated() == 1 ? " has no date." : " have no date.")));
    }
    for (Statement one : unnamed.subList(0, Math.min(NAMED, unnamed.size()))) {
      StatementLine statement = line.apply(one);
      decisions.add(
          List.of(
              text("Nobody is named as the speaker of "),
              link("“" + Phrases.shortened(statement.words(), WORDS) + "”", statement.href()),
              text(", in " + statement.outlets() + ".")));
    }
    if (unnamed.size() > NAMED) {
      decisions.add(
          List.of(
              text("Nor of "),
              link(
                  Phrases.count(unnamed.size() - NAMED, "more shared statement"),
                  "/statements?kind=shared"),
              text(".")));
    }
    for (List<Entity> pair : namesakes.subList(0, Math.min(NAMED, namesakes.size()))) {
      decisions.add(
          List.of(
              link(pair.get(0).name(), Links.speaker(pair.get(0).id())),
              text(" and "),
              link(pair.get(1).name(), Links.speaker(pair.get(1).id())),
              text(" may be one person.")));
    }
    if (namesakes.size() > NAMED) {
      decisions.add(
          List.of(
              text("So may "),
              link(Phrases.count(namesakes.size() - NAMED, "more pair"), "/speakers"),
              text(".")));
    }
    return decisions;
  }

  /** Shown of each kind; there may be hundreds. */
  private static final int NAMED = 5;

  /** Longest wording in a sentence of ours, in code units. */
  private static final int WORDS = 90;

  private static List<LinkView> shared(Overview desk) {
    if (desk.shared() == 0) {
      return List.of(text("None of them is in more than one outlet."));
    }
    List<LinkView> sentence = new ArrayList<>();
    sentence.add(link(Phrases.number(desk.shared()), "/statements?kind=shared"));
    sentence.add(
        text(
            desk.shared() == 1
                ? " is in more than one outlet: "
                : " are in more than one outlet: "));
    List<LinkView> kinds = new ArrayList<>();
    kind(kinds, desk.senseChanged(), "with a change of sense", "sense");
    kind(kinds, desk.altered(), "altered", "altered");
    kind(kinds, desk.truncated(), "truncated", "truncated");
    kind(kinds, desk.retranslated(), "re-translated", "retranslated");
    kind(kinds, desk.paraphrased(), "retold", "paraphrased");
    kind(kinds, desk.verbatim(), "verbatim", "verbatim");
    for (int i = 0; i < kinds.size(); i++) {
      if (i > 0) {
        sentence.add(text(i + 1 == kinds.size() ? " and " : ", "));
      }
      sentence.add(kinds.get(i));
    }
    sentence.add(text("."));
    return sentence;
  }

  private static void kind(List<LinkView> kinds, long n, String label, String kind) {
    if (n > 0) {
      kinds.add(link(Phrases.number(n) + " " + label, "/statements?kind=" + kind));
    }
  }

  private static LinkView link(String text, String href) {
    return new LinkView(text, href);
  }

  private static LinkView text(String text) {
    return new LinkView(text, "");
  }
}

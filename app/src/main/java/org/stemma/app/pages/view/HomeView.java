package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import org.stemma.pipeline.Overview;

/**
 * The desk at a glance.
 *
 * @param sentences what it holds, each number a link
 * @param shared statements in more than one outlet, gravest change first
 * @param moreShared where the rest of them is; empty text when all are shown
 * @param articles newest first, undated last
 * @param copies turns how copies are counted
 */
public record HomeView(
    boolean empty,
    List<List<LinkView>> sentences,
    List<StatementLine> shared,
    LinkView moreShared,
    List<ArticleLine> articles,
    LinkView moreArticles,
    List<OutcomeLine> skipped,
    LinkView moreSkipped,
    LinkView copies) {
  public HomeView {
    sentences = List.copyOf(sentences);
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
    if (desk.undated() > 0) {
      sentences.add(
          List.of(
              link(Phrases.count(desk.undated(), "page"), "/articles?undated=1"),
              text(desk.undated() == 1 ? " has no date." : " have no date.")));
    }
    if (desk.skipped() > 0) {
      sentences.add(
          List.of(
              link(Phrases.count(desk.skipped(), "page"), "/reading"),
              text(" could not be read.")));
    }
    return sentences;
  }

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

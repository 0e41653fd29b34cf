package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * A statement in a list.
 *
 * @param quoted true when its first wording stands in quotation marks
 * @param first "first in Northern Wire", or that no date is known
 * @param outlets "4 outlets"
 * @param changes what happened to it, gravest first; "verbatim" where nothing did; empty for a
 *     statement that stands alone
 */
public record StatementLine(
    String href,
    String words,
    boolean quoted,
    String speaker,
    String act,
    String first,
    DateView date,
    String outlets,
    List<ChangeView> changes) {
  /** Longest wording in a list, in code units. */
  private static final int WORDS = 220;

  /** Kinds of changes named in a list: the gravest. */
  private static final int KINDS = 3;

  public StatementLine {
    changes = List.copyOf(changes);
  }

  /** The line for a statement. */
  public static StatementLine of(
      Statement statement, long outlets, Function<ArticleId, Article> articles) {
    Witness base = statement.baseWitness();
    Article article = articles.apply(base.article());
    Witness oldest = statement.witnesses().get(0);
    Article first = articles.apply(oldest.article());
    boolean shared = statement.witnesses().size() > 1;
    return new StatementLine(
        Links.statement(statement),
        Phrases.shortened(words(base, article), WORDS),
        base.quoted(),
        speaker(statement),
        Phrases.act(base.act()),
        shared && first.published().isPresent()
            ? "first in " + Firsts.of(statement, articles).outlets()
            : "in " + Links.outletName(first),
        DateView.published(first),
        Phrases.count(outlets, "outlet"),
        shared ? changes(statement) : List.of());
  }

  /** The same, with how many of its outlets are independent of each other. */
  StatementLine counted(long all, int independent) {
    return new StatementLine(
        href, words, quoted, speaker, act, first, date, outlets(all, independent), changes);
  }

  /** "4 outlets, 2 of them independent". */
  static String outlets(long all, int independent) {
    return Phrases.count(all, "outlet")
        + (all > 1 ? ", " + Phrases.number(independent) + " of them independent" : "");
  }

  static String speaker(Statement statement) {
    return statement.speakerName().orElse(statement.baseWitness().speaker().label());
  }

  /** The wording, its parts joined where the cue stood. */
  static String words(Witness witness, Article article) {
    List<String> parts = new ArrayList<>();
    for (Span part : witness.parts()) {
      parts.add(part.in(article.text()).strip());
    }
    String words = String.join(" … ", parts);
    // The comma in front of a cue belongs to the sentence around the quotation.
    return words.length() > 1 && words.endsWith(",")
        ? words.substring(0, words.length() - 1)
        : words;
  }

  static List<ChangeView> changes(Statement statement) {
    TreeSet<AlterationKind> kinds = new TreeSet<>();
    for (Witness witness : statement.witnesses()) {
      witness.alterations().stream().map(Alteration::kind).forEach(kinds::add);
    }
    if (kinds.isEmpty()) {
      return List.of(ChangeView.VERBATIM);
    }
    List<ChangeView> changes = new ArrayList<>();
    kinds.stream()
        .limit(KINDS)
        .forEach(
            k -> changes.add(new ChangeView(Phrases.alteration(k), List.of(), k.changesSense())));
    return changes;
  }
}

package org.stemma.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.text.CommonWords;

/**
 * Sets one speaker's sentence beside another's that negates it or changes its number. The same
 * speaker's words told in two ways are alterations of one statement, and no dispute.
 */
final class Contradictions {
  /** Telling words by which a sentence is known in another wording. */
  private static final int COMMON = 2;

  private final Chronology chronology;

  Contradictions(Chronology chronology) {
    this.chronology = chronology;
  }

  List<Dispute> find(List<Statement> statements) {
    List<Dispute> found = new ArrayList<>();
    for (Statement statement : statements) {
      List<Account> accounts = new ArrayList<>();
      accounts.add(account(statement.baseWitness()));
      for (Witness witness : statement.witnesses()) {
        if (contradicts(statement.baseWitness(), witness)) {
          accounts.add(account(witness));
        }
      }
      if (accounts.size() > 1) {
        found.add(new Dispute(Dispute.Kind.CONTRADICTION, chronology.inOrder(accounts)));
      }
    }
    return found;
  }

  private boolean contradicts(Witness base, Witness witness) {
    boolean other =
        base.speaker() instanceof Speaker.Named
            && witness.speaker() instanceof Speaker.Named
            && !base.speaker().equals(witness.speaker());
    return other
        && has(witness, AlterationKind.MISATTRIBUTED)
        && witness.alterations().stream().anyMatch(a -> isOfCommonSentence(base, witness, a));
  }

  /** A "not" in a sentence that only one of them has contradicts nothing. */
  private boolean isOfCommonSentence(Witness base, Witness witness, Alteration alteration) {
    return switch (alteration.kind()) {
      case NUMBER_CHANGED -> true;
      case NEGATED ->
          alteration.inWitness().map(words -> isCommon(witness, words, base)).orElse(true)
              && alteration.inBase().map(words -> isCommon(base, words, witness)).orElse(true);
      default -> false;
    };
  }

  private boolean isCommon(Witness one, Span words, Witness other) {
    Article article = chronology.article(one.article()).article();
    Set<String> common = stems(article, Passages.sentence(article, words));
    common.retainAll(stems(chronology.article(other.article()).article(), other.span()));
    return common.size() >= COMMON;
  }

  private static Set<String> stems(Article article, Span span) {
    return CommonWords.tellingStems(article.text(), List.of(span));
  }

  private static boolean has(Witness witness, AlterationKind kind) {
    return witness.alterations().stream().anyMatch(a -> a.kind() == kind);
  }

  private Account account(Witness witness) {
    Annotated article = chronology.article(witness.article());
    return new Account(
        witness.article(),
        witness.span(),
        Passages.sentence(article.article(), witness.span()),
        witness.speaker(),
        Optional.of(witness.act()),
        witness.via(),
        Account.Side.WORDING,
        Optional.empty());
  }
}

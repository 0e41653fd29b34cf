package org.stemma.dispute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stemma.model.AlterationKind;
import org.stemma.model.Annotated;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * Sets one speaker's sentence beside another's that negates it or changes its number. The same
 * speaker's words told in two ways are alterations of one statement, and no dispute.
 */
final class Contradictions {
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

  private static boolean contradicts(Witness base, Witness witness) {
    boolean other =
        base.speaker() instanceof Speaker.Named
            && witness.speaker() instanceof Speaker.Named
            && !base.speaker().equals(witness.speaker());
    return other
        && has(witness, AlterationKind.MISATTRIBUTED)
        && (has(witness, AlterationKind.NEGATED) || has(witness, AlterationKind.NUMBER_CHANGED));
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

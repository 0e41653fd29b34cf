package org.stemma.export;

import java.util.LinkedHashSet;
import java.util.Set;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Witness;

/** The names that text-reuse files give to alterations. */
final class AlterationNames {
  private AlterationNames() {}

  /**
   * The names for a witness, gravest first; {@code verbatim} where nothing differs. A witness that
   * is fuller than the one it is compared with has altered nothing.
   */
  static Set<String> of(Witness witness) {
    Set<String> names = new LinkedHashSet<>();
    for (Alteration alteration : witness.alterations()) {
      if (alteration.kind() != AlterationKind.FULLER) {
        names.add(name(alteration.kind()));
      }
    }
    if (witness.quoted() && witness.parts().size() > 1) {
      names.add("split");
    }
    if (names.isEmpty()) {
      names.add("verbatim");
    }
    return names;
  }

  private static String name(AlterationKind kind) {
    return switch (kind) {
      case NEGATED -> "negation";
      case NUMBER_CHANGED -> "number_changed";
      case NAME_CHANGED, SUBSTITUTED -> "word_changed";
      case MISATTRIBUTED -> "speaker_changed";
      case SPLICED -> "spliced";
      case INSERTED -> "word_added";
      case DROPPED -> "word_dropped";
      case ELIDED -> "ellipsis";
      case BRACKETED -> "bracketed";
      case TRUNCATED -> "truncated";
      case RETRANSLATED -> "retranslated";
      case PARAPHRASED -> "paraphrased";
      case UNQUOTED -> "unquoted";
      case PUNCTUATION -> "typography";
      case FULLER -> "fuller";
    };
  }
}

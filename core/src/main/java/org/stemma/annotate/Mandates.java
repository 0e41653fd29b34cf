package org.stemma.annotate;

import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Antecedents.Meant;
import org.stemma.annotate.Names.Mention;
import org.stemma.annotate.Names.Who;

/** For whom a source speaks: the Harbour Board of "a spokeswoman for the Harbour Board". */
final class Mandates {
  private static final Set<String> SPEAKING_FOR =
      Set.of(
          "spokesman",
          "spokeswoman",
          "spokesperson",
          "spokesmen",
          "spokeswomen",
          "spokespeople",
          "lawyer",
          "lawyers",
          "attorney",
          "attorneys",
          "counsel");

  /** What speaks for somebody with "press" in front. */
  private static final Set<String> OF_PRESS = Set.of("secretary", "officer", "office");

  private final Tokens t;
  private final People people;
  private final Names names;
  private final Antecedents antecedents;

  Mandates(Tokens tokens, People people, Names names, Antecedents antecedents) {
    t = tokens;
    this.people = people;
    this.names = names;
    this.antecedents = antecedents;
  }

  /** True where the word at a token is what one is called who speaks for others. */
  boolean speaksForOthers(int token) {
    String word = names.lower(token);
    return SPEAKING_FOR.contains(word)
        || (OF_PRESS.contains(word) && token > 0 && names.lower(token - 1).equals("press"));
  }

  /**
   * The one spoken for, by the fullest name; by the words of the source where it has none.
   *
   * @param first first token of the source
   * @param last last token, inclusive
   * @param speaker who is named in the source
   */
  Optional<String> of(int first, int last, Optional<Who> speaker, Floor floor) {
    for (int role = first; role <= last; role++) {
      if (!speaksForOthers(role)) {
        continue;
      }
      int office = isOfPress(role) ? role - 1 : role;
      int behind = role;
      Optional<String> body =
          named(first, last, office, role, speaker)
              .or(() -> described(first, last, office, behind, floor));
      if (body.isPresent()) {
        return body;
      }
    }
    return Optional.empty();
  }

  private boolean isOfPress(int role) {
    return OF_PRESS.contains(names.lower(role));
  }

  private Optional<String> named(int first, int last, int office, int role, Optional<Who> speaker) {
    for (int m = names.firstFrom(first); m < names.mentions().size(); m++) {
      Mention mention = names.mentions().get(m);
      if (mention.first() > last) {
        break;
      }
      boolean before =
          mention.last() + 1 == office || (mention.possessive() && mention.last() + 3 == office);
      boolean after =
          mention.first() > role + 1
              && mention.first() <= role + 3
              && names.lower(role + 1).equals("for");
      boolean another = speaker.filter(who -> who == mention.who()).isEmpty();
      // The attorney of a state is its officer and no lawyer whom it sent.
      boolean officer = mention.who().isPlace() && names.lower(role).startsWith("attorney");
      if ((before || after) && another && !officer) {
        int next = mention.last() + 1;
        boolean called = next <= last && Speakers.CALLED_AFTER.contains(names.lower(next));
        String name = t.span(mention.nameFirst(), called ? next : mention.last()).in(t.text);
        return Optional.of(called ? name : mention.who().name());
      }
    }
    return Optional.empty();
  }

  /** "the ministry's spokesman", "a hospital spokeswoman", "a lawyer for the company". */
  private Optional<String> described(int first, int last, int office, int role, Floor floor) {
    int noun = office - 1;
    int from = office;
    if (office >= first + 3 && t.shape[office - 2] == Shape.APOSTROPHE) {
      noun = office - 3;
    }
    if (noun >= first && isBody(noun)) {
      from = noun;
      while (from > first && t.isWord(from - 1) && noun - from < 3) {
        from--;
      }
    } else if (role + 2 <= last && names.lower(role + 1).equals("for")) {
      from = role + 2;
      noun = from;
      while (noun < last && noun - from < 4 && t.isWord(noun + 1) && !isBody(noun)) {
        noun++;
      }
    }
    if (from > noun || !isBody(noun)) {
      return Optional.empty();
    }
    String words = t.span(isArticle(from) ? from + 1 : from, noun).in(t.text);
    return antecedents
        .body(from, noun, floor)
        .map(Meant::who)
        .map(Who::name)
        .or(() -> Optional.of(words));
  }

  private boolean isArticle(int token) {
    return Set.of("the", "a", "an").contains(names.lower(token));
  }

  private boolean isBody(int token) {
    return people.isBody(names.lower(token)) || people.isKind(names.lower(token));
  }
}

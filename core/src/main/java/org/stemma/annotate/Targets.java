package org.stemma.annotate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.ActWords.Phrase;
import org.stemma.annotate.Draft.Piece;
import org.stemma.annotate.Names.Mention;
import org.stemma.model.Act;
import org.stemma.model.Aim;
import org.stemma.model.Speaker;

/**
 * Finds at whom an act is aimed: the phrase behind its verb, if it names people or a body, or the
 * owner of the thing that stands there. One object serves one article.
 */
final class Targets {
  private static final Set<Act> AIMED =
      Set.of(
          Act.DENY,
          Act.REJECT,
          Act.ACCUSE,
          Act.BLAME,
          Act.DEMAND,
          Act.PROMISE,
          Act.THREATEN,
          Act.WARN,
          Act.APOLOGISE,
          Act.PRAISE,
          Act.SUPPORT,
          Act.ASK);

  /** Acts upon things of others: "attacked her plan" is aimed at her, "denied her guilt" is not. */
  private static final Set<Act> ON_THINGS = Set.of(Act.ACCUSE, Act.PRAISE, Act.ASK, Act.BLAME);

  private static final Set<Act> WITH_TOPIC =
      Set.of(Act.ACCUSE, Act.BLAME, Act.PRAISE, Act.ASK, Act.WARN, Act.APOLOGISE);

  private static final Set<String> THEM =
      Set.of("him", "her", "them", "us", "me", "you", "he", "she", "they", "we");

  private static final Set<String> OWNING = Set.of("his", "her", "their", "our", "your");

  private static final Set<String> BEING =
      Set.of("was", "were", "is", "are", "be", "been", "being", "got");

  /** Between an act and whom it is aimed at. */
  private static final Set<String> TOWARDS =
      Set.of(
          "on", "upon", "of", "at", "against", "for", "to", "with", "about", "toward", "towards");

  private static final Set<String> TOPICS = Set.of("of", "for", "with", "as", "over", "about");

  /** Behind these a clause begins: what is asked or warned of. */
  private static final Set<String> CLAUSES =
      Set.of("that", "whether", "if", "why", "how", "what", "when", "where", "who", "which");

  private static final Set<String> STOPS =
      Set.of(
          "in", "from", "by", "near", "after", "before", "over", "as", "and", "but", "or", "while",
          "because", "during", "into", "is", "was", "are", "were", "will", "would", "should",
          "could", "can", "may", "must", "has", "have", "had", "not");

  private static final Set<String> PEOPLE =
      Set.of(
          "people",
          "man",
          "men",
          "woman",
          "women",
          "child",
          "children",
          "family",
          "families",
          "person",
          "master",
          "masters",
          "crowd",
          "audience",
          "public",
          "voters",
          "citizens",
          "residents",
          "contestants",
          "candidates",
          "candidate",
          "participants",
          "students",
          "parents",
          "police",
          "troops",
          "migrants",
          "immigrants",
          "refugees",
          "critics",
          "rivals",
          "rival",
          "opponent",
          "opponents",
          "countries",
          "country",
          "nations",
          "nation",
          "states",
          "allies",
          "ally",
          "side",
          "sides",
          "parties",
          "rebels",
          "protesters",
          "demonstrators",
          "activists",
          "journalists",
          "guards",
          "villagers",
          "crew",
          "crews",
          "tenants",
          "patients",
          "firm",
          "firms",
          "companies",
          "banks",
          "ministers",
          "officials",
          "leaders",
          "members",
          "jury",
          "aides",
          "staff",
          "employees",
          "colleagues",
          "friends",
          "clients",
          "consumers",
          "everyone",
          "everybody",
          "anyone",
          "anybody",
          "media",
          "regulators",
          "unions",
          "judges",
          "senators",
          "councils",
          "governments",
          "authorities",
          "town",
          "village",
          "city",
          "regime",
          "husband",
          "wife",
          "father",
          "mother",
          "son",
          "daughter",
          "brother",
          "sister");

  /** Longest phrase that is looked through for people, in tokens. */
  private static final int LONGEST = 10;

  /** Longest ", who was born in Osterby," between a target and the topic, in tokens. */
  private static final int INSERTION = 20;

  private final Tokens t;
  private final People people;
  private final Names names;

  Targets(Tokens tokens, People people, Names names) {
    t = tokens;
    this.people = people;
    this.names = names;
  }

  /** At whom the act of an attribution is aimed, and what of. */
  Aim of(Draft draft, Phrase told) {
    if (!AIMED.contains(told.act()) || told.last() < 0 || draft.cue().isEmpty()) {
      return Aim.NONE;
    }
    Piece cue = draft.cue().get();
    boolean passive = isPassive(cue, told.last());
    Optional<Piece> target = passive ? before(cue.first(), draft) : behind(told, draft);
    target = target.filter(piece -> !isSource(draft, piece));
    Optional<Piece> topic = Optional.empty();
    if (WITH_TOPIC.contains(told.act())) {
      topic =
          passive || target.isEmpty()
              ? topicOf(told, target.isPresent())
              : topic(told.act(), target.get());
    }
    return new Aim(
        target.map(p -> List.of(t.span(p.first(), p.last()))).orElse(List.of()),
        target.map(this::whom).orElseGet(Speaker.Unknown::new),
        topic.map(p -> List.of(t.span(p.first(), p.last()))).orElse(List.of()));
  }

  private static boolean isSource(Draft draft, Piece piece) {
    return draft.source().filter(s -> s.contains(piece.first())).isPresent();
  }

  private boolean isPassive(Piece cue, int verb) {
    for (int i = Math.max(0, cue.first() - 1); i < verb; i++) {
      boolean near = verb - i <= 2 || t.lower(verb - 1).equals("under");
      if (near && BEING.contains(t.lower(i))) {
        return t.lower(verb).endsWith("ed") || t.lower(verb - 1).equals("under");
      }
    }
    return false;
  }

  /** "The mayor was accused of": whoever stands last before the verb. */
  private Optional<Piece> before(int cue, Draft draft) {
    int start = t.sentenceStart[t.sentence[cue]];
    for (int i = cue - 1; i >= Math.max(start, cue - LONGEST); i--) {
      Optional<Piece> found = personAt(i, i + 1);
      if (found.isPresent() && !isSource(draft, found.get())) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Piece> behind(Phrase told, Draft draft) {
    int verb = told.last();
    int end = Math.min(t.sentenceStart[t.sentence[verb] + 1], verb + 1 + 2 * LONGEST);
    if (told.act() == Act.DEMAND) {
      return demanded(verb, end);
    }
    int first = verb + 1;
    if (first < end && TOWARDS.contains(t.lower(first))) {
      boolean harm = told.act() == Act.THREATEN && t.lower(first).equals("to");
      boolean deed = t.lower(first).equals("to") && first + 1 < end && isVerbBehindTo(first + 1);
      if (deed && !harm) {
        return Optional.empty();
      }
      first += harm ? 2 : 1;
    }
    boolean calledIntoQuestion = told.act() == Act.ASK && t.lower(verb).startsWith("question");
    if (first < end && CLAUSES.contains(t.lower(first))) {
      return calledIntoQuestion ? person(first + 1, end, told.act()) : Optional.empty();
    }
    Optional<Piece> blamed =
        told.act() == Act.BLAME ? behindWord("on", first, end, told.act()) : Optional.empty();
    return blamed.isPresent() ? blamed : person(first, end, told.act());
  }

  private boolean isVerbBehindTo(int i) {
    return t.shape[i] == Shape.LOWER
        && personAt(i, i + 1).isEmpty()
        && !Set.of("the", "a", "an").contains(t.lower(i))
        && !OWNING.contains(t.lower(i));
  }

  /**
   * "urged the council to", "called for the mayor to", "demanded that Lund", "demands it of us".
   */
  private Optional<Piece> demanded(int verb, int end) {
    int first = verb + 1;
    boolean calledFor =
        t.lower(verb).equals("for") || (first < end && t.lower(first).equals("for"));
    if (first < end && (TOWARDS.contains(t.lower(first)) || t.lower(first).equals("that"))) {
      first++;
    }
    Optional<Piece> found = person(first, end, Act.DEMAND);
    if (calledFor) {
      return found.filter(piece -> isToldTo(piece.last() + 1, end));
    }
    return found
        .or(() -> behindWord("from", first(verb, end), end, Act.DEMAND))
        .or(() -> behindWord("of", first(verb, end), end, Act.DEMAND));
  }

  private static int first(int verb, int end) {
    return Math.min(verb + 1, end);
  }

  private boolean isToldTo(int from, int end) {
    for (int i = from; i < Math.min(end, from + LONGEST / 2); i++) {
      if (t.lower(i).equals("to")) {
        return i + 1 < end && !t.lower(i + 1).equals("be");
      }
    }
    return false;
  }

  private Optional<Piece> behindWord(String word, int first, int end, Act act) {
    for (int i = first; i < Math.min(end, first + LONGEST) && !breaks(i); i++) {
      if (t.lower(i).equals(word)) {
        return person(i + 1, end, act);
      }
    }
    return Optional.empty();
  }

  private boolean breaks(int i) {
    return t.shape[i] == Shape.COLON
        || t.quote[i] == Tokens.OPENS
        || (t.shape[i] == Shape.COMMA)
        || (t.shape[i] == Shape.STOP && !isInName(i));
  }

  private boolean isInName(int i) {
    return mentionAt(i).isPresent() || (i > 0 && Shape.isCapital(t.shape[i - 1]));
  }

  /** The phrase that begins at a token, if it is about people or a body, or a thing of theirs. */
  private Optional<Piece> person(int first, int end, Act act) {
    int start = first;
    if (start < end && t.quote[start] == Tokens.OPENS) {
      return Optional.empty();
    }
    Optional<Piece> found = Optional.empty();
    for (int i = start; i < Math.min(end, start + LONGEST); i++) {
      String word = t.lower(i);
      if (STOPS.contains(word)
          || (i > start && (TOWARDS.contains(word) || CLAUSES.contains(word)))) {
        break;
      }
      if (breaks(i)) {
        break;
      }
      if (OWNING.contains(word) && i == start && i + 1 < end && isThing(i + 1, end)) {
        return ON_THINGS.contains(act) ? Optional.of(new Piece(i, i)) : Optional.empty();
      }
      int at = i;
      Optional<Piece> here = personAt(i, end).filter(piece -> piece.last() >= at);
      if (here.isPresent()) {
        int last = here.get().last();
        boolean owns = isPossessive(last + 1, end);
        found = Optional.of(new Piece(found.map(Piece::first).orElse(start), last));
        if (owns && !ownsPerson(last + 3, end)) {
          return act == Act.DEMAND ? Optional.empty() : found;
        }
        i = last;
        if (mentionAt(last).isPresent() && !owns) {
          return found;
        }
      }
    }
    return found;
  }

  /** True for the apostrophe behind a name that owns what follows. */
  private boolean isPossessive(int i, int end) {
    return i < end && t.shape[i] == Shape.APOSTROPHE;
  }

  private boolean ownsPerson(int first, int end) {
    for (int i = first; i < Math.min(end, first + 3); i++) {
      if (personAt(i, end).isPresent()) {
        return true;
      }
      if (!t.isWord(i) || STOPS.contains(t.lower(i)) || TOWARDS.contains(t.lower(i))) {
        return false;
      }
    }
    return false;
  }

  private boolean isThing(int first, int end) {
    return !breaks(first)
        && !TOWARDS.contains(t.lower(first))
        && !STOPS.contains(t.lower(first))
        && !ownsPerson(first, end);
  }

  /** A name, a pronoun, or a word for people at a token. */
  private Optional<Piece> personAt(int i, int end) {
    Optional<Mention> mention = mentionAt(i);
    if (mention.isPresent()) {
      return Optional.of(new Piece(mention.get().first(), mention.get().last()));
    }
    String word = t.lower(i);
    boolean person =
        (t.shape[i] == Shape.LOWER || t.shape[i] == Shape.TITLE)
            && (THEM.contains(word)
                || PEOPLE.contains(word)
                || people.isRole(word)
                || people.isBody(word)
                || isPlural(word));
    return person ? Optional.of(new Piece(i, i)) : Optional.empty();
  }

  private boolean isS(int i) {
    return t.lower(i).equals("s");
  }

  /** "developers", "economists": most plurals with these endings are people. */
  private boolean isPlural(String word) {
    return word.endsWith("ists")
        || word.endsWith("ians")
        || word.endsWith("workers")
        || word.endsWith("makers")
        || (word.endsWith("s") && people.isRole(word.substring(0, word.length() - 1)))
        || word.endsWith("opers");
  }

  private Optional<Mention> mentionAt(int i) {
    int near = names.firstFrom(i);
    for (int m = Math.max(0, near - 1); m < Math.min(names.mentions().size(), near + 1); m++) {
      Mention mention = names.mentions().get(m);
      if (mention.first() <= i && i <= mention.last()) {
        return Optional.of(mention);
      }
    }
    return Optional.empty();
  }

  private Speaker whom(Piece target) {
    for (int i = target.first(); i <= target.last(); i++) {
      Optional<Mention> mention = mentionAt(i);
      boolean whole = mention.filter(m -> target.last() <= m.last() + 2).isPresent();
      if (whole) {
        return new Speaker.Named(mention.get().who().name());
      }
    }
    return new Speaker.Unnamed(t.span(target.first(), target.last()).in(t.text));
  }

  /** What of: the phrase behind "of" or "for" and the target, to the end of its clause. */
  private Optional<Piece> topic(Act act, Piece target) {
    int next = target.last() + 1;
    int end = t.sentenceStart[t.sentence[target.last()] + 1];
    if (isPossessive(next, end)) {
      boolean called = act == Act.PRAISE || act == Act.ACCUSE;
      return called
          ? clause(isS(Math.min(next + 1, end - 1)) ? next + 2 : next + 1, end)
          : Optional.empty();
    }
    return topicFrom(pastInsertion(next, end), end);
  }

  /**
   * The same where nobody is named behind the verb: "was questioned over the fire", "praised the
   * march for being short".
   *
   * @param aimed true where it is told before the verb at whom
   */
  private Optional<Piece> topicOf(Phrase told, boolean aimed) {
    if (!aimed && told.act() != Act.PRAISE && told.act() != Act.ACCUSE) {
      return Optional.empty();
    }
    int end = t.sentenceStart[t.sentence[told.last()] + 1];
    // "Praised the march for its calm" is aimed at no deed, and "such as the march" at none at all.
    return topicFrom(told.last() + 1, end)
        .filter(piece -> aimed || t.lower(piece.first()).endsWith("ing"));
  }

  private Optional<Piece> topicFrom(int first, int end) {
    for (int i = first; i < Math.min(end, first + LONGEST); i++) {
      if (TOPICS.contains(t.lower(i))) {
        return clause(i + 1, end);
      }
      if (t.quote[i] == Tokens.OPENS || t.shape[i] == Shape.COLON) {
        break;
      }
    }
    return Optional.empty();
  }

  /** One past ", who was born in Osterby," where that stands at a token. */
  private int pastInsertion(int first, int end) {
    if (first >= end || t.shape[first] != Shape.COMMA) {
      return first;
    }
    for (int i = first + 1; i < Math.min(end, first + INSERTION); i++) {
      if (t.shape[i] == Shape.COMMA) {
        return i + 1;
      }
    }
    return first;
  }

  private Optional<Piece> clause(int first, int end) {
    int last = first;
    while (last < end && !isClauseEnd(last)) {
      last++;
    }
    return last > first ? Optional.of(new Piece(first, last - 1)) : Optional.empty();
  }

  /** True for the last mark of a sentence, whatever closes behind it. */
  private boolean endsSentence(int i) {
    return i + 1 >= t.size
        || t.sentence[i + 1] != t.sentence[i]
        || (t.quote[i + 1] == Tokens.CLOSES
            && (i + 2 >= t.size || t.sentence[i + 2] != t.sentence[i]));
  }

  private boolean isClauseEnd(int i) {
    return t.shape[i] == Shape.COMMA
        || t.shape[i] == Shape.COLON
        || (t.shape[i] == Shape.STOP && (!isInName(i) || endsSentence(i)))
        || t.lower(i).equals("but");
  }
}

package org.stemma.annotate;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stemma.annotate.Antecedents.Meant;
import org.stemma.annotate.Names.Mention;
import org.stemma.annotate.Names.Who;
import org.stemma.annotate.People.Gender;

/** Whom "he", "it" or "who" means: who was named before, and whoever spoke last goes on. */
final class Pronouns {
  private static final Set<String> SHE = Set.of("she", "her", "herself");
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> THEY = Set.of("they", "them", "their", "these");
  private static final Set<String> IT = Set.of("it", "its");
  private static final Set<String> WHO = Set.of("who", "whose", "whom", "which", "that");

  /** What may stand in front of the name of a group and leaves it whole. */
  private static final Set<String> BEFORE_ALL =
      Set.of("the", "these", "as", "that", "while", "and");

  private static final Set<String> SPEAKING_HERE = Set.of("i", "we", "you");

  /** Whoever speaks so outside of quotation marks has written the text. */
  private static final Set<String> WRITING_HERE = Set.of("i", "we");

  /** "Lund and Moss, each", of whom the first is named. */
  private static final Set<String> OF_SEVERAL = Set.of("each", "both");

  /** Paragraphs of a letter before its signature. */
  private static final int LETTER = 12;

  /** Longest signature with whatever tells where the writer lives, in tokens. */
  private static final int SIGNATURE = 10;

  /** How far back a pronoun looks, in sentences. */
  private static final int SENTENCES_BACK = 8;

  /** How long "it" may go on, in sentences. */
  private static final int STILL_SPEAKING = 2;

  private static final int MENTIONS_BACK = 40;

  /** Longest that may stand between a name and its "who", in tokens. */
  private static final int APPOSITION = 16;

  /** Outweighs that somebody further back is known by a first name. */
  private static final double SPOKE_IN_PARAGRAPH = 1.5;

  private final Tokens t;
  private final People people;
  private final Names names;

  Pronouns(Tokens tokens, People people, Names names) {
    t = tokens;
    this.people = people;
    this.names = names;
  }

  /** True for a word that stands for a name; "WHO" in capitals is one itself. */
  boolean isPronoun(int token) {
    String word = names.lower(token);
    return t.shape[token] != Shape.UPPER
        && (SHE.contains(word)
            || HE.contains(word)
            || THEY.contains(word)
            || IT.contains(word)
            || WHO.contains(word)
            || OF_SEVERAL.contains(word)
            || SPEAKING_HERE.contains(word));
  }

  /** Whom the pronoun at a token means; empty where nobody fits. */
  Optional<Meant> meant(int at, Floor floor) {
    String word = names.lower(at);
    if (WHO.contains(word)) {
      return antecedent(at).map(who -> new Meant(who, Clue.RELATIVE));
    }
    if (SHE.contains(word) || HE.contains(word)) {
      boolean hasFloor = floor.paragraphsSince(at) == 0;
      return person(at, SHE.contains(word) ? Gender.FEMALE : Gender.MALE, floor)
          .map(
              who ->
                  new Meant(who, hasFloor && floor.isHeldBy(who) ? Clue.GOES_ON : Clue.PERSONAL));
    }
    if (WRITING_HERE.contains(word)) {
      return signature(at).map(who -> new Meant(who, Clue.SIGNED));
    }
    Optional<Who> meant = Optional.empty();
    if (OF_SEVERAL.contains(word)) {
      meant = firstOfSeveral(at);
    } else if (IT.contains(word)) {
      meant =
          subjectOfSentence(at)
              .or(
                  () ->
                      floor
                          .holder()
                          .filter(
                              who -> isOneBody(who) && floor.sentencesSince(at) <= STILL_SPEAKING))
              .or(() -> subject(at, Pronouns::isOneBody));
    } else if (THEY.contains(word)) {
      meant =
          floor
              .holder()
              .filter(who -> who.isBody() && floor.sentencesSince(at) <= 1)
              .or(() -> subject(at, Who::isGroup));
    }
    return meant.map(who -> new Meant(who, Clue.IMPERSONAL));
  }

  /**
   * "Ana Ruiz, who said" and "Ana Ruiz, a nurse who said"; of "the nurses who said" nobody is
   * named.
   */
  private Optional<Who> antecedent(int at) {
    int before = lastBefore(at);
    boolean person = !names.lower(at).equals("which") && !names.lower(at).equals("that");
    for (int m = names.firstFrom(at) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      int last = mention.last();
      if (t.sentence[last] != t.sentence[at] || at - last > APPOSITION) {
        break;
      }
      boolean apposed = last < before && isApposed(last, before);
      Who who = mention.who();
      boolean fits = !person || who.isGroup() || !(who.isBody() || who.isPlace());
      if (fits && !mention.possessive() && (last == before || apposed)) {
        return Optional.of(mention.who());
      }
    }
    return Optional.empty();
  }

  /** "Ana Ruiz, the head of the clinic in Osterby, who": the name and what goes on behind it. */
  private boolean isApposed(int name, int last) {
    if (t.shape[name + 1] != Shape.COMMA) {
      return false;
    }
    for (int i = name + 2; i <= last; i++) {
      if (t.shape[i] == Shape.COMMA) {
        return false;
      }
    }
    return Descriptions.DETERMINERS.contains(names.lower(name + 2))
        || people.isPerson(names.lower(last));
  }

  /** The last token of what a "who" tells more of: a mark may stand between. */
  int lastBefore(int at) {
    boolean mark =
        at > 1
            && (t.shape[at - 1] == Shape.COMMA
                || t.shape[at - 1] == Shape.DASH
                || t.shape[at - 1] == Shape.BRACKET);
    return mark ? at - 2 : at - 1;
  }

  private Optional<Who> person(int at, Gender gender, Floor floor) {
    Optional<Who> best =
        personBefore(at, gender, true, floor)
            .map(who -> isDoubtful(who, at, floor) ? namedNext(at, gender).orElse(who) : who)
            .or(
                () ->
                    personBefore(at, gender, false, floor).filter(who -> isInParagraphOf(at, who)))
            .or(() -> firstPersonAfter(at, gender))
            .or(() -> personBefore(at, gender, false, floor));
    best.ifPresent(who -> who.learn(gender));
    return best;
  }

  /** True for a name of which nothing but its form tells that it is a person's. */
  private boolean isDoubtful(Who who, int at, Floor floor) {
    return who.gender() == Gender.UNKNOWN
        && who.roles().isEmpty()
        && !floor.isHeldBy(who)
        && !isInParagraphOf(at, who);
  }

  /** "She said so. ... added Ana Ruiz", in this paragraph or the next, whose name tells it. */
  private Optional<Who> namedNext(int at, Gender gender) {
    return firstPersonAfter(at, gender).filter(who -> who.gender() == gender);
  }

  private Optional<Who> personBefore(int at, Gender gender, boolean surely, Floor floor) {
    Optional<Who> best = Optional.empty();
    double most = -10;
    Optional<Who> addressed = addressed(at);
    int here = names.firstFrom(at);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK); m--) {
      Mention mention = names.mentions().get(m);
      int back = t.sentence[at] - t.sentence[mention.first()];
      if (back > SENTENCES_BACK) {
        break;
      }
      Who who = mention.who();
      if (who.isUnclear()
          || !who.isPerson()
          || who.contradicts(gender)
          || addressed.filter(other -> other == who).isPresent()
          || (surely && !who.isSurelyPerson() && !spokeInParagraphOf(at, who, floor))) {
        continue;
      }
      double score =
          likelihood(at, m, back, gender, floor)
              + (spokeInParagraphOf(at, who, floor) ? SPOKE_IN_PARAGRAPH : 0);
      if (score > most) {
        most = score;
        best = Optional.of(who);
      }
    }
    return best;
  }

  /** "he told Lund": Lund is somebody else. */
  private Optional<Who> addressed(int at) {
    int m = names.firstFrom(at + 1);
    return m < names.mentions().size() && names.mentions().get(m).first() == at + 2
        ? Optional.of(names.mentions().get(m).who())
        : Optional.empty();
  }

  /**
   * "Ana Ruiz said so. ... he added": whoever spoke last goes on speaking in the same paragraph.
   */
  private static boolean spokeInParagraphOf(int token, Who who, Floor floor) {
    return floor.paragraphsSince(token) == 0 && floor.isHeldBy(who);
  }

  /** True when somebody is named before a token in its own paragraph. */
  private boolean isInParagraphOf(int token, Who who) {
    for (int m = names.firstFrom(token) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      if (t.paragraph[mention.first()] != t.paragraph[token]) {
        return false;
      }
      if (mention.who() == who) {
        return true;
      }
    }
    return false;
  }

  private double likelihood(int at, int m, int back, Gender gender, Floor floor) {
    Mention mention = names.mentions().get(m);
    Who who = mention.who();
    boolean spoke = floor.isHeldBy(who) && floor.sentencesSince(at) <= back;
    double score = -0.9 * (spoke ? floor.sentencesSince(at) : back);
    score += who.gender() == gender ? 1.5 : 0;
    score += who.isSurelyPerson() ? 0.7 : 0;
    score += floor.isHeldBy(who) ? 0.7 : 0;
    score -= mention.possessive() ? 0.8 : 0;
    score -= t.quote[mention.first()] != Tokens.OUTSIDE ? 1.5 : 0;
    score += spoke || names.isSubject(m) ? 1.2 : 0;
    score -=
        mention.first() > 0 && Speakers.isPreposition(names.lower(mention.first() - 1)) ? 0.5 : 0;
    score += Math.log(1 + who.mentions()) * 0.25;
    score += back == 0 && isSubjectOfClause(mention, at) ? 1.2 : 0;
    score += isTopic(mention, at) ? 3 : 0;
    return score;
  }

  /** "Lund's way shows how she": not "Lund is wrong, she said". */
  private boolean isSubjectOfClause(Mention mention, int at) {
    return mention.first() == t.sentenceStart[t.sentence[at]]
        && t.quote[mention.first()] == Tokens.OUTSIDE
        && t.shape[at - 1] == Shape.LOWER;
  }

  /** "As for Lund, he". */
  private boolean isTopic(Mention mention, int at) {
    int first = mention.first();
    return mention.last() + 2 == at
        && first > 1
        && names.lower(first - 1).equals("for")
        && names.lower(first - 2).equals("as");
  }

  /** "Republicans" and not "some Republicans". */
  private boolean isWhole(Mention group) {
    int before = group.first() - 1;
    return before < 0
        || t.shape[before] != Shape.LOWER
        || t.sentence[before] != t.sentence[group.first()]
        || BEFORE_ALL.contains(names.lower(before));
  }

  private boolean isBehindPreposition(Mention mention) {
    return mention.first() > 0 && Speakers.isPreposition(names.lower(mention.first() - 1));
  }

  /**
   * "She said so. ... added Ana Ruiz": the name can come after the pronoun; in the next paragraph
   * only one whose name tells that it is of her.
   */
  private Optional<Who> firstPersonAfter(int at, Gender gender) {
    int here = names.firstFrom(at);
    int end = Math.min(names.mentions().size(), here + MENTIONS_BACK);
    for (int m = here; m < end; m++) {
      Mention mention = names.mentions().get(m);
      int further = t.paragraph[mention.first()] - t.paragraph[at];
      if (further > 1) {
        break;
      }
      Who who = mention.who();
      if (who.isPerson()
          && !who.contradicts(gender)
          && (who.gender() == gender || (further == 0 && who.isSurelyPerson()))
          && t.quote[mention.first()] == Tokens.OUTSIDE) {
        return Optional.of(who);
      }
    }
    return Optional.empty();
  }

  private static boolean isOneBody(Who who) {
    return (who.isBody() || who.isPlace()) && !who.isGroup();
  }

  /** Who signs what is written here: "Ada Lund, Osterby" in a paragraph of its own. */
  private Optional<Who> signature(int at) {
    if (t.quote[at] != Tokens.OUTSIDE) {
      return Optional.empty();
    }
    int paragraphs = t.paragraphStart.length;
    int last = Math.min(paragraphs - 1, t.paragraph[at] + LETTER);
    for (int p = t.paragraph[at] + 1; p <= last; p++) {
      int first = t.paragraphStart[p];
      int end = p + 1 < paragraphs ? t.paragraphStart[p + 1] : t.size;
      if (!isShort(first, end)) {
        continue;
      }
      int m = names.firstFrom(first);
      if (m == names.mentions().size() || names.mentions().get(m).first() != first) {
        return Optional.empty();
      }
      Mention mention = names.mentions().get(m);
      int next = mention.last() + 1;
      boolean alone = next >= end || (next + 1 == end && t.shape[next] == Shape.STOP);
      int following = p + 2 < paragraphs ? t.paragraphStart[p + 2] : t.size;
      boolean signs = !alone || p == paragraphs - 1 || isShort(end, following);
      return signs && mention.who().isPerson() ? Optional.of(mention.who()) : Optional.empty();
    }
    return Optional.empty();
  }

  /** True for a paragraph of a few capitals and marks. */
  private boolean isShort(int first, int end) {
    if (end - first > SIGNATURE) {
      return false;
    }
    for (int i = first; i < end; i++) {
      if (t.shape[i] == Shape.LOWER) {
        return false;
      }
    }
    return true;
  }

  /** "Ana Ruiz and Piers Lund, each": two who are the subject of their sentence. */
  private Optional<Who> firstOfSeveral(int at) {
    int m = names.firstFrom(t.sentenceStart[t.sentence[at]]);
    if (m + 1 >= names.mentions().size()) {
      return Optional.empty();
    }
    Mention one = names.mentions().get(m);
    Mention other = names.mentions().get(m + 1);
    boolean two =
        one.last() + 2 == other.first()
            && other.last() < at
            && names.lower(one.last() + 1).equals("and")
            && names.opensSentence(one);
    return two && !one.possessive() && !other.possessive() && one.who().isPerson()
        ? Optional.of(one.who())
        : Optional.empty();
  }

  /** "In its reports the board says what it needs": the body that its own sentence tells of. */
  private Optional<Who> subjectOfSentence(int at) {
    for (int m = names.firstFrom(at) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      if (t.sentence[mention.first()] != t.sentence[at]) {
        break;
      }
      boolean stands = mention.who().isBody() && !mention.who().isGroup() && !mention.possessive();
      if (stands && names.isSubject(m) && t.quote[mention.first()] == Tokens.OUTSIDE) {
        return Optional.of(mention.who());
      }
    }
    return Optional.empty();
  }

  /** Who is the subject of this sentence or the one before; "it" is often nobody. */
  private Optional<Who> subject(int at, Predicate<Who> fits) {
    for (int m = names.firstFrom(at) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      if (t.sentence[at] - t.sentence[mention.first()] > 1) {
        break;
      }
      // "The Norland ferries": a place often only tells where.
      boolean subject =
          mention.who().isPlace()
              ? names.opensSentence(mention) && !isBehindPreposition(mention)
              : names.isSubject(m);
      boolean some = mention.who().isGroup() && !isWhole(mention);
      if (subject && !some && !mention.possessive() && fits.test(mention.who())) {
        return Optional.of(mention.who());
      }
    }
    return Optional.empty();
  }
}

package org.stemma.annotate;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Names.Mention;
import org.stemma.annotate.Names.Who;
import org.stemma.annotate.People.Gender;
import org.stemma.model.Speaker;
import org.stemma.model.ZoneRole;

/**
 * Tells whom a source means: a name by the fullest form the article gives, a pronoun or "the
 * minister" by who was named and who spoke before. One object serves one article, attribution by
 * attribution in text order.
 */
final class Speakers {
  private static final Set<String> SHE = Set.of("she", "her", "herself");
  private static final Set<String> HE = Set.of("he", "him", "his", "himself");
  private static final Set<String> THEY = Set.of("they", "them", "their", "both", "these");

  /** Before another word these only say whose: "his lawyer" is not he. */
  private static final Set<String> OWNING = Set.of("his", "her", "its", "their", "whose");

  private static final Set<String> IT = Set.of("it", "its");
  private static final Set<String> WHO = Set.of("who", "whose", "whom", "which", "that");
  private static final Set<String> INDEFINITE =
      Set.of(
          "a", "an", "one", "another", "some", "two", "three", "several", "many", "few", "other",
          "others", "no", "any", "most", "every", "each");

  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "in", "from", "at", "with", "to", "by", "on", "near", "against", "about");

  /** Words after a name that begin something else than what the name describes. */
  private static final Set<String> NOT_NOUNS =
      Set.of(
          "himself", "herself", "itself", "and", "or", "who", "which", "that", "whose", "as",
          "also", "later", "too", "is", "was", "has", "had", "both", "alone", "then", "but",
          "while");

  private static final Set<String> SPEAKING_FOR =
      Set.of("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "counsel");

  /** With a name in front these are bodies or papers that are called so: "the Lund campaign". */
  private static final Set<String> CALLED_AFTER =
      Set.of("campaign", "administration", "poll", "survey");

  /** What somebody wrote speaks for who wrote it. */
  private static final Set<String> WRITINGS =
      Set.of("brief", "letter", "statement", "memo", "filing", "lawsuit", "tweet", "book", "essay");

  /** How far back a pronoun looks, in sentences. */
  private static final int SENTENCES_BACK = 8;

  private static final int MENTIONS_BACK = 40;

  /** Outweighs that somebody further back is known by a first name. */
  private static final double SPOKE_IN_PARAGRAPH = 1.5;

  private final Tokens t;
  private final People people;
  private final Names names;
  private Optional<Who> lastSpeaker = Optional.empty();
  private int lastSentence = -100;
  private int lastParagraph = -100;

  /** What a source resolves to. */
  record Found(Speaker speaker, double sure, Optional<String> onBehalfOf) {
    Found(Speaker speaker, double sure) {
      this(speaker, sure, Optional.empty());
    }
  }

  /** Where nobody can be found. */
  static final Found NOBODY = new Found(new Speaker.Unknown(), 0.5);

  /**
   * @param tags what kind of name each token belongs to, see {@link NameTags}; where it is known
   */
  Speakers(Tokens tokens, People people, Optional<byte[]> tags) {
    t = tokens;
    this.people = people;
    names = new Names(tokens, people, tags.orElseGet(() -> new byte[tokens.size]));
  }

  /** For the same article from its start, as if nobody had spoken yet. */
  Speakers(Speakers other) {
    t = other.t;
    people = other.people;
    names = other.names;
  }

  /** Everybody that the article names. */
  Names names() {
    return names;
  }

  /** Somebody spoke at a token; later pronouns prefer them. */
  private void spoke(Who who, int token) {
    lastSpeaker = Optional.of(who);
    lastSentence = t.sentence[token];
    lastParagraph = t.paragraph[token];
  }

  /**
   * Whom the words of a source mean.
   *
   * @param first first token of the source
   * @param last last token, inclusive
   */
  Found of(int first, int last) {
    Optional<Mention> named = nameIn(first, last);
    if (named.isPresent()) {
      Who who = named.get().who();
      spoke(who, last);
      return new Found(
          new Speaker.Named(who.name()), who.isBody() ? 0.93 : 0.96, spokenFor(first, last, who));
    }
    Optional<Found> after = calledAfter(first, last);
    if (after.isPresent()) {
      return after.get();
    }
    String word = names.lower(first);
    if (last - first <= (OWNING.contains(word) ? 0 : 1) && isPronoun(word)) {
      return pronoun(word, first);
    }
    return nominal(first, last);
  }

  /** "The Lund campaign" and "Ruiz's letter". */
  private Optional<Found> calledAfter(int first, int last) {
    String noun = names.lower(last);
    for (int m = names.firstFrom(first - 4); m < names.mentions().size(); m++) {
      Mention mention = names.mentions().get(m);
      if (mention.first() > last) {
        break;
      }
      if (mention.first() < first) {
        continue;
      }
      if (mention.possessive() && mention.last() + 3 == last && WRITINGS.contains(noun)) {
        return Optional.of(named(mention.who(), last, 0.7));
      }
      if (!mention.possessive() && mention.last() + 1 == last && CALLED_AFTER.contains(noun)) {
        String name = t.span(mention.nameFirst(), last).in(t.text);
        return Optional.of(new Found(new Speaker.Named(name), 0.8));
      }
    }
    return Optional.empty();
  }

  /** "Ana Ruiz, a spokeswoman for the Harbour Board" and "Harbour Board spokeswoman Ana Ruiz". */
  private Optional<String> spokenFor(int first, int last, Who speaker) {
    for (int role = first; role <= last; role++) {
      if (!SPEAKING_FOR.contains(names.lower(role))) {
        continue;
      }
      for (int m = names.firstFrom(first); m < names.mentions().size(); m++) {
        Mention mention = names.mentions().get(m);
        if (mention.first() > last) {
          break;
        }
        boolean before =
            mention.last() + 1 == role || (mention.possessive() && mention.last() + 3 == role);
        boolean after =
            mention.first() > role + 1
                && mention.first() <= role + 3
                && names.lower(role + 1).equals("for");
        if (mention.who() != speaker && (before || after)) {
          return Optional.of(mention.who().name());
        }
      }
    }
    return Optional.empty();
  }

  private Found named(Who who, int token, double sure) {
    spoke(who, token);
    return new Found(new Speaker.Named(who.name()), sure);
  }

  /** Whom a quotation without a source belongs to: whoever spoke last, if the text goes on. */
  Optional<Found> goingOn(int first) {
    if (lastSpeaker.isEmpty() || t.paragraph[first] - lastParagraph > 1) {
      return Optional.empty();
    }
    lastParagraph = t.paragraph[first];
    lastSentence = t.sentence[first];
    return lastSpeaker.map(who -> new Found(new Speaker.Named(who.name()), 0.6));
  }

  /**
   * Who is the likely subject before a token: the person or body that opens its sentence, else the
   * one named last in it.
   */
  Optional<Found> subjectBefore(int token) {
    Optional<Who> subject = Optional.empty();
    int here = names.firstFrom(token);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK); m--) {
      Mention mention = names.mentions().get(m);
      if (t.sentence[mention.first()] != t.sentence[token]) {
        break;
      }
      Who who = mention.who();
      boolean standsAlone = !mention.possessive() && t.quote[mention.first()] == Tokens.OUTSIDE;
      if (standsAlone
          && (who.isBody() || who.isSurelyPerson())
          && (subject.isEmpty() || isSubject(mention))) {
        subject = Optional.of(who);
      }
    }
    return subject.map(who -> found(who, token));
  }

  /**
   * "..., the Interior Ministry mincing no words, saying": between two tokens the last body or
   * person that has a participle of its own.
   */
  Optional<Found> ownerOfParticiple(int first, int end) {
    for (int m = names.firstFrom(end) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      if (mention.first() <= first || end - mention.last() > 12) {
        break;
      }
      int next = mention.last() + 1;
      if (next < end
          && names.lower(next).endsWith("ing")
          && (mention.who().isBody() || mention.who().isSurelyPerson())) {
        return Optional.of(found(mention.who(), end));
      }
    }
    return Optional.empty();
  }

  private Found found(Who who, int token) {
    spoke(who, token);
    return new Found(new Speaker.Named(who.name()), 0.4);
  }

  /** The name that the source is about: the last one that owns nothing, or the first. */
  private Optional<Mention> nameIn(int first, int last) {
    Optional<Mention> found = Optional.empty();
    for (int m = names.firstFrom(first - 4); m < names.mentions().size(); m++) {
      Mention mention = names.mentions().get(m);
      if (mention.first() > last) {
        break;
      }
      if (mention.last() < first || mention.last() > last + 1) {
        continue;
      }
      boolean owns =
          (mention.possessive() && mention.last() + 2 < last) || describes(mention, last);
      boolean apposed =
          mention.first() > first
              && t.shape[mention.first() - 1] == Shape.COMMA
              && found.isPresent();
      if (owns || isBehindPreposition(mention, first)) {
        continue;
      }
      if (found.isEmpty()
          || (!apposed && !found.get().who().isPerson() && mention.who().isPerson())) {
        found = Optional.of(mention);
      }
    }
    if (found.isEmpty() && inHeadline(first)) {
      return names
          .called(t.span(first, last).in(t.text))
          .map(who -> new Mention(first, first, last, who, false));
    }
    if (found.isPresent() && endsInLowerNoun(found.get(), last)) {
      return Optional.empty();
    }
    return found;
  }

  /**
   * "Lund lawyer Piers Calder", "another Harbour Radio host, Ana Ruiz": the name only describes.
   */
  private boolean describes(Mention mention, int last) {
    int next = mention.last() + 1;
    if (next > last) {
      return false;
    }
    boolean noun =
        t.shape[next] == Shape.LOWER
            && !isPreposition(next)
            && !NOT_NOUNS.contains(names.lower(next));
    boolean title = Shape.isCapital(t.shape[next]) && people.isTitle(names.lower(next));
    if (!noun && !title) {
      return false;
    }
    for (int m = names.firstFrom(next); m < names.mentions().size(); m++) {
      Mention after = names.mentions().get(m);
      if (after.last() > last + 1) {
        return false;
      }
      if (noun || after.who().isPerson()) {
        return after.who().isPerson();
      }
    }
    return false;
  }

  private boolean isPreposition(int i) {
    return PREPOSITIONS.contains(names.lower(i));
  }

  /** "a lawyer for Orr" is not Orr; "the envoy to the UN Ana Ruiz" is. */
  private boolean isBehindPreposition(Mention mention, int first) {
    int before = mention.first() - 1;
    // A ship or a body of several words may have been seen as two names; a person follows a body.
    while (before > first && !mention.who().isPerson() && Shape.isCapital(t.shape[before])) {
      before--;
    }
    if (before > first && names.lower(before).equals("the")) {
      before--;
    }
    return before >= first && mention.nameFirst() == mention.first() && isPreposition(before);
  }

  /** "the Lund campaign", "Hallmark officials": the name only describes. */
  private boolean endsInLowerNoun(Mention mention, int last) {
    int next = mention.last() + 1;
    if (next > last || NOT_NOUNS.contains(names.lower(next))) {
      return false;
    }
    for (int i = next; i <= last; i++) {
      if (t.shape[i] != Shape.LOWER || isPreposition(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPronoun(String word) {
    return SHE.contains(word)
        || HE.contains(word)
        || THEY.contains(word)
        || IT.contains(word)
        || WHO.contains(word)
        || word.equals("i")
        || word.equals("we")
        || word.equals("you");
  }

  private Found pronoun(String word, int at) {
    if (WHO.contains(word)) {
      return antecedent(at);
    }
    Optional<Who> meant = Optional.empty();
    if (SHE.contains(word)) {
      meant = person(at, Gender.FEMALE);
    } else if (HE.contains(word)) {
      meant = person(at, Gender.MALE);
    } else if (IT.contains(word)) {
      meant = lastSpeaker.filter(w -> !w.isPerson()).or(() -> body(at));
    } else if (THEY.contains(word)) {
      meant = lastSpeaker.filter(w -> w.isBody() && t.sentence[at] - lastSentence <= 2);
    }
    if (meant.isEmpty()) {
      return new Found(new Speaker.Unnamed(t.in(at)), 0.4);
    }
    spoke(meant.get(), at);
    boolean person = SHE.contains(word) || HE.contains(word);
    return new Found(new Speaker.Named(meant.get().name()), person ? 0.92 : 0.75);
  }

  /** "Ana Ruiz, who said ...". */
  private Found antecedent(int at) {
    for (int m = names.firstFrom(at) - 1; m >= 0; m--) {
      Mention mention = names.mentions().get(m);
      if (t.sentence[mention.last()] != t.sentence[at] || at - mention.last() > 12) {
        break;
      }
      if (!mention.possessive()) {
        spoke(mention.who(), at);
        return new Found(new Speaker.Named(mention.who().name()), 0.75);
      }
    }
    return new Found(new Speaker.Unnamed(t.in(at)), 0.4);
  }

  private Optional<Who> person(int at, Gender gender) {
    Optional<Who> best =
        personBefore(at, gender, true)
            .or(() -> personBefore(at, gender, false).filter(who -> isInParagraphOf(at, who)))
            .or(() -> firstPersonAfter(at, gender))
            .or(() -> personBefore(at, gender, false));
    best.ifPresent(who -> who.learn(gender));
    return best;
  }

  private Optional<Who> personBefore(int at, Gender gender, boolean surely) {
    Optional<Who> best = Optional.empty();
    double most = -10;
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
          || contradicts(who, gender)
          || (surely && !who.isSurelyPerson() && !spokeInParagraphOf(at, who))) {
        continue;
      }
      double score =
          likelihood(mention, back, gender)
              + (spokeInParagraphOf(at, who) ? SPOKE_IN_PARAGRAPH : 0);
      if (score > most) {
        most = score;
        best = Optional.of(who);
      }
    }
    return best;
  }

  /**
   * "Ana Ruiz said so. ... he added": whoever spoke last goes on speaking in the same paragraph.
   */
  private boolean spokeInParagraphOf(int token, Who who) {
    return lastParagraph == t.paragraph[token] && lastSpeaker.filter(w -> w == who).isPresent();
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

  private static boolean contradicts(Who who, Gender gender) {
    return who.gender() != Gender.UNKNOWN && who.gender() != gender;
  }

  private double likelihood(Mention mention, int back, Gender gender) {
    Who who = mention.who();
    double score = -0.9 * back;
    score += who.gender() == gender ? 1.5 : 0;
    score += who.isSurelyPerson() ? 0.7 : 0;
    score += lastSpeaker.filter(w -> w == who).isPresent() ? 0.7 : 0;
    score -= mention.possessive() ? 0.8 : 0;
    score -= t.quote[mention.first()] != Tokens.OUTSIDE ? 1.5 : 0;
    score += isSubject(mention) ? 1.2 : 0;
    score -= mention.first() > 0 && isPreposition(mention.first() - 1) ? 0.5 : 0;
    score += Math.log(1 + who.mentions()) * 0.25;
    return score;
  }

  private boolean isSubject(Mention mention) {
    return mention.first() - t.sentenceStart[t.sentence[mention.first()]] <= 2;
  }

  /** "She said so. ... added Ana Ruiz": the name can come after the pronoun. */
  private Optional<Who> firstPersonAfter(int at, Gender gender) {
    int here = names.firstFrom(at);
    int end = Math.min(names.mentions().size(), here + MENTIONS_BACK);
    for (int m = here; m < end; m++) {
      Mention mention = names.mentions().get(m);
      if (t.paragraph[mention.first()] != t.paragraph[at]) {
        break;
      }
      Who who = mention.who();
      if (who.isPerson()
          && !contradicts(who, gender)
          && (who.gender() == gender || who.isSurelyPerson())
          && t.quote[mention.first()] == Tokens.OUTSIDE) {
        return Optional.of(who);
      }
    }
    return Optional.empty();
  }

  private Optional<Who> body(int at) {
    int here = names.firstFrom(at);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK); m--) {
      Mention mention = names.mentions().get(m);
      if (t.sentence[at] - t.sentence[mention.first()] > SENTENCES_BACK) {
        break;
      }
      if (mention.who().isBody()) {
        return Optional.of(mention.who());
      }
    }
    return Optional.empty();
  }

  /** "the ministry", "the spokeswoman", "two officials", "a report". */
  private Found nominal(int first, int last) {
    String words = t.span(first, last).in(t.text);
    Speaker unnamed = new Speaker.Unnamed(words);
    if (INDEFINITE.contains(names.lower(first)) || last - first > 5) {
      return new Found(unnamed, 0.8);
    }
    int head = head(first, last);
    String noun = names.lower(head);
    Optional<Who> meant = Optional.empty();
    if (people.isBody(noun)) {
      meant = bodyCalled(noun, first);
    } else if (people.isRole(noun)) {
      meant = personCalled(noun, first);
    }
    if (meant.isEmpty()) {
      return new Found(unnamed, 0.6);
    }
    spoke(meant.get(), last);
    return new Found(new Speaker.Named(meant.get().name()), 0.7);
  }

  /** The last word of the noun phrase, before any "of" or "for". */
  private int head(int first, int last) {
    int head = first;
    for (int i = first; i <= last; i++) {
      if (t.shape[i] >= Shape.MARK || (i > first && isPreposition(i))) {
        break;
      }
      head = i;
    }
    return head;
  }

  private Optional<Who> bodyCalled(String noun, int at) {
    int here = names.firstFrom(at);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK * 2); m--) {
      Who who = names.mentions().get(m).who();
      if (who.isBody() && who.name().toLowerCase(Locale.ROOT).contains(noun)) {
        return Optional.of(who);
      }
    }
    return Optional.empty();
  }

  private Optional<Who> personCalled(String role, int at) {
    int here = names.firstFrom(at);
    Optional<Who> likely = Optional.empty();
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK * 2); m--) {
      Who who = names.mentions().get(m).who();
      if (who.roles().contains(role)) {
        return Optional.of(who);
      }
      if (likely.isEmpty() && who.roles().stream().anyMatch(r -> people.mayBeCalled(r, role))) {
        likely = Optional.of(who);
      }
    }
    return likely;
  }

  private boolean inHeadline(int token) {
    return t.paragraphRole[t.paragraph[token]] == ZoneRole.HEADLINE;
  }
}

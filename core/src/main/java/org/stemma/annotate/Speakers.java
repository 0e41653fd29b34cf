package org.stemma.annotate;

import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.Antecedents.Meant;
import org.stemma.annotate.Names.Mention;
import org.stemma.annotate.Names.Who;
import org.stemma.model.Speaker;
import org.stemma.model.ZoneRole;

/**
 * Tells whom a source means: a name by the fullest form the article gives, a pronoun or "the
 * minister" by who was named and who spoke before. One object serves one article, attribution by
 * attribution in text order.
 */
final class Speakers {
  /** Before another word these only say whose: "his lawyer" is not he. */
  private static final Set<String> OWNING = Set.of("his", "her", "its", "their", "whose");

  private static final Set<String> RELATIVE = Set.of("who", "whose", "whom", "which", "that");

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

  /** With a name in front these are bodies or papers that are called so: "the Lund campaign". */
  static final Set<String> CALLED_AFTER =
      Set.of("campaign", "administration", "camp", "poll", "survey");

  /** Of these somebody has but one, and "the campaign" is that of whoever was named with it. */
  private static final Set<String> OF_ONE = Set.of("campaign", "administration");

  private static final Set<String> OF_A_NATION =
      Set.of("government", "parliament", "military", "army", "navy");

  /** What somebody wrote or issued speaks for them. */
  private static final Set<String> WRITINGS =
      Set.of(
          ("brief letter letters statement statements memo filing lawsuit tweet tweets book essay"
                  + " account memoir post column article story editorial blog website email emails"
                  + " complaint indictment testimony speech remarks comments report study analysis"
                  + " review ad plan proposal ruling opinion order announcement release interview"
                  + " submission petition motion appeal brochure manifesto lecture program programme"
                  + " show podcast broadcast newsletter research findings data"
                  + " autobiography biography op-ed notes diary transcript note message messages")
              .split(" "));

  private static final Set<String> AUTHORS_FOLLOW = Set.of("by", "from");

  private static final int MENTIONS_BACK = 40;

  /** What is longer than that tells of more than one, in tokens beyond the first. */
  private static final int LONGEST_DESCRIPTION = 9;

  /** With "this" in front it is whoever writes. */
  private static final Set<String> OF_THE_PRESS =
      Set.of("reporter", "writer", "columnist", "author", "correspondent", "journalist");

  private static final Set<String> DEFINITE = Set.of("the", "this", "that");

  private final Tokens t;
  private final People people;
  private final Names names;
  private final Pronouns pronouns;
  private final Antecedents antecedents;
  private final Mandates mandates;
  private final Floor floor;

  /** What a source resolves to. */
  record Found(Speaker speaker, Clue clue, Optional<String> onBehalfOf) {
    Found(Speaker speaker, Clue clue) {
      this(speaker, clue, Optional.empty());
    }

    /** How likely it is right, from 0 to 1. */
    double sure() {
      return clue.reliability();
    }
  }

  /** Where nobody can be found. */
  static final Found NOBODY = new Found(new Speaker.Unknown(), Clue.NONE);

  /**
   * @param tags what kind of name each token belongs to, see {@link NameTags}; where it is known
   */
  Speakers(Tokens tokens, People people, Optional<byte[]> tags) {
    t = tokens;
    this.people = people;
    names = new Names(tokens, people, tags.orElseGet(() -> new byte[tokens.size]));
    pronouns = new Pronouns(tokens, people, names);
    antecedents = new Antecedents(tokens, people, names);
    mandates = new Mandates(tokens, people, names, antecedents);
    floor = new Floor(tokens);
  }

  /** For the same article from its start, as if nobody had spoken yet. */
  Speakers(Speakers other) {
    t = other.t;
    people = other.people;
    names = other.names;
    pronouns = other.pronouns;
    antecedents = other.antecedents;
    mandates = other.mandates;
    floor = new Floor(t);
  }

  /** Everybody that the article names. */
  Names names() {
    return names;
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
      Optional<String> body = mandates.of(first, last, named.map(Mention::who), floor);
      floor.take(who, last);
      Clue clue = who.isPerson() ? Clue.NAME : Clue.BODY_NAME;
      return new Found(new Speaker.Named(who.name()), clue, body);
    }
    Optional<Found> after = calledAfter(first, last).or(() -> ofNation(first, last));
    if (after.isPresent()) {
      return after.get();
    }
    String word = names.lower(first);
    if (last - first <= (OWNING.contains(word) ? 0 : 1) && pronouns.isPronoun(first)) {
      return pronouns
          .meant(first, floor)
          .map(meant -> named(meant, first))
          .or(() -> describedBefore(first))
          .orElseGet(() -> new Found(new Speaker.Unnamed(t.in(first)), Clue.OPEN_PRONOUN));
    }
    return nominal(first, last);
  }

  /** "The mayor, who said": whom the words right before a "who" describe. */
  private Optional<Found> describedBefore(int pronoun) {
    if (!RELATIVE.contains(names.lower(pronoun))) {
      return Optional.empty();
    }
    int last = pronouns.lastBefore(pronoun);
    for (int i = last; i >= 0 && last - i <= LONGEST_DESCRIPTION; i--) {
      boolean part = t.isWord(i) || t.shape[i] == Shape.APOSTROPHE;
      if (!part || t.sentence[i] != t.sentence[pronoun] || t.cue[i] != 0 || isConjunction(i)) {
        break;
      }
      boolean opens = DEFINITE.contains(names.lower(i)) || OWNING.contains(names.lower(i));
      if (opens && i < last) {
        Found found = of(i, last);
        if (found.speaker() instanceof Speaker.Named) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isConjunction(int token) {
    return Set.of("and", "or", "but", "that").contains(names.lower(token));
  }

  /** "The Lund campaign" and "Ruiz's letter". */
  private Optional<Found> calledAfter(int first, int end) {
    int last = head(first, end);
    String noun = names.lower(last);
    for (int m = names.firstFrom(first - 4); m < names.mentions().size(); m++) {
      Mention mention = names.mentions().get(m);
      if (mention.first() > last) {
        break;
      }
      if (mention.first() < first || isBehindPreposition(mention, first)) {
        continue;
      }
      if (mention.possessive() && mention.last() + 3 == last && WRITINGS.contains(noun)) {
        return Optional.of(named(new Meant(mention.who(), Clue.WRITTEN_BY), last));
      }
      boolean stands = !mention.possessive() && mention.last() + 1 == last;
      if (stands && mention.who().isBody() && WRITINGS.contains(noun)) {
        return Optional.of(named(new Meant(mention.who(), Clue.WRITTEN_BY), last));
      }
      boolean called =
          CALLED_AFTER.contains(noun) || (noun.equals("team") && mention.who().isPerson());
      if (stands && called) {
        String name = t.span(mention.nameFirst(), last).in(t.text);
        return Optional.of(called(name, last));
      }
    }
    return Optional.empty();
  }

  /** "The Norlandic government": a nation has but one. */
  private Optional<Found> ofNation(int first, int last) {
    int nation = DEFINITE.contains(names.lower(first)) ? first + 1 : first;
    return nation + 1 == last && OF_A_NATION.contains(names.lower(last)) && names.isNation(nation)
        ? Optional.of(called(t.span(nation, last).in(t.text), last))
        : Optional.empty();
  }

  private Found called(String name, int token) {
    return named(new Meant(names.bodyCalled(name), Clue.CALLED_AFTER), token);
  }

  private Found named(Meant meant, int token) {
    floor.take(meant.who(), token);
    return new Found(new Speaker.Named(meant.who().name()), meant.clue());
  }

  /** Whom a quotation without a source belongs to: whoever spoke last, if the text goes on. */
  Optional<Found> goingOn(int first) {
    if (floor.paragraphsSince(first) > 1) {
      return Optional.empty();
    }
    floor.keep(first);
    return floor.holder().map(who -> new Found(new Speaker.Named(who.name()), Clue.NO_SOURCE));
  }

  /** "LUND: We will appeal." in a transcript: the name before the colon. */
  Optional<Found> labelBefore(int content) {
    int m = names.firstFrom(content) - 1;
    if (m < 0 || content < 2 || t.shape[content - 1] != Shape.COLON) {
      return Optional.empty();
    }
    Mention mention = names.mentions().get(m);
    int paragraph = t.paragraphStart[t.paragraph[mention.first()]];
    boolean opens = mention.first() - paragraph <= 1;
    return opens && mention.last() == content - 2
        ? Optional.of(named(new Meant(mention.who(), Clue.NAME), content))
        : Optional.empty();
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
          && (subject.isEmpty() || names.opensSentence(mention))) {
        subject = Optional.of(who);
      }
    }
    return subject.map(who -> named(new Meant(who, Clue.SUBJECT), token));
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
        return Optional.of(named(new Meant(mention.who(), Clue.SUBJECT), end));
      }
    }
    return Optional.empty();
  }

  /** The name that the source is about: the last one that owns nothing, or the first. */
  private Optional<Mention> nameIn(int first, int last) {
    Optional<Mention> found = Optional.empty();
    int headEnd = headEnd(first, last);
    int relative = relative(first, last);
    String head = names.lower(head(first, last));
    boolean ofPerson = people.isPerson(head) || people.isTitle(head);
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
      boolean afterComma = mention.first() > first && t.shape[mention.first() - 1] == Shape.COMMA;
      boolean apposed = afterComma && found.isPresent();
      boolean within =
          mention.first() <= headEnd
              || (mention.who().isPerson()
                  && mention.first() < relative
                  && (afterComma || ofPerson));
      if (owns || !within || isBehindPreposition(mention, first)) {
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
    return found.filter(name -> !endsInLowerNoun(name, last) && !isSomeOf(name, first, last));
  }

  /** The last token before anything says where, when or of what: a comma, "in", "who". */
  private int headEnd(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (t.shape[i] == Shape.COMMA || isPreposition(i) || RELATIVE.contains(names.lower(i))) {
        return i;
      }
    }
    return last;
  }

  /**
   * "Many Democrats", "Republicans in the valley": of a group that has a name, some who have none.
   */
  private boolean isSomeOf(Mention mention, int first, int last) {
    boolean alone =
        mention.first() == first
            || (mention.first() == first + 1 && DEFINITE.contains(names.lower(first)));
    int next = mention.last() + 1;
    boolean goesOn = next <= last && (isPreposition(next) || RELATIVE.contains(names.lower(next)));
    return mention.who().isGroup() && (!alone || goesOn);
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

  /** Where a "who" begins to tell more; beyond the end where none does. */
  private int relative(int first, int last) {
    for (int i = first + 1; i <= last; i++) {
      if (RELATIVE.contains(names.lower(i))) {
        return i;
      }
    }
    return last + 1;
  }

  private boolean isPreposition(int i) {
    return isPreposition(names.lower(i));
  }

  static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
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
    int next = names.lastWithKind(mention) + 1;
    if (next > last || NOT_NOUNS.contains(names.lower(next))) {
      return false;
    }
    for (int i = next; i <= last; i++) {
      if (i > next && RELATIVE.contains(names.lower(i))) {
        return true;
      }
      boolean possessive = i > next && i < last && t.shape[i] == Shape.APOSTROPHE;
      boolean office = i == last && people.isPerson(names.lower(i));
      if (i > next && isPreposition(i)) {
        return !isVerbal(names.lower(next));
      }
      if (!possessive && !office && (t.shape[i] != Shape.LOWER || isPreposition(i))) {
        return false;
      }
    }
    return true;
  }

  /** "Lund standing in the rain" is still Lund, and "Lund voters in the valley" are not. */
  private static boolean isVerbal(String word) {
    return word.endsWith("ing") || word.endsWith("ed") || word.equals("done");
  }

  /** "the ministry", "the spokeswoman", "his lawyer", "two officials", "a report". */
  private Found nominal(int first, int last) {
    Optional<Meant> apposed = antecedents.apposed(first, last);
    int head = head(first, last);
    String noun = names.lower(head);
    if (apposed.isPresent() && people.isPerson(noun)) {
      return named(apposed.get(), last);
    }
    Optional<Found> told = writtenBy(first, last).or(() -> bodyBefore(first, head, last));
    if (told.isPresent()) {
      return told.get();
    }
    boolean indefinite = INDEFINITE.contains(names.lower(first));
    Optional<String> body = mandates.of(first, last, Optional.empty(), floor);
    Speaker unnamed = new Speaker.Unnamed(t.span(first, last).in(t.text));
    Found open = new Found(unnamed, indefinite ? Clue.INDEFINITE : Clue.DEFINITE, body);
    if (last - first > LONGEST_DESCRIPTION || isOneOfSeveral(head, last)) {
      return open;
    }
    if (indefinite) {
      return antecedents.later(noun, first, head).map(meant -> named(meant, last)).orElse(open);
    }
    int owner = ownerEnd(first, head);
    if (owner > 0) {
      return owned(first, owner, head, open);
    }
    if (OF_ONE.contains(noun)) {
      return antecedents.calledAfter(first, head).map(name -> called(name, last)).orElse(open);
    }
    boolean may = people.isPerson(noun) || people.isBody(noun) || people.isKind(noun);
    return described(noun, first, head)
        .map(meant -> named(meant, last))
        .orElse(may ? new Found(unnamed, Clue.NOT_TOLD, body) : open);
  }

  /** "A report by the Osterby Institute", "research done by Ana Ruiz". */
  private Optional<Found> writtenBy(int first, int last) {
    int by = first + 1;
    while (by < last
        && !AUTHORS_FOLLOW.contains(names.lower(by))
        && t.shape[by] != Shape.COMMA
        && t.shape[by] != Shape.DASH
        && !isConjunction(by)
        && !RELATIVE.contains(names.lower(by))) {
      by++;
    }
    if (by >= last || !AUTHORS_FOLLOW.contains(names.lower(by))) {
      return Optional.empty();
    }
    boolean written =
        isWriting(by - 1)
            || (by - 2 >= first && isWriting(by - 2) && isVerbal(names.lower(by - 1)));
    return written
        ? nameIn(by + 1, last).map(author -> named(new Meant(author.who(), Clue.WRITTEN_BY), last))
        : Optional.empty();
  }

  private boolean isWriting(int token) {
    String word = names.lower(token);
    return WRITINGS.contains(word) || word.equals("poll") || word.equals("survey");
  }

  /** "Alda Lines, another company that": what a body is called right behind its name. */
  private Optional<Found> bodyBefore(int first, int head, int last) {
    String noun = names.lower(head);
    return people.isBody(noun) || people.isKind(noun)
        ? antecedents.bodyApposed(first, last).map(meant -> named(meant, last))
        : Optional.empty();
  }

  private Optional<Meant> described(String noun, int first, int head) {
    boolean definite = DEFINITE.contains(names.lower(first)) || inHeadline(first);
    boolean self = names.lower(first).equals("this") && OF_THE_PRESS.contains(noun);
    if (people.isPerson(noun) && !self && (definite || people.isTitle(noun))) {
      return antecedents.person(first, head, floor);
    }
    boolean bare = first == head && t.shape[head] == Shape.LOWER;
    if ((definite || bare) && (people.isBody(noun) || people.isKind(noun))) {
      return antecedents.body(first, head, floor);
    }
    return definite && WRITINGS.contains(noun) ? antecedents.issuer(first, head) : Optional.empty();
  }

  /** The last word of "his" or "Lund's" at the start of a description; -1 where it has no owner. */
  private int ownerEnd(int first, int head) {
    if (OWNING.contains(names.lower(first)) && first < head) {
      return first;
    }
    int m = names.firstFrom(first - 4);
    while (m < names.mentions().size() && names.mentions().get(m).first() <= head) {
      Mention mention = names.mentions().get(m);
      if (mention.nameFirst() <= first + 1
          && mention.last() >= first
          && mention.possessive()
          && mention.last() + 2 < head) {
        return mention.last() + 2;
      }
      m++;
    }
    return -1;
  }

  /** "his lawyer", "her campaign", "Lund's book". */
  private Found owned(int first, int ownerEnd, int head, Found open) {
    Optional<Who> owner =
        ownerEnd == first
            ? pronouns.meant(first, floor).map(Meant::who)
            : Optional.of(names.mentions().get(names.firstFrom(ownerEnd) - 1).who());
    if (owner.isEmpty()) {
      return open;
    }
    String noun = names.lower(head);
    if (OF_ONE.contains(noun) && owner.get().isPerson()) {
      String name = owner.get().surname() + " " + noun;
      return called(name, head);
    }
    if (WRITINGS.contains(noun)) {
      return named(new Meant(owner.get(), Clue.WRITTEN_BY), head);
    }
    boolean speaksForOwner = mandates.speaksForOthers(head);
    Optional<String> behalf = speaksForOwner ? owner.map(Who::name) : open.onBehalfOf();
    Optional<Meant> related =
        people.isPerson(noun)
            ? antecedents
                .related(owner.get(), head, speaksForOwner)
                .or(() -> antecedents.described(ownerEnd + 1, head))
            : Optional.empty();
    return related
        .map(meant -> named(meant, head))
        .map(found -> new Found(found.speaker(), found.clue(), behalf))
        .orElseGet(() -> new Found(open.speaker(), open.clue(), behalf));
  }

  /** "The company and its founder" is nobody alone; "the actor and singer" may be. */
  private boolean isOneOfSeveral(int head, int last) {
    return head + 1 < last
        && Set.of("and", "or").contains(names.lower(head + 1))
        && (Descriptions.DETERMINERS.contains(names.lower(head + 2))
            || !people.isPerson(names.lower(head))
            || !people.isPerson(names.lower(last)));
  }

  /** The last word of the noun phrase, before any "of" or "for". */
  private int head(int first, int last) {
    int head = first;
    for (int i = first; i <= last; i++) {
      boolean within = i > first && i < last && t.end[i - 1] == t.start[i];
      if ((!t.isWord(i) && !within)
          || (i > first && isPreposition(i))
          || Set.of("and", "or", "who", "that", "which")
              .contains(i > first ? names.lower(i) : "")) {
        break;
      }
      head = t.isWord(i) ? i : head;
    }
    return head;
  }

  private boolean inHeadline(int token) {
    return t.paragraphRole[t.paragraph[token]] == ZoneRole.HEADLINE;
  }
}

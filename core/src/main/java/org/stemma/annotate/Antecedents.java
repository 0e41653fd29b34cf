package org.stemma.annotate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stemma.annotate.Names.Mention;
import org.stemma.annotate.Names.Who;
import org.stemma.annotate.People.Gender;
import org.stemma.model.ZoneRole;

/**
 * Whom a description means: "the mayor", "the company", "his lawyer". Who is introduced so goes
 * before who is spoken of just now; where two fit alike, nobody is named.
 */
final class Antecedents {
  /** How many mentions back somebody is looked for who was introduced under an office. */
  private static final int MENTIONS_BACK = 400;

  /** How far back somebody is spoken of just now, in sentences. */
  private static final int SENTENCES_BACK = 3;

  /** How far back a nameless "a court" is looked for, in tokens. */
  private static final int TOKENS_BACK = 400;

  /** Paragraphs in which somebody may be described who is named only further on. */
  private static final int LEAD = 2;

  /** By how much the likeliest must be ahead of the next. */
  private static final double AHEAD = 0.5;

  /** The same where both are introduced so: to be the subject is not enough. */
  private static final double AHEAD_OF_ONE_TOLD = 1.2;

  /** What a body must reach whose kind its name does not tell: it has just spoken. */
  private static final double SURELY = 0.6;

  /** How often the only body of late must be named to be the one that the article is about. */
  private static final int OFTEN = 3;

  /** Where more bear an office than this, none is looked for by what else is said of them. */
  private static final int MANY = 40;

  /** Bodies that bear in their name what they are; any other name is none of theirs. */
  private static final Set<String> CALLED_SO =
      Set.of(
          "union",
          "federation",
          "party",
          "university",
          "college",
          "school",
          "hospital",
          "clinic",
          "museum",
          "gallery",
          "court",
          "board",
          "committee",
          "council",
          "commission",
          "parliament",
          "tribunal",
          "force",
          "police",
          "constabulary",
          "bank");

  /** One office under several names. */
  private static final List<Set<String>> ONE_OFFICE =
      List.of(
          Set.of("judge", "justice", "magistrate"),
          Set.of("lawyer", "attorney"),
          Set.of("doctor", "physician", "surgeon"));

  private static final Set<String> GOING_ON = Set.of("he", "she", "it");

  private static final Set<String> NAMELESS = Set.of("a", "an", "one", "another");

  /** Whoever is called so has no office that only one can hold. */
  private static final Set<String> MANY_ARE =
      Set.of(
          "candidate",
          "nominee",
          "member",
          "analyst",
          "adviser",
          "advisor",
          "strategist",
          "businessman",
          "businesswoman");

  private static final Set<String> ISSUED =
      Set.of(
          "issued",
          "released",
          "published",
          "wrote",
          "sent",
          "posted",
          "filed",
          "put",
          "signed",
          "drafted",
          "tweeted",
          "made");

  private final Tokens t;
  private final People people;
  private final Names names;

  /** Who is introduced under a noun. */
  private final Map<String, Set<Who>> byRole = new TreeMap<>();

  /** Who is meant, and what tells so. */
  record Meant(Who who, Clue clue) {}

  /** How well somebody fits, and where they are named last. */
  private record Fit(Who who, double score, int at, Clue clue) {}

  Antecedents(Tokens tokens, People people, Names names) {
    t = tokens;
    this.people = people;
    this.names = names;
    for (Mention mention : names.mentions()) {
      for (String role : mention.who().roles()) {
        byRole.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(mention.who());
      }
    }
  }

  /**
   * The person whom "the nurse" means.
   *
   * @param first first token of the description, an article or the first word
   * @param head its noun
   */
  Optional<Meant> person(int first, int head, Floor floor) {
    String noun = names.lower(head);
    Gender gender = people.nounGender(noun);
    boolean office = people.isTitle(noun) && !MANY_ARE.contains(noun);
    Map<Who, Fit> fits = new LinkedHashMap<>();
    Set<Who> beside = new HashSet<>();
    boolean introduced = office && isIntroducedAs(noun);
    boolean complete = head + 1 < t.size && !Speakers.isPreposition(names.lower(head + 1));
    boolean former = names.lower(Math.min(first + 1, head)).equals("former");
    int here = names.firstFrom(first);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK); m--) {
      Mention mention = names.mentions().get(m);
      Who who = mention.who();
      if (!mayBe(who, gender, floor) || fits.containsKey(who) && isFar(mention, first)) {
        continue;
      }
      Clue clue =
          isCalled(who, noun)
              ? Clue.ROLE
              : who.roles().stream().anyMatch(role -> people.mayBeCalled(role, noun))
                  ? Clue.ALIKE
                  : Clue.SALIENT;
      double salience = salience(m, first, floor);
      if (clue != Clue.ROLE && (isFar(mention, first) || salience <= 0)) {
        continue;
      }
      if (clue == Clue.SALIENT && office && !former && !who.roles().isEmpty()) {
        // "The senator" is nobody who is known as a nominee; "the former senator" may be.
        continue;
      }
      if (clue == Clue.SALIENT && isSubjectBeside(mention, first)) {
        // "Lund said that the nurse": she is somebody else.
        beside.add(who);
      }
      double score = salience + weight(clue, who) + shared(who, first, head);
      Fit before = fits.get(who);
      if (before == null || before.score < score) {
        int at = before == null ? mention.last() : before.at;
        fits.put(who, new Fit(who, score, at, clue));
      }
    }
    boolean mayBeSalient = complete && opens(first) && !introduced && !people.isNameless(noun);
    List<Fit> left = new ArrayList<>();
    for (Fit fit : fits.values()) {
      if (fit.clue == Clue.ROLE || (mayBeSalient && !beside.contains(fit.who))) {
        left.add(fit);
      }
    }
    return likeliest(left, noun, first).or(() -> later(noun, first, head));
  }

  private boolean isIntroducedAs(String noun) {
    return byRole.containsKey(noun);
  }

  private static boolean isCalled(Who who, String noun) {
    return who.roles().contains(noun)
        || ONE_OFFICE.stream()
            .anyMatch(
                office -> office.contains(noun) && who.roles().stream().anyMatch(office::contains));
  }

  /** Who is known as something else is less likely meant. */
  private static double weight(Clue clue, Who who) {
    return switch (clue) {
      case ROLE -> 2.5;
      case ALIKE -> 1;
      default -> who.roles().isEmpty() ? 0 : -0.5;
    };
  }

  private boolean mayBe(Who who, Gender gender, Floor floor) {
    return !who.contradicts(gender)
        && !who.isBody()
        && !who.isPlace()
        && (who.isSurelyPerson() || (who.isPerson() && !who.isUnclear()) || floor.isHeldBy(who));
  }

  private boolean isSubjectBeside(Mention mention, int token) {
    return t.sentence[mention.first()] == t.sentence[token]
        && names.opensSentence(mention)
        && !mention.possessive();
  }

  private boolean isFar(Mention mention, int token) {
    return t.sentence[token] - t.sentence[mention.first()] > SENTENCES_BACK;
  }

  /** How much somebody is spoken of just before a token. */
  private double salience(int m, int token, Floor floor) {
    Mention mention = names.mentions().get(m);
    if (isFar(mention, token)) {
      return -3;
    }
    double score = -0.7 * sentencesBack(mention, token);
    boolean isNext = sentencesBack(mention, token) <= 1 && !mention.who().isBody();
    boolean subject = isNext ? names.isSubject(m) : names.opensSentence(mention);
    score += subject ? 1 : 0;
    score +=
        floor.isHeldBy(mention.who()) && floor.sentencesSince(token) <= SENTENCES_BACK ? 1.5 : 0;
    score -= mention.possessive() ? 0.8 : 0;
    score -= t.quote[mention.first()] != Tokens.OUTSIDE ? 1.5 : 0;
    return score;
  }

  /** How many sentences ago somebody was spoken of; what begins with "she" goes on about them. */
  private int sentencesBack(Mention mention, int token) {
    int back = 0;
    for (int s = t.sentence[mention.first()] + 1; s <= t.sentence[token]; s++) {
      boolean goesOn = GOING_ON.contains(names.lower(t.sentenceStart[s]));
      back += goesOn && s < t.sentence[token] ? 0 : 1;
    }
    return back;
  }

  /** Words that the description shares with how somebody was introduced. */
  private double shared(Who who, int first, int head) {
    double shared = 0;
    for (int i = first; i < head; i++) {
      boolean telling = t.isWord(i) && !opens(i);
      shared += telling && who.traits().contains(names.lower(i)) ? 0.7 : 0;
    }
    return shared;
  }

  private Optional<Meant> likeliest(List<Fit> fits, String noun, int at) {
    Optional<Fit> best = Optional.empty();
    Optional<Fit> next = Optional.empty();
    for (Fit fit : fits) {
      if (best.isEmpty() || fit.score > best.get().score) {
        next = best;
        best = Optional.of(fit);
      } else if (next.isEmpty() || fit.score > next.get().score) {
        next = Optional.of(fit);
      }
    }
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Fit first = best.get();
    boolean bothTold = first.clue == Clue.ROLE && next.filter(f -> f.clue == Clue.ROLE).isPresent();
    double ahead = next.map(fit -> first.score - fit.score).orElse(AHEAD_OF_ONE_TOLD);
    int nameless = nameless(noun, at);
    boolean told = first.clue != Clue.SALIENT && first.clue != Clue.OF_KIND;
    return ahead >= (bothTold ? AHEAD_OF_ONE_TOLD : AHEAD) && nameless < (told ? first.at : 0)
        ? Optional.of(new Meant(first.who, first.clue))
        : Optional.empty();
  }

  /**
   * Where "a court" stands last before a token and nobody is named beside it; -1 where it does not.
   */
  private int nameless(String noun, int before) {
    for (int i = before - 1; i >= Math.max(0, before - TOKENS_BACK); i--) {
      if (!names.lower(i).equals(noun) || Shape.isCapital(t.shape[i])) {
        continue;
      }
      int from = i - 1;
      while (from > 0 && i - from < 6 && t.isWord(from) && !opens(from)) {
        from--;
      }
      if (from >= 0 && NAMELESS.contains(names.lower(from)) && !isBesideName(from, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean opens(int token) {
    return Descriptions.DETERMINERS.contains(names.lower(token))
        || NAMELESS.contains(names.lower(token));
  }

  private boolean isBesideName(int first, int noun) {
    int m = names.firstFrom(noun + 1);
    if (m < names.mentions().size()) {
      int next = names.mentions().get(m).first();
      if (next == noun + 1 || (next == noun + 2 && t.shape[noun + 1] == Shape.COMMA)) {
        return true;
      }
    }
    int before = names.firstFrom(first) - 1;
    if (before < 0) {
      return false;
    }
    int between = names.mentions().get(before).last() + 1;
    while (between < first && (!t.isWord(between) || t.shape[between] == Shape.DIGITS)) {
      between++;
    }
    return between >= first - 1 && t.sentence[between] == t.sentence[first];
  }

  /** In a headline and behind it people are described who are named further on. */
  Optional<Meant> later(String noun, int first, int head) {
    int bodyStart = t.paragraphRole[0] == ZoneRole.HEADLINE ? 1 : 0;
    if (t.paragraph[first] >= bodyStart + LEAD || nameless(noun, first) >= 0) {
      return Optional.empty();
    }
    Optional<Who> best = Optional.empty();
    int bestRank = 0;
    int end = Math.min(names.mentions().size(), names.firstFrom(first) + MENTIONS_BACK);
    for (int m = names.firstFrom(first); m < end; m++) {
      Who who = names.mentions().get(m).who();
      int rank = rank(who, noun, first, head);
      if (rank > bestRank) {
        best = Optional.of(who);
        bestRank = rank;
      } else if (rank == bestRank && best.filter(other -> other != who).isPresent()) {
        best = Optional.empty();
      }
    }
    return best.map(who -> new Meant(who, Clue.LATER));
  }

  /** How well somebody who is named later fits; 0 is not at all. */
  private int rank(Who who, String noun, int first, int head) {
    if (who.isBody()) {
      return isNamedSo(who, first, head) ? 2 : 0;
    }
    if (who.roles().contains(noun)) {
      return 2;
    }
    return who.roles().stream().anyMatch(role -> people.mayBeCalled(role, noun)) ? 1 : 0;
  }

  /** "A House panel" of a committee whose name has all words but the last. */
  private boolean isNamedSo(Who who, int first, int head) {
    List<String> name = words(who);
    int from = opens(first) ? first + 1 : first;
    for (int i = from; i < head; i++) {
      if (!name.contains(names.lower(i))) {
        return false;
      }
    }
    return from < head && people.isOfKind(names.lower(head), name).orElse(false);
  }

  /**
   * The body that "the company" means.
   *
   * @param first first token of the description, an article or the first word
   * @param head its noun
   */
  Optional<Meant> body(int first, int head, Floor floor) {
    String noun = names.lower(head);
    if (noun.endsWith("s") && !noun.endsWith("ss") && !noun.equals("news")) {
      return Optional.empty();
    }
    boolean definite = opens(first);
    Map<Who, Fit> fits = new LinkedHashMap<>();
    int here = names.firstFrom(first);
    for (int m = here - 1; m >= Math.max(0, here - MENTIONS_BACK); m--) {
      Mention mention = names.mentions().get(m);
      Who who = mention.who();
      if (!who.isBody() || (fits.containsKey(who) && isFar(mention, first))) {
        continue;
      }
      List<String> name = words(who);
      Optional<Boolean> kind = people.isOfKind(noun, name);
      if (kind.isEmpty() && isOfAnotherKind(who, noun)) {
        continue;
      }
      boolean told = name.contains(noun) || (who.roles().contains(noun) && !isFar(mention, first));
      if (!told
          && (!definite
              || isFar(mention, first)
              || !kind.orElse(people.isKind(noun) && !CALLED_SO.contains(noun)))) {
        continue;
      }
      Clue clue = told ? Clue.OF_NAME : Clue.OF_KIND;
      double score =
          salience(m, first, floor)
              + (told ? 2.5 : kind.isPresent() ? 1 : 0)
              + shared(name, who, first, head);
      Fit before = fits.get(who);
      if (before == null || before.score < score) {
        int at = before == null ? mention.last() : before.at;
        fits.put(who, new Fit(who, score, at, clue));
      }
    }
    List<Fit> left = new ArrayList<>();
    for (Fit fit : fits.values()) {
      // "The group" may be a crowd.
      boolean onlyOne = fits.size() == 1 && fit.who.mentions() >= OFTEN && !noun.equals("group");
      if (fit.clue == Clue.OF_NAME || fit.score > SURELY || onlyOne) {
        left.add(fit);
      }
    }
    return likeliest(left, noun, first).or(() -> later(noun, first, head));
  }

  /** True for a union where "the company" is asked for: the article calls it something else. */
  private boolean isOfAnotherKind(Who who, String noun) {
    boolean another = false;
    for (String role : who.roles()) {
      if (people.isKind(role)) {
        if (people.areOfOneKind(role, noun)) {
          return false;
        }
        another = true;
      }
    }
    return another;
  }

  /** "Lund campaign" where "the campaign" goes on about it; empty where two are spoken of. */
  Optional<String> calledAfter(int first, int head) {
    Optional<String> found = Optional.empty();
    int sentence = -1;
    for (int i = first - 1; i >= Math.max(0, first - TOKENS_BACK); i--) {
      if (t.word[i] != t.word[head] || (sentence >= 0 && t.sentence[i] != sentence)) {
        continue;
      }
      Optional<String> owner = ownerOf(i).map(who -> who.surname() + " " + names.lower(head));
      if (found.isPresent() && owner.isPresent() && !owner.equals(found)) {
        return Optional.empty();
      }
      if (owner.isPresent()) {
        found = owner;
        sentence = t.sentence[i];
      }
    }
    return found;
  }

  /** Whose "campaign" it is: the person right before, with at most one word between. */
  private Optional<Who> ownerOf(int noun) {
    int m = names.firstFrom(noun) - 1;
    if (m < 0) {
      return Optional.empty();
    }
    Mention mention = names.mentions().get(m);
    int between = noun - mention.last() - 1 - (mention.possessive() ? 2 : 0);
    boolean owns = mention.possessive() ? between <= 1 : between == 0;
    boolean within = t.sentence[mention.first()] == t.sentence[noun];
    return owns && within && isNamedPerson(mention.who())
        ? Optional.of(mention.who())
        : Optional.empty();
  }

  private double shared(List<String> name, Who who, int first, int head) {
    double shared = 0;
    for (int i = first; i < head; i++) {
      String word = names.lower(i);
      boolean telling = t.isWord(i) && !opens(i);
      shared += telling && (name.contains(word) || who.traits().contains(word)) ? 1 : 0;
    }
    return shared;
  }

  private static List<String> words(Who who) {
    return List.of(who.name().toLowerCase(Locale.ROOT).split("[ -]", -1));
  }

  /**
   * Whom "his lawyer" means: the one who is introduced as the owner's.
   *
   * @param owner whose
   */
  Optional<Meant> related(Who owner, int head, boolean speaksForOwner) {
    String noun = names.lower(head);
    String[] ownerWords = owner.name().toLowerCase(Locale.ROOT).split(" ", -1);
    String surname = ownerWords[ownerWords.length - 1];
    Set<Who> only = new LinkedHashSet<>();
    byRole.forEach(
        (role, bearers) -> {
          if (people.mayBeCalled(role, noun)) {
            only.addAll(bearers);
          }
        });
    only.removeIf(who -> who == owner || who.isBody());
    List<Who> owned = only.stream().filter(who -> isOwnedBy(who, surname)).toList();
    if (owned.size() == 1) {
      return Optional.of(new Meant(owned.get(0), Clue.RELATED));
    }
    return speaksForOwner && only.size() == 1
        ? Optional.of(new Meant(only.iterator().next(), Clue.RELATED))
        : Optional.empty();
  }

  /**
   * Whom "Norland's League envoy" means: the only one who is introduced as that, or alike, with all
   * the words in front of it.
   *
   * @param first first token behind the owner
   */
  Optional<Meant> described(int first, int head) {
    Set<String> telling = new HashSet<>();
    for (int i = first; i < head; i++) {
      telling.add(names.lower(i));
    }
    if (telling.isEmpty()) {
      return Optional.empty();
    }
    Set<Who> fits = new LinkedHashSet<>();
    byRole.forEach(
        (role, bearers) -> {
          if (bearers.size() <= MANY && people.mayBeCalled(role, names.lower(head))) {
            bearers.stream().filter(who -> who.traits().containsAll(telling)).forEach(fits::add);
          }
        });
    return fits.size() == 1
        ? Optional.of(new Meant(fits.iterator().next(), Clue.RELATED))
        : Optional.empty();
  }

  private static boolean isOwnedBy(Who who, String surname) {
    return who.traits().contains(surname)
        || who.traits().contains("his")
        || who.traits().contains("her");
  }

  /** "Ana Ruiz issued a statement. The statement said ...": who wrote it. */
  Optional<Meant> issuer(int first, int head) {
    String noun = names.lower(head);
    for (int i = first - 1; i >= 0 && t.sentence[first] - t.sentence[i] <= SENTENCES_BACK; i--) {
      if (!names.lower(i).equals(noun)) {
        continue;
      }
      for (int verb = i - 1; verb >= Math.max(0, i - 6); verb--) {
        if (ISSUED.contains(names.lower(verb)) && t.sentence[verb] == t.sentence[i]) {
          return subjectOf(verb).map(who -> new Meant(who, Clue.WRITTEN_BY));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Who> subjectOf(int verb) {
    int m = names.firstFrom(verb) - 1;
    if (m < 0) {
      return Optional.empty();
    }
    Mention mention = names.mentions().get(m);
    boolean near = verb - mention.last() <= 2 && t.sentence[mention.first()] == t.sentence[verb];
    Who who = mention.who();
    return near && !mention.possessive() && (who.isBody() || who.isPerson())
        ? Optional.of(who)
        : Optional.empty();
  }

  /**
   * The person whose name stands right behind "his father" or "the mayor,", or right before a ",
   * the mayor,".
   *
   * @param last last token of the description
   */
  Optional<Meant> apposed(int first, int last) {
    int comma = last + 1 < t.size && t.shape[last + 1] == Shape.COMMA ? 1 : 0;
    int m = names.firstFrom(last + 1);
    if (m < names.mentions().size()) {
      Mention next = names.mentions().get(m);
      boolean closed =
          comma == 0
              || next.last() + 1 >= t.size
              || t.shape[next.last() + 1] == Shape.COMMA
              || t.shape[next.last() + 1] == Shape.STOP;
      if (next.first() == last + 1 + comma
          && closed
          && isNamedPerson(next.who())
          && !next.possessive()
          && t.sentence[next.first()] == t.sentence[first]) {
        return Optional.of(new Meant(next.who(), Clue.NAME));
      }
    }
    int before = names.firstFrom(first) - 1;
    if (before >= 0 && first > 0 && t.shape[first - 1] == Shape.COMMA) {
      Mention mention = names.mentions().get(before);
      int next = last + 1;
      boolean closed = next < t.size && t.shape[next] == Shape.COMMA;
      if (mention.last() == first - 2 && closed && isNamedPerson(mention.who())) {
        return Optional.of(new Meant(mention.who(), Clue.NAME));
      }
    }
    return Optional.empty();
  }

  /** The body whose name stands right before a ", another company," or a ", a company that". */
  Optional<Meant> bodyApposed(int first, int last) {
    int m = names.firstFrom(first) - 1;
    int next = last + 1;
    if (m < 0 || next >= t.size || t.shape[first - 1] != Shape.COMMA || !opens(first)) {
      return Optional.empty();
    }
    Mention mention = names.mentions().get(m);
    boolean closed =
        t.shape[next] == Shape.COMMA || Set.of("that", "which").contains(names.lower(next));
    Who who = mention.who();
    return mention.last() == first - 2 && closed && !who.isPerson() && !who.isPlace()
        ? Optional.of(new Meant(who, Clue.BODY_NAME))
        : Optional.empty();
  }

  private static boolean isNamedPerson(Who who) {
    return who.isSurelyPerson() || (who.isPerson() && !who.isUnclear());
  }
}

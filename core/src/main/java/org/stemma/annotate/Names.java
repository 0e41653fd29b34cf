package org.stemma.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.annotate.People.Gender;
import org.stemma.model.ZoneRole;

/**
 * The people and bodies that an article names, and where. A surname belongs to the fullest name
 * with it; titles stay outside the name.
 */
final class Names {
  /** Longest run of capitals that is taken for one name, in tokens; headings have longer ones. */
  private static final int LONGEST = 12;

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "del", "della", "der", "den", "di", "al", "el", "bin", "ibn", "ben", "van",
          "von", "la", "le", "du", "dos", "ter", "ten", "bint", "af", "av");

  /** Words that begin sentences and are no names, and names of days and months. */
  private static final Set<String> NO_NAMES =
      Set.of(
          ("the a an this that these those he she it they we i you his her its their our my your in on"
                  + " at by of to from for with without within as if when while after before since until"
                  + " because although though but and or nor so yet however there here what who whom whose"
                  + " which why how where whether according some many most much all both each every any no"
                  + " not none one two three four five six seven eight nine ten several few more less other"
                  + " another such same still also even just only then now today yesterday tomorrow later"
                  + " earlier meanwhile speaking asked adding added separately instead despite during over"
                  + " under about against among between into through like unlike once perhaps maybe indeed"
                  + " moreover nevertheless nonetheless yes well oh do does did is are was were be been has"
                  + " have had can could will would may might must should shall let monday tuesday wednesday"
                  + " thursday friday saturday sunday january february march april june july august"
                  + " september october november december read photo image video caption updated"
                  + " published breaking exclusive asking saying told said say says amid given")
              .split(" "));

  private static final Set<String> DEMONYMS =
      Set.of(
          "republican",
          "democrat",
          "democratic",
          "russian",
          "american",
          "british",
          "english",
          "scottish",
          "welsh",
          "irish",
          "french",
          "german",
          "italian",
          "spanish",
          "chinese",
          "japanese",
          "turkish",
          "syrian",
          "iranian",
          "iraqi",
          "israeli",
          "saudi",
          "ukrainian",
          "polish",
          "dutch",
          "danish",
          "swedish",
          "norwegian",
          "finnish",
          "greek",
          "indian",
          "pakistani",
          "canadian",
          "mexican",
          "australian",
          "european",
          "western",
          "labour",
          "tory",
          "conservative",
          "liberal",
          "us",
          "uk",
          "u.s",
          "un",
          "eu",
          "nato",
          "belgian",
          "swiss",
          "austrian",
          "hungarian",
          "czech",
          "egyptian",
          "korean",
          "brazilian",
          "new");

  private static final Set<String> OFFICES_OF =
      Set.of(
          "state",
          "defense",
          "defence",
          "staff",
          "justice",
          "education",
          "treasury",
          "commerce",
          "health",
          "energy",
          "homeland",
          "foreign",
          "police");

  /** Somebody or something named. */
  static final class Who {
    private List<String> words;
    private boolean body;
    private boolean place;
    private boolean surelyPerson;
    private Gender gender = Gender.UNKNOWN;
    private final Set<String> roles = new HashSet<>();
    private int mentions;

    private Who(List<String> words) {
      this.words = words;
    }

    String name() {
      return String.join(" ", words);
    }

    boolean isBody() {
      return body && !place;
    }

    boolean isPerson() {
      return !body && !place && (surelyPerson || words.size() > 1);
    }

    /** True for a name that may be anything: a single word, or one that nothing tells a person. */
    boolean isUnclear() {
      return !body && !place && !surelyPerson && words.size() != 2;
    }

    boolean isPlace() {
      return place;
    }

    boolean isSurelyPerson() {
      return !body && surelyPerson;
    }

    Gender gender() {
      return gender;
    }

    Set<String> roles() {
      return roles;
    }

    int mentions() {
      return mentions;
    }

    /** What a pronoun or a title told of them. */
    void learn(Gender told) {
      if (gender == Gender.UNKNOWN) {
        gender = told;
      }
    }

    private String last() {
      return words.get(words.size() - 1);
    }
  }

  /**
   * One place where somebody is named.
   *
   * @param first first token, titles included
   * @param last last token, inclusive
   * @param nameFirst first token of the name itself
   * @param possessive true for "Lund's"
   */
  record Mention(int first, int nameFirst, int last, Who who, boolean possessive) {}

  /** A run of capitals before it is known whom it means. */
  private record Run(
      int first, int nameFirst, int last, List<String> words, List<String> titles, boolean body) {}

  private final Tokens t;
  private final People people;

  /** What kind of name each token belongs to, see {@link NameTags}. */
  private final byte[] tags;

  private final Set<Integer> lowerCase = new HashSet<>();
  private final Map<String, Who> byName = new LinkedHashMap<>();
  private final Map<String, Set<Who>> bySurname = new HashMap<>();

  /** Bodies by the shorter names that the end of their name makes. */
  private final Map<String, Who> byEnding = new HashMap<>();

  private final Map<String, Who> byFirstWord = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();

  Names(Tokens tokens, People people, byte[] tags) {
    t = tokens;
    this.people = people;
    this.tags = tags;
    for (int i = 0; i < t.size; i++) {
      if (t.shape[i] == Shape.LOWER) {
        lowerCase.add(t.word[i]);
      }
    }
    List<Run> runs = runs();
    for (Run run : runs) {
      if (run.words.size() > 1 && t.paragraphRole[t.paragraph[run.first]] != ZoneRole.HEADLINE) {
        introduce(run);
      }
    }
    for (Run run : runs) {
      attach(run);
    }
  }

  /** All mentions, in text order. */
  List<Mention> mentions() {
    return mentions;
  }

  /** Index of the first mention that begins at or after a token. */
  int firstFrom(int token) {
    int low = 0;
    int high = mentions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (mentions.get(middle).first() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    while (i < t.size) {
      if (!beginsName(i)) {
        i++;
        continue;
      }
      int end = runEnd(i);
      if (end - i <= LONGEST) {
        addRun(i, end, runs);
      }
      i = end;
    }
    return runs;
  }

  private boolean beginsName(int i) {
    if (!Shape.isCapital(t.shape[i]) || t.end[i] - t.start[i] > 40) {
      return false;
    }
    if (t.end[i] - t.start[i] == 1 && !(i + 1 < t.size && t.in(i + 1).equals("."))) {
      return false;
    }
    String word = lower(i);
    if (NO_NAMES.contains(word)) {
      return t.shape[i] == Shape.UPPER && word.equals("us");
    }
    return !(opensSentence(i)
        && lowerCase.contains(t.word[i])
        && !people.isTitle(word)
        && !people.isBody(word));
  }

  private boolean opensSentence(int i) {
    return i == 0
        || t.sentence[i] != t.sentence[i - 1]
        || t.shape[i - 1] == Shape.QUOTE
        || t.shape[i - 1] == Shape.COLON;
  }

  /** One past the last token of the run of capitals that begins at {@code first}. */
  private int runEnd(int first) {
    int end = first + 1;
    while (end < t.size && t.sentence[end] == t.sentence[first] && end - first <= LONGEST) {
      if (Shape.isCapital(t.shape[end]) && !NO_NAMES.contains(lower(end))) {
        end++;
      } else if (joins(end)) {
        end += 2;
      } else if (goesOnOverTwo(end)) {
        end += 3;
      } else {
        break;
      }
    }
    return Math.min(end, t.size);
  }

  /** True for a small thing between two parts of a name: "O’Neil", "J. Lund", "van", "of". */
  private boolean joins(int i) {
    if (i + 1 >= t.size || !Shape.isCapital(t.shape[i + 1]) || t.sentence[i + 1] != t.sentence[i]) {
      return false;
    }
    boolean tight = t.end[i - 1] == t.start[i] && t.end[i] == t.start[i + 1];
    return switch (t.shape[i]) {
      case Shape.STOP ->
          t.end[i - 1] == t.start[i]
              && (t.shape[i - 1] == Shape.INITIAL || people.isTitle(lower(i - 1)));
      case Shape.DASH -> tight;
      case Shape.APOSTROPHE -> tight && t.shape[i - 1] == Shape.INITIAL;
      case Shape.LOWER -> joinsInLowerCase(i);
      default -> false;
    };
  }

  private boolean joinsInLowerCase(int i) {
    String word = lower(i);
    return PARTICLES.contains(word)
        || (word.equals("of") && (people.isBody(lower(i - 1)) || people.isTitle(lower(i - 1))));
  }

  /** "Ministry of the Interior", "Karim al-Hadi". */
  private boolean goesOnOverTwo(int i) {
    if (i + 2 >= t.size || !Shape.isCapital(t.shape[i + 2])) {
      return false;
    }
    String word = lower(i);
    boolean ofThe = word.equals("of") && lower(i + 1).equals("the") && people.isBody(lower(i - 1));
    boolean particle =
        PARTICLES.contains(word) && t.shape[i + 1] == Shape.DASH && t.end[i + 1] == t.start[i + 2];
    return (ofThe || particle) && t.sentence[i + 2] == t.sentence[i];
  }

  private void addRun(int first, int end, List<Run> runs) {
    int nameFirst = first;
    List<String> titles = new ArrayList<>();
    boolean body = endsInBody(first, end);
    if (!body) {
      for (int i = first; i < end; i++) {
        String word = lower(i);
        boolean officeOf = i > first + 1 && lower(i - 1).equals("of") && OFFICES_OF.contains(word);
        if ((people.isTitle(word) || officeOf || people.isBody(word)) && i + 1 < end) {
          titles.add(word);
          nameFirst = i + 1;
        }
      }
      while (nameFirst + 1 < end
          && (t.shape[nameFirst] == Shape.STOP
              || t.shape[nameFirst] == Shape.DASH
              || (DEMONYMS.contains(lower(nameFirst)) && !lower(nameFirst).equals("new")))) {
        nameFirst++;
      }
      boolean endsInTitle = people.isRole(lower(end - 1)) && people.isTitle(lower(end - 1));
      if (endsInTitle
          || (nameFirst == end - 1 && isNoNameAlone(lower(nameFirst), first == nameFirst))) {
        return;
      }
    }
    List<String> words = wordsOf(nameFirst, end);
    if (body && end - first > 1 && first > 2 && isOwned(first)) {
      words.add(0, t.span(first - 3, first - 1).in(t.text));
    }
    if (!words.isEmpty()) {
      runs.add(new Run(first, nameFirst, end - 1, words, titles, body));
    }
  }

  /** "the Russian top diplomat", "Foreign and Defence Ministries": nobody is named. */
  private boolean isNoNameAlone(String word, boolean wholeRun) {
    return people.isTitle(word) || (DEMONYMS.contains(word) && wholeRun && !word.equals("us"));
  }

  private boolean endsInBody(int first, int end) {
    for (int i = first; i < end; i++) {
      if (people.isBody(lower(i)) && (i + 1 == end || lower(i + 1).equals("of"))) {
        return true;
      }
    }
    return end - first == 1 && t.shape[first] == Shape.UPPER;
  }

  /** "Norland’s Interior Ministry": the owner belongs to the name of a body. */
  private boolean isOwned(int first) {
    return lower(first - 1).equals("s")
        && t.shape[first - 2] == Shape.APOSTROPHE
        && t.sentence[first - 3] == t.sentence[first]
        && people.isPlace(t.in(first - 3));
  }

  /** The words as written, with what stands tight between them. */
  private List<String> wordsOf(int first, int end) {
    List<String> words = new ArrayList<>();
    for (int i = first; i < end; i++) {
      boolean tight = i > first && t.end[i - 1] == t.start[i];
      if (tight) {
        int last = words.size() - 1;
        words.set(last, words.get(last) + t.in(i));
      } else {
        words.add(t.in(i));
      }
    }
    return words;
  }

  private void introduce(Run run) {
    String name = String.join(" ", run.words);
    if (byName.containsKey(name)) {
      return;
    }
    Who who = new Who(run.words);
    who.body = run.body;
    who.place = people.isPlace(name);
    byName.put(name, who);
    if (run.body) {
      for (int from = 1; from < run.words.size(); from++) {
        String shorter = String.join(" ", run.words.subList(from, run.words.size()));
        byEnding.putIfAbsent(shorter, who);
      }
    } else if (!people.isPlace(name) && looksLikePerson(run)) {
      bySurname.computeIfAbsent(who.last(), k -> new LinkedHashSet<>()).add(who);
      byFirstWord.putIfAbsent(run.words.get(0), who);
    }
    describe(who, run);
  }

  /** Two or three words, none of which the article has in lower case: a person's full name. */
  private boolean looksLikePerson(Run run) {
    if (!run.titles.isEmpty() || people.isGiven(run.words.get(0).toLowerCase(Locale.ROOT))) {
      return true;
    }
    if (run.words.size() > 3) {
      return false;
    }
    for (String word : run.words) {
      if (lowerCase.contains(Tokens.hash(word))) {
        return false;
      }
    }
    return true;
  }

  private void describe(Who who, Run run) {
    if (who.body || who.place) {
      return;
    }
    for (String title : run.titles) {
      who.learn(people.titleGender(title));
      who.surelyPerson = true;
      if (people.isRole(title)) {
        who.roles.add(title);
      }
    }
    List<String> lower = who.words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    who.learn(people.nameGender(lower));
    who.surelyPerson |= lower.size() > 1 && people.isGiven(lower.get(0));
    addRolesBeside(who, run);
  }

  /** "minister Ana Ruiz" and "Ana Ruiz, the minister, ...". */
  private void addRolesBeside(Who who, Run run) {
    if (run.first > 0 && people.isRole(lower(run.first - 1))) {
      String role = lower(run.first - 1);
      who.roles.add(role);
      who.learn(people.titleGender(role));
      who.surelyPerson = true;
    }
    int i = run.last + 1;
    if (i < t.size && t.shape[i] == Shape.COMMA) {
      for (i++; i < Math.min(t.size, run.last + 9); i++) {
        if (t.shape[i] == Shape.COMMA || t.cue[i] != 0 || t.sentence[i] != t.sentence[run.last]) {
          break;
        }
        String word = lower(i);
        if (people.isRole(word)) {
          who.roles.add(word);
          who.learn(people.titleGender(word));
          who.surelyPerson = true;
        }
      }
    }
  }

  private void attach(Run run) {
    Who who = find(run);
    if (who == null) {
      return;
    }
    who.mentions++;
    describe(who, run);
    boolean possessive =
        run.last + 2 < t.size
            && t.shape[run.last + 1] == Shape.APOSTROPHE
            && t.end[run.last] == t.start[run.last + 1];
    mentions.add(new Mention(run.first, run.nameFirst, run.last, who, possessive));
  }

  /** Whom a run means; a heading introduces nobody. */
  private Who find(Run run) {
    String name = String.join(" ", run.words);
    if (run.body && byEnding.containsKey(name)) {
      return byEnding.get(name);
    }
    Who same = byName.get(name);
    if (same != null) {
      return same;
    }
    if (run.words.size() == 1 && !run.body && !people.isPlace(name)) {
      Set<Who> family = bySurname.getOrDefault(name, Set.of());
      if (!family.isEmpty()) {
        return lastMentioned(family);
      }
      if (byFirstWord.containsKey(name)) {
        return byFirstWord.get(name);
      }
    }
    boolean heading = t.paragraphRole[t.paragraph[run.first]] == ZoneRole.HEADLINE;
    if (heading && run.words.size() > 1) {
      return bySurname.getOrDefault(run.words.get(run.words.size() - 1), Set.of()).stream()
          .findFirst()
          .orElse(null);
    }
    Who who = new Who(run.words);
    who.body = run.body;
    who.place = people.isPlace(name);
    byName.put(name, who);
    return who;
  }

  private Who lastMentioned(Set<Who> family) {
    if (family.size() > 1) {
      for (int m = mentions.size() - 1; m >= Math.max(0, mentions.size() - 60); m--) {
        if (family.contains(mentions.get(m).who())) {
          return mentions.get(m).who();
        }
      }
    }
    return family.iterator().next();
  }

  /** Whom a name means that stands where capitals tell nothing, as in a headline. */
  Optional<Who> called(String words) {
    Who same = byName.get(words);
    if (same == null && bySurname.containsKey(words)) {
      same = bySurname.get(words).iterator().next();
    }
    return Optional.ofNullable(same);
  }

  String lower(int token) {
    return t.in(token).toLowerCase(Locale.ROOT);
  }
}

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
import java.util.regex.Pattern;
import org.stemma.annotate.People.Gender;
import org.stemma.model.ZoneRole;

/**
 * The people and bodies that an article names, and where. A surname belongs to the fullest name
 * with it; titles stay outside the name.
 */
final class Names {
  /** Longest run of capitals that is taken for one name, in tokens; headings have longer ones. */
  private static final int LONGEST = 12;

  /**
   * So many of one surname are looked at; no article has more, and made-up text takes no longer.
   */
  private static final int LARGEST_FAMILY = 40;

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
                  + " published breaking exclusive asking saying told said say says amid given"
                  + " neither either everything anything nothing something everyone anyone someone"
                  + " everybody anybody nobody somebody")
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

  /** The name of an office in letters: "MoD", "DoT". */
  private static final Pattern ABBREVIATED = Pattern.compile("\\p{Lu}o\\p{Lu}");

  private static final Set<String> PURPOSE = Set.of("for", "on", "to");

  /** Words inside of what a body is for. */
  private static final Set<String> WITHIN_PURPOSE =
      Set.of("and", "our", "the", "a", "an", "of", "for", "your");

  /** Bodies whose names go on with what they are for. */
  private static final Set<String> HAVE_PURPOSE =
      Set.of(
          "committee",
          "subcommittee",
          "council",
          "commission",
          "center",
          "centre",
          "institute",
          "association",
          "office",
          "foundation",
          "coalition",
          "alliance",
          "league",
          "society",
          "fund",
          "agency",
          "campaign");

  /** Somebody or something named. */
  static final class Who {
    private List<String> words;
    private boolean body;
    private boolean group;
    private boolean place;
    private boolean surelyPerson;
    private Gender gender = Gender.UNKNOWN;
    private final Set<String> roles = new HashSet<>();
    private final Set<String> traits = new HashSet<>();
    private int mentions;

    /** True where a title stands before the full name and tells the gender. */
    private boolean titled;

    /** How often by the first name alone. */
    private int firstNamed;

    private Who(List<String> words) {
      this.words = words;
    }

    String name() {
      return String.join(" ", words);
    }

    boolean isBody() {
      return body && !place;
    }

    /** True for people who share a name: "Democrats". */
    boolean isGroup() {
      return group;
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

    /** True when both genders are known and differ. */
    boolean contradicts(Gender other) {
      return gender != Gender.UNKNOWN && other != Gender.UNKNOWN && gender != other;
    }

    /** The nouns that the article calls them by: "minister", "doctor"; of a body "newspaper". */
    Set<String> roles() {
      return roles;
    }

    /** All words of what the article calls them, in lower case. */
    Set<String> traits() {
      return traits;
    }

    int mentions() {
      return mentions;
    }

    private int timesBySurname() {
      return mentions - 2 * firstNamed;
    }

    /** What a pronoun or a title told of them. */
    void learn(Gender told) {
      if (gender == Gender.UNKNOWN) {
        gender = told;
      }
    }

    /** The last word of the name. */
    String surname() {
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
      int first,
      int nameFirst,
      int last,
      List<String> words,
      List<String> titles,
      boolean body,
      boolean group,
      byte kind) {}

  private final Tokens t;
  private final People people;

  /** What kind of name each token belongs to, see {@link NameTags}. */
  private final byte[] tags;

  private final boolean hasTags;

  private final Descriptions descriptions;

  private final Set<Integer> lowerCase = new HashSet<>();
  private final Map<String, Who> byName = new LinkedHashMap<>();
  private final Map<String, Set<Who>> bySurname = new HashMap<>();

  /** Bodies by the shorter names that the end of their name makes. */
  private final Map<String, Who> byEnding = new HashMap<>();

  private final Map<String, Who> byInitials = new HashMap<>();

  /** Bodies by the initials of the last two words of their names. */
  private final Map<String, List<Who>> byLastInitials = new HashMap<>();

  private final Map<String, Who> byFirstWord = new HashMap<>();
  private final List<Mention> mentions = new ArrayList<>();

  Names(Tokens tokens, People people, byte[] tags) {
    t = tokens;
    this.people = people;
    this.tags = tags;
    descriptions = new Descriptions(tokens, people);
    boolean any = false;
    for (byte tag : tags) {
      any |= tag != NameTags.OUTSIDE;
    }
    hasTags = any;
    for (int i = 0; i < t.size; i++) {
      if (t.shape[i] == Shape.LOWER) {
        lowerCase.add(t.word[i]);
      }
    }
    List<Run> runs = runs();
    for (Run run : runs) {
      if (run.words.size() > 1
          && run.kind != NameTags.OTHER
          && t.paragraphRole[t.paragraph[run.first]] != ZoneRole.HEADLINE) {
        introduce(run);
      }
    }
    joinShorter();
    joinShorterBodies();
    for (Run run : runs) {
      attach(run);
    }
  }

  /**
   * "Ada Lund" is "Ada M. Lund", and "Holm Lund" is "Ada Holm Lund", where the article has but one
   * such longer name.
   */
  private void joinShorter() {
    Map<String, Optional<Who>> longer = new HashMap<>();
    for (Who who : byName.values()) {
      if (who.body || who.place || who.words.size() < 3 || who.words.size() > LONGEST) {
        continue;
      }
      Set<String> shorter = new HashSet<>();
      shorter.add(who.words.get(0) + " " + who.surname());
      for (int from = 1; from + 1 < who.words.size(); from++) {
        if (!people.isGiven(who.words.get(from).toLowerCase(Locale.ROOT))) {
          shorter.add(String.join(" ", who.words.subList(from, who.words.size())));
        }
      }
      for (String name : shorter) {
        longer.merge(name, Optional.of(who), (one, other) -> Optional.empty());
      }
    }
    for (Map.Entry<String, Optional<Who>> entry : longer.entrySet()) {
      Who who = byName.get(entry.getKey());
      if (entry.getValue().isPresent() && (who == null || (!who.body && !who.place))) {
        byName.put(entry.getKey(), entry.getValue().get());
        if (who != null) {
          bySurname.getOrDefault(who.surname(), new HashSet<>()).remove(who);
        }
      }
    }
  }

  /** "Harbour Safety Board" is "Harbour Works and Safety Board", where there is but one such. */
  private void joinShorterBodies() {
    Map<String, List<Who>> byEnds = new HashMap<>();
    for (Who who : byName.values()) {
      if (who.body && who.words.size() > 2) {
        String ends = who.words.get(0) + " " + who.surname();
        byEnds.computeIfAbsent(ends, k -> new ArrayList<>()).add(who);
      }
    }
    for (List<Who> alike : byEnds.values()) {
      for (Who who : alike.subList(0, Math.min(alike.size(), LARGEST_FAMILY))) {
        List<Who> longer =
            alike.stream()
                .limit(LARGEST_FAMILY)
                .filter(other -> other.words.size() > who.words.size())
                .filter(other -> other.words.containsAll(who.words))
                .toList();
        if (longer.size() == 1) {
          byName.put(who.name(), longer.get(0));
        }
      }
    }
  }

  /** All mentions, in text order. */
  List<Mention> mentions() {
    return mentions;
  }

  /** True where a name opens its sentence. */
  boolean opensSentence(Mention mention) {
    return mention.first() - t.sentenceStart[t.sentence[mention.first()]] <= 2;
  }

  /** True where the mention opens its sentence, or follows "For years," and the like. */
  boolean isSubject(int m) {
    Mention mention = mentions.get(m);
    if (opensSentence(mention)) {
      return true;
    }
    int sentence = t.sentence[mention.first()];
    boolean firstName = m == 0 || t.sentence[mentions.get(m - 1).first()] != sentence;
    int next = mention.last() + 1;
    boolean behindPreposition =
        mention.first() > 0 && Speakers.isPreposition(lower(mention.first() - 1));
    return firstName
        && next < t.size
        && t.shape[next] == Shape.LOWER
        && !Speakers.isPreposition(lower(next))
        && !mention.possessive()
        && !behindPreposition;
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
      if (isTagged(i)) {
        int end = tagEnd(i);
        addTagged(i, end, runs);
        i = end;
        continue;
      }
      if (!beginsName(i)) {
        i++;
        continue;
      }
      int end = runEnd(i);
      int tagged = i + 1;
      while (tagged < end && !isTagged(tagged)) {
        tagged++;
      }
      if (tagged == end && end - i <= LONGEST) {
        addRun(i, end, runs);
      }
      i = tagged;
    }
    return runs;
  }

  /** True where the network sees a person, an organization or a place. */
  private boolean isTagged(int i) {
    return tags[i] != NameTags.OUTSIDE && tags[i] < NameTags.OTHER && t.isWord(i);
  }

  /** One past the name that the network sees at {@code first}, with what ends "U.N.". */
  private int tagEnd(int first) {
    byte inside = (byte) (tags[first] % 2 == 0 ? tags[first] : tags[first] + 1);
    int end = first + 1;
    while (end < t.size
        && end - first < LONGEST * 2
        && t.sentence[end] == t.sentence[first]
        && (tags[end] == inside
            || tags[end] == inside - 1
            || isTightPart(end)
            || (inside != NameTags.PERSON + 1 && isAbbreviated(end))
            || goesOnInCapitals(end, inside))) {
      end++;
    }
    while (end - first > 1 && !t.isWord(end - 1) && t.shape[end - 1] != Shape.STOP) {
      end--;
    }
    if (end - first > 2 && t.shape[end - 1] == Shape.APOSTROPHE) {
      end--;
    }
    if (inside != NameTags.ORGANIZATION + 1) {
      return end;
    }
    if (end - first > 1 && PURPOSE.contains(lower(end - 1))) {
      return purposeEnd(end - 1);
    }
    // "Harbour Wire news agency", of which the network takes "news" for a part of the name.
    boolean describes = t.shape[end - 1] == Shape.LOWER && descriptions.kindBehind(end - 1) == end;
    return end - first > 1 && describes ? end - 1 : purposeEnd(end);
  }

  /**
   * One past "Committee for a Clean Harbour" and "Alliance to Save Our Quays", where the network
   * sees "Committee" alone; "the agency to Lund" ends before "to".
   */
  private int purposeEnd(int end) {
    if (end + 2 >= t.size
        || !HAVE_PURPOSE.contains(lower(end - 1))
        || !PURPOSE.contains(lower(end))
        || (lower(end).equals("to")
            && isTagged(end + 1)
            && tags[end + 1] % 2 == 1
            && !Descriptions.DETERMINERS.contains(lower(end + 2)))) {
      return end;
    }
    int i = Set.of("a", "an", "the").contains(lower(end + 1)) ? end + 2 : end + 1;
    int last = end;
    while (i < t.size && i - end < LONGEST && t.sentence[i] == t.sentence[end]) {
      boolean part = Shape.isCapital(t.shape[i]) && !NO_NAMES.contains(lower(i));
      boolean person = tags[i] == NameTags.PERSON || tags[i] == NameTags.PERSON + 1;
      if ((!part && !(i > end + 1 && WITHIN_PURPOSE.contains(lower(i)))) || person) {
        break;
      }
      i++;
      last = part ? i : last;
    }
    return last;
  }

  /**
   * The network often sees only a part of a longer name: what follows in capitals belongs to it.
   */
  private boolean goesOnInCapitals(int i, byte inside) {
    boolean free = tags[i] == NameTags.OUTSIDE || tags[i] >= NameTags.OTHER;
    boolean person = inside == NameTags.PERSON + 1;
    return Shape.isCapital(t.shape[i])
        && (free || (!person && tags[i] > NameTags.PERSON + 1))
        && !people.isTitle(lower(i))
        && (!NO_NAMES.contains(lower(i)) || lower(i).equals("today"));
  }

  /** A piece of one written word that the network tagged only in part: the "moon" of "Ki-moon". */
  private boolean isTightPart(int i) {
    if (t.end[i - 1] != t.start[i]) {
      return false;
    }
    if (t.shape[i] == Shape.DASH || t.shape[i] == Shape.STOP) {
      boolean initial = t.shape[i - 1] == Shape.INITIAL;
      boolean goesOn = i + 1 < t.size && t.end[i] == t.start[i + 1] && t.isWord(i + 1);
      return t.shape[i] == Shape.STOP ? initial : goesOn;
    }
    return t.isWord(i) && (t.shape[i - 1] == Shape.DASH || t.shape[i - 1] == Shape.STOP);
  }

  private void addTagged(int tagged, int end, List<Run> runs) {
    byte kind = (byte) (tags[tagged] % 2 == 0 ? tags[tagged] - 1 : tags[tagged]);
    if (kind == NameTags.PLACE && isAbbreviated(end - 1)) {
      kind = NameTags.ORGANIZATION;
    }
    int first = tagged;
    while (first > 0 && tagged - first < LONGEST && precedes(first - 1)) {
      first--;
    }
    int nameFirst = first;
    int begin = first;
    List<String> titles = new ArrayList<>();
    if (kind == NameTags.PERSON) {
      while (nameFirst + 1 < end
          && (t.shape[nameFirst] == Shape.STOP
              || (people.isTitle(lower(nameFirst)) && !people.isGiven(lower(nameFirst))))) {
        if (t.isWord(nameFirst)) {
          titles.add(lower(nameFirst));
        }
        nameFirst++;
      }
      for (int i = nameFirst + 1; i + 1 < end; i++) {
        boolean office = people.isTitle(lower(i)) && !people.isGiven(lower(nameFirst));
        if (office && (wordsIn(i + 1, end) > 1 || DEMONYMS.contains(lower(nameFirst)))) {
          titles.add(lower(i));
          nameFirst = i + 1;
        }
      }
      while (begin > 0 && first - begin < LONGEST && leads(begin - 1)) {
        begin--;
        if (t.isWord(begin)) {
          titles.add(lower(begin));
        }
      }
    }
    if (nameFirst + 1 == end
        && people.titleGender(lower(nameFirst)) != Gender.UNKNOWN
        && kind == NameTags.PERSON
        && titles.isEmpty()) {
      return;
    }
    if (kind == NameTags.PERSON && isOffice(end)) {
      return;
    }
    List<String> words = wordsOf(nameFirst, end);
    if (kind == NameTags.ORGANIZATION && end - first > 1 && first > 2 && isOwned(first)) {
      words.add(0, t.span(first - 3, first - 1).in(t.text));
    }
    if (words.isEmpty()) {
      return;
    }
    boolean body = kind == NameTags.ORGANIZATION;
    runs.add(new Run(begin, nameFirst, end - 1, words, titles, body, false, kind));
  }

  private int wordsIn(int first, int end) {
    int words = 0;
    for (int i = first; i < end; i++) {
      words += t.isWord(i) ? 1 : 0;
    }
    return words;
  }

  /** "Norland Ambassador to the UN": what ends before {@code end} is an office, not a person. */
  private boolean isOffice(int end) {
    return people.isRole(lower(end - 1))
        && end < t.size
        && Descriptions.OF_OFFICES.contains(lower(end));
  }

  /** True for "Norland" and "Norlandic": where a capital stands for a nation. */
  boolean isNation(int i) {
    return Shape.isCapital(t.shape[i])
        && (tags[i] == NameTags.PLACE || tags[i] == NameTags.OTHER || DEMONYMS.contains(lower(i)));
  }

  /** True for a capital that the network left out at the start of a name. */
  private boolean precedes(int i) {
    return tags[i] == NameTags.OUTSIDE
        && t.sentence[i] == t.sentence[i + 1]
        && Shape.isCapital(t.shape[i])
        && t.end[i] - t.start[i] > 1
        && !people.isTitle(lower(i))
        && !people.isBody(lower(i))
        && !people.isRole(lower(i))
        && !NO_NAMES.contains(lower(i))
        && !DEMONYMS.contains(lower(i))
        && !lowerCase.contains(t.word[i])
        && t.paragraphRole[t.paragraph[i]] != ZoneRole.HEADLINE;
  }

  /** True for a title in front of a name: the "Maj." and "Gen." of "Maj. Gen. Brandt". */
  private boolean leads(int i) {
    if (t.sentence[i] != t.sentence[i + 1] || isTagged(i)) {
      return false;
    }
    if (t.shape[i] == Shape.STOP) {
      return i > 0 && people.isTitle(lower(i - 1)) && t.end[i - 1] == t.start[i];
    }
    return Shape.isCapital(t.shape[i]) && people.isTitle(lower(i));
  }

  private boolean beginsName(int i) {
    if (!Shape.isCapital(t.shape[i]) || t.end[i] - t.start[i] > 40) {
      return false;
    }
    if (t.end[i] - t.start[i] == 1 && !(i + 1 < t.size && t.in(i + 1).equals("."))) {
      return false;
    }
    if (t.shape[i] == Shape.INITIAL && joins(i + 1) && t.shape[i + 2] == Shape.INITIAL) {
      return true;
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
          || (nameFirst == end - 1
              && isNoNameAlone(lower(nameFirst), first == nameFirst || isOfficeAt(end)))) {
        return;
      }
    }
    List<String> words = wordsOf(nameFirst, end);
    if (body && end - first > 1 && first > 2 && isOwned(first)) {
      words.add(0, t.span(first - 3, first - 1).in(t.text));
    }
    if (!words.isEmpty()) {
      boolean told =
          body
              || !titles.isEmpty()
              || people.isGiven(words.get(0).toLowerCase(Locale.ROOT))
              || people.isPlace(String.join(" ", words));
      boolean group = tags[nameFirst] >= NameTags.OTHER && lower(end - 1).endsWith("s");
      byte kind = told || group || !hasTags ? NameTags.OUTSIDE : NameTags.OTHER;
      runs.add(new Run(first, nameFirst, end - 1, words, titles, body || group, group, kind));
    }
  }

  /** "Former Norlandic minister" */
  private boolean isOfficeAt(int i) {
    return i < t.size && t.shape[i] == Shape.LOWER && people.isPerson(lower(i));
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
    return end - first == 1 && t.shape[first] == Shape.UPPER || isAbbreviated(end - 1);
  }

  private boolean isAbbreviated(int i) {
    return t.shape[i] == Shape.MIXED && ABBREVIATED.matcher(t.in(i)).matches();
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
    Who who = whoOf(run, name);
    byName.put(name, who);
    if (run.body) {
      String initials = initials(run.words);
      byInitials.putIfAbsent(initials, who);
      if (initials.length() > 1) {
        String last = initials.substring(initials.length() - 2);
        byLastInitials.computeIfAbsent(last, k -> new ArrayList<>()).add(who);
      }
      for (int from = 1; from < run.words.size(); from++) {
        String shorter = String.join(" ", run.words.subList(from, run.words.size()));
        byEnding.putIfAbsent(shorter, who);
      }
    } else if (!who.place && looksLikePerson(run)) {
      bySurname.computeIfAbsent(who.surname(), k -> new LinkedHashSet<>()).add(who);
      byFirstWord.putIfAbsent(run.words.get(0), who);
    }
    describe(who, run);
  }

  private Who whoOf(Run run, String name) {
    Who who = new Who(run.words);
    who.body = run.body;
    who.group = run.group;
    who.place =
        run.kind == NameTags.PLACE || (run.kind == NameTags.OUTSIDE && people.isPlace(name));
    // A single word may be a country that the network never saw: "Norland" alone is no "she".
    who.surelyPerson = run.kind == NameTags.PERSON && run.words.size() > 1;
    return who;
  }

  /** "IRS" of "Internal Revenue Service". */
  private static String initials(List<String> words) {
    StringBuilder initials = new StringBuilder();
    for (String word : words) {
      if (Character.isUpperCase(word.charAt(0))) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString();
  }

  /** Two or three words, none of which the article has in lower case: a person's full name. */
  private boolean looksLikePerson(Run run) {
    if (run.kind == NameTags.PERSON
        || !run.titles.isEmpty()
        || people.isGiven(run.words.get(0).toLowerCase(Locale.ROOT))) {
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
    if (who.place) {
      return;
    }
    if (who.body) {
      addDescriptions(who, run);
      return;
    }
    for (String title : run.titles) {
      who.learn(people.titleGender(title));
      who.titled |= run.words.size() > 1 && people.titleGender(title) != Gender.UNKNOWN;
      who.surelyPerson = true;
      String spelledOut = people.spelledOut(title);
      // A justice minister is no judge.
      boolean ofJustice = spelledOut.equals("justice") && run.titles.contains("minister");
      if (people.isRole(spelledOut) && !ofJustice) {
        who.roles.add(spelledOut);
      }
    }
    List<String> lower = who.words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    who.learn(people.nameGender(lower));
    who.surelyPerson |= lower.size() > 1 && people.isGiven(lower.get(0));
    addDescriptions(who, run);
  }

  private void addDescriptions(Who who, Run run) {
    for (int i = run.first; i < run.nameFirst; i++) {
      who.traits.add(lower(i));
    }
    for (Descriptions.Described beside : descriptions.beside(run.first, run.last)) {
      who.traits.addAll(beside.words());
      for (String noun : beside.nouns()) {
        if (who.body ? people.isBody(noun) || people.isKind(noun) : people.isPerson(noun)) {
          who.roles.add(noun);
          who.learn(people.nounGender(noun));
          who.surelyPerson |= !who.body;
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
    boolean byFirstName = run.words.size() == 1 && who.words.size() > 1;
    who.firstNamed += byFirstName && run.words.get(0).equals(who.words.get(0)) ? 1 : 0;
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
    String letters = name.replace(".", "");
    if (letters.length() > 2 && byInitials.containsKey(letters)) {
      return byInitials.get(letters);
    }
    Who same = byName.get(name);
    if (same != null) {
      return same;
    }
    if (run.body && ABBREVIATED.matcher(run.words.get(run.words.size() - 1)).matches()) {
      return spelledOut(run).orElseGet(() -> named(run, name));
    }
    if (run.words.size() == 1 && t.shape[run.nameFirst] == Shape.UPPER) {
      String surname = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
      if (bySurname.containsKey(surname)) {
        return ofFamily(bySurname.get(surname), run);
      }
    }
    if (run.words.size() == 1
        && (bySurname.containsKey(name) || !run.body)
        && (bySurname.containsKey(name) || run.kind != NameTags.PLACE)
        && (run.kind == NameTags.PERSON || !people.isPlace(name))) {
      Set<Who> family = bySurname.getOrDefault(name, Set.of());
      if (!family.isEmpty()) {
        return ofFamily(family, run);
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
    return run.kind == NameTags.OTHER ? null : named(run, name);
  }

  private Who named(Run run, String name) {
    Who who = whoOf(run, name);
    byName.put(name, who);
    return who;
  }

  /** The Norlandic Defence Ministry of "Norlandic MoD"; empty where two are called so. */
  private Optional<Who> spelledOut(Run run) {
    String letters = run.words.get(run.words.size() - 1);
    List<String> others = run.words.subList(0, run.words.size() - 1);
    Set<Who> found = new LinkedHashSet<>();
    for (String last :
        List.of(
            "" + letters.charAt(0) + letters.charAt(2),
            "" + letters.charAt(2) + letters.charAt(0))) {
      byLastInitials.getOrDefault(last, List.of()).stream()
          .limit(LARGEST_FAMILY)
          .filter(who -> who.words.containsAll(others))
          .forEach(found::add);
    }
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  /**
   * Who of a family a bare surname means: of those whom the title allows, the one who was named
   * most so far, whereby who is called by the first name is less likely meant by the other; between
   * equals, the one introduced first. Where another title stands before the full name it is
   * somebody else.
   */
  private Who ofFamily(Set<Who> family, Run run) {
    Gender told = Gender.UNKNOWN;
    for (String title : run.titles) {
      told = told == Gender.UNKNOWN ? people.titleGender(title) : told;
    }
    Who best = family.iterator().next();
    boolean bestFits = false;
    int looked = 0;
    for (Who who : family) {
      if (looked++ == LARGEST_FAMILY) {
        break;
      }
      boolean fits = told == Gender.UNKNOWN || who.gender == Gender.UNKNOWN || who.gender == told;
      if (fits && (!bestFits || who.timesBySurname() > best.timesBySurname())) {
        best = who;
        bestFits = true;
      }
    }
    return bestFits || !best.titled ? best : another(run, told);
  }

  /** "Mr. Lund" where only Ada Lund is named in full. */
  private Who another(Run run, Gender gender) {
    String titled = gender + " " + String.join(" ", run.words);
    Who who = byName.computeIfAbsent(titled, name -> whoOf(run, run.words.get(0)));
    who.learn(gender);
    return who;
  }

  /** The last token of "Harbour Wire news agency", and of any other name as it is. */
  int lastWithKind(Mention mention) {
    return mention.who().isBody()
        ? Math.max(mention.last(), descriptions.kindBehind(mention.last()))
        : mention.last();
  }

  /** A body that is called after somebody: "Lund campaign"; the same for the same words. */
  Who bodyCalled(String words) {
    Who body = byName.computeIfAbsent(words, name -> new Who(List.of(name.split(" ", -1))));
    body.body = true;
    return body;
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

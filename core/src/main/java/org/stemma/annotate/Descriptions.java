package org.stemma.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands beside a name and tells who bears it: "the site's founder, Jack Lund", "Ana Ruiz, 46,
 * a doctor from Osterby", "spokeswoman Greta Moss", "Piers Lund is a farmer".
 */
final class Descriptions {
  /** Longest description that is looked at, in tokens. */
  private static final int LONGEST = 12;

  static final Set<String> DETERMINERS =
      Set.of("the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that");

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "of", "for", "in", "from", "at", "with", "to", "by", "on", "near", "against", "about",
          "under", "since", "during", "after", "before", "who", "whose", "which", "where", "when");

  /** What stands right behind a name and says that it is one of these; "union" may be one in it. */
  private static final Set<String> KINDS_BEHIND =
      Set.of(
          "newspaper",
          "magazine",
          "website",
          "network",
          "channel",
          "station",
          "broadcaster",
          "agency",
          "company",
          "firm",
          "airline",
          "bank",
          "charity",
          "newswire",
          "paper",
          "tabloid",
          "outlet");

  static final Set<String> OF_OFFICES = Set.of("to", "of", "for");

  private static final Set<String> CONJUNCTIONS = Set.of("and", "or", "but", "while", "as");
  private static final Set<String> BEING = Set.of("is", "was", "became", "being");

  private final Tokens t;
  private final People people;

  /**
   * One description.
   *
   * @param nouns what it says the name's bearer is
   * @param words all its words, in lower case
   */
  record Described(List<String> nouns, List<String> words) {}

  Descriptions(Tokens tokens, People people) {
    t = tokens;
    this.people = people;
  }

  /**
   * What describes the name from its first to its last token, both inclusive, titles left out.
   *
   * @return with nouns for persons and for bodies; which fit the name, the caller knows
   */
  List<Described> beside(int first, int last) {
    List<Described> found = new ArrayList<>();
    add(found, before(first));
    add(found, officeBefore(first));
    if (isMark(last + 1, Shape.COMMA) || isMark(last + 1, Shape.BRACKET)) {
      add(found, after(pastAge(last + 2), last));
    }
    add(found, behind(last));
    if (endsApposition(last + 1) && first > 1 && t.shape[first - 1] == Shape.COMMA) {
      add(found, apposedBefore(first - 1));
    }
    if (last + 2 < t.size
        && BEING.contains(t.lower(last + 1))
        && DETERMINERS.contains(t.lower(last + 2))
        && t.sentence[last + 2] == t.sentence[last]) {
      add(found, after(last + 2, last));
    }
    return found;
  }

  /** "The Harbour Voice radio station": of what kind a body is, right behind its name. */
  private Described behind(int last) {
    int kind = kindBehind(last);
    return new Described(kind < 0 ? List.of() : List.of(t.lower(kind)), List.of());
  }

  /** The "station" of "Harbour Voice radio station"; -1 where a name ends without. */
  int kindBehind(int last) {
    for (int i = last + 1; i < Math.min(t.size, last + 3); i++) {
      if (t.shape[i] != Shape.LOWER
          || t.cue[i] != 0
          || t.sentence[i] != t.sentence[last]
          || ends(t.lower(i))) {
        break;
      }
      if (KINDS_BEHIND.contains(t.lower(i))) {
        return i;
      }
    }
    return -1;
  }

  private static void add(List<Described> found, Described described) {
    if (!described.nouns.isEmpty()) {
      found.add(described);
    }
  }

  private boolean isMark(int token, byte shape) {
    return token < t.size && t.shape[token] == shape;
  }

  /** True where nothing more is said of who was named before. */
  boolean endsApposition(int next) {
    return next >= t.size
        || t.shape[next] == Shape.COMMA
        || t.shape[next] == Shape.STOP
        || t.shape[next] == Shape.QUOTE
        || t.cue[next] != 0;
  }

  private int pastAge(int from) {
    boolean age = isMark(from, Shape.DIGITS) && isMark(from + 1, Shape.COMMA);
    return age ? from + 2 : from;
  }

  /** "Castrel's health minister" in front of a name; its last word says what the bearer is. */
  private Described before(int first) {
    List<String> words = new ArrayList<>();
    int from = first - 1;
    if (from < 0 || t.sentence[from] != t.sentence[first] || !isNoun(t.lower(from))) {
      return new Described(List.of(), List.of());
    }
    String noun = t.lower(from);
    while (from >= 0
        && first - from <= LONGEST
        && t.sentence[from] == t.sentence[first]
        && (t.isWord(from) || t.shape[from] == Shape.APOSTROPHE)
        && t.cue[from] == 0
        && !ends(t.lower(from))) {
      words.add(t.lower(from));
      from--;
    }
    return new Described(List.of(noun), words);
  }

  /** "Ambassador to the Harbour League" in front of a name. */
  private Described officeBefore(int first) {
    List<String> words = new ArrayList<>();
    int from = first - 1;
    while (from > 0
        && first - from <= LONGEST
        && Shape.isCapital(t.shape[from])
        && t.sentence[from] == t.sentence[first]) {
      words.add(t.lower(from));
      from--;
    }
    if (from > 0 && t.lower(from).equals("the")) {
      from--;
    }
    boolean office =
        !words.isEmpty()
            && from > 0
            && OF_OFFICES.contains(t.lower(from))
            && people.isTitle(t.lower(from - 1))
            && people.isPerson(t.lower(from - 1));
    return new Described(office ? List.of(t.lower(from - 1)) : List.of(), words);
  }

  private static boolean ends(String word) {
    return DETERMINERS.contains(word)
        || PREPOSITIONS.contains(word)
        || CONJUNCTIONS.contains(word)
        || BEING.contains(word);
  }

  /** "a doctor from Osterby" behind a name, up to its first preposition. */
  private Described after(int from, int name) {
    List<String> nouns = new ArrayList<>();
    List<String> words = new ArrayList<>();
    if (from < t.size && CONJUNCTIONS.contains(t.lower(from))) {
      return new Described(nouns, words);
    }
    for (int i = from; i < Math.min(t.size, name + LONGEST); i++) {
      String word = t.lower(i);
      boolean part = t.isWord(i) || t.shape[i] == Shape.APOSTROPHE || t.shape[i] == Shape.DASH;
      if (!part
          || t.sentence[i] != t.sentence[name]
          || t.cue[i] != 0
          || PREPOSITIONS.contains(word)) {
        break;
      }
      if (word.equals("s") && t.shape[i - 1] == Shape.APOSTROPHE) {
        nouns.clear();
      }
      boolean beforeName = i + 1 < t.size && Shape.isCapital(t.shape[i + 1]);
      if (isNoun(word) && !beforeName) {
        nouns.add(word);
      }
      words.add(word);
    }
    return new Described(nouns, words);
  }

  /** "the captain of the Alda Star" before the comma that a name follows. */
  private Described apposedBefore(int comma) {
    int from = comma;
    while (from > 0
        && comma - from < LONGEST
        && t.sentence[from - 1] == t.sentence[comma]
        && (t.isWord(from - 1)
            || t.shape[from - 1] == Shape.APOSTROPHE
            || t.shape[from - 1] == Shape.DASH)
        && t.cue[from - 1] == 0) {
      from--;
    }
    while (from < comma && !DETERMINERS.contains(t.lower(from)) && !isOwned(from)) {
      from++;
    }
    for (int i = from; i < comma; i++) {
      if (PREPOSITIONS.contains(t.lower(i))) {
        break;
      }
      boolean head = i + 1 == comma || PREPOSITIONS.contains(t.lower(i + 1));
      if (head && isNoun(t.lower(i))) {
        List<String> words = new ArrayList<>();
        for (int k = from; k < comma; k++) {
          words.add(t.lower(k));
        }
        return new Described(List.of(t.lower(i)), words);
      }
    }
    return new Described(List.of(), List.of());
  }

  /** "Lund's" opens a description as "the" does. */
  private boolean isOwned(int token) {
    return token + 2 < t.size
        && Shape.isCapital(t.shape[token])
        && t.shape[token + 1] == Shape.APOSTROPHE
        && t.lower(token + 2).equals("s");
  }

  private boolean isNoun(String word) {
    return people.isPerson(word) || people.isBody(word) || people.isKind(word);
  }
}

package org.stemma.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.text.Spelling;

/**
 * Reads what stands beside the names of one article: "Norvane Foreign Minister Ada Quill", "Ada
 * Quill, 34, the mayor of Selm,". Looks no further than a few words to either side.
 */
final class Appositions {
  /** Characters before and behind a name that are looked at. */
  private static final int REACH = 160;

  /** Words of an apposition that are looked at. */
  private static final int LONGEST = 16;

  private static final int YOUNGEST = 5;
  private static final int OLDEST = 110;

  private static final Set<String> PREPOSITIONS =
      Set.of("of", "for", "from", "in", "to", "at", "with", "against", "about", "on", "by");

  private static final Set<String> OWNING = Set.of("of", "for", "from");
  private static final Set<String> TURNS = Set.of("became", "turned", "was", "is", "served");

  private final String text;
  private final Map<Integer, Name> nameAt = new HashMap<>();

  /** What is read beside one mention of a name. */
  record Beside(List<Office> offices, Set<String> roles, OptionalInt age, Set<String> owners) {}

  private enum Type {
    WORD,
    NAME,
    POSSESSIVE,
    NUMBER,
    COMMA,
    STOP
  }

  private record Token(Type type, String word, Optional<Name> name) {
    boolean isWord(String wanted) {
      return type == Type.WORD && word.equals(wanted);
    }

    boolean isKind(NameKind kind) {
      return name.filter(n -> n.kind() == kind).isPresent();
    }
  }

  Appositions(String text, List<Name> names) {
    this.text = text;
    for (Name name : names) {
      nameAt.put(name.span().start(), name);
    }
  }

  /** What the words around one mention tell of whom it names. */
  Beside beside(Span mention) {
    List<Office> offices = new ArrayList<>();
    Set<String> roles = new TreeSet<>();
    List<Token> before = before(mention.start());
    List<Token> after = after(mention.end());
    Set<String> places = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    int ownersEnd = 0;
    while (ownersEnd < after.size() && isOwning(after, ownersEnd)) {
      ownersEnd = addOwner(after, ownersEnd, places, bodies);
    }
    for (List<Token> phrase : List.of(adjacent(before), leading(before))) {
      read(phrase, roles).map(office -> office.of(places, bodies)).ifPresent(offices::add);
    }
    if (!before.isEmpty() && Offices.isTitle(before.get(before.size() - 1).word)) {
      roles.add(before.get(before.size() - 1).word);
    }
    OptionalInt age = age(after);
    for (List<Token> part : parts(apposed(after, age))) {
      read(part, roles).ifPresent(offices::add);
    }
    return new Beside(offices, roles, age, owners(before, after));
  }

  // Whose a body is, or where a place lies

  /** "Norvane's Foreign Ministry", "the Norvanian Foreign Ministry", "Selm, Norvane". */
  private static Set<String> owners(List<Token> before, List<Token> after) {
    Set<String> owners = new HashSet<>();
    int last = before.size() - 1;
    if (last >= 0 && before.get(last).type == Type.POSSESSIVE) {
      last--;
    }
    if (last >= 0 && isPlace(before.get(last))) {
      owners.addAll(Places.stems(before.get(last).word));
    }
    int next = after.size() > 1 && after.get(1).isWord("the") ? 2 : 1;
    boolean told =
        next < after.size()
            && after.get(next).isKind(NameKind.PLACE)
            && (after.get(0).isWord("of")
                || (after.get(0).type == Type.COMMA && !goesOn(after, next)));
    if (told) {
      owners.addAll(Places.stems(after.get(next).word));
    }
    return owners;
  }

  /** "Selm, Corran and Tarn", "Selm, Corran's old rival": no place lies in the next. */
  private static boolean goesOn(List<Token> after, int place) {
    if (place + 1 >= after.size()) {
      return false;
    }
    Token behind = after.get(place + 1);
    boolean another = place + 2 < after.size() && isPlace(after.get(place + 2));
    return (behind.type != Type.COMMA && behind.type != Type.STOP) || another;
  }

  private static boolean isPlace(Token token) {
    return token.isKind(NameKind.PLACE) || token.isKind(NameKind.OTHER);
  }

  private static boolean isOwning(List<Token> tokens, int at) {
    if (at + 1 >= tokens.size()
        || tokens.get(at).type != Type.WORD
        || !OWNING.contains(tokens.get(at).word)) {
      return false;
    }
    int name = tokens.get(at + 1).isWord("the") ? at + 2 : at + 1;
    return name < tokens.size()
        && (isPlace(tokens.get(name)) || tokens.get(name).isKind(NameKind.ORGANIZATION));
  }

  private static int addOwner(List<Token> tokens, int at, Set<String> places, Set<String> bodies) {
    int name = tokens.get(at + 1).isWord("the") ? at + 2 : at + 1;
    own(tokens.get(name), places, bodies, new TreeSet<>());
    return name + 1;
  }

  private static void own(
      Token token, Set<String> places, Set<String> bodies, Set<String> domains) {
    if (isPlace(token)) {
      places.addAll(Places.stems(token.word));
    } else if (token.isKind(NameKind.ORGANIZATION)) {
      BodyName body = BodyName.of(token.word);
      places.addAll(body.owners());
      if (body.generic()) {
        for (String word : token.word.split("\\s+", -1)) {
          addDomain(Spelling.folded(word), domains);
        }
      } else {
        bodies.add(body.key());
      }
    }
  }

  private static void addDomain(String word, Set<String> domains) {
    if (Offices.isDomain(word) && !word.equals("affairs")) {
      domains.add(Spelling.plain(word));
    }
  }

  // Before the name

  /** The words that stand right before the name, of the phrase that ends there. */
  private static List<Token> adjacent(List<Token> before) {
    List<Token> run = run(before, before.size());
    for (int i = run.size() - 1; i > 0; i--) {
      if (run.get(i - 1).type == Type.WORD && PREPOSITIONS.contains(run.get(i - 1).word)) {
        List<Token> tail = run.subList(i, run.size());
        if (tail.stream().anyMatch(Appositions::isRole)) {
          return tail;
        }
      }
    }
    boolean dangling =
        !run.isEmpty()
            && run.get(run.size() - 1).type == Type.WORD
            && (PREPOSITIONS.contains(run.get(run.size() - 1).word)
                || Offices.isAround(run.get(run.size() - 1).word));
    return dangling ? List.of() : run;
  }

  /** "The mayor of Selm, Ada Quill": a phrase that opens its sentence and ends in a comma. */
  private static List<Token> leading(List<Token> before) {
    int comma = before.size() - 1;
    if (comma < 0 || before.get(comma).type != Type.COMMA) {
      return List.of();
    }
    List<Token> run = run(before, comma);
    int start = comma - run.size();
    boolean opens =
        start == 0
            || before.get(start - 1).type == Type.STOP
            || before.get(start - 1).type == Type.COMMA
            || before.get(start - 1).isWord("said");
    return opens
            && !run.isEmpty()
            && (run.get(0).type == Type.NAME || Offices.isAround(run.get(0).word))
        ? run
        : List.of();
  }

  /** The words up to {@code end} that can be of one phrase about an office. */
  private static List<Token> run(List<Token> before, int end) {
    List<Token> run = new ArrayList<>();
    for (int i = end - 1; i >= 0 && run.size() < LONGEST; i--) {
      Token token = before.get(i);
      boolean owner = token.type == Type.NAME && !token.isKind(NameKind.PERSON);
      boolean person =
          token.isKind(NameKind.PERSON)
              && !run.isEmpty()
              && run.get(run.size() - 1).type == Type.POSSESSIVE;
      if (token.type == Type.POSSESSIVE || owner || person || isOfOffice(token)) {
        run.add(token);
      } else {
        break;
      }
      if (person) {
        break;
      }
    }
    Collections.reverse(run);
    return run;
  }

  private static boolean isOfOffice(Token token) {
    return token.type == Type.WORD
        && (isRole(token)
            || Offices.isDomain(token.word)
            || Offices.isRank(token.word)
            || Offices.isPast(token.word)
            || Offices.isAround(token.word)
            || Offices.isGeneric(token.word)
            || OWNING.contains(token.word));
  }

  private static boolean isRole(Token token) {
    return token.type == Type.WORD && Offices.isRole(token.word);
  }

  // Behind the name

  private static OptionalInt age(List<Token> after) {
    if (after.size() < 2
        || (after.get(0).type != Type.COMMA && !after.get(0).word.equals("("))
        || after.get(1).type != Type.NUMBER
        || after.get(1).word.length() > 3
        || (after.size() > 2
            && after.get(2).type != Type.COMMA
            && after.get(2).type != Type.STOP)) {
      return OptionalInt.empty();
    }
    int age = Integer.parseInt(after.get(1).word);
    return age >= YOUNGEST && age <= OLDEST ? OptionalInt.of(age) : OptionalInt.empty();
  }

  /** What stands between commas behind the name, where it can be about an office. */
  private static List<Token> apposed(List<Token> after, OptionalInt age) {
    int start = age.isPresent() ? 3 : 1;
    if (after.size() <= start || after.get(start - 1).type != Type.COMMA) {
      return List.of();
    }
    List<Token> found = new ArrayList<>();
    for (int i = start; i < after.size() && found.size() < LONGEST; i++) {
      Token token = after.get(i);
      if (token.type == Type.COMMA || token.type == Type.STOP || token.isWord("which")) {
        break;
      }
      found.add(token);
    }
    boolean begins =
        !found.isEmpty() && (isOfOffice(found.get(0)) || found.get(0).type == Type.NAME);
    return begins ? found : List.of();
  }

  /** "a singer who became a minister": two phrases. What else he did is none. */
  private static List<List<Token>> parts(List<Token> apposed) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    for (int i = 0; i < apposed.size(); i++) {
      Token token = apposed.get(i);
      boolean turns =
          i + 1 < apposed.size()
              && apposed.get(i + 1).type == Type.WORD
              && TURNS.contains(apposed.get(i + 1).word);
      if (token.isWord("who") && !turns) {
        break;
      }
      if (token.isWord("and") || token.isWord("who") || token.isWord("turned")) {
        parts.add(part);
        part = new ArrayList<>();
      } else if (token.type != Type.WORD || !TURNS.contains(token.word)) {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }

  // What a phrase says

  /** The office that a noun phrase is about: its last role before a preposition. */
  private static Optional<Office> read(List<Token> phrase, Set<String> roles) {
    int end = 0;
    while (end < phrase.size()
        && !(phrase.get(end).type == Type.WORD && PREPOSITIONS.contains(phrase.get(end).word))) {
      end++;
    }
    int head = -1;
    for (int i = 0; i < end; i++) {
      boolean general = i > 0 && phrase.get(i).isWord("general") && head == i - 1;
      if (isRole(phrase.get(i)) && !general && !(isRankOnly(phrase, i, end))) {
        head = i;
      }
    }
    if (head < 0) {
      return Optional.empty();
    }
    roles.add(phrase.get(head).word);
    Set<String> domains = new TreeSet<>();
    Set<String> places = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    String rank = "";
    boolean past = false;
    for (int i = 0; i < phrase.size(); i++) {
      Token token = phrase.get(i);
      if (i > head && token.isKind(NameKind.PERSON)) {
        break;
      }
      own(token, places, bodies, domains);
      if (token.type == Type.WORD && i != head) {
        addDomain(token.word, domains);
        past |= i < head && Offices.isPast(token.word);
        rank = i < head && Offices.isRank(token.word) ? token.word : rank;
      }
    }
    String neutral = Offices.neutral(phrase.get(head).word);
    return Optional.of(new Office(neutral, rank, domains, places, bodies, past));
  }

  /** "assistant coach": the first word is a rank, although it can be a role. */
  private static boolean isRankOnly(List<Token> phrase, int at, int end) {
    return Offices.isRank(phrase.get(at).word) && at + 1 < end && isRole(phrase.get(at + 1));
  }

  // Tokens

  private List<Token> before(int start) {
    int from = start;
    while (from > 0 && from > start - REACH && text.charAt(from - 1) != '\n') {
      from--;
    }
    while (from > 0 && from < start && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from++;
    }
    return tokens(from, start);
  }

  private List<Token> after(int end) {
    int to = end;
    while (to < text.length() && to < end + REACH && text.charAt(to) != '\n') {
      to++;
    }
    return tokens(end, to);
  }

  private List<Token> tokens(int from, int to) {
    List<Token> tokens = new ArrayList<>();
    int at = from;
    while (at < to) {
      Name name = nameAt.get(at);
      char c = text.charAt(at);
      if (name != null && name.span().end() <= to) {
        tokens.add(
            new Token(
                Type.NAME, PersonName.withoutPossessive(name.span().in(text)), Optional.of(name)));
        at = name.span().end();
      } else if (isPossessive(at, to)) {
        tokens.add(new Token(Type.POSSESSIVE, "'s", Optional.empty()));
        at += 2;
      } else if (Character.isLetterOrDigit(c)) {
        int end = at;
        while (end < to
            && Character.isLetterOrDigit(text.charAt(end))
            && (end == at || !nameAt.containsKey(end))) {
          end++;
        }
        String word = text.substring(at, end);
        boolean number = word.chars().allMatch(d -> d >= '0' && d <= '9');
        tokens.add(
            new Token(
                number ? Type.NUMBER : Type.WORD,
                number ? word : Spelling.folded(word),
                Optional.empty()));
        at = end;
      } else {
        punctuate(c, tokens);
        at++;
      }
    }
    return tokens;
  }

  private boolean isPossessive(int at, int to) {
    char c = text.charAt(at);
    return (c == '\'' || c == '’')
        && at + 1 < to
        && text.charAt(at + 1) == 's'
        && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  private static void punctuate(char c, List<Token> tokens) {
    boolean abbreviates =
        c == '.'
            && !tokens.isEmpty()
            && tokens.get(tokens.size() - 1).type == Type.WORD
            && Offices.isTitle(tokens.get(tokens.size() - 1).word);
    if (c == ',') {
      tokens.add(new Token(Type.COMMA, ",", Optional.empty()));
    } else if (!Character.isWhitespace(c) && c != '-' && !abbreviates) {
      tokens.add(new Token(Type.STOP, String.valueOf(c), Optional.empty()));
    }
  }
}

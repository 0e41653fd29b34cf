package org.stemma.link;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.KnownNames;
import org.stemma.model.NameKind;
import org.stemma.model.Union.Reason;
import org.stemma.text.Spelling;

/**
 * Finds which names of a set of articles are of one. Names are compared only where a key brings
 * them together, and in a fixed order, so that the same articles give the same entities in whatever
 * order they came. In doubt two stay two.
 */
final class EntityFinder {
  /** Groups under one key that are compared with one another; more would cost too much. */
  private static final int MOST_COMPARED = 60;

  /** Groups that go by one surname in one office. */
  private static final int MOST_CHAINS = 200;

  /**
   * Where a name has several bearers, an article that tells nothing of its own is of the one who
   * has so many times as many articles as all others.
   */
  private static final int OUTWEIGHS = 20;

  /** A slip of the pen is only looked for in longer names. */
  private static final int ENOUGH_LETTERS = 5;

  private final List<Bearer> bearers = new ArrayList<>();
  private final Groups groups;
  private final Map<String, Integer> listed = new HashMap<>();
  private final KnownNames known;
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, String> rough = new HashMap<>();

  /**
   * @param found whom the articles name, each bearing once
   */
  EntityFinder(Collection<Bearer> found, KnownNames known) {
    this.known = known;
    bearers.addAll(found);
    bearers.sort(Comparator.comparing(Bearer::bearing));
    for (int line = 0; line < known.entities().size(); line++) {
      for (String name : known.entities().get(line)) {
        listed.put(written(name), line);
      }
    }
    groups = new Groups(bearers);
  }

  private static String written(String name) {
    return String.join(" ", PersonName.of(name).parts());
  }

  /** The entities, with what people decided. */
  Entities entities(DecisionLog decisions) {
    joinListed();
    joinSameNames();
    joinOffices();
    joinAcronyms();
    return new Decided(groups, decisions).entities();
  }

  // What the user's list says

  private void joinListed() {
    Map<String, List<Integer>> byLine = new TreeMap<>();
    for (int i = 0; i < bearers.size(); i++) {
      Bearer bearer = bearers.get(i);
      Integer line = listed.get(written(bearer.name()));
      if (line != null) {
        if (bearer.kind() == NameKind.PERSON) {
          // Names that the user calls one do not speak against one another.
          known.entities().get(line).forEach(name -> bearer.profile().name(PersonName.of(name)));
        }
        byLine.computeIfAbsent(bearer.kind() + " " + line, k -> new ArrayList<>()).add(i);
      }
    }
    byLine.values().forEach(block -> joinBlock(block, Reason.LISTED));
  }

  // One name

  private void joinSameNames() {
    Set<String> introduced = new HashSet<>();
    bearers.forEach(bearer -> introduced.addAll(bearer.acronyms()));
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int i = 0; i < bearers.size(); i++) {
      for (String key : nameKeys(bearers.get(i), introduced)) {
        byName.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
      }
    }
    blocks(byName).forEach(block -> joinBlock(block, Reason.SAME_NAME));
  }

  /** Those of several bearers, in the order of their keys; most keys are of one bearer alone. */
  private static List<List<Integer>> blocks(Map<String, List<Integer>> byKey) {
    return byKey.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private Set<String> nameKeys(Bearer bearer, Set<String> introduced) {
    Set<String> keys = new TreeSet<>();
    for (String name : bearer.fullNames()) {
      switch (bearer.kind()) {
        case PERSON -> personKey(PersonName.of(name)).ifPresent(keys::add);
        case ORGANIZATION -> {
          BodyName body = BodyName.of(name);
          if (BodyName.isAcronym(name) && introduced.contains(body.key())) {
            continue;
          }
          if (!body.generic()) {
            keys.add("body " + body.key());
          }
          // "The Foreign Ministry" is one only together with whose it is.
          for (String owner : body.generic() ? bearer.profile().places() : Set.<String>of()) {
            keys.add("body " + body.key() + " of " + owner);
          }
        }
        default -> keys.add("place " + PlaceName.key(name));
      }
    }
    return keys;
  }

  private Optional<String> personKey(PersonName name) {
    if (!name.isFull() || name.first().length() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        "person "
            + plain(name.first())
            + " "
            + name.last()
            + name.generation().map(g -> " " + g).orElse(""));
  }

  /** Joins the bearers of one full name, unless what is told of them is of several. */
  private void joinBlock(List<Integer> block, Reason reason) {
    List<Integer> roots = groups.roots(block);
    if (roots.size() < 2) {
      return;
    }
    List<Integer> telling = roots.stream().filter(r -> groups.profile(r).isTelling()).toList();
    joinSupported(telling, reason);
    List<Integer> left = groups.roots(block);
    if (left.size() < 2) {
      return;
    }
    if (!anyContradict(left)) {
      left.subList(1, left.size()).forEach(root -> groups.join(left.get(0), root, reason));
      return;
    }
    int total = left.stream().mapToInt(groups::size).sum();
    int largest = left.stream().max(Comparator.comparingInt(groups::size)).orElseThrow();
    int silent =
        left.stream().filter(r -> !groups.profile(r).isTelling()).mapToInt(groups::size).sum();
    int others = total - silent - groups.size(largest);
    if (groups.profile(largest).isTelling() && groups.size(largest) >= OUTWEIGHS * others) {
      for (int root : left) {
        if (!groups.profile(root).isTelling()
            && !groups.profile(root).contradicts(groups.profile(largest))) {
          groups.join(largest, root, reason);
        }
      }
    }
  }

  /** Joins those who share something that is told, each with the first that it may join. */
  private void joinSupported(List<Integer> telling, Reason reason) {
    List<Integer> open = new ArrayList<>();
    for (int one : telling) {
      boolean joined = false;
      for (int i = 0; i < open.size() && !joined; i++) {
        int root = groups.root(open.get(i));
        Profile profile = groups.profile(root);
        Profile own = groups.profile(one);
        if (groups.root(one) == root) {
          joined = true;
        } else if (profile.supports(own) && !profile.contradicts(own)) {
          groups.join(root, one, reason);
          joined = true;
        }
      }
      if (!joined && open.size() < MOST_COMPARED) {
        open.add(one);
      }
    }
  }

  private boolean anyContradict(List<Integer> roots) {
    List<Integer> telling = new ArrayList<>();
    Profile silent = new Profile();
    for (int root : roots) {
      if (groups.profile(root).isTelling()) {
        telling.add(root);
      } else if (silent.contradicts(groups.profile(root))) {
        return true;
      } else {
        silent.addAll(groups.profile(root));
      }
    }
    if (telling.size() > MOST_COMPARED) {
      return true;
    }
    for (int i = 0; i < telling.size(); i++) {
      Profile profile = groups.profile(telling.get(i));
      if (profile.contradicts(silent)) {
        return true;
      }
      for (int k = i + 1; k < telling.size(); k++) {
        if (profile.contradicts(groups.profile(telling.get(k)))) {
          return true;
        }
      }
    }
    return false;
  }

  // Names that can be one person's, and an office or words that are

  private void joinOffices() {
    Map<String, List<Integer>> byOffice = new HashMap<>();
    for (int i = 0; i < bearers.size(); i++) {
      Bearer bearer = bearers.get(i);
      if (bearer.kind() == NameKind.PERSON) {
        for (String key : officeKeys(bearer)) {
          byOffice.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        }
      }
    }
    blocks(byOffice).forEach(this::joinOfficeHolders);
  }

  private Set<String> officeKeys(Bearer bearer) {
    Set<String> told = new TreeSet<>(bearer.profile().tenures().keySet());
    bearer.profile().sayings().forEach(saying -> told.add("said " + saying));
    Set<String> keys = new TreeSet<>();
    for (String name : bearer.fullNames()) {
      PersonName person = PersonName.of(name);
      for (String part : person.parts()) {
        if (part.length() > 1) {
          told.forEach(what -> keys.add(rough(part) + " | " + what));
        }
      }
    }
    return keys;
  }

  private void joinOfficeHolders(List<Integer> block) {
    List<Integer> roots = groups.roots(block);
    if (roots.size() < 2) {
      return;
    }
    List<Integer> full = new ArrayList<>();
    List<Integer> surnames = new ArrayList<>();
    for (int root : roots) {
      (groups.names(root).stream().anyMatch(PersonName::isFull) ? full : surnames).add(root);
    }
    List<Integer> compared = new ArrayList<>(full);
    chained(surnames).stream().limit(MOST_CHAINS).forEach(compared::add);
    if (full.size() > MOST_COMPARED) {
      return;
    }
    Map<Integer, List<Integer>> fitting = new TreeMap<>();
    for (int i = 0; i < compared.size(); i++) {
      for (int k = i + 1; k < compared.size() && i < full.size(); k++) {
        if (isOnePerson(compared.get(i), compared.get(k))) {
          fitting.computeIfAbsent(compared.get(i), x -> new ArrayList<>()).add(compared.get(k));
          fitting.computeIfAbsent(compared.get(k), x -> new ArrayList<>()).add(compared.get(i));
        }
      }
    }
    // Of two who both fit, nobody can tell who is meant.
    Set<Integer> clear = new HashSet<>();
    fitting.forEach(
        (one, fit) -> {
          if (!anyContradict(groups.roots(fit))) {
            clear.add(one);
          }
        });
    for (Map.Entry<Integer, List<Integer>> one : fitting.entrySet()) {
      for (int other : one.getValue()) {
        int x = groups.root(one.getKey());
        int y = groups.root(other);
        if (one.getKey() < other
            && x != y
            && clear.contains(one.getKey())
            && clear.contains(other)
            && isOnePerson(x, y)) {
          groups.join(x, y, reason(x, y));
        }
      }
    }
  }

  /** Those who go by their surname, one group for each who held the office. */
  private List<Integer> chained(List<Integer> surnames) {
    List<Integer> chains = new ArrayList<>();
    for (int one : surnames) {
      List<Integer> fit = new ArrayList<>();
      for (int i = 0; i < chains.size() && i < MOST_COMPARED; i++) {
        if (isOnePerson(chains.get(i), one)) {
          fit.add(chains.get(i));
        }
      }
      if (fit.size() == 1) {
        int root = groups.root(fit.get(0));
        groups.join(root, one, reason(root, one));
      } else {
        chains.add(one);
      }
    }
    return groups.roots(chains);
  }

  private Reason reason(int one, int other) {
    return groups.profile(one).sharesOffice(groups.profile(other))
        ? Reason.SAME_OFFICE
        : Reason.SAME_WORDS;
  }

  private boolean isOnePerson(int one, int other) {
    Profile mine = groups.profile(groups.root(one));
    Profile theirs = groups.profile(groups.root(other));
    if (mine.isToldApart(theirs)) {
      return false;
    }
    boolean otherNamed = mine.isOtherNamed(theirs);
    for (PersonName name : groups.names(groups.root(one))) {
      for (PersonName otherName : groups.names(groups.root(other))) {
        // The given name of the one is the surname of the other where a name is turned around.
        boolean turned = otherNamed && sorted(name).equals(sorted(otherName));
        if ((turned || !otherNamed) && isTold(name, otherName, mine, theirs)) {
          return true;
        }
      }
    }
    return false;
  }

  /** How two names can be one person's; each needs more to be told than the one before. */
  private enum Nearness {
    /** "Maria Zakharun" and "Maria Zaharun". */
    SPELLING,
    /**
     * "A. Quill" and "Ada Quill", "Bill" and "William", "Ana Ruiz" and "Ana Ruiz-Ortel", "Kim
     * Dal-ho" and "Dal-ho Kim".
     */
    SHORTER,
    /** "Quill" and "Ada Quill". */
    SURNAME,
    /** "Ellerby" and "Ellerbey". */
    SLIP,
    NONE
  }

  private boolean isTold(PersonName name, PersonName other, Profile mine, Profile theirs) {
    return switch (nearness(name, other)) {
      case SPELLING -> mine.sharesOffice(theirs) || sameWords(mine, theirs);
      case SHORTER ->
          mine.sharesOwnedOffice(theirs)
              || mine.sharesUniqueOffice(theirs)
              || sameWords(mine, theirs);
      case SURNAME ->
          mine.sharesTerm(theirs, name.isFull() || other.isFull()) || sameWords(mine, theirs);
      case SLIP -> mine.sharesUniqueOffice(theirs);
      case NONE -> false;
    };
  }

  private static boolean sameWords(Profile mine, Profile theirs) {
    return Tenure.meet(mine.sayings(), theirs.sayings());
  }

  private Nearness nearness(PersonName one, PersonName other) {
    boolean sameGeneration = one.generation().equals(other.generation());
    if (!one.isFull() || !other.isFull()) {
      return plain(one.last()).equals(plain(other.last())) ? Nearness.SURNAME : Nearness.NONE;
    }
    boolean sameLast = plain(one.last()).equals(plain(other.last()));
    boolean sameFirst = plain(one.first()).equals(plain(other.first()));
    boolean fits = Profile.mayBeOne(one.first(), other.first());
    if (!sameGeneration) {
      return sameLast && sameFirst ? Nearness.SHORTER : Nearness.NONE;
    }
    if (sameLast && fits) {
      boolean initial = one.first().length() == 1 || other.first().length() == 1;
      boolean otherSurname = !one.last().equals(other.last());
      return sameFirst || (otherSurname && !initial) ? Nearness.SPELLING : Nearness.SHORTER;
    }
    if (sorted(one).equals(sorted(other)) || (sameFirst && isCut(one, other))) {
      return Nearness.SHORTER;
    }
    if (fits && rough(one.last()).equals(rough(other.last()))) {
      return Nearness.SHORTER;
    }
    boolean slip =
        sameFirst
            && Math.min(one.last().length(), other.last().length()) >= ENOUGH_LETTERS
            && Spelling.isOneSlip(one.last(), other.last());
    return slip ? Nearness.SLIP : Nearness.NONE;
  }

  private List<String> sorted(PersonName name) {
    return name.parts().stream().map(this::plain).sorted().toList();
  }

  /** "Ana Ruiz" of "Ana Ruiz-Ortel". */
  private static boolean isCut(PersonName one, PersonName other) {
    List<String> shorter = one.parts().size() < other.parts().size() ? one.parts() : other.parts();
    List<String> longer = shorter == one.parts() ? other.parts() : one.parts();
    return shorter.size() < longer.size() && longer.subList(0, shorter.size()).equals(shorter);
  }

  private String plain(String folded) {
    return plain.computeIfAbsent(folded, Spelling::plain);
  }

  private String rough(String folded) {
    return rough.computeIfAbsent(folded, Spelling::rough);
  }

  // Acronyms that a text introduces

  private void joinAcronyms() {
    Map<String, List<Integer>> spelt = new TreeMap<>();
    for (int i = 0; i < bearers.size(); i++) {
      for (String acronym : bearers.get(i).acronyms()) {
        spelt.computeIfAbsent(acronym, a -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < bearers.size(); i++) {
      Bearer bearer = bearers.get(i);
      if (bearer.kind() == NameKind.ORGANIZATION && BodyName.isAcronym(bearer.name())) {
        List<Integer> meant =
            groups.roots(spelt.getOrDefault(BodyName.of(bearer.name()).key(), List.of()));
        // An acronym that several have is nobody's where it stands alone.
        if (meant.size() == 1
            && !groups.profile(meant.get(0)).contradicts(groups.profile(groups.root(i)))) {
          groups.join(meant.get(0), groups.root(i), Reason.INTRODUCED);
        }
      }
    }
  }
}

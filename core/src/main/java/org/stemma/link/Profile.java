package org.stemma.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.text.GivenNames;
import org.stemma.text.Spelling;

/** What is told of somebody, in one article or in several. */
final class Profile {
  /** People are a year older or younger than an article's date tells. */
  private static final int YEAR_SLACK = 1;

  /** Who leaves one office for another is not called both within this time. */
  private static final Duration BETWEEN_OFFICES = Duration.ofDays(60);

  private final Set<String> firsts = new HashSet<>();
  private final Set<String> middles = new HashSet<>();
  private final Set<String> generations = new HashSet<>();
  private final Set<Offices.Gender> genders = new HashSet<>();
  private final Set<String> walks = new HashSet<>();
  private final Map<String, Tenure> tenures = new HashMap<>();
  private final Set<String> places = new HashSet<>();
  private final Set<Integer> births = new HashSet<>();
  private final Set<Long> sayings = new HashSet<>();

  void name(PersonName name) {
    if (name.isFull()) {
      firsts.add(name.first());
      middles.addAll(name.middles());
    }
    name.generation().ifPresent(generations::add);
    for (String title : name.titles()) {
      Offices.gender(title).ifPresent(genders::add);
    }
  }

  void office(Office office, Optional<Instant> date, boolean fullName) {
    if (!Offices.isKin(office.head())) {
      tenures
          .computeIfAbsent(office.key(), key -> new Tenure(office.isUnique()))
          .add(office, date, fullName);
    }
  }

  /** A word for what somebody is, as it is written. */
  void role(String word) {
    Offices.walk(word).ifPresent(walks::add);
    Offices.gender(word).ifPresent(genders::add);
  }

  /** Whose a body is, or where a place lies. */
  void places(Set<String> stems) {
    places.addAll(stems);
  }

  void bornAbout(int year) {
    births.add(year);
  }

  void said(long saying) {
    sayings.add(saying);
  }

  Map<String, Tenure> tenures() {
    return tenures;
  }

  Set<String> walks() {
    return walks;
  }

  Set<String> places() {
    return places;
  }

  Set<Long> sayings() {
    return sayings;
  }

  Set<Integer> births() {
    return births;
  }

  Set<String> generations() {
    return generations;
  }

  /** True when a text tells anything that another could contradict or share. */
  boolean isTelling() {
    return !walks.isEmpty() || !tenures.isEmpty() || !births.isEmpty() || !places.isEmpty();
  }

  void addAll(Profile other) {
    firsts.addAll(other.firsts);
    middles.addAll(other.middles);
    generations.addAll(other.generations);
    genders.addAll(other.genders);
    walks.addAll(other.walks);
    other.tenures.forEach(
        (key, tenure) ->
            tenures.merge(
                key,
                tenure.copy(),
                (mine, theirs) -> {
                  mine.addAll(theirs);
                  return mine;
                }));
    places.addAll(other.places);
    births.addAll(other.births);
    sayings.addAll(other.sayings);
  }

  /** True when something told of the one cannot be true of the other. */
  boolean contradicts(Profile other) {
    return isToldApart(other) || isOtherNamed(other);
  }

  /** The same, whatever the names. */
  boolean isToldApart(Profile other) {
    return Tenure.apart(generations, other.generations)
        || isOtherGender(other)
        || isOtherAge(other)
        || Tenure.apart(walks, other.walks)
        || Tenure.apart(places, other.places)
        || isElsewhere(other)
        || isBusyElsewhere(other);
  }

  private boolean isOtherGender(Profile other) {
    return genders.size() == 1 && other.genders.size() == 1 && !genders.equals(other.genders);
  }

  private boolean isOtherAge(Profile other) {
    return !births.isEmpty()
        && !other.births.isEmpty()
        && births.stream()
            .noneMatch(
                mine -> other.births.stream().anyMatch(his -> Math.abs(mine - his) <= YEAR_SLACK));
  }

  /** True when the given names cannot be one person's. */
  boolean isOtherNamed(Profile other) {
    boolean middleApart =
        !middles.isEmpty()
            && !other.middles.isEmpty()
            && middles.stream().noneMatch(m -> other.middles.stream().anyMatch(o -> begins(m, o)));
    return middleApart
        || (!firsts.isEmpty()
            && !other.firsts.isEmpty()
            && firsts.stream().noneMatch(f -> other.firsts.stream().anyMatch(o -> mayBeOne(f, o))));
  }

  private static boolean begins(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }

  /** True for "A." and "Ada", "Bill" and "William", "Moammar" and "Muammar". */
  static boolean mayBeOne(String first, String other) {
    if (first.length() == 1 || other.length() == 1) {
      return first.charAt(0) == other.charAt(0)
          || GivenNames.variantsOf(first).stream().anyMatch(v -> v.charAt(0) == other.charAt(0));
    }
    return GivenNames.areVariants(first, other)
        || Spelling.rough(first).equals(Spelling.rough(other))
        || (first.length() > 4 && Spelling.isOneSlip(first, other) && sameEnd(first, other));
  }

  /** A slip at the end makes another name: "Maria" and "Marie", "Karel" and "Karen". */
  private static boolean sameEnd(String one, String other) {
    return one.charAt(one.length() - 1) == other.charAt(other.length() - 1);
  }

  /** One office, in two countries. */
  private boolean isElsewhere(Profile other) {
    boolean elsewhere = false;
    for (Map.Entry<String, Tenure> mine : tenures.entrySet()) {
      Tenure theirs = other.tenures.get(mine.getKey());
      if (theirs != null) {
        if (mine.getValue().isOfTheSame(theirs)) {
          return false;
        }
        elsewhere |= Tenure.apart(mine.getValue().places(), theirs.places());
      }
    }
    return elsewhere;
  }

  /** Two offices that nobody holds at once, at one time. */
  private boolean isBusyElsewhere(Profile other) {
    boolean busy = false;
    for (Map.Entry<String, Tenure> mine : tenures.entrySet()) {
      if (mine.getValue().isUnique()) {
        for (Map.Entry<String, Tenure> theirs : other.tenures.entrySet()) {
          if (theirs.getValue().isUnique()) {
            if (mine.getKey().equals(theirs.getKey())) {
              return false;
            }
            busy |= mine.getValue().isNear(theirs.getValue(), BETWEEN_OFFICES);
          }
        }
      }
    }
    return busy;
  }

  /** True when both are told to hold one office, and nothing says that it is another's. */
  boolean sharesOffice(Profile other) {
    return tenures.entrySet().stream()
        .anyMatch(
            mine -> {
              Tenure theirs = other.tenures.get(mine.getKey());
              return theirs != null && !mine.getValue().isElsewhere(theirs);
            });
  }

  /** True when both are told to hold one office of one country or body. */
  boolean sharesOwnedOffice(Profile other) {
    return tenures.entrySet().stream()
        .anyMatch(
            mine -> {
              Tenure theirs = other.tenures.get(mine.getKey());
              return theirs != null && mine.getValue().isOfTheSame(theirs);
            });
  }

  /** True when both are told to hold, within one term, an office that one holds at a time. */
  boolean sharesUniqueOffice(Profile other) {
    return sharesTerm(other, false, true);
  }

  /**
   * True when both are told to hold one office of one country or body, or one that one holds at a
   * time, within one term.
   *
   * @param fullName only what is told beside a name in full, of one of the two
   */
  boolean sharesTerm(Profile other, boolean fullName) {
    return sharesTerm(other, fullName, false);
  }

  private boolean sharesTerm(Profile other, boolean fullName, boolean unique) {
    return tenures.entrySet().stream()
        .anyMatch(
            entry -> {
              Tenure mine = entry.getValue();
              Tenure theirs = other.tenures.get(entry.getKey());
              return theirs != null
                  && ((mine.isUnique() && !mine.isElsewhere(theirs))
                      || (!unique && mine.isOfTheSame(theirs)))
                  && (!fullName || mine.isBesideFullName() || theirs.isBesideFullName())
                  && mine.isInOneTerm(theirs);
            });
  }

  /** True when anything told of the one is told of the other. */
  boolean supports(Profile other) {
    return Tenure.meet(walks, other.walks)
        || Tenure.meet(sayings, other.sayings)
        || Tenure.meet(places, other.places)
        || Tenure.meet(births, other.births)
        || sharesOffice(other);
  }
}

package org.stemma.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.FoundDate;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;
import org.stemma.text.CommonWords;
import org.stemma.text.Negations;
import org.stemma.text.Words;

/**
 * What a saying of somebody who is named tells, in whatever words: what is compared where two
 * articles share no wording.
 *
 * @param speaker the surname
 * @param stems of the words that tell something
 * @param names those of them that are written with a capital, but for a first word
 * @param figures the numbers in it, as they are written
 * @param denied the stems that a "not" or a "refuse" stands before
 * @param vector of the content that it is a part of
 */
record Telling(
    Saying saying,
    String speaker,
    Set<String> stems,
    Set<String> names,
    Set<String> figures,
    Set<String> denied,
    Vector vector) {
  /** A saying that tells less is told apart from no other. */
  private static final int FEWEST_STEMS = 2;

  /** Fewer words name something and say nothing of it. */
  private static final int FEWEST_WORDS = 4;

  /**
   * An article in which more is told is a record of proceedings, and too long to compare by pairs.
   */
  private static final int MOST = 400;

  /** Keys of one saying, in each way of counting days: the least hashes of its stems. */
  private static final int MOST_KEYS = 3;

  /**
   * Days that share a key. They are counted in two ways, half of it apart, so that two days that
   * are no further apart than half of it always do.
   */
  private static final int DAYS = 8;

  /** Words between a "not" and what it denies. */
  private static final int DENIED_WITHIN = 4;

  /** By stem. */
  private static final Set<String> DENYING =
      Set.of("refus", "refusal", "deny", "denied", "denies", "reject", "oppos", "fail", "failure");

  /** Written with a capital, and no names of anybody. */
  private static final Set<String> DAYS_AND_MONTHS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private static final long SECONDS_A_DAY = 24 * 60 * 60;

  /** What the sayings of an article tell, in text order. */
  static List<Telling> of(Annotated annotated, List<Saying> sayings) {
    List<Telling> tellings = new ArrayList<>();
    String text = annotated.article().text();
    for (Saying saying : sayings) {
      if (tellings.size() == MOST) {
        break;
      }
      if (saying.speaker() instanceof Speaker.Named named) {
        Words words = Words.in(text, saying.parts());
        Telling telling = of(text, words, saying, named.name());
        if (words.size() >= FEWEST_WORDS && telling.stems().size() >= FEWEST_STEMS) {
          tellings.add(telling);
        }
      }
    }
    return tellings;
  }

  private static Telling of(String text, Words words, Saying saying, String speaker) {
    Set<String> names = new HashSet<>();
    Set<String> figures = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String normal = words.normal(i);
      if (i > 0
          && words.isCapitalised(i)
          && !CommonWords.contains(normal)
          && !DAYS_AND_MONTHS.contains(normal)) {
        names.add(CommonWords.stem(words.normal(i)));
      }
      if (Character.isDigit(words.normal(i).charAt(0))) {
        figures.add(words.normal(i));
      }
    }
    return new Telling(
        saying,
        KinshipFinder.surname(speaker),
        CommonWords.tellingStems(text, saying.parts()),
        names,
        figures,
        denied(text, words),
        saying.attribution().map(Attribution::vector).orElse(Vector.NONE));
  }

  private static Set<String> denied(String text, Words words) {
    Set<String> denied = new HashSet<>();
    for (int i = 0; i < words.size(); i++) {
      boolean denies =
          Negations.count(text, words, i, i + 1) > 0
              || DENYING.contains(CommonWords.stem(words.normal(i)));
      int end = denies ? Math.min(words.size(), i + 1 + DENIED_WITHIN) : i;
      int k = i + 1;
      while (k < end && goesOn(text, words, k) && CommonWords.contains(words.normal(k))) {
        k++;
      }
      if (k < end && goesOn(text, words, k)) {
        denied.add(CommonWords.stem(words.normal(k)));
      }
    }
    return denied;
  }

  /** True where nothing but white space parts a word from the one before it. */
  private static boolean goesOn(String text, Words words, int k) {
    return words.end(k - 1) <= words.start(k)
        && text.substring(words.end(k - 1), words.start(k)).isBlank();
  }

  /** By what another article of these days, in which the speaker tells the same, is found. */
  Set<Long> keys(Annotated annotated) {
    Set<Long> keys = new HashSet<>();
    annotated
        .article()
        .published()
        .map(FoundDate::earliest)
        .ifPresent(
            instant -> {
              long day = Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY);
              long[] least =
                  stems.stream()
                      .filter(stem -> !names.contains(stem))
                      .mapToLong(Wording::hash)
                      .sorted()
                      .limit(MOST_KEYS)
                      .toArray();
              for (long stem : least) {
                long told = Wording.mix(stem * 31 + Wording.hash(speaker));
                keys.add(Wording.mix(told * 31 + 2 * Math.floorDiv(day, DAYS)));
                keys.add(Wording.mix(told * 31 + 2 * Math.floorDiv(day + DAYS / 2, DAYS) + 1));
              }
            });
    return keys;
  }

  /** Stems that both have. */
  int shared(Telling other) {
    int shared = 0;
    for (String stem : stems) {
      shared += other.stems.contains(stem) ? 1 : 0;
    }
    return shared;
  }

  /** Stems that both have and that are no names: names tell of whom, not what is said. */
  int sharedButNames(Telling other) {
    int shared = 0;
    for (String stem : stems) {
      boolean name = names.contains(stem) || other.names.contains(stem);
      shared += !name && other.stems.contains(stem) ? 1 : 0;
    }
    return shared;
  }

  /** True where one denies what the other says, or each gives figures that the other has not. */
  boolean contradicts(Telling other) {
    return denies(other) != other.denies(this)
        || !(figures.containsAll(other.figures) || other.figures.containsAll(figures));
  }

  /** True where each names somebody or something that the other does not. */
  boolean namesOthers(Telling other) {
    return hasOwnName(other) && other.hasOwnName(this);
  }

  private boolean hasOwnName(Telling other) {
    return names.stream()
        .anyMatch(name -> other.stems.stream().noneMatch(stem -> isOneName(name, stem)));
  }

  /** "PAC" and "PACs", "Syria" and "Syrian" name the same. */
  private static boolean isOneName(String name, String stem) {
    return name.startsWith(stem) || stem.startsWith(name);
  }

  private boolean denies(Telling other) {
    return denied.stream().anyMatch(stem -> stems.contains(stem) && other.stems.contains(stem));
  }
}

package org.stemma.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Entity;
import org.stemma.model.Speaker;
import org.stemma.text.CommonWords;
import org.stemma.text.GivenNames;
import org.stemma.text.Spelling;
import org.stemma.text.Words;

/** Whether two names can be of one speaker. */
enum Speakers {
  /** Both are named, and the names fit. */
  SAME,
  /** At least one is not named: nothing speaks against it. */
  NOT_CONTRADICTED,
  /** Both are named, and the names do not fit. */
  CONTRADICTED;

  /** Words around a name that are not of it. */
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms mx miss dr prof professor sir dame lord lady king queen prince princess"
                  + " president vice deputy acting former prime foreign interior defence defense"
                  + " finance minister secretary chancellor ambassador governor mayor senator"
                  + " congressman congresswoman representative councillor judge justice attorney"
                  + " lawyer general colonel captain major lieutenant sergeant admiral commander"
                  + " officer chief chairman chairwoman chair director master head leader"
                  + " spokesman spokeswoman spokesperson press speaker coach bishop archbishop"
                  + " pope reverend father sister brother inspector superintendent constable gen"
                  + " col capt maj lt sgt adm sen rep gov rev pm mp")
              .split(" "));

  /** Names of one entity that are looked at, those that most articles give among the first. */
  private static final int MOST_NAMES = 60;

  /** Small words inside names of bodies. */
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "de", "la", "le", "du", "des", "von", "van", "al", "s");

  static Speakers compare(Speaker one, Speaker other) {
    if (one instanceof Speaker.Named a
        && other instanceof Speaker.Named b
        && isName(a.name())
        && isName(b.name())) {
      return fit(a.name(), b.name()) ? SAME : CONTRADICTED;
    }
    return NOT_CONTRADICTED;
  }

  /**
   * The same, where it is known who is meant on record: each of the names under which articles know
   * them is as good as the one that stands there. A name that is a part of a fuller one is not: Ada
   * Quill, whom some call Quill, is not Tomas Quill.
   */
  static Speakers compare(Speaker drafted, Speaker recorded, Optional<Entity> meant) {
    if (meant.isEmpty() || !(drafted instanceof Speaker.Named named) || !isName(named.name())) {
      return compare(drafted, recorded);
    }
    List<String> known = meant.get().names();
    known = known.subList(0, Math.min(known.size(), MOST_NAMES));
    List<List<String>> words = known.stream().map(name -> plain(names(name))).toList();
    for (int i = 0; i < known.size(); i++) {
      List<String> own = words.get(i);
      boolean cut = words.stream().anyMatch(w -> w.size() > own.size() && w.containsAll(own));
      if (!cut && fit(named.name(), known.get(i))) {
        return SAME;
      }
    }
    return CONTRADICTED;
  }

  /** Not "she", which names nobody. */
  static boolean isName(String name) {
    return !Words.in(name).normals().stream().allMatch(CommonWords::contains);
  }

  private static boolean fit(String one, String other) {
    List<String> a = names(one);
    List<String> b = names(other);
    List<String> plainA = plain(a);
    List<String> plainB = plain(b);
    return isPart(plainA, plainB)
        || isPart(plainB, plainA)
        || samePerson(a, b)
        || isAcronym(one, other)
        || isAcronym(other, one);
  }

  /** "Quill" in "Ada Quill", "Fisheries Ministry" in "Norvane Fisheries Ministry". */
  private static boolean isPart(List<String> part, List<String> whole) {
    return !part.isEmpty() && whole.containsAll(part);
  }

  /** The same last name, and another that can be the same: "A. Quill", "Ada Maria Quill". */
  private static boolean samePerson(List<String> a, List<String> b) {
    return a.size() > 1
        && b.size() > 1
        && plain(a).get(a.size() - 1).equals(plain(b).get(b.size() - 1))
        && a.subList(0, a.size() - 1).stream()
            .anyMatch(x -> b.subList(0, b.size() - 1).stream().anyMatch(y -> isShort(x, y)));
  }

  private static List<String> plain(List<String> names) {
    return names.stream().map(Spelling::plain).toList();
  }

  static boolean isShort(String x, String y) {
    boolean initial = x.length() == 1 || y.length() == 1;
    return GivenNames.areVariants(x, y)
        || Spelling.plain(x).equals(Spelling.plain(y))
        || (initial && x.charAt(0) == y.charAt(0));
  }

  /** "FDA" for "Food and Drug Administration". */
  static boolean isAcronym(String acronym, String name) {
    String letters = acronym.replace(".", "").strip();
    if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (String word : Words.in(name).normals()) {
      all.append(word.charAt(0));
      initials.append(SMALL.contains(word) ? "" : word.substring(0, 1));
    }
    String wanted = letters.toLowerCase(Locale.ROOT);
    return wanted.contentEquals(initials) || wanted.contentEquals(all);
  }

  /** The words of a name without titles; with them where there is nothing else. */
  static List<String> names(String name) {
    List<String> bare = new ArrayList<>();
    List<String> withTitles = new ArrayList<>();
    for (String word : Words.in(name).normals()) {
      String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
      if (!SMALL.contains(plain)) {
        withTitles.add(Spelling.folded(plain));
        if (!TITLES.contains(plain)) {
          bare.add(Spelling.folded(plain));
        }
      }
    }
    return bare.isEmpty() ? withTitles : bare;
  }
}

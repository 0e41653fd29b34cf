package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stemma.text.Spelling;

/**
 * The name of a body taken apart.
 *
 * @param key the same for "Ministry of Fisheries" and "Fisheries Ministry", "Harbour" and "Harbor"
 * @param owners stems of the place before a name that many have: "Norvane" in "Norvane Foreign
 *     Ministry"
 * @param generic true when many countries or towns have one of this name
 */
record BodyName(String key, Set<String> owners, boolean generic) {
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\-\u2010\u2011\u2013/,]+");
  private static final Set<String> SMALL = Set.of("the", "of", "and", "for");

  BodyName {
    owners = Set.copyOf(owners);
  }

  static BodyName of(String written) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN.split(written)) {
      String folded = word.equals("&") ? "" : Spelling.folded(PersonName.withoutPossessive(word));
      if (!folded.isEmpty() && !SMALL.contains(folded)) {
        words.add(folded);
      }
    }
    while (words.size() > 1 && Offices.isLawForm(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    int own = words.size();
    while (own > 0 && Offices.isGeneric(words.get(own - 1))) {
      own--;
    }
    boolean generic = own < words.size() && own <= 1;
    Set<String> owners = generic && own == 1 ? Places.stems(words.get(0)) : Set.of();
    List<String> told = generic ? words.subList(own, words.size()) : words;
    boolean mayTurn = told.stream().anyMatch(Offices::isGeneric);
    List<String> plain = told.stream().map(Spelling::plain).toList();
    // Only names with words such as "ministry" are turned around; "Holm and Voss" is not "Voss
    // Holm".
    return new BodyName(String.join(" ", mayTurn ? new TreeSet<>(plain) : plain), owners, generic);
  }

  /** True for "SHA" and "F.P.U.": capitals alone. */
  static boolean isAcronym(String written) {
    String letters = written.replace(".", "").strip();
    return letters.length() >= 2
        && letters.length() <= 8
        && letters.equals(letters.toUpperCase(Locale.ROOT))
        && letters.codePoints().allMatch(Character::isLetterOrDigit)
        && Character.isLetter(letters.codePointAt(0));
  }
}

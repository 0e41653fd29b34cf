package org.stemma.link;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stemma.text.Spelling;

/** Names of places, and the adjectives made of them. */
final class Places {
  private static final List<String> ENDINGS =
      List.of("ian", "ean", "an", "ese", "ish", "ic", "i", "ia", "a", "e", "o");

  private static final int SHORTEST = 4;

  /** Countries whose adjective, or whose other name, has another stem. */
  private static final Map<String, String> ADJECTIVES =
      Map.ofEntries(
          Map.entry("french", "france"),
          Map.entry("british", "britain"),
          Map.entry("uk", "britain"),
          Map.entry("greatbritain", "britain"),
          Map.entry("unitedkingdom", "britain"),
          Map.entry("dutch", "netherlands"),
          Map.entry("turkish", "turkey"),
          Map.entry("spanish", "spain"),
          Map.entry("danish", "denmark"),
          Map.entry("polish", "poland"),
          Map.entry("finnish", "finland"),
          Map.entry("swedish", "sweden"),
          Map.entry("swiss", "switzerland"),
          Map.entry("greek", "greece"),
          Map.entry("irish", "ireland"),
          Map.entry("welsh", "wales"),
          Map.entry("scottish", "scotland"),
          Map.entry("english", "england"),
          Map.entry("german", "germany"),
          Map.entry("czech", "czechrepublic"),
          Map.entry("norwegian", "norway"),
          Map.entry("american", "us"),
          Map.entry("unitedstates", "us"),
          Map.entry("unitedstatesofamerica", "us"),
          Map.entry("usa", "us"),
          Map.entry("portuguese", "portugal"),
          Map.entry("filipino", "philippines"),
          Map.entry("thai", "thailand"),
          Map.entry("afghan", "afghanistan"),
          Map.entry("pakistani", "pakistan"),
          Map.entry("iraqi", "iraq"));

  private Places() {}

  /** "United States", "USA" and "U.S." under one word; other words as they are. */
  static String country(String folded) {
    return ADJECTIVES.getOrDefault(folded, folded);
  }

  /**
   * What a place and its adjective have in common: of "Norvane", "Norvanian" and "Norvan" at least
   * one stem is the same.
   */
  static Set<String> stems(String written) {
    String name = country(Spelling.folded(PersonName.withoutPossessive(written)));
    Set<String> stems = new HashSet<>();
    if (name.isEmpty() || Offices.isNoPlace(name)) {
      return stems;
    }
    stems.add(name);
    for (String ending : ENDINGS) {
      if (name.endsWith(ending) && name.length() - ending.length() >= SHORTEST) {
        stems.add(name.substring(0, name.length() - ending.length()));
      }
    }
    return stems;
  }
}

package org.stemma.text;

import java.util.HashMap;
import java.util.Map;

/**
 * Countries under their names, the adjectives made of them and the seats of their governments, as
 * news speak of them: what Moscow says, Russia says.
 */
public final class Countries {
  /** The first word is the key. */
  private static final String[] KNOWN = {
    "us usa america american americans unitedstates washington whitehouse pentagon",
    "britain british briton britons uk unitedkingdom england english london",
    "russia russian russians moscow kremlin",
    "china chinese beijing",
    "france french paris",
    "germany german germans berlin",
    "turkey turkish turk turks ankara",
    "iran iranian iranians tehran",
    "iraq iraqi iraqis baghdad",
    "israel israeli israelis",
    "syria syrian syrians damascus",
    "ukraine ukrainian ukrainians kyiv kiev",
    "saudi saudis saudiarabia riyadh",
    "egypt egyptian egyptians cairo",
    "japan japanese tokyo",
    "india indian indians newdelhi",
    "pakistan pakistani pakistanis islamabad",
    "afghanistan afghan afghans kabul",
    "spain spanish madrid",
    "poland polish poles warsaw",
    "netherlands dutch",
    "denmark danish danes copenhagen",
    "sweden swedish swedes stockholm",
    "norway norwegian norwegians oslo",
    "finland finnish finns helsinki",
    "switzerland swiss bern",
    "greece greek greeks athens",
    "ireland irish dublin",
    "scotland scottish scots edinburgh",
    "wales welsh cardiff",
    "portugal portuguese lisbon",
    "belgium belgian belgians",
    "austria austrian austrians vienna",
    "hungary hungarian hungarians budapest",
    "romania romanian romanians bucharest",
    "philippines philippine filipino filipinos manila",
    "thailand thai thais bangkok",
    "vietnam vietnamese hanoi",
    "northkorea pyongyang",
    "southkorea seoul",
    "mexico mexican mexicans",
    "canada canadian canadians ottawa",
    "australia australian australians canberra",
    "brazil brazilian brazilians",
    "cuba cuban cubans havana",
    "venezuela venezuelan venezuelans caracas",
    "lebanon lebanese beirut",
    "jordan jordanian jordanians amman",
    "libya libyan libyans tripoli",
    "yemen yemeni yemenis sanaa",
    "qatar qatari qataris doha",
    "belarus belarusian belarusians minsk",
    "serbia serbian serbs belgrade",
    "europe european europeans eu europeanunion brussels"
  };

  private static final Map<String, String> KEYS = new HashMap<>();

  static {
    for (String line : KNOWN) {
      String[] words = line.split(" ");
      for (String word : words) {
        KEYS.put(word, words[0]);
      }
    }
  }

  private static final String[] ENDINGS = {"ian", "ean", "ese", "ish", "ic", "an", "ia", "a", "e"};

  /** A shorter rest tells too little to be compared. */
  private static final int SHORTEST = 4;

  private Countries() {}

  /**
   * One key for a country, its adjective, its people and the seat of its government. Of a name that
   * is not known the endings are cut with which adjectives are made, so that "Norvane" and
   * "Norvanian" meet.
   *
   * @param normal a word in the normal form of {@link Words}; a name of two words as one
   */
  public static String key(String normal) {
    String word = normal.endsWith("'s") ? normal.substring(0, normal.length() - 2) : normal;
    String known = KEYS.get(word);
    if (known != null) {
      return known;
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && word.length() > SHORTEST;
    String one = plural ? word.substring(0, word.length() - 1) : word;
    for (String ending : ENDINGS) {
      if (one.endsWith(ending) && one.length() - ending.length() >= SHORTEST) {
        return one.substring(0, one.length() - ending.length());
      }
    }
    return one;
  }

  /** True for a word that is known to be of a country. */
  public static boolean isKnown(String normal) {
    return KEYS.containsKey(normal);
  }

  /** True where two words name one country together: "United States", "White House". */
  public static boolean isNameOfTwo(String first, String second) {
    return KEYS.containsKey(first + second);
  }
}

package org.stemma.clean;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of months and days in the languages that much news is written in, as the Unicode Common
 * Locale Data Repository has them. A name that means two months in two of the languages is none.
 */
final class CalendarWords {
  /** Arabic has three sets of names for the months of one calendar. */
  private static final List<String> LANGUAGES =
      List.of(
          "en", "en-GB", "de", "de-AT", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "tr", "ar",
          "ar-SY", "ar-DZ", "sv", "da", "nb", "fi", "cs", "sk", "el", "ro", "hu", "bg", "ca", "id");

  private static final TextStyle[] STYLES = {
    TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE
  };

  /** Shorter names, single letters among them, could be anything. */
  private static final int SHORTEST = 3;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private CalendarWords() {}

  /** The number of the month, from 1; a name of two words has one blank between them. */
  static OptionalInt month(String name) {
    String folded = folded(name);
    Integer month = English.NAMES.months.get(folded);
    month = month == null ? World.NAMES.months.get(folded) : month;
    return month == null ? OptionalInt.empty() : OptionalInt.of(month);
  }

  /** True for the name of a day of the week. */
  static boolean isDay(String name) {
    String folded = folded(name);
    return English.NAMES.days.contains(folded) || World.NAMES.days.contains(folded);
  }

  /** Lower case without accents and dots, in which "Août", "AOUT" and "août." are the same. */
  static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('’', '\'');
    boolean plain = lower.chars().allMatch(c -> c < 0x80);
    String bare =
        plain
            ? lower
            : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  /** Spares the pages of most desks the others, which take a fifth of a second to load. */
  private static final class English {
    static final Names NAMES = new Names(List.of("en", "en-GB"));
  }

  /** Loaded by the class loader on first use, which makes it lazy and once. */
  private static final class World {
    static final Names NAMES = new Names(LANGUAGES);
  }

  private static final class Names {
    final Map<String, Integer> months = new HashMap<>();
    final Set<String> days = new HashSet<>();
    private final Set<String> doubtful = new HashSet<>();

    Names(List<String> languages) {
      for (String language : languages) {
        Locale locale = Locale.forLanguageTag(language);
        for (TextStyle style : STYLES) {
          add(locale, style);
        }
      }
      // Forms that newspapers use and the repository does not list.
      add("sept", Month.SEPTEMBER);
      days.addAll(Set.of("tues", "weds", "thur", "thurs"));
      months.keySet().removeAll(doubtful);
    }

    private void add(Locale locale, TextStyle style) {
      for (Month month : Month.values()) {
        add(folded(month.getDisplayName(style, locale)), month);
      }
      for (DayOfWeek day : DayOfWeek.values()) {
        String name = folded(day.getDisplayName(style, locale));
        if (name.length() > 1) {
          days.add(name);
        }
      }
    }

    private void add(String name, Month month) {
      if (name.length() >= SHORTEST && name.chars().noneMatch(Character::isDigit)) {
        Integer other = months.putIfAbsent(name, month.getValue());
        if (other != null && other != month.getValue()) {
          doubtful.add(name);
        }
      }
    }
  }
}

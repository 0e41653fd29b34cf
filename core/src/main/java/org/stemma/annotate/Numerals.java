package org.stemma.annotate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stemma.model.Span;
import org.stemma.text.Words;

/**
 * Reads one number, in figures or in words, as a language writes it: {@code 3.000} is three in
 * English and three thousand in German. Reads a bounded number of words ahead.
 */
final class Numerals {
  /** Longer figures are telephone or account numbers. */
  private static final int MOST_DIGITS = 15;

  private static final Map<String, Integer> UNITS =
      words(
          "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11"
              + " twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18"
              + " nineteen 19");
  private static final Map<String, Integer> TENS =
      words("twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

  /** The number words of other languages; their compounds are not read. */
  private static final Map<String, Map<String, Integer>> ELSEWHERE =
      Map.of(
          "de",
          words(
              "zwei 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12"
                  + " zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 hundert 100"),
          "fr",
          words(
              "deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12"
                  + " vingt 20 trente 30 quarante 40 cinquante 50 cent 100"),
          "es",
          words(
              "dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12"
                  + " veinte 20 treinta 30 cuarenta 40 cincuenta 50 cien 100"),
          "ru",
          words(
              "два 2 две 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8 девять 9 десять 10"
                  + " двадцать 20 тридцать 30 сорок 40 пятьдесят 50 сто 100"));

  private static final Map<String, BigDecimal> MULTIPLES =
      Map.ofEntries(
          multiple("hundred", 2),
          multiple("thousand", 3),
          multiple("million", 6),
          multiple("billion", 9),
          multiple("trillion", 12),
          multiple("mln", 6),
          multiple("bn", 9),
          multiple("m", 6),
          multiple("mn", 6),
          multiple("k", 3),
          multiple("tn", 12));
  private static final Map<String, BigDecimal> MULTIPLES_ELSEWHERE =
      Map.ofEntries(
          multiple("tausend", 3),
          multiple("millionen", 6),
          multiple("milliarden", 9),
          multiple("mille", 3),
          multiple("millions", 6),
          multiple("milliards", 9),
          multiple("mil", 3),
          multiple("millones", 6),
          multiple("тысяч", 3),
          multiple("тысячи", 3),
          multiple("миллиона", 6),
          multiple("миллионов", 6),
          multiple("миллиардов", 9));

  /** Written straight behind the digits, these are a multiple. */
  private static final Set<String> SUFFIXES = Set.of("bn", "m", "mn", "k", "tn", "mln");

  private static final Map<String, BigDecimal> DOZENS =
      Map.of(
          "dozens", new BigDecimal(24),
          "scores", new BigDecimal(40),
          "hundreds", new BigDecimal(200),
          "thousands", new BigDecimal(2_000),
          "millions", new BigDecimal(2_000_000),
          "billions", new BigDecimal(2_000_000_000L));
  private static final Map<String, BigDecimal> TENS_OF =
      Map.of(
          "thousands", new BigDecimal(20_000),
          "millions", new BigDecimal(20_000_000));
  private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * A number in a text.
   *
   * @param value what is told; for {@code vague} the least that the words can mean
   * @param end one past its last word
   * @param multiple what the words behind the digits multiply them by; 1 where none do
   * @param digits true where it is written in figures
   */
  record Numeral(
      BigDecimal value, int end, BigDecimal multiple, Span span, boolean vague, boolean digits) {}

  private final String text;
  private final Words words;
  private final boolean english;
  private final Map<String, Integer> elsewhere;
  private final boolean spaced;

  Numerals(String text, Words words, String language) {
    this.text = text;
    this.words = words;
    english = language.equals("en") || language.equals("und");
    elsewhere = ELSEWHERE.getOrDefault(language, Map.of());
    spaced = Set.of("fr", "ru", "de", "es", "uk", "pl", "cs").contains(language);
  }

  /** The number whose first word is {@code i}. */
  Optional<Numeral> at(int i) {
    if (Character.isDigit(text.charAt(words.start(i)))) {
      return digits(i);
    }
    return english ? inWords(i) : elsewhere(i);
  }

  private Optional<Numeral> digits(int i) {
    int start = words.start(i);
    int end = words.end(i);
    int last = end;
    while (last > start && !Character.isDigit(text.charAt(last - 1))) {
      last--;
    }
    String suffix = text.substring(last, end).toLowerCase(Locale.ROOT);
    if (isBound(start) || isBoundBehind(end)) {
      return Optional.empty();
    }
    if (!suffix.isEmpty() && !SUFFIXES.contains(suffix)) {
      return Optional.empty();
    }
    String written = text.substring(start, last);
    int next = i + 1;
    while (suffix.isEmpty() && isGroup(i, next, written)) {
      written = written + words.raw(next);
      next++;
    }
    Optional<BigDecimal> value = decimal(written);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal multiple = suffix.isEmpty() ? BigDecimal.ONE : MULTIPLES.get(suffix);
    if (english
        && next + 2 < words.size()
        && words.normal(next).equals("and")
        && words.normal(next + 1).equals("a")
        && words.normal(next + 2).equals("half")) {
      value = Optional.of(value.get().add(HALF));
      next += 3;
    }
    if (suffix.isEmpty() && next < words.size() && isJoined(next)) {
      BigDecimal told = multipleAt(next, true);
      if (told != null) {
        multiple = told;
        next++;
      }
    }
    return Optional.of(numeral(i, next, value.get().multiply(multiple), multiple, false, true));
  }

  /** A sign before it makes the digits a part of a name, a date, an hour. */
  private boolean isBound(int start) {
    if (start == 0) {
      return false;
    }
    char before = text.charAt(start - 1);
    boolean dash = before == '-' || before == '\u2013';
    return before == '/'
        || before == ':'
        || before == '#'
        || before == '_'
        || before == '@'
        || (before == '.' && start > 1 && Character.isLetterOrDigit(text.charAt(start - 2)))
        || (dash && start > 1 && Character.isLetter(text.charAt(start - 2)));
  }

  private boolean isBoundBehind(int end) {
    if (end + 1 >= text.length()) {
      return false;
    }
    char after = text.charAt(end);
    return (after == '/' || after == ':') && Character.isDigit(text.charAt(end + 1));
  }

  /** Digits parted by a blank: "3 000". In English only blanks that do not break are such. */
  private boolean isGroup(int first, int next, String written) {
    if (next >= words.size() || words.start(next) != words.end(next - 1) + 1) {
      return false;
    }
    char between = text.charAt(words.end(next - 1));
    boolean blank =
        between == '\u00a0'
            || between == '\u202f'
            || between == '\u2009'
            || (spaced && between == ' ');
    String raw = words.raw(next);
    boolean leads = next > first + 1 || (written.length() <= 3 && isDigits(written));
    return blank && leads && raw.length() == 3 && isDigits(raw);
  }

  private static boolean isDigits(String s) {
    return s.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Optional<BigDecimal> decimal(String written) {
    char group = english ? ',' : '.';
    char point = english ? '.' : ',';
    int at = written.indexOf(point);
    String whole = at < 0 ? written : written.substring(0, at);
    String fraction = at < 0 ? "" : written.substring(at + 1);
    if (!isDigits(fraction) || written.length() > MOST_DIGITS || !isGrouped(whole, group)) {
      return Optional.empty();
    }
    String plain = whole.replace(String.valueOf(group), "");
    return Optional.of(plain(new BigDecimal(fraction.isEmpty() ? plain : plain + "." + fraction)));
  }

  private static boolean isGrouped(String whole, char group) {
    int sinceMark = 0;
    boolean marked = false;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c == group) {
        if (marked ? sinceMark != 3 : sinceMark == 0 || sinceMark > 3) {
          return false;
        }
        marked = true;
        sinceMark = 0;
      } else if (c >= '0' && c <= '9') {
        sinceMark++;
      } else {
        return false;
      }
    }
    return !marked || sinceMark == 3;
  }

  private Optional<Numeral> inWords(int i) {
    String word = words.normal(i);
    if (word.equals("half") && isNext(i, "a") && i + 2 < words.size()) {
      BigDecimal multiple = multipleAt(i + 2, false);
      if (words.normal(i + 2).equals("dozen")) {
        return Optional.of(numeral(i, i + 3, BigDecimal.valueOf(6), TWELVE, false, false));
      }
      return multiple == null
          ? Optional.empty()
          : Optional.of(numeral(i, i + 3, HALF.multiply(multiple), multiple, false, false));
    }
    if (word.equals("tens") && isNext(i, "of") && i + 2 < words.size()) {
      BigDecimal low = TENS_OF.get(words.normal(i + 2));
      return low == null
          ? Optional.empty()
          : Optional.of(numeral(i, i + 3, low, BigDecimal.ONE, true, false));
    }
    if (DOZENS.containsKey(word)) {
      return Optional.of(many(i, word));
    }
    if (word.equals("several") || (word.equals("few") && i > 0 && isA(i - 1))) {
      BigDecimal multiple = i + 1 < words.size() ? multipleAt(i + 1, false) : null;
      boolean dozen = i + 1 < words.size() && words.normal(i + 1).equals("dozen");
      BigDecimal by = dozen ? TWELVE : multiple;
      return by == null
          ? Optional.empty()
          : Optional.of(numeral(i, i + 2, by.multiply(BigDecimal.valueOf(2)), by, true, false));
    }
    if (isA(i) && i + 1 < words.size()) {
      String next = words.normal(i + 1);
      if (next.equals("few") && isJoined(i + 1)) {
        return inWords(i + 1)
            .map(few -> numeral(i, few.end(), few.value(), few.multiple(), true, false));
      }
      if (next.equals("dozen")) {
        return Optional.of(numeral(i, i + 2, TWELVE, TWELVE, false, false));
      }
      BigDecimal multiple = next.equals("m") || next.equals("k") ? null : multipleAt(i + 1, false);
      if (multiple != null) {
        boolean andHalf = isNext(i + 1, "and") && isNext(i + 2, "a") && isNext(i + 3, "half");
        return Optional.of(
            andHalf
                ? numeral(i, i + 5, multiple.add(HALF.multiply(multiple)), multiple, false, false)
                : cardinal(i, i + 2, multiple, multiple));
      }
      return Optional.empty();
    }
    return small(i);
  }

  private Numeral many(int i, String word) {
    boolean ofMany = isNext(i, "of") && i + 2 < words.size();
    BigDecimal more = ofMany ? DOZENS.get(words.normal(i + 2)) : null;
    if (more != null && word.equals("hundreds")) {
      BigDecimal low = more.divide(BigDecimal.valueOf(2)).multiply(BigDecimal.valueOf(200));
      return numeral(i, i + 3, low, BigDecimal.ONE, true, false);
    }
    return numeral(i, i + 1, DOZENS.get(word), BigDecimal.ONE, true, false);
  }

  private boolean isA(int i) {
    return words.normal(i).equals("a") || words.normal(i).equals("an");
  }

  /** "Seventeen", "twenty-three", "two hundred and six", "two and a half million". */
  private Optional<Numeral> small(int i) {
    int next = belowHundred(i);
    if (next == i) {
      return Optional.empty();
    }
    BigDecimal value = BigDecimal.valueOf(valueBelowHundred(i, next));
    if (isNext(next - 1, "and") && next + 2 < words.size() && isA(next + 1)) {
      if (words.normal(next + 2).equals("half")) {
        value = value.add(HALF);
        next += 3;
      }
    }
    BigDecimal multiple = next < words.size() && isJoined(next) ? multipleAt(next, true) : null;
    if (multiple == null || words.normal(next).length() < 3) {
      return Optional.of(numeral(i, next, value, BigDecimal.ONE, false, false));
    }
    return Optional.of(cardinal(i, next + 1, value.multiply(multiple), multiple));
  }

  /** What follows a multiple: "thousand two hundred and six". Each step is a smaller one. */
  private Numeral cardinal(int first, int from, BigDecimal soFar, BigDecimal multiple) {
    BigDecimal value = soFar;
    BigDecimal least = multiple;
    int next = from;
    boolean goesOn = true;
    while (goesOn && next < words.size() && isJoined(next)) {
      goesOn = false;
      int at = words.normal(next).equals("and") ? next + 1 : next;
      if (at < words.size() && words.normal(at - 1).equals("hundred")) {
        BigDecimal bigger = multipleAt(at, false);
        if (at == next && bigger != null && bigger.compareTo(least) > 0) {
          value = value.multiply(bigger);
          least = bigger;
          next = at + 1;
          goesOn = true;
          continue;
        }
      }
      int end = at < words.size() ? belowHundred(at) : at;
      if (end > at) {
        BigDecimal more = BigDecimal.valueOf(valueBelowHundred(at, end));
        BigDecimal by = end < words.size() && isJoined(end) ? multipleAt(end, false) : null;
        if (by != null && by.compareTo(least) < 0) {
          value = value.add(more.multiply(by));
          least = by;
          next = end + 1;
          goesOn = true;
        } else if (by == null && more.compareTo(least) < 0) {
          value = value.add(more);
          next = end;
        }
      }
    }
    return numeral(first, next, value, multiple, false, false);
  }

  private int belowHundred(int i) {
    String word = words.normal(i);
    if (UNITS.containsKey(word)) {
      return i + 1;
    }
    if (!TENS.containsKey(word)) {
      return i;
    }
    boolean unit =
        i + 1 < words.size() && isJoined(i + 1) && UNITS.getOrDefault(words.normal(i + 1), 10) < 10;
    return unit ? i + 2 : i + 1;
  }

  private int valueBelowHundred(int from, int end) {
    int value = 0;
    for (int i = from; i < end; i++) {
      value += UNITS.getOrDefault(words.normal(i), TENS.getOrDefault(words.normal(i), 0));
    }
    return value;
  }

  private Optional<Numeral> elsewhere(int i) {
    Integer value = elsewhere.get(words.normal(i));
    if (value == null) {
      return Optional.empty();
    }
    BigDecimal multiple = i + 1 < words.size() ? multipleAt(i + 1, false) : null;
    BigDecimal by = multiple == null ? BigDecimal.ONE : multiple;
    int end = multiple == null ? i + 1 : i + 2;
    return Optional.of(numeral(i, end, BigDecimal.valueOf(value).multiply(by), by, false, false));
  }

  private BigDecimal multipleAt(int i, boolean withDozen) {
    String word = words.normal(i);
    if (!english) {
      return MULTIPLES_ELSEWHERE.get(word);
    }
    return withDozen && word.equals("dozen") ? TWELVE : MULTIPLES.get(word);
  }

  /** True where nothing but a blank or a hyphen stands before word {@code i}. */
  boolean isJoined(int i) {
    for (int k = words.end(i - 1); k < words.start(i); k++) {
      char c = text.charAt(k);
      if (c != '-' && !Character.isWhitespace(c) && c != '\u00a0' && c != '\u2011') {
        return false;
      }
    }
    return true;
  }

  private boolean isNext(int i, String word) {
    return i + 1 < words.size() && words.normal(i + 1).equals(word) && isJoined(i + 1);
  }

  private Numeral numeral(
      int first, int end, BigDecimal value, BigDecimal multiple, boolean vague, boolean digits) {
    return new Numeral(
        plain(value), end, multiple, words.span(first).union(words.span(end - 1)), vague, digits);
  }

  /** Without an exponent and without zeros behind the decimal mark, so that equals compares. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Map.Entry<String, BigDecimal> multiple(String word, int zeros) {
    return Map.entry(word, BigDecimal.TEN.pow(zeros));
  }

  private static Map<String, Integer> words(String pairs) {
    String[] parts = pairs.split(" ", -1);
    Map<String, Integer> all = new HashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      all.put(parts[i], Integer.valueOf(parts[i + 1]));
    }
    return Map.copyOf(all);
  }
}

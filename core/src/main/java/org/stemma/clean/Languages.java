package org.stemma.clean;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Tells the language of a text with OpenNLP's language detector. Its model is loaded when the first
 * text comes, once. Thread-safe.
 */
final class Languages {
  /** ISO 639-2's "undetermined". */
  static final String UNKNOWN = "und";

  /** Characters looked at; more change no answer. */
  static final int LOOKED_AT = 1200;

  /** Below so many letters an answer is a guess. */
  private static final int FEWEST_LETTERS = 40;

  /**
   * The detector spreads its belief over 183 languages, so a sure answer for a paragraph is a small
   * number; below this one it is a guess.
   */
  private static final double SURE = 0.02;

  /** English is told by its small words alone, which spares most desks the model. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "he", "said",
          "it", "by", "at", "from", "as", "has", "have", "his", "their", "are", "were", "not");

  /** No small word is longer. */
  private static final int LONGEST_ENGLISH = 5;

  /**
   * Share of small words from which a text is English. Prose in it has a quarter or more, names and
   * numbers thin that out; languages that share "in", "at" and "for" have a twelfth.
   */
  private static final double ENGLISH_SHARE = 0.15;

  /** Share of "the", which no other language has, unless in titles of English works. */
  private static final double THE_SHARE = 0.015;

  private static final int FEWEST_ENGLISH_WORDS = 40;

  /** Letters of a script that is one language's, half of a text at least. */
  private static final int FEWEST_OF_SCRIPT = 8;

  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.of(
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.HIRAGANA, "ja",
          Character.UnicodeScript.KATAKANA, "ja",
          Character.UnicodeScript.GREEK, "el",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.GEORGIAN, "ka",
          Character.UnicodeScript.ARMENIAN, "hy");

  private static final String MODEL = "/langdetect-183.bin";

  private Languages() {}

  /** ISO 639-1 code of a text's language, the three-letter code where there is none, or "und". */
  static String of(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
    if (letters(start) < FEWEST_LETTERS) {
      return byScript(start);
    }
    if (isPlainlyEnglish(start)) {
      return "en";
    }
    String byScript = byScript(start);
    if (!byScript.equals(UNKNOWN)) {
      return byScript;
    }
    Language best = new LanguageDetectorME(Model.LOADED).predictLanguage(start);
    return best.getConfidence() < SURE
        ? UNKNOWN
        : Model.TWO_LETTERS.getOrDefault(best.getLang(), best.getLang());
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  /** Some scripts belong to one language, which a few letters tell. */
  private static String byScript(String text) {
    Map<String, Integer> letters = new HashMap<>();
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        all++;
        String language = SCRIPTS.get(Character.UnicodeScript.of(c));
        if (language != null) {
          letters.merge(language, 1, Integer::sum);
        }
      }
    }
    for (Map.Entry<String, Integer> language : letters.entrySet()) {
      if (language.getValue() >= FEWEST_OF_SCRIPT && 2 * language.getValue() >= all) {
        return language.getKey();
      }
    }
    return UNKNOWN;
  }

  private static boolean isPlainlyEnglish(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int words = 0;
    int small = 0;
    int the = 0;
    int start = 0;
    for (int i = 0; i <= lower.length(); i++) {
      if (i < lower.length() && Character.isLetter(lower.charAt(i))) {
        continue;
      }
      words += i > start ? 1 : 0;
      if (i > start && i - start <= LONGEST_ENGLISH) {
        String word = lower.substring(start, i);
        small += ENGLISH.contains(word) ? 1 : 0;
        the += word.equals("the") ? 1 : 0;
      }
      start = i + 1;
    }
    return words >= FEWEST_ENGLISH_WORDS
        && the > 1
        && the >= THE_SHARE * words
        && small > ENGLISH_SHARE * words;
  }

  /** Loaded by the class loader on first use, which makes it lazy and once. */
  private static final class Model {
    static final LanguageDetectorModel LOADED = load();
    static final Map<String, String> TWO_LETTERS = twoLetters();

    private static LanguageDetectorModel load() {
      try (InputStream bytes = Languages.class.getResourceAsStream(MODEL)) {
        if (bytes == null) {
          throw new IllegalStateException(
              "the language model " + MODEL + " is not on the class path");
        }
        return new LanguageDetectorModel(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("the language model cannot be read", e);
      }
    }

    private static Map<String, String> twoLetters() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOLanguages()) {
        codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
      }
      // The detector names some languages more narrowly than news does.
      codes.put("cmn", "zh");
      codes.put("pes", "fa");
      codes.put("arb", "ar");
      codes.put("ekk", "et");
      codes.put("lvs", "lv");
      codes.put("nob", "no");
      codes.put("zlm", "ms");
      codes.put("swh", "sw");
      return codes;
    }
  }
}

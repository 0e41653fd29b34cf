package org.stemma.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.stemma.model.Act;

/** Verbs of saying and thinking in all their forms, and the act that each is. Immutable. */
final class CueLexicon {
  /** No form is longer, in UTF-16 code units. */
  static final int LONGEST = 20;

  /**
   * The acts by code, less one. The linker was trained with these codes, so that an act that is new
   * has none.
   */
  private static final List<Act> CODED =
      List.of(
          Act.SAY,
          Act.ASSERT,
          Act.DENY,
          Act.ACCUSE,
          Act.DEMAND,
          Act.PROMISE,
          Act.THREATEN,
          Act.WARN,
          Act.ADMIT,
          Act.APOLOGISE,
          Act.PRAISE,
          Act.ASK,
          Act.PREDICT,
          Act.REPORT,
          Act.ESTIMATE,
          Act.BELIEVE);

  private final Map<String, Act> acts;

  private CueLexicon(Map<String, Act> acts) {
    this.acts = Map.copyOf(acts);
  }

  /** Reads {@code cues.txt} from the class path. */
  static CueLexicon load() {
    try (InputStream in = CueLexicon.class.getResourceAsStream("cues.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of cues cannot be read", e);
    }
  }

  static CueLexicon of(Stream<String> lines) {
    Map<String, Act> acts = new HashMap<>();
    lines
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              addVerbs(Act.valueOf(line.substring(0, colon)), line.substring(colon + 1), acts);
            });
    return new CueLexicon(acts);
  }

  /** The act as a number from 1, 0 where the word is no verb of the lexicon. */
  byte code(String word) {
    Act act = acts.get(word.toLowerCase(Locale.ROOT));
    return act == null ? 0 : (byte) (CODED.indexOf(act) + 1);
  }

  /** The act of a code that is not 0. */
  static Act act(byte code) {
    return CODED.get(code - 1);
  }

  private static void addVerbs(Act act, String words, Map<String, Act> acts) {
    boolean irregular = false;
    for (String word : words.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+", -1)) {
      if (word.equals("(") || word.equals(")")) {
        irregular = word.equals("(");
      } else if (irregular) {
        acts.putIfAbsent(word, act);
      } else {
        forms(word).forEach(form -> acts.putIfAbsent(form, act));
      }
    }
  }

  /** The forms of a verb that follow the rules of spelling. */
  static List<String> forms(String base) {
    int last = base.length() - 1;
    String stem = base.substring(0, last);
    char end = base.charAt(last);
    if (end == 'e') {
      return List.of(base, base + "s", base + "d", stem + "ing");
    }
    if (end == 'y' && "aeiou".indexOf(base.charAt(last - 1)) < 0) {
      return List.of(base, stem + "ies", stem + "ied", base + "ing");
    }
    boolean hisses = base.endsWith("s") || base.endsWith("sh") || base.endsWith("ch");
    return List.of(base, base + (hisses ? "es" : "s"), base + "ed", base + "ing");
  }
}

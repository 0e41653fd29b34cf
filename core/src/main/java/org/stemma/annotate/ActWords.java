package org.stemma.annotate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.stemma.model.Act;

/** Words and phrases of a cue and the act of each. Immutable. */
final class ActWords {
  /** In words. */
  private static final int LONGEST_PHRASE = 4;

  private final Map<String, Act> acts;

  /**
   * A phrase found in a text.
   *
   * @param last its last token, inclusive
   */
  record Phrase(Act act, int last) {}

  private ActWords(Map<String, Act> acts) {
    this.acts = Map.copyOf(acts);
  }

  /** Reads {@code acts.txt} from the class path. */
  static ActWords load() {
    Map<String, Act> acts = new HashMap<>();
    try (InputStream in = ActWords.class.getResourceAsStream("acts.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          take(line, acts);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of acts cannot be read", e);
    }
    return new ActWords(acts);
  }

  private static void take(String line, Map<String, Act> acts) {
    int blank = line.indexOf(' ');
    int colon = line.indexOf(':');
    Act act = Act.valueOf(line.substring(0, blank));
    boolean verbs = line.substring(blank + 1, colon).equals("verbs");
    for (String phrase : line.substring(colon + 1).strip().split(",\\s*", -1)) {
      int first = phrase.indexOf(' ') < 0 ? phrase.length() : phrase.indexOf(' ');
      if (verbs) {
        for (String form : CueLexicon.forms(phrase.substring(0, first))) {
          acts.putIfAbsent(form + phrase.substring(first), act);
        }
      } else {
        acts.putIfAbsent(phrase, act);
      }
    }
  }

  /** The longest phrase that begins at a token; its rest may lie behind the cue. */
  Optional<Phrase> at(Tokens t, int first) {
    Optional<Phrase> found = Optional.empty();
    StringBuilder words = new StringBuilder();
    int end = Math.min(first + LONGEST_PHRASE, t.sentenceStart[t.sentence[first] + 1]);
    for (int i = first; i < end && t.isWord(i); i++) {
      words.append(i > first ? " " : "").append(t.lower(i));
      Act act = acts.get(words.toString());
      found = act == null ? found : Optional.of(new Phrase(act, i));
    }
    return found;
  }
}

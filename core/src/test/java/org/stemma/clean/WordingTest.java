package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  /** Alternatives of each kind: at the start, beginning with letters, with a bracket, counted. */
  private static final String ALTERNATIVES =
      "^(?:sign up|log in)\\b|harbour (?:news|post)|\\bnewsletters?\\b|[(|]photo[)|]|^skip to$"
          + "|\\|\\| ad|\\bferry \\d";

  private static final Pattern PLAIN = Pattern.compile(ALTERNATIVES);

  private static final Wording WORDING = Wording.of(ALTERNATIVES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sign up now",
        "to sign up now",
        "log in",
        "the harbour news of today",
        "the harbour new",
        "our newsletter",
        "two newsletters",
        "newsletterss",
        "a boat (photo)",
        "a boat |photo|",
        "a boat photo",
        "skip to",
        "skip to the end",
        "go skip to",
        "here || ad",
        "here | ad",
        "take ferry 4",
        "take ferry four"
      })
  void findsWhatOnePatternFinds(String line) {
    assertThat(WORDING.isIn(line)).isEqualTo(PLAIN.matcher(line).find());
  }
}

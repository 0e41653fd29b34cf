package org.stemma.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pages in UTF-8 are decoded in stretches, whose borders fall anywhere. */
class AsciiStretchesTest {
  private static final String[] SIGNS = {"é", "ж", "漢", "😀", "\u00a0"};

  @Test
  void everySignStaysWhereverStretchesOfAsciiEnd() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 300) {
        text.append("a".repeat(random.nextInt(random.nextBoolean() ? 3 : 90)));
        text.append(SIGNS[random.nextInt(SIGNS.length)]);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      assertThat(Decoding.text(bytes, Optional.empty())).isEqualTo(text.toString());
    }
  }
}

package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of packed bodies, and what never does. */
@Timeout(20)
class ContentCodingTest {
  private static final String STORY = "The ferry of Osterby left at six, the harbour office said. ";
  private static final long LIMIT = 10 << 20;

  /** The text below as brotli packs it; the JDK has no packer for it. */
  private static final String BROTLI =
      "G7AA8BWh0qHclurRl7rFkIQfmoSfwcEGHLDHiQYoA9qBKpWYabXNLVJ2c5NRT17N/lbnxxtTInjoEA==";

  /** Four megabytes of the letter a, as brotli packs them. */
  private static final String BROTLI_BOMB = "m///P/glwuKxQCD3/gc=";

  @ParameterizedTest
  @ValueSource(strings = {"", "identity", " Identity , "})
  void whatIsNotPackedComesAsItIs(String coding) throws IOException {
    assertThat(decoded(coding, STORY.getBytes(UTF_8))).isEqualTo(STORY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip , identity"})
  void gzip(String coding) throws IOException {
    assertThat(decoded(coding, gzipped(STORY.getBytes(UTF_8)))).isEqualTo(STORY);
  }

  @Test
  void gzipInSeveralMembers() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzipped("first, ".getBytes(UTF_8)));
    both.write(gzipped("second".getBytes(UTF_8)));
    assertThat(decoded("gzip", both.toByteArray())).isEqualTo("first, second");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void deflateWithAndWithoutItsHead(boolean bare) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
      out.write(STORY.getBytes(UTF_8));
    }
    assertThat(decoded("deflate", packed.toByteArray())).isEqualTo(STORY);
  }

  @Test
  void brotli() throws IOException {
    assertThat(decoded("br", Base64.getDecoder().decode(BROTLI))).isEqualTo(STORY.repeat(3));
  }

  @Test
  void packedTwice() throws IOException {
    assertThat(decoded("gzip, gzip", gzipped(gzipped(STORY.getBytes(UTF_8))))).isEqualTo(STORY);
  }

  @Test
  void packedMoreOften() {
    refuses("gzip, gzip, gzip", new byte[9], "packed 3 times over");
  }

  @Test
  void packedInAnotherWay() {
    refuses("zstd", new byte[9], "packed as \"zstd\", which is not read");
  }

  @Test
  void moreThanTheLimit() throws IOException {
    byte[] noise = new byte[(int) LIMIT + 1];
    new Random(1).nextBytes(noise);
    refuses("gzip", gzipped(noise), "larger than 10 MB");
    refuses("", noise, "larger than 10 MB");
  }

  @Test
  void exactlyTheLimit() throws IOException {
    byte[] noise = new byte[1000];
    try (InputStream bytes = ContentCoding.decoded("", new ByteArrayInputStream(noise), 1000)) {
      assertThat(bytes.readAllBytes()).hasSize(1000);
    }
  }

  @Test
  void bombs() throws IOException {
    byte[] bomb = gzipped(new byte[(int) LIMIT]);
    refuses("gzip", bomb, "packed so tightly that it looks like a trap");
    refuses("gzip, gzip", gzipped(bomb), "packed so tightly that it looks like a trap");
    refuses(
        "br",
        Base64.getDecoder().decode(BROTLI_BOMB),
        "packed so tightly that it looks like a trap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void whatEndsEarlyOrIsBrokenIsAnErrorOfOneKind(String coding) throws IOException {
    Random random = new Random(7);
    byte[] whole =
        switch (coding) {
          case "gzip" -> gzipped(STORY.getBytes(UTF_8));
          case "br" -> Base64.getDecoder().decode(BROTLI);
          default -> STORY.getBytes(UTF_8);
        };
    for (int round = 0; round < 2_000; round++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      broken = java.util.Arrays.copyOf(broken, random.nextInt(broken.length) + 1);
      try {
        assertThat(decoded(coding, broken).length()).isLessThanOrEqualTo((int) LIMIT);
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static void refuses(String coding, byte[] bytes, String reason) {
    assertThatThrownBy(() -> decoded(coding, bytes))
        .isInstanceOf(IOException.class)
        .hasMessage(reason);
  }

  private static String decoded(String coding, byte[] bytes) throws IOException {
    try (InputStream in = ContentCoding.decoded(coding, new ByteArrayInputStream(bytes), LIMIT)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] gzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}

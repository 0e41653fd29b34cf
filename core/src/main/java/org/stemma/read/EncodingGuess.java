package org.stemma.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/** Which encoding bytes are in that say nothing of it, by how often what follows what. */
final class EncodingGuess {
  /** Bytes that are looked at. The detector is sure long before. */
  private static final int SAMPLE = 1 << 15;

  /** Of 100. Below, the detector guesses; measured, right guesses on short texts are at 38 up. */
  private static final int SURE_ENOUGH = 25;

  /** Bytes beyond ASCII below which nothing can be told: a dash and two quotation marks. */
  private static final int FEWEST = 8;

  /**
   * Bytes from which a text that keeps to the bytes of Thai is Thai: one in 13 bytes of a Chinese
   * text would not.
   */
  private static final int SURELY_THAI = 150;

  /** What the detector may find. What else it knows is no encoding of pages. */
  private static final Set<String> FOUND =
      Set.of(
          "Shift_JIS",
          "EUC-JP",
          "EUC-KR",
          "Big5",
          "GB18030",
          "ISO-2022-JP",
          "KOI8-R",
          "ISO-8859-1",
          "ISO-8859-2",
          "ISO-8859-5",
          "ISO-8859-6",
          "ISO-8859-7",
          "ISO-8859-8",
          "ISO-8859-8-I",
          "ISO-8859-9",
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256");

  private EncodingGuess() {}

  /** The likeliest encoding of a text or a marked-up text that is no valid UTF-8. */
  static Optional<Charset> of(byte[] bytes) {
    byte[] telling = telling(bytes);
    int high = highBytes(telling);
    if (high < FEWEST) {
      return Optional.empty();
    }
    if (high >= SURELY_THAI && isThai(telling)) {
      return EncodingLabels.charset("windows-874");
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(telling);
    for (CharsetMatch match : detector.detectAll()) {
      if (match.getConfidence() >= SURE_ENOUGH && FOUND.contains(match.getName())) {
        return EncodingLabels.charset(match.getName());
      }
    }
    return Optional.empty();
  }

  /** The detector knows no Thai, which is in one range of bytes and parts no words by blanks. */
  private static boolean isThai(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      int unsigned = b & 0xff;
      boolean thai = unsigned >= 0xa1 && unsigned <= 0xda || unsigned >= 0xdf && unsigned <= 0xfb;
      if (b < 0 && !thai) {
        return false;
      }
      high += b < 0 ? 1 : 0;
    }
    return high > bytes.length / 2;
  }

  private static int highBytes(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b < 0 ? 1 : 0;
    }
    return count;
  }

  /** Stretches between tags and line ends that hold a byte that is not ASCII. */
  private static byte[] telling(byte[] bytes) {
    ByteArrayOutputStream sample = new ByteArrayOutputStream();
    int start = 0;
    boolean tells = false;
    for (int i = 0; i <= bytes.length && sample.size() < SAMPLE; i++) {
      boolean edge = i == bytes.length || bytes[i] == '<' || bytes[i] == '>' || bytes[i] == '\n';
      if (edge && tells) {
        sample.write(bytes, start, Math.min(i - start, SAMPLE));
        sample.write(' ');
      }
      if (edge) {
        start = i + 1;
        tells = false;
      } else {
        tells |= bytes[i] < 0;
      }
    }
    return sample.toByteArray();
  }
}

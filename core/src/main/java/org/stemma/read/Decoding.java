package org.stemma.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to characters. A byte order mark is believed first; then valid UTF-8, because text in
 * another encoding is almost never valid UTF-8 by chance while pages saved by scrapers often keep a
 * stale {@code meta charset}; then that declaration; then windows-1252, the web's old habit.
 */
final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int DECLARATION_WITHIN = 4096;
  private static final Pattern DECLARED =
      Pattern.compile("charset\\s{0,8}=\\s{0,8}[\"']?([A-Za-z0-9_.:-]{2,40})");

  /** Share of control characters above which bytes are no text. */
  private static final double CONTROLS = 0.05;

  private Decoding() {}

  /** Text, with the label of the encoding that its transport declares. */
  static String text(byte[] bytes, Optional<String> charset) {
    return decode(bytes, charset.flatMap(Decoding::known));
  }

  /** HTML, which may declare its own encoding; what its transport declares comes before that. */
  static String html(byte[] bytes, Optional<String> charset) {
    return decode(bytes, charset.flatMap(Decoding::known).or(() -> declared(bytes)));
  }

  /**
   * What stands for a text everywhere in Stemma: lone surrogates and NUL, which files and databases
   * do not keep, become U+FFFD one for one, so that positions stay.
   */
  static String sound(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isLone(text, i)) {
        return mended(text);
      }
    }
    return text;
  }

  /** Why bytes are not text; empty when they may be. */
  static Optional<String> whyNotText(byte[] bytes) {
    if (starts(bytes, '%', 'P', 'D', 'F')) {
      return Optional.of("a PDF, which Stemma does not read");
    }
    if (starts(bytes, 0x1f, 0x8b)) {
      return Optional.of("compressed with gzip; unpack it first");
    }
    if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
      return Optional.empty();
    }
    int length = Math.min(bytes.length, DECLARATION_WITHIN);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i];
      boolean layout = b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1b;
      controls += b >= 0 && b < ' ' && !layout ? 1 : 0;
    }
    return controls > CONTROLS * length ? Optional.of("not text") : Optional.empty();
  }

  private static String decode(byte[] bytes, Optional<Charset> declared) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return sound(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return sound(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (starts(bytes, 0xfe, 0xff)) {
      return sound(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    try {
      return sound(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return sound(new String(bytes, declared.orElse(WINDOWS_1252)));
    }
  }

  private static Optional<Charset> declared(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_WITHIN);
    Matcher found = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return found.find() ? known(found.group(1)) : Optional.empty();
  }

  private static Optional<Charset> known(String label) {
    try {
      return Optional.of(Charset.forName(label));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean starts(byte[] bytes, int... start) {
    byte[] wanted = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      wanted[i] = (byte) start[i];
    }
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, wanted, 0, start.length);
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static String mended(String text) {
    StringBuilder mended = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isLone(text, i)) {
        mended.setCharAt(i, '\ufffd');
      }
    }
    return mended.toString();
  }
}

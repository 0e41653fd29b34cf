package org.stemma.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes to characters. A byte order mark is believed first, and the look of UTF-16 and UTF-32; then
 * valid UTF-8, because text in another encoding is almost never valid UTF-8 by chance while pages
 * saved by scrapers often keep a stale declaration; then what the transport declares, then what the
 * page declares; then what its bytes look like; then windows-1252, the web's old habit.
 */
final class Decoding {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset ISO_2022_JP = Charset.forName("ISO-2022-JP");
  private static final int UTF_8_MARK = 3;
  private static final int DECLARATION_WITHIN = 4096;
  private static final Pattern META =
      Pattern.compile(
          "(?i)<meta\\b[^>]{0,400}?charset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([a-z0-9_.:+-]{2,40})");
  private static final Pattern XML =
      Pattern.compile(
          "(?i)<\\?xml\\b[^>]{0,400}?encoding\\s{0,8}=\\s{0,8}[\"']\\s{0,8}([a-z0-9_.:+-]{2,40})");

  /** Share of control characters above which bytes are no text. */
  private static final double CONTROLS = 0.05;

  /** Bytes from which a pattern of NULs tells an encoding. */
  private static final int TELLING = 8;

  /** Share of NULs in one place of two, or of four, from which text is in units of that width. */
  private static final double MANY_NULS = 0.4;

  private static final double FEW_NULS = 0.02;

  /** Eight bytes of an array at once; in which order does not matter here. */
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  /** The highest bit of each of eight bytes: none is set in ASCII. */
  private static final long NOT_ASCII = 0x8080808080808080L;

  /** Bytes of ASCII from which it is quicker to copy them apart from what is around them. */
  private static final int WORTH_COPYING = 32;

  /** Bytes of a sign in UTF-8 at most. */
  private static final int LONGEST_SIGN = 4;

  private Decoding() {}

  /** Text, with the label of the encoding that its transport declares. */
  static String text(byte[] bytes, Optional<String> charset) {
    return decode(bytes, () -> charset.flatMap(EncodingLabels::charset));
  }

  /** HTML, which may declare its own encoding; what its transport declares comes before that. */
  static String html(byte[] bytes, Optional<String> charset) {
    return decode(
        bytes,
        () ->
            charset
                .flatMap(EncodingLabels::charset)
                .or(() -> declared(bytes, META))
                .or(() -> declared(bytes, XML)));
  }

  /** XML that is no page. */
  static String xml(byte[] bytes, Optional<String> charset) {
    return decode(
        bytes, () -> charset.flatMap(EncodingLabels::charset).or(() -> declared(bytes, XML)));
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
    if (marked(bytes).isPresent() || wide(bytes).isPresent()) {
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

  /**
   * @param declared asked only where the bytes do not tell, because looking for it takes time
   */
  private static String decode(byte[] bytes, Supplier<Optional<Charset>> declared) {
    Optional<Charset> marked = marked(bytes);
    if (marked.isPresent() && marked.get() != StandardCharsets.UTF_8) {
      String text = wideText(bytes, marked.get());
      return sound(text.startsWith("\ufeff") ? text.substring(1) : text);
    }
    Optional<Charset> wide = marked.isPresent() ? Optional.empty() : wide(bytes);
    if (wide.isPresent()) {
      return sound(wideText(bytes, wide.get()));
    }
    return narrow(
        marked.isPresent() ? Arrays.copyOfRange(bytes, UTF_8_MARK, bytes.length) : bytes, declared);
  }

  private static String narrow(byte[] bytes, Supplier<Optional<Charset>> declared) {
    String text = utf8(bytes);
    if (!isValidUtf8(bytes, text)) {
      MostlyUtf8 mixed = MostlyUtf8.of(bytes);
      if (mixed.isIt()) {
        return sound(mixed.text());
      }
      boolean utf8 = declared.get().filter(StandardCharsets.UTF_8::equals).isPresent();
      return sound(
          utf8 && isCutInASign(bytes, text) ? text : declaredOrGuessed(bytes, declared.get()));
    }
    if (isIso2022Jp(text)) {
      return sound(new String(bytes, ISO_2022_JP));
    }
    // Valid UTF-8 holds no lone surrogate, so there is no need to look at each character.
    return text.indexOf(0) < 0 ? text : mended(text);
  }

  /** True where nothing but the last sign is no UTF-8, because it was cut. */
  private static boolean isCutInASign(byte[] bytes, String text) {
    boolean last = text.indexOf('\ufffd') == text.length() - 1;
    int lead = bytes.length - 1;
    while (lead > 0 && bytes.length - lead < LONGEST_SIGN && (bytes[lead] & 0xc0) == 0x80) {
      lead--;
    }
    int first = bytes[lead] & 0xff;
    int told = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    return last && told > bytes.length - lead;
  }

  /**
   * As Java decodes leniently. Java goes sign by sign from the first that is not ASCII on; most of
   * a page is markup, whose stretches of ASCII are copied here as they are.
   */
  private static String utf8(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int from = 0;
    while (from < bytes.length) {
      int ascii = asciiEnd(bytes, from);
      text.append(new String(bytes, from, ascii - from, StandardCharsets.ISO_8859_1));
      from = mixedEnd(bytes, ascii);
      text.append(new String(bytes, ascii, from - ascii, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  /**
   * Where a stretch with other signs than ASCII ends, at a sign that begins a long one of ASCII.
   */
  private static int mixedEnd(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length) {
      int ascii = bytes[end] < 0 ? end : asciiEnd(bytes, end);
      if (ascii - end >= WORTH_COPYING) {
        return end;
      }
      end = Math.min(bytes.length, ascii + 1);
    }
    return end;
  }

  private static int asciiEnd(byte[] bytes, int start) {
    int end = start;
    while (end + Long.BYTES <= bytes.length && ((long) EIGHT.get(bytes, end) & NOT_ASCII) == 0) {
      end += Long.BYTES;
    }
    while (end < bytes.length && bytes[end] >= 0) {
      end++;
    }
    return end;
  }

  /**
   * Java decodes leniently several times as fast as strictly, and puts U+FFFD for what is broken:
   * only a text with that sign, which may also be its own, needs the strict decoder.
   */
  private static boolean isValidUtf8(byte[] bytes, String decoded) {
    if (decoded.indexOf('\ufffd') < 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static String declaredOrGuessed(byte[] bytes, Optional<Charset> declared) {
    return new String(
        bytes,
        declared
            .filter(charset -> !charset.name().startsWith("UTF-"))
            .or(() -> EncodingGuess.of(bytes))
            .orElse(WINDOWS_1252));
  }

  /** Seven-bit Japanese is valid UTF-8 too; its switches are in no other text. */
  private static boolean isIso2022Jp(String text) {
    return text.indexOf('\u001b') >= 0 && (text.contains("\u001b$B") || text.contains("\u001b$@"));
  }

  /** The encoding that a mark at the start tells. */
  private static Optional<Charset> marked(byte[] bytes) {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xff, 0xfe, 0, 0)) {
      return Optional.of(UTF_32LE);
    }
    if (starts(bytes, 0, 0, 0xfe, 0xff)) {
      return Optional.of(UTF_32BE);
    }
    if (starts(bytes, 0xff, 0xfe)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return starts(bytes, 0xfe, 0xff) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** UTF-16 and UTF-32 without a mark put NULs beside each sign of markup and each blank. */
  private static Optional<Charset> wide(byte[] bytes) {
    int length = Math.min(bytes.length, DECLARATION_WITHIN) & ~3;
    if (length < TELLING) {
      return Optional.empty();
    }
    int[] nuls = new int[4];
    for (int i = 0; i < length; i++) {
      nuls[i & 3] += bytes[i] == 0 ? 1 : 0;
    }
    double each = length / 4.0;
    boolean[] many = new boolean[4];
    boolean[] few = new boolean[4];
    for (int i = 0; i < 4; i++) {
      many[i] = nuls[i] > MANY_NULS * each;
      few[i] = nuls[i] <= FEW_NULS * each;
    }
    if (many[0] && many[1] && many[2] && few[3]) {
      return Optional.of(UTF_32BE);
    }
    if (few[0] && many[1] && many[2] && many[3]) {
      return Optional.of(UTF_32LE);
    }
    if (many[0] && few[1] && many[2] && few[3]) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return few[0] && many[1] && few[2] && many[3]
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  /** Java's decoder of UTF-16 takes a lone surrogate and what follows it for one broken sign. */
  private static String wideText(byte[] bytes, Charset charset) {
    boolean little = charset == StandardCharsets.UTF_16LE;
    if (!little && charset != StandardCharsets.UTF_16BE) {
      return new String(bytes, charset);
    }
    ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    String text = ByteBuffer.wrap(bytes).order(order).asCharBuffer().toString();
    return bytes.length % 2 == 0 ? text : text + '\ufffd';
  }

  private static Optional<Charset> declared(byte[] bytes, Pattern where) {
    int length = Math.min(bytes.length, DECLARATION_WITHIN);
    Matcher found = where.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return found.find() ? EncodingLabels.charset(found.group(1)) : Optional.empty();
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

  /**
   * UTF-8 with bytes in it that are not: pages put together from two systems, or damaged. A single
   * byte among ASCII was a letter or a quotation mark of windows-1252; others stay unknown.
   *
   * @param sound signs of more than one byte that are valid
   * @param broken bytes that belong to none
   */
  private record MostlyUtf8(String text, int sound, int broken) {
    static MostlyUtf8 of(byte[] bytes) {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length);
      CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
      int broken = 0;
      while (true) {
        CoderResult result = utf8.decode(in, out, true);
        if (!result.isError()) {
          break;
        }
        for (int i = 0; i < result.length(); i++) {
          out.put(alone(bytes, in.position()));
          in.get();
          broken++;
        }
      }
      out.flip();
      String text = out.toString();
      int sound = 0;
      for (int i = 0; i < text.length(); i++) {
        sound += text.charAt(i) > '\u007f' ? 1 : 0;
      }
      return new MostlyUtf8(text, sound - broken, broken);
    }

    /** In other encodings few bytes happen to be valid. */
    boolean isIt() {
      return sound > broken;
    }

    private static char alone(byte[] bytes, int i) {
      boolean amongAscii =
          (i == 0 || bytes[i - 1] >= 0) && (i + 1 == bytes.length || bytes[i + 1] >= 0);
      return amongAscii ? new String(bytes, i, 1, WINDOWS_1252).charAt(0) : '\ufffd';
    }
  }
}

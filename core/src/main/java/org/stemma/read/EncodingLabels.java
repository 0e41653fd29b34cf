package org.stemma.read;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What labels of encodings mean on the web, which is not always what they say: the table of the
 * WHATWG Encoding Standard, section 4.2, as far as Java does not know it.
 */
final class EncodingLabels {
  /** By the encoding that is meant, the labels that Java would take for another one or not know. */
  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry(
              "windows-1252",
              "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1"
                  + " iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252"
                  + " x-user-defined unicode-1-1"),
          Map.entry(
              "windows-1254",
              "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
                  + " iso_8859-9:1989 l5 latin5 x-cp1254"),
          Map.entry(
              "x-windows-874",
              "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 windows-874"),
          Map.entry("windows-1255", "iso-8859-8 iso-8859-8-i iso-8859-8-e logical visual"),
          Map.entry(
              "GB18030",
              "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
          Map.entry("Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
          Map.entry(
              "windows-31j",
              "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
          Map.entry("EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp"),
          Map.entry(
              "x-windows-949",
              "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601"
                  + " ksc_5601 windows-949"),
          Map.entry("x-MacRoman", "csmacintosh mac macintosh x-mac-roman"),
          Map.entry("x-MacUkraine", "x-mac-cyrillic x-mac-ukrainian"),
          Map.entry("KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"),
          Map.entry("KOI8-U", "koi8-ru koi8-u"),
          Map.entry(
              "UTF-8", "unicode-1-1-utf-8 utf-8 utf8 unicode11utf8 unicode20utf8 x-unicode20utf8"),
          Map.entry(
              "UTF-16LE", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"),
          Map.entry("UTF-16BE", "unicodefffe utf-16be"));

  /** Encodings in which harmless bytes can hide markup; browsers do not decode them either. */
  private static final Set<String> REFUSED =
      Set.of(
          "utf-7",
          "unicode-1-1-utf-7",
          "x-utf-7",
          "iso-2022-kr",
          "csiso2022kr",
          "iso-2022-cn",
          "iso-2022-cn-ext",
          "hz-gb-2312",
          "cesu-8",
          "scsu",
          "bocu-1");

  private static final Map<String, String> MEANT = meant();

  private EncodingLabels() {}

  /** The encoding that a label means; empty where it means none that is decoded. */
  static Optional<Charset> charset(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    if (REFUSED.contains(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)))
          .filter(charset -> !isEbcdic(charset));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Java knows encodings in which no letter is where ASCII has it; no page is in one. */
  private static boolean isEbcdic(Charset charset) {
    return charset.canEncode()
        && !charset.name().startsWith("UTF-")
        && charset.encode("<").get(0) != '<';
  }

  private static Map<String, String> meant() {
    Map<String, String> meant = new HashMap<>();
    TABLE.forEach(
        (charset, labels) -> {
          for (String label : labels.split(" ")) {
            meant.put(label, charset);
          }
        });
    return Map.copyOf(meant);
  }
}

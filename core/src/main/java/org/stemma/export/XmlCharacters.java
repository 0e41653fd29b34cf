package org.stemma.export;

/** What an XML 1.0 document can hold. */
final class XmlCharacters {
  private XmlCharacters() {}

  /** True for a code point that may stand in a document (XML 1.0, production 2). */
  static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** The text with U+FFFD for what may not stand there. */
  static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().forEach(c -> allowed.appendCodePoint(isAllowed(c) ? c : 0xFFFD));
    return allowed.toString();
  }
}

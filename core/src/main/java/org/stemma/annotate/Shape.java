package org.stemma.annotate;

/** The look of a token, as a small number. */
final class Shape {
  static final byte LOWER = 0;
  static final byte TITLE = 1;
  static final byte UPPER = 2;
  static final byte INITIAL = 3;
  static final byte MIXED = 4;
  static final byte DIGITS = 5;
  static final byte WITH_DIGIT = 6;

  /** From here on: one mark. */
  static final byte MARK = 7;

  static final byte COMMA = 8;
  static final byte STOP = 9;
  static final byte COLON = 10;
  static final byte DASH = 11;
  static final byte APOSTROPHE = 12;
  static final byte QUOTE = 13;
  static final byte BRACKET = 14;

  private Shape() {}

  static byte of(CharSequence text, int start, int end) {
    char first = text.charAt(start);
    if (!Character.isLetterOrDigit(Character.codePointAt(text, start)) && first != '_') {
      return mark(first);
    }
    int upper = 0;
    int lower = 0;
    int digits = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
    }
    if (digits > 0) {
      return upper + lower == 0 ? DIGITS : WITH_DIGIT;
    }
    if (upper == 0) {
      return LOWER;
    }
    if (lower == 0) {
      return end - start == 1 ? INITIAL : UPPER;
    }
    return upper == 1 && Character.isUpperCase(first) ? TITLE : MIXED;
  }

  private static byte mark(char c) {
    return switch (c) {
      case ',' -> COMMA;
      case '.', '!', '?', '…' -> STOP;
      case ':', ';' -> COLON;
      case '-', '–', '—', '―' -> DASH;
      case '\'', '’', '‘' -> APOSTROPHE;
      case '"', '“', '”', '«', '»', '„', '‟' -> QUOTE;
      case '(', ')', '[', ']' -> BRACKET;
      default -> MARK;
    };
  }

  /** True for a word that begins with a capital letter. */
  static boolean isCapital(byte shape) {
    return shape >= TITLE && shape <= MIXED;
  }
}

package org.stemma.app.picture;

import java.util.Locale;

/** The letters of a picture, by what is written in them. */
public enum Lettering {
  NAME(14, true, false),
  NOTE(12, false, false),
  STRONG_NOTE(12, true, false),
  ASIDE(12, false, true),
  /** Words of a text that was read. */
  TEXT(15, false, false);

  private final int size;
  private final boolean bold;
  private final boolean slanted;

  Lettering(int size, boolean bold, boolean slanted) {
    this.size = size;
    this.bold = bold;
    this.slanted = slanted;
  }

  int size() {
    return size;
  }

  boolean isBold() {
    return bold;
  }

  boolean isSlanted() {
    return slanted;
  }

  boolean isSerif() {
    return this == TEXT;
  }

  /** As the stylesheet calls it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** About how many pixels so many letters need; wide scripts count double. */
  public double width(String text) {
    double letters =
        text.codePoints().mapToDouble(c -> c >= 0x1100 && Character.isIdeographic(c) ? 2 : 1).sum();
    return letters * size * (bold ? 0.61 : isSerif() ? 0.48 : 0.54);
  }
}

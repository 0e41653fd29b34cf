package org.stemma.app.picture;

import java.awt.Color;
import java.util.Locale;

/**
 * The colours of a picture. A file has them as they are here; in a page the stylesheet gives its
 * own, so that they follow the reader's choice of light or dark.
 */
public enum Ink {
  INK(0x1c1b19),
  SOFT(0x5d5a53),
  RULE(0xdedad0),
  PAPER(0xfcfbf8),
  SHEET(0xf5f2eb),
  PUT(0x1c5e3a),
  GRAVE(0xa3161a);

  private final int rgb;

  Ink(int rgb) {
    this.rgb = rgb;
  }

  Color color() {
    return new Color(rgb);
  }

  String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** As the stylesheet calls it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

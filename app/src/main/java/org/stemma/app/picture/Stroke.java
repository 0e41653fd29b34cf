package org.stemma.app.picture;

import java.util.List;

/** How a line is drawn. Lines that mean different things differ in more than colour. */
public enum Stroke {
  HAIR(1, List.of()),
  THIN(1.6f, List.of()),
  THICK(3, List.of()),
  DASHED(1.6f, List.of(7f, 4f)),
  DOTTED(2, List.of(1.5f, 4f)),
  DASH_DOT(2, List.of(9f, 3.5f, 2f, 3.5f));

  private final float width;
  private final List<Float> dashes;

  Stroke(float width, List<Float> dashes) {
    this.width = width;
    this.dashes = dashes;
  }

  float width() {
    return width;
  }

  /** Drawn and left out, in turns; empty for an unbroken line. */
  List<Float> dashes() {
    return dashes;
  }
}

package org.stemma.app.picture;

import java.util.List;

/** One mark of a picture. Lengths and places are pixels, from the upper left corner. */
public sealed interface Mark {
  /** A place. */
  record Point(double x, double y) {}

  /**
   * A line through some points; its corners are rounded.
   *
   * @param title said when one points at it; may be empty
   */
  record Line(List<Point> points, Ink ink, Stroke stroke, String title) implements Mark {
    public Line {
      points = List.copyOf(points);
      if (points.size() < 2) {
        throw new IllegalArgumentException("a line has two ends");
      }
    }
  }

  /**
   * A line that leaves and arrives level, bent like an S.
   *
   * @param title said when one points at it; may be empty
   */
  record Curve(Point from, Point to, Ink ink, Stroke stroke, String title) implements Mark {}

  /** A disc with a rim. */
  record Dot(Point at, double radius, Ink fill, Ink rim, Stroke stroke) implements Mark {}

  /** A rounded box with a rim. */
  record Box(Point corner, double width, double height, Ink fill, Ink rim) implements Mark {}

  /** Words that begin at a place, on one line; {@code at} is on their base line. */
  record Words(Point at, String text, Lettering lettering, Ink ink) implements Mark {}

  /**
   * Marks that lead somewhere.
   *
   * @param title said when one points at them; may be empty
   */
  record Linked(String href, String title, List<Mark> marks) implements Mark {
    public Linked {
      marks = List.copyOf(marks);
    }
  }
}

package org.stemma.app.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A picture as marks, in the order in which they are drawn. Immutable.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title what it shows
 * @param description what it tells, for those who do not see it
 */
public record Drawing(int width, int height, String title, String description, List<Mark> marks) {
  public Drawing {
    requireNonNull(title, "title");
    requireNonNull(description, "description");
    marks = List.copyOf(marks);
    if (width <= 0 || height <= 0) {
      throw new IllegalArgumentException("a picture of " + width + " by " + height + " pixels");
    }
  }
}

package org.stemma.model;

import java.util.Arrays;

/**
 * The meaning of a content as a few whole numbers from -127 to 127: contents that say the same have
 * vectors that point the same way. Only the direction tells something: the scale does not matter,
 * and vectors are compared by their {@linkplain #cosine cosine}. Vectors of one model alone can be
 * compared. Immutable.
 */
public final class Vector {
  /** Where no meaning is known: a vector without numbers. */
  public static final Vector NONE = new Vector(new byte[0]);

  private final byte[] values;

  private Vector(byte[] values) {
    this.values = values;
  }

  /**
   * A vector of these numbers, which are copied.
   *
   * @throws IllegalArgumentException when one is -128, which has no opposite
   */
  public static Vector of(byte... values) {
    for (byte value : values) {
      if (value == Byte.MIN_VALUE) {
        throw new IllegalArgumentException("a vector's numbers must lie in -127 to 127");
      }
    }
    return values.length == 0 ? NONE : new Vector(values.clone());
  }

  /** How many numbers it has; 0 for {@link #NONE} alone. */
  public int width() {
    return values.length;
  }

  /** A copy of its numbers, each from -127 to 127. */
  public byte[] values() {
    return values.clone();
  }

  /**
   * How alike two meanings are: 1 where both point the same way, 0 where they have nothing to do
   * with one another or one of them is {@link #NONE} or zero throughout, and at least -1.
   *
   * @throws IllegalArgumentException when both have numbers, but not as many: they are of two
   *     models
   */
  public double cosine(Vector other) {
    if (width() == 0 || other.width() == 0) {
      return 0;
    }
    if (width() != other.width()) {
      throw new IllegalArgumentException(
          "vectors of " + width() + " and " + other.width() + " numbers cannot be compared");
    }
    long product = 0;
    long own = 0;
    long others = 0;
    for (int i = 0; i < values.length; i++) {
      product += values[i] * other.values[i];
      own += values[i] * values[i];
      others += other.values[i] * other.values[i];
    }
    if (own == 0 || others == 0) {
      return 0;
    }
    return Math.max(-1, Math.min(1, product / Math.sqrt((double) own * others)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vector vector && Arrays.equals(values, vector.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  /** Its numbers, for people. */
  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}

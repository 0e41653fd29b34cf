package org.stemma.model;

/**
 * A part of an article's text.
 *
 * @param start first UTF-16 code unit, from 0, inclusive
 * @param end one past the last UTF-16 code unit, exclusive; greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  public Span {
    if (start < 0) {
      throw new IllegalArgumentException("span start " + start + " must be >= 0");
    }
    if (end <= start) {
      throw new IllegalArgumentException("span end " + end + " must be > start " + start);
    }
  }

  /** The smallest span that covers both. */
  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Number of UTF-16 code units. */
  public int length() {
    return end - start;
  }

  /** True when {@code offset} lies inside. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** True when every unit of {@code other} lies inside. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Number of UTF-16 code units that both cover, 0 when they are apart. */
  public int overlap(Span other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }

  /** True when both cover a unit. */
  public boolean overlaps(Span other) {
    return overlap(other) > 0;
  }

  /**
   * The characters of this span.
   *
   * @throws IndexOutOfBoundsException when the span does not lie in {@code text}
   */
  public String in(CharSequence text) {
    return text.subSequence(start, end).toString();
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}

package org.stemma.clean;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * An element of a page that stands as a block of its own, and which pieces of text lie in it. The
 * outermost box is its own parent.
 */
final class Box {
  private final Element element;
  private final Box parent;
  private final int index;
  private final int first;
  private int end;
  private int pictures;

  private Box(Element outermost) {
    this.element = outermost;
    this.parent = this;
    this.index = 0;
    this.first = 0;
  }

  private Box(Element element, Box parent, int index, int first) {
    this.element = element;
    this.parent = parent;
    this.index = index;
    this.first = first;
    this.end = first;
  }

  static Box outermost(Element element) {
    return new Box(element);
  }

  /**
   * A box in this one.
   *
   * @param index among the page's boxes, which stand in page order: parents first
   * @param first index of the first piece that can lie in it
   */
  Box inner(Element inside, int index, int first) {
    return new Box(inside, this, index, first);
  }

  void close(int end) {
    this.end = end;
  }

  /** Counts a picture here and in all boxes around. */
  void addPicture() {
    Box box = this;
    box.pictures++;
    while (!box.isOutermost()) {
      box = box.parent;
      box.pictures++;
    }
  }

  /** True where a picture lies in this box and not in the {@code inner} one. */
  boolean isPictured(Box inner) {
    return pictures > inner.pictures;
  }

  Element element() {
    return element;
  }

  String tag() {
    return element.normalName();
  }

  Box parent() {
    return parent;
  }

  boolean isOutermost() {
    return parent == this;
  }

  int index() {
    return index;
  }

  /** Index of its first piece. */
  int first() {
    return first;
  }

  /** Index behind its last piece. */
  int end() {
    return end;
  }

  /** Number of its pieces. */
  int size() {
    return end - first;
  }

  boolean holds(int piece) {
    return first <= piece && piece < end;
  }

  boolean holds(Box other) {
    return first <= other.first && other.end <= end && index <= other.index;
  }

  /** True for the same tag and classes. */
  boolean isLike(Box other) {
    return tag().equals(other.tag()) && element.className().equals(other.element.className());
  }

  /** The nearest box of one of these tags, this one or around it, inside {@code limit}. */
  Optional<Box> within(Box limit, Set<String> tags) {
    Box box = this;
    while (box != limit && !box.isOutermost()) {
      if (tags.contains(box.tag())) {
        return Optional.of(box);
      }
      box = box.parent;
    }
    return Optional.empty();
  }

  /**
   * Adds what each box holds to what the boxes around it hold.
   *
   * @param boxes in page order, one for each number
   */
  static void sumUp(double[] numbers, List<Box> boxes) {
    for (int i = numbers.length - 1; i > 0; i--) {
      numbers[boxes.get(i).parent.index] += numbers[i];
    }
  }
}

package org.stemma.app.pages.view;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param count of the whole list, with its noun left out: "1,204"
 * @param lines of this page
 * @param previous where the page before is; empty when there is none
 * @param next where the page after is; empty when there is none
 * @param query of the whole list, with its question mark; empty when nothing was asked for
 */
public record ListView<T>(
    String count, List<T> lines, String position, String previous, String next, String query) {
  public ListView {
    lines = List.copyOf(lines);
  }

  /** A path with a query. */
  public record Address(String text) {
    /** With its question mark; empty where there is none. */
    String query() {
      int mark = text.indexOf('?');
      return mark < 0 ? "" : text.substring(mark);
    }

    /** With one more value. */
    public Address with(String name, String value) {
      return new Address(
          text + (text.contains("?") ? "&" : "?") + name + "=" + Links.encode(value));
    }
  }

  /**
   * @param page number, from 1
   * @param size lines on a page
   * @param address of the list
   * @param line makes a line of an item
   */
  public static <A, T> ListView<T> page(
      List<A> all, int page, int size, Address address, Function<A, T> line) {
    int from = (int) Math.min(all.size(), (page - 1L) * size);
    int to = Math.min(all.size(), from + size);
    return of(all.subList(from, to), all.size(), page, size, address, line);
  }

  /**
   * @param items of this page alone
   * @param count of the whole list
   * @param page number, from 1
   * @param size items on a page
   * @param address of the list
   * @param line makes a line of an item
   */
  public static <A, T> ListView<T> of(
      List<A> items, int count, int page, int size, Address address, Function<A, T> line) {
    int from = (int) Math.min(count, (page - 1L) * size);
    int to = from + items.size();
    String position =
        from == 0 && to == count
            ? ""
            : Phrases.number(from + 1L)
                + " to "
                + Phrases.number(to)
                + " of "
                + Phrases.number(count);
    return new ListView<>(
        Phrases.number(count),
        items.stream().map(line).toList(),
        position,
        page > 1 ? address.with("page", Integer.toString(page - 1)).text() : "",
        to < count ? address.with("page", Integer.toString(page + 1)).text() : "",
        address.query());
  }
}

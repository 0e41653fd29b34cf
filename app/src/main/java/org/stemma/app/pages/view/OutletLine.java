package org.stemma.app.pages.view;

import java.util.List;

/** An outlet in a list. */
public record OutletLine(String name, String href, String articles) {
  /** The line for an outlet. */
  public static OutletLine of(String name, int articles) {
    return new OutletLine(name, Links.outlet(name), Phrases.count(articles, "article"));
  }

  /**
   * All outlets.
   *
   * @param unknown "1 article names no outlet."; may be empty
   */
  public record Outlets(List<OutletLine> lines, String unknown) {
    public Outlets {
      lines = List.copyOf(lines);
    }
  }

  /** The list, with the number of articles that name no outlet. */
  public static Outlets list(List<OutletLine> lines, int unknown) {
    String sentence =
        unknown == 0
            ? ""
            : Phrases.count(unknown, "article")
                + (unknown == 1 ? " names no outlet." : " name no outlet.");
    return new Outlets(lines, sentence);
  }
}

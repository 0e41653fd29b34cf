package org.stemma.app.pages.view;

import static java.util.Objects.requireNonNull;

import gg.jte.Content;

/**
 * A checked draft for a file of its own.
 *
 * @param check what the page shows
 * @param style the style sheet, our own, to stand in the file
 */
public record CheckReportView(CheckView check, Content style) {
  public CheckReportView {
    requireNonNull(check, "check");
    requireNonNull(style, "style");
  }

  /** With the style sheet as it is. */
  public CheckReportView(CheckView check, String style) {
    this(check, out -> out.writeContent(style));
  }
}

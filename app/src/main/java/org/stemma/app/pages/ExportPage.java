package org.stemma.app.pages;

import java.util.Locale;
import org.stemma.app.desk.Shelf;
import org.stemma.app.export.Exports;
import org.stemma.app.export.Format;
import org.stemma.app.export.Wanted;
import org.stemma.app.export.What;
import org.stemma.app.pages.view.ExportView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.pipeline.Filter;

/** The record as files: {@code /export/statements.csv?outlet=...}, with the filter of the pages. */
final class ExportPage {
  private final Shelf shelf;
  private final Templates templates;

  ExportPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  /** What there is, of what the filter in the address lets through. */
  Answer show(Request request) {
    try {
      return templates.page(
          "export", "The record as files", ExportView.of(Filter.of(request::query)));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  Answer download(String file, Request request) {
    int dot = file.indexOf('.');
    String name = dot < 0 ? file : file.substring(0, dot);
    String ending = dot < 0 ? "" : file.substring(dot + 1);
    for (What what : What.values()) {
      for (Format format : what.formats()) {
        if (what.name().toLowerCase(Locale.ROOT).equals(name) && format.ending().equals(ending)) {
          return download(what, format, request);
        }
      }
    }
    throw Refusal.notFound("There is no such export.");
  }

  private Answer download(What what, Format format, Request request) {
    try {
      Exports export = new Exports(shelf, what, format, Wanted.of(request::query));
      return Answer.download(export.fileName(), format.mediaType(), export::writeTo);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }
}

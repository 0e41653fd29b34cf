package org.stemma.app.pages;

import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.AddView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Request;

/** Pages dropped on the site go into the desk. */
final class AddPage {
  /** Greatest length of what is dropped at once, in bytes. */
  private static final int UPLOAD_BYTES = 50 << 20;

  private final Shelf shelf;
  private final Templates templates;
  private final Gate gate;

  AddPage(Shelf shelf, Templates templates, Gate gate) {
    this.shelf = shelf;
    this.templates = templates;
    this.gate = gate;
  }

  Answer form() {
    return templates.page("add", "Add pages", "");
  }

  Answer add(Request request) {
    Form form = request.form(UPLOAD_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    if (form.files().isEmpty()) {
      return form();
    }
    return templates.page("added", "Pages read", AddView.of(shelf.add(form.files())));
  }
}

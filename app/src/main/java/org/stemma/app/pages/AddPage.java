package org.stemma.app.pages;

import org.stemma.app.desk.Addition;
import org.stemma.app.desk.Additions;
import org.stemma.app.pages.view.AddView;
import org.stemma.app.pages.view.AddingView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;

/** Pages dropped on the site go into the desk; long work can be left, come back to and stopped. */
final class AddPage {
  /** Greatest length of what is dropped at once, in bytes. */
  private static final int UPLOAD_BYTES = 50 << 20;

  /** Of the form that stops, in bytes. */
  private static final int FORM_BYTES = 1 << 12;

  /** What is read sooner is told at once, in milliseconds. */
  private static final long SOON = 1_500;

  private final Additions additions;
  private final Templates templates;
  private final Gate gate;

  AddPage(Additions additions, Templates templates, Gate gate) {
    this.additions = additions;
    this.templates = templates;
    this.gate = gate;
  }

  Answer form() {
    return templates.page(
        "add", "Add pages", additions.unfinished().stream().map(AddingView::of).toList());
  }

  Answer add(Request request) {
    Form form = request.form(UPLOAD_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    if (form.files().isEmpty()) {
      return form();
    }
    Addition addition =
        additions
            .begin(form.files())
            .orElseThrow(
                () ->
                    new Refusal(
                        503, "Others wait to be read already; drop these when some are done."));
    return addition.await(SOON) ? show(addition) : Answer.seeOther("/add/" + addition.number());
  }

  /** How far it is, or what became of it. */
  Answer show(String number) {
    return show(find(number));
  }

  /** Stops it. */
  Answer stop(String number, Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    Addition addition = find(number);
    addition.stop();
    return Answer.seeOther("/add/" + addition.number());
  }

  private Answer show(Addition addition) {
    if (addition.report().isPresent()) {
      return templates.page(
          "added", "Pages read", AddView.of(addition.report().get(), addition.isStopped()));
    }
    AddingView view = AddingView.of(addition);
    return templates.page("adding", view.title(), view);
  }

  private Addition find(String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw Refusal.notFound("There is no page at this address.");
    }
    return additions
        .find(Integer.parseInt(number))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Nothing is read under this number; what was read before is in the desk."));
  }
}

package org.stemma.app.pages;

import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.CheckView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/** A draft's quotations against the record. The draft is read and forgotten. */
final class CheckPage {
  /** Greatest length of a draft, in bytes: a long book chapter. */
  private static final int DRAFT_BYTES = 1 << 20;

  /** Percent-encoding makes up to three bytes of one. */
  private static final int FORM_BYTES = 3 * DRAFT_BYTES + 4096;

  private final Shelf shelf;
  private final Templates templates;
  private final Gate gate;

  CheckPage(Shelf shelf, Templates templates, Gate gate) {
    this.shelf = shelf;
    this.templates = templates;
    this.gate = gate;
  }

  Answer form() {
    return templates.page("check", "Check a draft", "");
  }

  Answer check(Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    String draft = form.field("draft").orElse("");
    if (draft.isBlank()) {
      return form();
    }
    if (draft.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > DRAFT_BYTES) {
      throw new Refusal(413, "A draft can have 1 MB; check a longer one in parts.");
    }
    // Browsers send line breaks as CR LF.
    CheckReport report = shelf.check(draft.replace("\r\n", "\n"));
    CheckView view = CheckView.of(report, shelf::known, this::statement);
    return templates.page("checked", "Draft check", view);
  }

  private Optional<Statement> statement(Checked.Record record) {
    for (Statement statement : shelf.statementsIn(record.article())) {
      for (Witness witness : statement.witnesses()) {
        if (witness.article().equals(record.article()) && witness.span().overlaps(record.span())) {
          return Optional.of(statement);
        }
      }
    }
    return Optional.empty();
  }
}

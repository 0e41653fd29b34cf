package org.stemma.app.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.JsonOutput;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.app.pages.view.CheckView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.app.web.Upload;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.model.Statement;
import org.stemma.model.Witness;
import org.stemma.pipeline.Drafts;
import org.stemma.read.UnreadableDraft;

/** A draft's quotations against the record. The draft is read and forgotten. */
final class CheckPage {
  /** Greatest length of a draft, in bytes: a long book chapter. */
  private static final int DRAFT_BYTES = 1 << 20;

  /** A document has pictures, too; and percent-encoding makes up to three bytes of one. */
  private static final int FORM_BYTES = 20 << 20;

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
    String draft = draft(form);
    if (draft.isBlank()) {
      return form();
    }
    if (draft.getBytes(StandardCharsets.UTF_8).length > DRAFT_BYTES) {
      throw new Refusal(413, "A draft can have 1 MB; check a longer one in parts.");
    }
    CheckReport report = shelf.check(draft);
    return switch (form.field("as").orElse("")) {
      case "html" ->
          saved(
              Answer.html(200, CheckDocument.html(report, shelf::known)),
              "stemma-draft-check.html");
      case "json" -> saved(Answer.json(200, json(report)), "stemma-draft-check.json");
      default ->
          templates.page(
              "checked", "Draft check", CheckView.of(report, shelf::known, this::statement));
    };
  }

  private byte[] json(CheckReport report) {
    return JsonOutput.document(new RecordJson(shelf, Offsets.UTF16).report(report));
  }

  /** Of a file that was chosen, else what was pasted. */
  private static String draft(Form form) {
    List<Upload> files = form.files().stream().filter(file -> file.content().length > 0).toList();
    if (files.isEmpty()) {
      // Browsers send line breaks as CR LF.
      return form.field("draft").orElse("").replace("\r\n", "\n");
    }
    try {
      return Drafts.text(files.get(0).name(), files.get(0).content());
    } catch (UnreadableDraft e) {
      throw new Refusal(400, e.getMessage());
    }
  }

  private static Answer saved(Answer answer, String name) {
    return new Answer(
        answer.status(),
        answer.contentType(),
        answer.body(),
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
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

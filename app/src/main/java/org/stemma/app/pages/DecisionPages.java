package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.DecisionLine;
import org.stemma.app.pages.view.DecisionsView;
import org.stemma.app.pages.view.Links;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.export.DecisionLines;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.pipeline.TakenOver;

/** The log of what people decided: to read, to take back, to carry to another desk. */
final class DecisionPages {
  /** Lines on a page. */
  private static final int PAGE = 100;

  /** Of a form that takes back, in bytes. */
  private static final int FORM_BYTES = 1 << 12;

  /** Of a log that is taken over, in bytes. */
  private static final int LOG_BYTES = 16 << 20;

  /** The log as a file. */
  static final String FILE = "decisions.jsonl";

  private final Shelf shelf;
  private final Templates templates;
  private final Gate gate;

  DecisionPages(Shelf shelf, Templates templates, Gate gate) {
    this.shelf = shelf;
    this.templates = templates;
    this.gate = gate;
  }

  Answer log(Request request) {
    return log(ListPages.number(request), "");
  }

  private Answer log(int page, String told) {
    int waiting = shelf.waiting().size();
    return templates.page(
        "decisions",
        "Decisions",
        new DecisionsView(
            told,
            waiting == 0 ? "" : TakenOver.waiting(waiting),
            DecisionLine.page(shelf.decisions(), shelf, page, PAGE)));
  }

  /** Takes a decision back, and leads to where that was asked for. */
  Answer revert(Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    String number = form.field("number").orElse("");
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw new Refusal(400, "Decisions are numbered from 1.");
    }
    take(shelf, new Decision.Revert(Decision.now(), Integer.parseInt(number)));
    return Answer.seeOther(back(form));
  }

  /** Where the form stood; made of ids, so that it leads nowhere else. */
  private static String back(Form form) {
    Optional<String> article =
        form.field("article").flatMap(ArticleId::of).map(id -> Links.article(id) + "#correct");
    return article
        .or(() -> form.field("statement").map(id -> Links.statement(id) + "#correct"))
        .orElse("/decisions");
  }

  /** The log as another desk can take it over; and where one lands who reloads after doing so. */
  Answer part(String name) {
    if (name.equals("import")) {
      return Answer.seeOther("/decisions");
    }
    if (!name.equals(FILE)) {
      throw Refusal.notFound("There is no page at this address.");
    }
    return new Answer(
        200,
        "application/x-ndjson; charset=utf-8",
        DecisionLines.write(shelf.decisions()).getBytes(UTF_8),
        Map.of("Content-Disposition", "attachment; filename=\"" + FILE + "\""));
  }

  Answer takeOver(Request request) {
    Form form = request.form(LOG_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    if (form.files().size() != 1) {
      throw new Refusal(400, "Choose the one file that holds the log.");
    }
    TakenOver taken;
    try {
      taken = shelf.takeOver(read(form.files().get(0).content()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
    return log(1, taken.sentence(0));
  }

  private static List<Decision> read(byte[] content) {
    try {
      return DecisionLines.read(UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      throw new Refusal(400, "The file is no UTF-8 text.");
    }
  }

  /** Takes a decision; what speaks against it is told. */
  static void take(Shelf shelf, Decision decision) {
    try {
      shelf.decide(decision);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
  }
}

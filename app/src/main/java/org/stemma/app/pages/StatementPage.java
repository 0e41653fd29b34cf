package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.Citation;
import org.stemma.app.pages.view.CopiesSwitch;
import org.stemma.app.pages.view.CorrectStatementView;
import org.stemma.app.pages.view.DisputeLine;
import org.stemma.app.pages.view.Links;
import org.stemma.app.pages.view.StatementView;
import org.stemma.app.pages.view.StemmaPicture;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Png;
import org.stemma.app.picture.Svg;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/** A statement with its witnesses and its stemma, and the files that can be had of it. */
final class StatementPage {
  private final Shelf shelf;
  private final Templates templates;

  StatementPage(Shelf shelf, Templates templates) {
    this.shelf = shelf;
    this.templates = templates;
  }

  /**
   * @param id of the statement or of any of its witnesses
   */
  Answer show(String id, Request request) {
    Statement statement = statement(id);
    if (!statement.id().equals(id)) {
      // Where two statements became one, or a witness was asked for: one address for one thing.
      return Answer.seeOther(Links.statement(statement.id()));
    }
    Stemma stemma = shelf.stemmaOf(statement);
    StatementView.Wish wish =
        new StatementView.Wish(
            request.query("all").isPresent(), CopiesSwitch.of(request.query(CopiesSwitch.NAME)));
    StatementView view =
        StatementView.of(
            statement,
            shelf.outlets(statement),
            stemma,
            shelf.origins(statement, stemma),
            shelf::known,
            shelf.entities(),
            DisputeLine.of(statement, shelf.disputes(), ListPages.PAGE),
            wish);
    return templates.page(
        "statement",
        view.title(),
        view,
        Map.of("correct", CorrectStatementView.of(statement, shelf)));
  }

  /**
   * @param id of the statement or of any of its witnesses
   */
  Answer file(String id, String name) {
    return switch (name) {
      case "stemma.svg" -> text("image/svg+xml", Svg.file(drawing(id)));
      case "stemma.png" -> png(drawing(id));
      case "cite.json" ->
          text("application/vnd.citationstyles.csl+json; charset=utf-8", citation(id).csl());
      case "cite.bib" -> text("application/x-bibtex; charset=utf-8", citation(id).bibtex());
      case "cite.txt" -> text("text/plain; charset=utf-8", citation(id).plain() + "\n");
      default -> throw Refusal.notFound("There is no page at this address.");
    };
  }

  private Statement statement(String id) {
    return shelf
        .statement(id)
        .orElseThrow(() -> Refusal.notFound("The desk holds no statement of this id."));
  }

  private Drawing drawing(String id) {
    Statement statement = statement(id);
    return new StemmaPicture(statement, shelf.stemmaOf(statement), shelf::known, true, "")
        .drawing();
  }

  private Citation citation(String id) {
    return Citation.of(statement(id), shelf::known);
  }

  private static Answer text(String type, String text) {
    return new Answer(200, type, text.getBytes(UTF_8), Map.of());
  }

  private static Answer png(Drawing drawing) {
    try {
      return new Answer(200, "image/png", Png.of(drawing), Map.of());
    } catch (IOException e) {
      throw new Refusal(503, e.getMessage());
    }
  }
}

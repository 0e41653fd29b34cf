package org.stemma.app.pages;

import java.util.Map;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.CorrectStatementView;
import org.stemma.app.pages.view.Links;
import org.stemma.app.pages.view.StatementView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;
import org.stemma.model.Statement;

/** A statement with its witnesses and its stemma. */
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
  Answer show(String id) {
    Statement statement =
        shelf
            .statement(id)
            .orElseThrow(() -> Refusal.notFound("The desk holds no statement of this id."));
    if (!statement.id().equals(id)) {
      // Where two statements became one, or a witness was asked for: one address for one thing.
      return Answer.seeOther(Links.statement(statement.id()));
    }
    StatementView view =
        StatementView.of(
            statement,
            shelf.outlets(statement),
            shelf.stemmaOf(statement),
            shelf::known,
            shelf.entities());
    return templates.page(
        "statement",
        view.title(),
        view,
        Map.of("correct", CorrectStatementView.of(statement, shelf)));
  }
}

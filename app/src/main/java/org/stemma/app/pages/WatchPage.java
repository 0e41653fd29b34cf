package org.stemma.app.pages;

import java.io.UncheckedIOException;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.FollowingView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;

/** What is followed, and what changed since somebody looked. */
final class WatchPage {
  /** Of a form that follows a search, in bytes. */
  private static final int FORM_BYTES = 1 << 14;

  private final Shelf shelf;
  private final Templates templates;
  private final Gate gate;

  WatchPage(Shelf shelf, Templates templates, Gate gate) {
    this.shelf = shelf;
    this.templates = templates;
    this.gate = gate;
  }

  Answer show() {
    try {
      return templates.page("watch", "What is followed", FollowingView.of(shelf));
    } catch (UncheckedIOException e) {
      throw new Refusal(500, String.valueOf(e.getCause().getMessage()));
    }
  }

  /** Follows a search, leaves it, or keeps in mind that somebody has looked. */
  Answer change(Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    String words = form.field("words").orElse("");
    try {
      switch (form.field("what").orElse("")) {
        case "look" -> shelf.following().look(words);
        case "leave" -> shelf.following().leave(words);
        default -> throw new Refusal(400, "There is nothing of this kind to do here.");
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    } catch (UncheckedIOException e) {
      throw new Refusal(500, String.valueOf(e.getCause().getMessage()));
    }
    return Answer.seeOther("/watch");
  }
}

package org.stemma.app.pages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.CopiesSwitch;
import org.stemma.app.pages.view.Links;
import org.stemma.app.pages.view.ListView;
import org.stemma.app.pages.view.SpeakerLine;
import org.stemma.app.pages.view.SpeakerView;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.text.Spelling;

/** Who speaks, under which names, and what people decide about it. */
final class SpeakerPages {
  /** Lines on a page. */
  private static final int PAGE = 100;

  /** Of a form that decides, in bytes. */
  private static final int FORM_BYTES = 1 << 16;

  /** Longest name that can be given, in code units. */
  private static final int NAME = 200;

  /** What the fields begin with that name a bearing to be split off. */
  private static final String APART = "apart.";

  private final Shelf shelf;
  private final Templates templates;
  private final Gate gate;

  SpeakerPages(Shelf shelf, Templates templates, Gate gate) {
    this.shelf = shelf;
    this.templates = templates;
    this.gate = gate;
  }

  Answer list(Request request) {
    String wanted = request.query("name").orElse("").strip();
    String folded = wanted.toLowerCase(Locale.ROOT);
    List<Entity> found =
        shelf.speakers().stream()
            .filter(
                e -> e.names().stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(folded)))
            .toList();
    ListView.Address address = new ListView.Address("/speakers");
    ListView<SpeakerLine> view =
        ListView.page(
            found,
            ListPages.number(request),
            PAGE,
            wanted.isEmpty() ? address : address.with("name", wanted),
            entity -> SpeakerLine.of(entity, shelf.statementsBy(entity).size()));
    return templates.page("speakers", wanted.isEmpty() ? "Speakers" : "Speakers: " + wanted, view);
  }

  /**
   * @param id of the entity, or of any of its bearings
   */
  Answer show(String id, CopiesSwitch copies) {
    Entity entity = entity(id);
    if (!entity.id().equals(id)) {
      return Answer.seeOther(Links.speaker(entity.id()));
    }
    return templates.page("speaker", entity.name(), SpeakerView.of(entity, shelf, copies));
  }

  /** One decision about the speaker of this id. */
  Answer decide(String id, Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    Entity entity = entity(id);
    Instant now = Decision.now();
    Decision decision =
        switch (form.field("what").orElse("")) {
          case "rename" -> new Decision.Rename(now, entity.id(), name(form));
          case "merge" -> new Decision.Merge(now, List.of(entity.id(), other(form, entity).id()));
          case "split" -> new Decision.Split(now, apart(form));
          case "nobody" -> new Decision.NotASpeaker(now, entity.id());
          default -> throw new Refusal(400, "There is no such decision.");
        };
    DecisionPages.take(shelf, decision);
    return Answer.seeOther(Links.speaker(entity.id()));
  }

  private Entity entity(String id) {
    return shelf
        .entities()
        .byId(id)
        .orElseThrow(() -> Refusal.notFound("The desk knows no speaker of this id."));
  }

  private static String name(Form form) {
    String name = form.field("name").orElse("").strip();
    if (name.isEmpty() || name.length() > NAME) {
      throw new Refusal(400, "A name has 1 to " + NAME + " characters.");
    }
    return name;
  }

  private Entity other(Form form, Entity entity) {
    return called(form.field("with").orElse("").strip(), shelf, e -> !e.equals(entity));
  }

  /**
   * The one speaker who has the name, or the id, that was typed.
   *
   * @param possible false for those that cannot be meant
   */
  static Entity called(String typed, Shelf shelf, Predicate<Entity> possible) {
    Optional<Entity> byId = shelf.entities().byId(typed).filter(possible);
    if (byId.isPresent()) {
      return byId.get();
    }
    String folded = Spelling.folded(typed);
    List<Entity> called =
        shelf.speakers().stream()
            .filter(possible)
            .filter(e -> e.names().stream().anyMatch(n -> Spelling.folded(n).equals(folded)))
            .toList();
    if (called.size() != 1) {
      throw new Refusal(
          400,
          called.isEmpty()
              ? "No other speaker is called that; the list of speakers has all names."
              : called.size() + " others are called that; give the id from one’s address instead.");
    }
    return called.get(0);
  }

  private static List<String> apart(Form form) {
    List<String> bearings =
        form.fields().keySet().stream()
            .filter(field -> field.startsWith(APART))
            .map(field -> field.substring(APART.length()))
            .sorted()
            .toList();
    if (bearings.isEmpty()) {
      throw new Refusal(400, "No article was chosen that means somebody else.");
    }
    return bearings;
  }
}

package org.stemma.app.pages;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.app.desk.Shelf;
import org.stemma.app.pages.view.Links;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Form;
import org.stemma.app.web.Gate;
import org.stemma.app.web.Refusal;
import org.stemma.app.web.Request;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Locus;
import org.stemma.model.Statement;
import org.stemma.model.ZoneRole;
import org.stemma.pipeline.Stretches;

/** Takes what people put right on the pages of articles and statements. */
final class CorrectionPages {
  /** Of a form that corrects, in bytes: a pasted stretch may be long. */
  private static final int FORM_BYTES = 1 << 18;

  /** Longest name of an outlet, in code units. */
  private static final int NAME = 200;

  /** What the fields begin with that name a witness to be split off. */
  private static final String APART = "apart.";

  /** The last part of the address of a statement's page. */
  private static final Pattern ADDRESS = Pattern.compile(".*/statement/([^/?#]+)[^/]*");

  private final Shelf shelf;
  private final Gate gate;

  CorrectionPages(Shelf shelf, Gate gate) {
    this.shelf = shelf;
    this.gate = gate;
  }

  /** One decision about an article. */
  Answer article(String id, Request request) {
    Form form = form(request);
    Annotated read =
        ArticleId.of(id)
            .flatMap(shelf::asRead)
            .orElseThrow(() -> Refusal.notFound("The desk holds no article of this id."));
    ArticleId article = read.article().id();
    take(
        () ->
            switch (what(form)) {
              case "date" -> new Decision.SetDate(Decision.now(), article, text(form, "date"));
              case "outlet" -> new Decision.SetOutlet(Decision.now(), article, name(form));
              case "zone" ->
                  new Decision.MarkZone(
                      Decision.now(),
                      article,
                      Stretches.only(text(form, "words"), read.article().text()),
                      role(form));
              default -> ofAttribution(form);
            });
    return Answer.seeOther(Links.article(article) + "#correct");
  }

  /** One decision about a statement, named by the id of any of its witnesses. */
  Answer statement(String id, Request request) {
    Form form = form(request);
    Statement statement =
        shelf
            .statement(id)
            .orElseThrow(() -> Refusal.notFound("The desk holds no statement of this id."));
    take(
        () ->
            switch (what(form)) {
              case "split" -> new Decision.SplitStatement(Decision.now(), apart(form));
              case "join" ->
                  new Decision.JoinStatements(
                      Decision.now(), List.of(Locus.named(statement.id()), other(form)));
              default -> ofAttribution(form);
            });
    // What is left of it may have another id; the id of any witness leads there.
    return shelf.statement(statement.id()).isPresent()
        ? Answer.seeOther(Links.statement(statement.id()) + "#correct")
        : Answer.seeOther(Links.article(Locus.named(statement.id()).article()) + "#correct");
  }

  private Form form(Request request) {
    Form form = request.form(FORM_BYTES);
    gate.demandToken(form.field("token").orElse(""));
    return form;
  }

  /** What is wrong with a form is told in the words of whoever found it. */
  private void take(Supplier<Decision> making) {
    Decision decision;
    try {
      decision = making.get();
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, e.getMessage());
    }
    DecisionPages.take(shelf, decision);
  }

  private Decision ofAttribution(Form form) {
    Locus place = Locus.named(form.field("said").orElse(""));
    return switch (what(form)) {
      case "reject" -> new Decision.Reject(Decision.now(), place);
      case "not_named" -> new Decision.NotNamed(Decision.now(), place);
      case "speaker" ->
          SpeakerPages.called(text(form, "with"), shelf, entity -> true)
              .saying(Decision.now(), place);
      default -> throw new Refusal(400, "There is no such decision.");
    };
  }

  private static String what(Form form) {
    return form.field("what").orElse("");
  }

  private static String text(Form form, String field) {
    String text = form.field(field).orElse("").strip();
    if (text.isEmpty()) {
      throw new Refusal(400, "The field is empty: nothing was decided.");
    }
    return text;
  }

  private static String name(Form form) {
    String name = text(form, "outlet");
    if (name.length() > NAME) {
      throw new Refusal(400, "A name has 1 to " + NAME + " characters.");
    }
    return name;
  }

  private static ZoneRole role(Form form) {
    for (ZoneRole role : ZoneRole.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(form.field("role").orElse(""))) {
        return role;
      }
    }
    throw new Refusal(400, "There is no such role of a stretch.");
  }

  private static List<Locus> apart(Form form) {
    List<Locus> witnesses =
        form.fields().keySet().stream()
            .filter(field -> field.startsWith(APART))
            .map(field -> field.substring(APART.length()))
            .sorted()
            .map(Locus::named)
            .toList();
    if (witnesses.isEmpty()) {
      throw new Refusal(400, "No witness was chosen that is of another statement.");
    }
    return witnesses;
  }

  /** The other statement, by its id or the address of its page. */
  private static Locus other(Form form) {
    String typed = text(form, "with");
    Matcher address = ADDRESS.matcher(typed);
    String id = address.matches() ? Links.decoded(address.group(1)) : typed;
    return Locus.of(id)
        .orElseThrow(
            () ->
                new Refusal(
                    400, "Give the address of the other statement’s page, or an id from it."));
  }
}

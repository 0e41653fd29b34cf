package org.stemma.app.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stemma.app.desk.Shelf;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Alteration;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Bearing;
import org.stemma.model.Comment;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.Outcome;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Union;
import org.stemma.model.Witness;
import org.stemma.model.Zone;

/** Records as maps with the field names of the API. What is not known is {@code null}. */
final class RecordJson {
  private final Shelf shelf;

  RecordJson(Shelf shelf) {
    this.shelf = shelf;
  }

  /** An article without its text. */
  Map<String, Object> articleHead(Article article) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", article.id().value());
    json.put("address", article.address());
    json.put("outlet", article.outlet().orElse(null));
    json.put("headline", article.headline().orElse(null));
    json.put("byline", article.imprint().byline().orElse(null));
    json.put("authors", article.imprint().authors());
    json.put("dateline", article.imprint().dateline().orElse(null));
    json.put("credit", article.imprint().credit().orElse(null));
    json.put("dates", article.dates().stream().map(RecordJson::date).toList());
    json.put("dating", lower(article.dating().reason()));
    json.put("extent", lower(article.extent()));
    json.put("language", article.language());
    json.put("words", article.words());
    return json;
  }

  /** An article with its text, zones, attributions and names. */
  Map<String, Object> annotated(Annotated annotated) {
    Map<String, Object> json = articleHead(annotated.article());
    json.put("text", annotated.article().text());
    json.put("zones", annotated.article().zones().stream().map(RecordJson::zone).toList());
    json.put("comments", annotated.article().comments().stream().map(RecordJson::comment).toList());
    json.put(
        "attributions", annotated.attributions().stream().map(RecordJson::attribution).toList());
    json.put("names", annotated.names().stream().map(RecordJson::name).toList());
    return json;
  }

  /** What became of a page. */
  Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("place", outcome.place());
    json.put("address", outcome.address().orElse(null));
    json.put("kind", lower(outcome.kind()));
    json.put("reason", outcome.reason());
    return json;
  }

  /** A statement with its witnesses. */
  Map<String, Object> statement(Statement statement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", statement.id());
    json.put("speaker", statement.speakerName().orElse(null));
    json.put("outlets", shelf.outlets(statement));
    json.put("base", statement.base());
    Article base = shelf.known(statement.baseWitness().article());
    json.put(
        "witnesses", statement.witnesses().stream().map(w -> witness(w, base.text())).toList());
    return json;
  }

  /** A dispute with its accounts; numbers of accounts count from 0. */
  Map<String, Object> dispute(Dispute dispute) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", dispute.id());
    json.put("kind", lower(dispute.kind()));
    json.put("lowest", dispute.lowest().orElse(null));
    json.put("highest", dispute.highest().orElse(null));
    List<Map<String, Object>> accounts = new ArrayList<>();
    for (int i = 0; i < dispute.accounts().size(); i++) {
      accounts.add(account(dispute, i));
    }
    json.put("accounts", accounts);
    return json;
  }

  private Map<String, Object> account(Dispute dispute, int index) {
    Account account = dispute.accounts().get(index);
    Article article = shelf.known(account.article());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", account.id());
    json.put("side", lower(account.side()));
    json.put("speaker", speaker(account.speaker()));
    json.put("act", account.act().map(RecordJson::lower).orElse(null));
    json.put("via", account.via());
    json.put("figure", account.figure().map(Figure::value).orElse(null));
    json.put("exactness", account.figure().map(f -> lower(f.exactness())).orElse(null));
    json.put("counted", account.figure().map(Figure::head).orElse(null));
    json.put(
        "replacedBy",
        dispute.updates().stream()
            .filter(update -> update.earlier() == index)
            .map(Dispute.Update::later)
            .findFirst()
            .orElse(null));
    json.put("onlySide", dispute.oneSided().containsKey(account.article()));
    json.put("article", account.article().value());
    json.put("outlet", article.outlet().orElse(null));
    json.put("date", article.published().map(RecordJson::date).orElse(null));
    json.put("address", article.address());
    json.put("span", span(account.span()));
    json.put("words", account.span().in(article.text()));
    json.put("sentence", span(account.sentence()));
    json.put("sentenceWords", account.sentence().in(article.text()));
    return json;
  }

  /** A speaker under all names, with the articles and why they are taken to be one. */
  Map<String, Object> entity(Entity entity) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entity.id());
    json.put("name", entity.name());
    json.put("kind", lower(entity.kind()));
    json.put("isSpeaker", entity.isSpeaker());
    json.put("names", entity.names());
    json.put("bearings", entity.bearings().stream().map(RecordJson::bearing).toList());
    json.put("because", entity.unions().stream().map(RecordJson::union).toList());
    return json;
  }

  /** The same with the ids of what is ascribed to them, those in most outlets first. */
  Map<String, Object> entityWithStatements(Entity entity) {
    Map<String, Object> json = entity(entity);
    json.put("statements", shelf.statementsBy(entity).stream().map(Statement::id).toList());
    return json;
  }

  private static Map<String, Object> bearing(Bearing bearing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", bearing.id());
    json.put("article", bearing.article().value());
    json.put("names", bearing.forms());
    return json;
  }

  private static Map<String, Object> union(Union union) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("one", union.one());
    json.put("other", union.other());
    json.put("reason", lower(union.reason()));
    return json;
  }

  /** What was decided, each with its number. */
  List<Object> decisions(List<Decision> decisions) {
    List<Object> all = new ArrayList<>();
    for (Decision decision : decisions) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("number", all.size() + 1);
      json.put("at", decision.at().toString());
      json.put("decision", decision.kind());
      json.put("bearings", decision.bearings());
      json.put("name", decision instanceof Decision.Rename rename ? rename.name() : null);
      json.put("reverts", decision instanceof Decision.Revert revert ? revert.number() : null);
      all.add(json);
    }
    return all;
  }

  private Map<String, Object> witness(Witness witness, String baseText) {
    Article article = shelf.known(witness.article());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", witness.id());
    json.put("article", witness.article().value());
    json.put("outlet", article.outlet().orElse(null));
    json.put("date", article.published().map(RecordJson::date).orElse(null));
    json.put("address", article.address());
    json.put("span", span(witness.span()));
    json.put("parts", witness.parts().stream().map(RecordJson::span).toList());
    json.put("words", witness.parts().stream().map(p -> p.in(article.text())).toList());
    json.put("quoted", witness.quoted());
    json.put("speaker", speaker(witness.speaker()));
    json.put("via", witness.via());
    json.put("act", lower(witness.act()));
    json.put("alterations", alterations(witness.alterations(), baseText, article.text()));
    return json;
  }

  static List<Map<String, Object>> alterations(
      List<Alteration> alterations, String baseText, String text) {
    return alterations.stream().map(a -> alteration(a, baseText, text)).toList();
  }

  private static Map<String, Object> alteration(Alteration a, String baseText, String text) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", lower(a.kind()));
    json.put("changesSense", a.kind().changesSense());
    json.put("inBase", a.inBase().map(RecordJson::span).orElse(null));
    json.put("baseWords", a.inBase().map(s -> s.in(baseText)).orElse(null));
    json.put("inWitness", a.inWitness().map(RecordJson::span).orElse(null));
    json.put("witnessWords", a.inWitness().map(s -> s.in(text)).orElse(null));
    return json;
  }

  private static Map<String, Object> attribution(Attribution attribution) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", attribution.source().stream().map(RecordJson::span).toList());
    json.put("cue", attribution.cue().stream().map(RecordJson::span).toList());
    json.put("content", attribution.content().stream().map(RecordJson::span).toList());
    json.put("kind", lower(attribution.kind()));
    json.put("speaker", speaker(attribution.speaker()));
    json.put("via", attribution.via());
    json.put("act", lower(attribution.act()));
    json.put("target", attribution.aim().target().stream().map(RecordJson::span).toList());
    json.put("targetName", speaker(attribution.aim().whom()));
    json.put("topic", attribution.aim().topic().stream().map(RecordJson::span).toList());
    json.put("confidence", attribution.confidence());
    return json;
  }

  private static Map<String, Object> name(Name name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", span(name.span()));
    json.put("kind", lower(name.kind()));
    return json;
  }

  static Map<String, Object> date(FoundDate date) {
    return Map.of(
        "value", date.value(), "origin", lower(date.origin()), "sense", lower(date.sense()));
  }

  private static Map<String, Object> zone(Zone zone) {
    return Map.of(
        "role", lower(zone.role()), "start", zone.span().start(), "end", zone.span().end());
  }

  private static Map<String, Object> comment(Comment comment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", span(comment.span()));
    json.put("writer", comment.writer().orElse(null));
    json.put("replyTo", comment.replyTo().orElse(null));
    json.put("time", comment.time().orElse(null));
    return json;
  }

  static int[] span(Span span) {
    return new int[] {span.start(), span.end()};
  }

  static String speaker(Speaker speaker) {
    return speaker instanceof Speaker.Unknown ? null : speaker.label();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

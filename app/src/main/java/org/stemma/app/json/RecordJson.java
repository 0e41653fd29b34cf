package org.stemma.app.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.stemma.app.desk.Shelf;
import org.stemma.check.CheckReport;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.export.DecisionLines;
import org.stemma.model.Alteration;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Bearing;
import org.stemma.model.Comment;
import org.stemma.model.Decision;
import org.stemma.model.Edge;
import org.stemma.model.Entity;
import org.stemma.model.Evidence;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.LostSource;
import org.stemma.model.Name;
import org.stemma.model.Outcome;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Union;
import org.stemma.model.Witness;
import org.stemma.model.Zone;
import org.stemma.pipeline.Overview;

/**
 * Records as maps, in the form that the API, the command line and the tool server all give them.
 * What is not known is {@code null}; fields are always there. Not thread-safe: one for each answer.
 */
public final class RecordJson {
  /** Texts kept at hand: what is written one after the other is mostly of few articles. */
  private static final int AT_HAND = 500;

  private final Shelf shelf;
  private final Offsets offsets;
  private final Map<ArticleId, Text> texts =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, Text> eldest) {
          return size() > AT_HAND;
        }
      };

  /** An article, and what turns a position in its text into what is written. */
  record Text(Article article, IntUnaryOperator offset) {
    String characters() {
      return article.text();
    }
  }

  /**
   * @param offsets what every position counts
   */
  public RecordJson(Shelf shelf, Offsets offsets) {
    this.shelf = shelf;
    this.offsets = offsets;
  }

  Text text(ArticleId id) {
    Text found = texts.get(id);
    if (found == null) {
      Article article = shelf.known(id);
      found = new Text(article, offsets.in(article.text()));
      texts.put(id, found);
    }
    return found;
  }

  /** The desk in numbers. */
  public Map<String, Object> overview(Overview overview) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("articles", overview.articles());
    json.put("outlets", overview.outlets());
    json.put("attributions", overview.attributions());
    json.put("statements", overview.statements());
    json.put("shared", overview.shared());
    json.put("verbatim", overview.verbatim());
    json.put("senseChanged", overview.senseChanged());
    json.put("altered", overview.altered());
    json.put("truncated", overview.truncated());
    json.put("retranslated", overview.retranslated());
    json.put("paraphrased", overview.paraphrased());
    json.put("undated", overview.undated());
    json.put("skipped", overview.skipped());
    return json;
  }

  /** An article without its text. */
  public Map<String, Object> articleHead(Article article) {
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
  public Map<String, Object> annotated(Annotated annotated) {
    Map<String, Object> json = articleHead(annotated.article());
    IntUnaryOperator offset = offsets.in(annotated.article().text());
    json.put("text", annotated.article().text());
    json.put("zones", each(annotated.article().zones(), zone -> zone(zone, offset)));
    json.put("comments", each(annotated.article().comments(), c -> comment(c, offset)));
    json.put("attributions", each(annotated.attributions(), a -> attribution(a, offset)));
    json.put("names", each(annotated.names(), name -> name(name, offset)));
    return json;
  }

  /** What became of a page. */
  public static Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("place", outcome.place());
    json.put("address", outcome.address().orElse(null));
    json.put("kind", lower(outcome.kind()));
    json.put("reason", outcome.reason());
    return json;
  }

  /** A statement with its witnesses. */
  public Map<String, Object> statement(Statement statement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", statement.id());
    json.put("speaker", statement.speakerName().orElse(null));
    json.put("outlets", shelf.outlets(statement));
    json.put("base", statement.baseWitness().id());
    Text base = text(statement.baseWitness().article());
    json.put("witnesses", each(statement.witnesses(), w -> witness(w, base)));
    return json;
  }

  /** The same with who took it from whom. */
  public Map<String, Object> statementWithStemma(Statement statement) {
    Map<String, Object> json = statement(statement);
    Stemma stemma = shelf.stemmaOf(statement);
    json.put("edges", each(stemma.edges(), RecordJson::edge));
    json.put("lost", each(stemma.lost(), RecordJson::lost));
    json.put("undecided", each(stemma.undecided(), ArticleId::value));
    return json;
  }

  private static Map<String, Object> edge(Edge edge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("child", edge.child().value());
    json.put("parent", edge.parent().value());
    json.put("probability", Math.round(edge.probability() * 100) / 100.0);
    json.put("evidence", each(edge.evidence(), RecordJson::evidence));
    return json;
  }

  private static Map<String, Object> evidence(Evidence evidence) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", JsonOutput.name(evidence.kind()));
    json.put("detail", evidence.detail());
    return json;
  }

  private static Map<String, Object> lost(LostSource lost) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agency", lost.agency());
    json.put("heirs", each(lost.heirs(), ArticleId::value));
    return json;
  }

  /** A dispute with its accounts; numbers of accounts count from 0. */
  public Map<String, Object> dispute(Dispute dispute) {
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
    Text text = text(account.article());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", account.id());
    json.put("side", lower(account.side()));
    json.put("speaker", name(account.speaker()));
    json.put("speakerWords", words(account.speaker()));
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
    place(json, text, account.span());
    json.put("words", account.span().in(text.characters()));
    json.put("sentence", account.sentence().in(text.characters()));
    json.put("sentenceStart", text.offset().applyAsInt(account.sentence().start()));
    json.put("sentenceEnd", text.offset().applyAsInt(account.sentence().end()));
    return json;
  }

  /** Where words stand: the article, its date with where that was read, and the position. */
  static void place(Map<String, Object> json, Text text, Span span) {
    Article article = text.article();
    Optional<FoundDate> published = article.published();
    json.put("article", article.id().value());
    json.put("outlet", article.outlet().orElse(null));
    json.put("date", published.map(FoundDate::value).orElse(null));
    json.put("dateOrigin", published.map(date -> lower(date.origin())).orElse(null));
    json.put("address", article.address());
    json.put("start", text.offset().applyAsInt(span.start()));
    json.put("end", text.offset().applyAsInt(span.end()));
  }

  /** A speaker under all names, with the articles and why they are taken to be one. */
  public Map<String, Object> entity(Entity entity) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", entity.id());
    json.put("name", entity.name());
    json.put("kind", lower(entity.kind()));
    json.put("isSpeaker", entity.isSpeaker());
    json.put("names", entity.names());
    json.put("statementCount", shelf.statementsBy(entity).size());
    json.put("bearings", entity.bearings().stream().map(RecordJson::bearing).toList());
    json.put("because", entity.unions().stream().map(RecordJson::union).toList());
    return json;
  }

  /** The same with the ids of what is ascribed to them, those in most outlets first. */
  public Map<String, Object> entityWithStatements(Entity entity) {
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
  public static List<Map<String, Object>> decisions(List<Decision> decisions) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> fields : DecisionLines.fields(decisions)) {
      Map<String, Object> json = new LinkedHashMap<>(fields);
      json.putIfAbsent("bearings", List.of());
      json.putIfAbsent("name", null);
      json.putIfAbsent("reverts", null);
      all.add(json);
    }
    return all;
  }

  /** What a check of a draft tells. */
  public Map<String, Object> report(CheckReport report) {
    return new CheckJson(this, report, offsets.in(report.draft())).fields();
  }

  private Map<String, Object> witness(Witness witness, Text base) {
    Text text = text(witness.article());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", witness.id());
    place(json, text, witness.span());
    json.put("text", plain(text.characters(), witness.parts()));
    json.put("parts", each(witness.parts(), part -> span(part, text.offset())));
    json.put("quoted", witness.quoted());
    json.put("speaker", name(witness.speaker()));
    json.put("speakerWords", words(witness.speaker()));
    json.put("via", witness.via());
    json.put("act", lower(witness.act()));
    json.put(
        "alterations",
        each(
            witness.alterations(),
            a ->
                alteration(a, base.characters(), base.offset(), text.characters(), text.offset())));
    return json;
  }

  /** The wording; between its parts stand the outlet's own words. */
  private static String plain(String text, List<Span> parts) {
    return String.join(" ... ", each(parts, part -> part.in(text)));
  }

  static Map<String, Object> alteration(
      Alteration a, String baseText, IntUnaryOperator inBase, String text, IntUnaryOperator in) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", lower(a.kind()));
    json.put("changesSense", a.kind().changesSense());
    json.put("inBase", a.inBase().map(s -> span(s, inBase)).orElse(null));
    json.put("baseWords", a.inBase().map(s -> s.in(baseText)).orElse(null));
    json.put("inWitness", a.inWitness().map(s -> span(s, in)).orElse(null));
    json.put("witnessWords", a.inWitness().map(s -> s.in(text)).orElse(null));
    return json;
  }

  private static Map<String, Object> attribution(Attribution attribution, IntUnaryOperator offset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("source", spans(attribution.source(), offset));
    json.put("cue", spans(attribution.cue(), offset));
    json.put("content", spans(attribution.content(), offset));
    json.put("kind", lower(attribution.kind()));
    json.put("speaker", name(attribution.speaker()));
    json.put("speakerWords", words(attribution.speaker()));
    json.put("speakerConfidence", JsonOutput.rounded(attribution.speakerConfidence()));
    json.put("onBehalfOf", attribution.onBehalfOf().orElse(null));
    json.put("via", attribution.via());
    json.put("act", lower(attribution.act()));
    json.put("target", spans(attribution.aim().target(), offset));
    json.put("targetName", name(attribution.aim().whom()));
    json.put("topic", spans(attribution.aim().topic(), offset));
    json.put("confidence", JsonOutput.rounded(attribution.confidence()));
    return json;
  }

  private static Map<String, Object> name(Name name, IntUnaryOperator offset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", span(name.span(), offset));
    json.put("kind", lower(name.kind()));
    return json;
  }

  private static Map<String, Object> date(FoundDate date) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", date.value());
    json.put("origin", lower(date.origin()));
    json.put("sense", lower(date.sense()));
    return json;
  }

  private static Map<String, Object> zone(Zone zone, IntUnaryOperator offset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("role", lower(zone.role()));
    json.put("start", offset.applyAsInt(zone.span().start()));
    json.put("end", offset.applyAsInt(zone.span().end()));
    return json;
  }

  private static Map<String, Object> comment(Comment comment, IntUnaryOperator offset) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("span", span(comment.span(), offset));
    json.put("writer", comment.writer().orElse(null));
    json.put("replyTo", comment.replyTo().orElse(null));
    json.put("time", comment.time().orElse(null));
    return json;
  }

  static <A, B> List<B> each(List<A> all, Function<A, B> one) {
    return all.stream().map(one).toList();
  }

  private static List<List<Integer>> spans(List<Span> spans, IntUnaryOperator offset) {
    return each(spans, span -> span(span, offset));
  }

  static List<Integer> span(Span span, IntUnaryOperator offset) {
    return List.of(offset.applyAsInt(span.start()), offset.applyAsInt(span.end()));
  }

  static String name(Speaker speaker) {
    return JsonOutput.nameOf(speaker).orElse(null);
  }

  /** Of a speaker who is not named. */
  static String words(Speaker speaker) {
    return speaker instanceof Speaker.Unnamed unnamed ? unnamed.words() : null;
  }

  static String lower(Enum<?> value) {
    return JsonOutput.name(value);
  }
}

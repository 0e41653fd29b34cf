package org.stemma.app.pages;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.stemma.app.desk.Shelf;
import org.stemma.app.web.Upload;
import org.stemma.check.CheckReport;
import org.stemma.check.Checked;
import org.stemma.check.CheckedFigure;
import org.stemma.check.CheckedName;
import org.stemma.check.Unchecked;
import org.stemma.check.Verdict;
import org.stemma.dispute.Account;
import org.stemma.dispute.Dispute;
import org.stemma.model.Act;
import org.stemma.model.Alteration;
import org.stemma.model.AlterationKind;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Bearing;
import org.stemma.model.Comment;
import org.stemma.model.DateOrigin;
import org.stemma.model.Decision;
import org.stemma.model.Edge;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.EventKind;
import org.stemma.model.Evidence;
import org.stemma.model.Extent;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Origin;
import org.stemma.model.Outcome;
import org.stemma.model.QuotationKind;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Union;
import org.stemma.model.Witness;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Fate;
import org.stemma.pipeline.Following;
import org.stemma.pipeline.News;
import org.stemma.pipeline.Overview;
import org.stemma.pipeline.Progress;
import org.stemma.pipeline.ReadingReport;
import org.stemma.pipeline.TakenOver;
import org.stemma.pipeline.Takings;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.search.Searcher;
import org.stemma.store.Entry;
import org.stemma.store.MemoryStore;
import org.stemma.trace.Tracer;

/**
 * A desk made of records about an invented affair: a wire story, a copy that cuts it, one that
 * loses a "not", one that changes a number, an undated page, and a page by somebody hostile. What
 * the pages show does not depend on what the rooms find.
 */
class InventedDesk implements Shelf {
  static final ArticleId WIRE = new ArticleId("wire");
  static final ArticleId COURIER = new ArticleId("courier");
  static final ArticleId TRIBUNE = new ArticleId("tribune");
  static final ArticleId SAVED = new ArticleId("saved/page#1?%41+");
  static final ArticleId HOSTILE = new ArticleId("hostile");

  static final String RULED_OUT =
      "We do not rule out that a warning shot was fired before the collision";
  static final String BODIES =
      "We have taken 23 bodies out of the water and we are still looking for nine people";

  /** A draft with these words shows all that a check can find. */
  static final String EVERYTHING = "Everything is told of this";

  static final String MARKUP =
      "<script>document.title='owned'</script>\"><img src=x onerror=alert(1)>";

  private final Map<ArticleId, Annotated> articles = new LinkedHashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private boolean fails;

  /** Pages, each of a tenth of a second, that reading takes before what was dropped is read. */
  volatile int slowness;

  /** Why nothing that is dropped can be read. */
  volatile Optional<RuntimeException> failure = Optional.empty();

  private final Following following = Following.of(Desk.inMemory());
  final List<Upload> uploads = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private Optional<Searcher> searched = Optional.empty();
  private int decisionsSearched;

  InventedDesk() {
    wire();
    courier();
    tribune();
    saved();
    hostile();
    statements.add(ruledOut());
    statements.add(bodies());
    addLoneStatements();
  }

  /** A desk without a page. */
  static InventedDesk empty() {
    InventedDesk desk = new InventedDesk();
    desk.articles.clear();
    desk.statements.clear();
    return desk;
  }

  /** A desk whose medium fails. */
  static InventedDesk broken() {
    InventedDesk desk = new InventedDesk();
    desk.fails = true;
    return desk;
  }

  private void wire() {
    Story story =
        new Story(WIRE, "Northern Wire", "Ferry sinks after collision with patrol boat, 23 dead")
            .address("https://northernwire.example/2031/03/12/ferry")
            .date("2031-03-12T06:40:00Z", DateOrigin.JSON_LD)
            .date("2031-03-12", DateOrigin.DATELINE)
            .zone(ZoneRole.BYLINE, "By Petra Lund")
            .body(
                "PORT SELWICK, March 12 (Northern Wire) — A ferry sank in the Corran Sound early on Wednesday after a collision with a patrol boat, the coastguard said.")
            .body("\"" + BODIES + ",\" coastguard chief Henrik Osse told reporters on the quay.")
            .body(
                "Castrel's defence ministry called the loss “a tragedy of the sea” and said its crew had acted by the law.")
            .body("\"" + RULED_OUT + ",\" its spokesman, Colonel Tomas Brel, added.")
            .zone(ZoneRole.RELATED, "Grain prices rise for third week\nCastrel names new envoy")
            .zone(ZoneRole.BOILERPLATE, "© 2031 Northern Wire. All rights reserved.");
    story.place("PORT SELWICK");
    story.say(
        "Henrik Osse",
        "coastguard chief Henrik Osse",
        "told",
        "\"" + BODIES + ",\"",
        QuotationKind.DIRECT);
    story.say(
        "Castrel's defence ministry",
        "Castrel's defence ministry",
        "called",
        "the loss “a tragedy of the sea”",
        QuotationKind.MIXED);
    story.say(
        "Tomas Brel",
        "Colonel Tomas Brel",
        "added",
        "\"" + RULED_OUT + ",\"",
        QuotationKind.DIRECT);
    story.say(
        "the coastguard",
        "the coastguard",
        "said",
        "A ferry sank in the Corran Sound early on Wednesday after a collision with a patrol boat",
        QuotationKind.INDIRECT);
    keep(story);
  }

  private void courier() {
    Story story =
        new Story(COURIER, "The Selwick Courier", "A tragedy on our doorstep")
            .address("https://selwickcourier.example/tragedy")
            .date("2031-03-12", DateOrigin.BYLINE)
            .date("2031-04-02", DateOrigin.MASTHEAD)
            .body("“We have taken 23 bodies out of the water,” Henrik Osse told Northern Wire.")
            .body("\"" + RULED_OUT + ",\" Colonel Tomas Brel said, according to Northern Wire.")
            .zone(
                ZoneRole.COMMENT,
                "gullwatcher: “They all lie,” as my father said.\nAnother reader: shame.")
            .comment("“They all lie,” as my father said.", "gullwatcher", "two hours ago")
            .extent(Extent.STUB);
    story.say(
        "Henrik Osse",
        "Henrik Osse",
        "told",
        "“We have taken 23 bodies out of the water,”",
        QuotationKind.DIRECT);
    story.via = Optional.of("Northern Wire");
    story.say(
        "Tomas Brel", "Colonel Tomas Brel", "said", "\"" + RULED_OUT + ",\"", QuotationKind.DIRECT);
    keep(story);
  }

  private void tribune() {
    Story story =
        new Story(TRIBUNE, "The Castrel Tribune", "Patrol boat kept its course, ministry says")
            .address("https://castreltribune.example/course")
            .date("2031-03-12T13:05:00+02:00", DateOrigin.JSON_LD)
            .body("“We rule out that a warning shot was fired before the collision,” Brel added.");
    story.say(
        "Tomas Brel",
        "Brel",
        "added",
        "“We rule out that a warning shot was fired before the collision,”",
        QuotationKind.DIRECT);
    keep(story);
  }

  private void saved() {
    Story story =
        new Story(SAVED, "", "Ferry disaster: what we know")
            .address("saved-page.txt")
            .date("2031-05-20", DateOrigin.MASTHEAD)
            .body(
                "“We have taken 32 bodies out of the water and we are still looking for nine people,” a spokesman said in Birmingham, on a visit to Norway.");
    story.place("Birmingham").place("Norway");
    story.say(
        "",
        "a spokesman",
        "said",
        "“We have taken 32 bodies out of the water and we are still looking for nine people,”",
        QuotationKind.DIRECT);
    keep(story);
  }

  private void hostile() {
    Story story =
        new Story(HOSTILE, MARKUP, MARKUP)
            .address("javascript:alert(1)")
            .date("2031-03-11", DateOrigin.GIVEN)
            .body(MARKUP + " \u202Ereversed\u202C &amp; done.")
            .body("x".repeat(1 << 20));
    story.say(MARKUP, MARKUP, "done", "reversed", QuotationKind.INDIRECT);
    keep(story);
  }

  private Statement ruledOut() {
    Span not = in(WIRE, "do not ");
    Alteration negated =
        new Alteration(AlterationKind.NEGATED, Optional.of(trimmed(not)), Optional.empty());
    return statement(
        0,
        witness(WIRE, RULED_OUT, "Tomas Brel", List.of()),
        witness(COURIER, RULED_OUT, "Tomas Brel", List.of()),
        witness(
            TRIBUNE,
            "We rule out that a warning shot was fired before the collision",
            "Tomas Brel",
            List.of(negated)));
  }

  private Statement bodies() {
    Span cut = in(WIRE, "and we are still looking for nine people");
    Alteration truncated =
        new Alteration(AlterationKind.TRUNCATED, Optional.of(cut), Optional.empty());
    Alteration number =
        new Alteration(
            AlterationKind.NUMBER_CHANGED,
            Optional.of(in(WIRE, "23 bodies", 2)),
            Optional.of(in(SAVED, "32", 2)));
    return statement(
        0,
        witness(WIRE, BODIES, "Henrik Osse", List.of()),
        witness(
            COURIER, "We have taken 23 bodies out of the water", "Henrik Osse", List.of(truncated)),
        witness(
            SAVED,
            "We have taken 32 bodies out of the water and we are still looking for nine people",
            "",
            List.of(number)));
  }

  private void addLoneStatements() {
    for (Annotated annotated : List.copyOf(articles.values())) {
      for (Attribution attribution : annotated.attributions()) {
        Span span = attribution.extent();
        boolean known =
            statements.stream()
                .flatMap(s -> s.witnesses().stream())
                .anyMatch(
                    w -> w.article().equals(annotated.article().id()) && w.span().overlaps(span));
        if (!known) {
          Witness alone =
              new Witness(
                  annotated.article().id(),
                  span,
                  attribution.content(),
                  attribution.isQuotation(),
                  attribution.speaker(),
                  List.of(),
                  attribution.act(),
                  List.of());
          statements.add(new Statement(alone.id(), 0, List.of(alone)));
        }
      }
    }
  }

  private static Statement statement(int base, Witness... witnesses) {
    String id = List.of(witnesses).stream().map(Witness::id).min(comparing(s -> s)).orElseThrow();
    return new Statement(id, base, List.of(witnesses));
  }

  private Witness witness(
      ArticleId id, String words, String speaker, List<Alteration> alterations) {
    Span span = in(id, words);
    return new Witness(
        id,
        span,
        List.of(span),
        true,
        speaker.isEmpty() ? new Speaker.Unnamed("a spokesman") : new Speaker.Named(speaker),
        id.equals(COURIER) ? List.of("Northern Wire") : List.of(),
        Act.SAY,
        alterations);
  }

  private Span in(ArticleId id, String words) {
    return in(id, words, words.length());
  }

  private Span in(ArticleId id, String words, int length) {
    int start = articles.get(id).article().text().indexOf(words);
    return new Span(start, start + length);
  }

  private static Span trimmed(Span span) {
    return new Span(span.start(), span.end() - 1);
  }

  private void keep(Story story) {
    articles.put(story.id, story.annotated());
  }

  @Override
  public Overview overview() {
    if (fails) {
      throw new IllegalStateException("secret path");
    }
    if (articles.isEmpty()) {
      return new Overview(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    return new Overview(5, 4, 9, statements.size(), 2, 0, 2, 0, 0, 0, 0, 1, 1);
  }

  @Override
  public List<Article> articles() {
    return articles.values().stream().map(Annotated::article).toList();
  }

  @Override
  public Optional<Annotated> article(ArticleId id) {
    return Optional.ofNullable(articles.get(id));
  }

  @Override
  public List<Statement> statements() {
    return statements;
  }

  @Override
  public Optional<Statement> statement(String id) {
    return statements.stream()
        .filter(s -> s.witnesses().stream().anyMatch(w -> w.id().equals(id)))
        .findFirst();
  }

  @Override
  public List<Statement> statementsIn(ArticleId id) {
    return statements.stream()
        .filter(s -> s.witnesses().stream().anyMatch(w -> w.article().equals(id)))
        .toList();
  }

  @Override
  public long outlets(Statement statement) {
    return statement.witnesses().stream().map(Witness::article).distinct().count();
  }

  @Override
  public Fate fate(Statement statement) {
    return statement.witnesses().size() > 1 ? Fate.SENSE_CHANGED : Fate.VERBATIM;
  }

  @Override
  public List<Reuse> reuseOf(ArticleId id) {
    if (articles.isEmpty() || !(id.equals(WIRE) || id.equals(COURIER))) {
      return List.of();
    }
    Span there = in(COURIER, RULED_OUT);
    return List.of(new Reuse(COURIER, there, WIRE, in(WIRE, RULED_OUT), there.length()));
  }

  @Override
  public Stemma stemma() {
    return statements().stream()
        .filter(statement -> statement.witnesses().size() > 1)
        .findFirst()
        .map(this::stemmaOf)
        .orElseGet(() -> new Stemma(List.of(), List.of(), List.of(), List.of()));
  }

  @Override
  public long revision() {
    return decisions.size();
  }

  @Override
  public Stemma stemmaOf(Statement statement) {
    List<ArticleId> all = statement.witnesses().stream().map(Witness::article).toList();
    if (all.size() == 1) {
      return new Stemma(all, List.of(), List.of(), List.of());
    }
    Edge copied =
        new Edge(
            COURIER,
            WIRE,
            0.97,
            List.of(
                new Evidence(Evidence.Kind.CREDIT, "according to Northern Wire"),
                new Evidence(Evidence.Kind.EARLIER, "")));
    List<Edge> edges = new ArrayList<>(List.of(copied));
    if (all.contains(TRIBUNE)) {
      edges.add(
          new Edge(
              TRIBUNE,
              WIRE,
              0.84,
              List.of(new Evidence(Evidence.Kind.EARLIER, "12 March, 06:40 UTC"))));
    }
    return new Stemma(all, edges, List.of(), all.contains(SAVED) ? List.of(SAVED) : List.of());
  }

  @Override
  public List<Origin> origins(Statement statement, Stemma stemma) {
    return new Tracer().origins(statement, stemma, this::known);
  }

  @Override
  public List<Statement> trace(String words) {
    return statements.stream()
        .filter(
            s -> {
              Witness base = s.baseWitness();
              return base.span().in(known(base.article()).text()).contains(words);
            })
        .toList();
  }

  @Override
  public List<ArticleId> search(String words, int limit) {
    return articles.values().stream()
        .map(Annotated::article)
        .filter(a -> a.text().contains(words))
        .map(Article::id)
        .limit(limit)
        .toList();
  }

  @Override
  public Found find(Query query) {
    return searcher().find(query);
  }

  private synchronized Searcher searcher() {
    if (searched.isEmpty() || decisionsSearched != decisions.size()) {
      MemoryStore store = new MemoryStore();
      articles
          .values()
          .forEach(a -> store.keep(new Entry(a, new Keys(List.of()), List.of(), List.of())));
      store.commit();
      searched = Optional.of(new Searcher(new Searched(), store::forEachPassage));
      decisionsSearched = decisions.size();
    }
    return searched.get();
  }

  @Override
  public Takings takings(String outlet) {
    return Takings.of(outlet, statements, this::stemmaOf, this::known);
  }

  /** This desk as it is searched. */
  private final class Searched implements Searcher.Source {
    @Override
    public List<Statement> statements() {
      return statements;
    }

    @Override
    public List<Article> articles() {
      return InventedDesk.this.articles();
    }

    @Override
    public Entities entities() {
      return InventedDesk.this.entities();
    }

    @Override
    public long outlets(Statement statement) {
      return InventedDesk.this.outlets(statement);
    }

    @Override
    public String fate(Statement statement) {
      return "sense";
    }
  }

  @Override
  public CheckReport check(String draft) {
    if (draft.contains(EVERYTHING)) {
      return everything(draft);
    }
    List<Checked> found = new ArrayList<>();
    int open = draft.indexOf('“');
    while (open >= 0 && draft.indexOf('”', open) > open + 1) {
      Span quotation = new Span(open + 1, draft.indexOf('”', open));
      found.add(checked(draft, quotation));
      open = draft.indexOf('“', quotation.end());
    }
    return new CheckReport(draft, found);
  }

  /** One quotation with all that can be told of one, and of a draft. */
  private CheckReport everything(String draft) {
    int start = draft.indexOf(EVERYTHING);
    Span quotation = new Span(start, start + EVERYTHING.length());
    Speaker brel = new Speaker.Named(MARKUP);
    Span there = in(TRIBUNE, "We rule out that a warning shot was fired before the collision");
    Span sentence = new Span(there.start() - 1, there.end() + 13);
    Checked.Record record =
        new Checked.Record(
            TRIBUNE,
            there,
            brel,
            1,
            sentence,
            sentence,
            Optional.of(new Span(there.end() + 3, there.end() + 12)));
    Alteration lost =
        new Alteration(AlterationKind.NEGATED, Optional.of(in(WIRE, "do not ")), Optional.empty());
    Checked.Record other = new Checked.Record(WIRE, in(WIRE, RULED_OUT), brel, 0.9);
    Checked checked =
        new Checked(
            quotation,
            brel,
            Verdict.VERBATIM,
            Optional.of(record),
            List.of(),
            Optional.of(new Checked.Rival(other, List.of(lost))),
            true);
    Span so = new Span(draft.indexOf("so”"), draft.indexOf("so”") + 2);
    CheckedFigure.Recorded bodies =
        new CheckedFigure.Recorded(
            WIRE, in(WIRE, "23 bodies"), in(WIRE, BODIES), new Speaker.Unknown());
    return new CheckReport(
        draft,
        List.of(checked),
        List.of(new Unchecked(so, new Speaker.Unknown(), Unchecked.Reason.SCARE_QUOTES)),
        List.of(
            new CheckedName(
                quotation, MARKUP, CheckedName.Kind.OTHER_SPELLING, Optional.of(speakers().get(0))),
            new CheckedName(so, "Nobody", CheckedName.Kind.UNKNOWN, Optional.empty())),
        List.of(
            new CheckedFigure(quotation, quotation, List.of(), List.of(bodies)),
            new CheckedFigure(so, quotation, List.of(bodies), List.of())));
  }

  private Checked checked(String draft, Span quotation) {
    String words = quotation.in(draft);
    Speaker brel = new Speaker.Named("Tomas Brel");
    if (words.equals(RULED_OUT)) {
      Checked.Record record = new Checked.Record(WIRE, in(WIRE, RULED_OUT), brel, 1);
      return new Checked(quotation, brel, Verdict.VERBATIM, Optional.of(record), List.of());
    }
    if (words.startsWith("We rule out")) {
      Checked.Record record = new Checked.Record(WIRE, in(WIRE, RULED_OUT), brel, 0.9);
      Alteration lost =
          new Alteration(
              AlterationKind.NEGATED, Optional.of(trimmed(in(WIRE, "do not "))), Optional.empty());
      return new Checked(quotation, brel, Verdict.ALTERED, Optional.of(record), List.of(lost));
    }
    return new Checked(
        quotation, new Speaker.Unknown(), Verdict.NOT_ON_RECORD, Optional.empty(), List.of());
  }

  @Override
  public List<Dispute> disputes() {
    if (articles.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Dispute(
            Dispute.Kind.RIVAL_FIGURES,
            List.of(toll(WIRE, "23 bodies", 23), toll(SAVED, "32 bodies", 32))));
  }

  private Account toll(ArticleId id, String words, long value) {
    Span span = in(id, words);
    Figure figure =
        new Figure(
            span,
            Optional.of(BigDecimal.valueOf(value)),
            Optional.of(BigDecimal.valueOf(value)),
            Figure.Exactness.EXACT,
            Figure.Unit.COUNT,
            Optional.empty(),
            Optional.empty(),
            "person killed",
            EventKind.KILLED,
            false,
            Optional.empty(),
            Optional.empty());
    return new Account(
        id,
        span,
        span,
        new Speaker.Unknown(),
        Optional.empty(),
        List.of(),
        Account.Side.FIGURE,
        Optional.of(figure));
  }

  @Override
  public List<Entity> speakers() {
    return entities().all().stream().filter(Entity::isSpeaker).toList();
  }

  /** Whoever has one name is one, for as long as nobody decides otherwise. */
  @Override
  public Entities entities() {
    Map<String, List<Bearing>> named = new LinkedHashMap<>();
    for (Annotated annotated : articles.values()) {
      for (Attribution attribution : annotated.attributions()) {
        if (attribution.speaker() instanceof Speaker.Named speaker) {
          Bearing bearing =
              new Bearing(annotated.article().id(), speaker.name(), List.of(speaker.name()));
          List<Bearing> bearings = named.computeIfAbsent(bearing.name(), n -> new ArrayList<>());
          if (!bearings.contains(bearing)) {
            bearings.add(bearing);
          }
        }
      }
    }
    return new Entities(named.values().stream().map(this::entity).toList());
  }

  private Entity entity(List<Bearing> bearings) {
    List<Bearing> sorted = bearings.stream().sorted().toList();
    String id = sorted.get(0).id();
    String name = sorted.get(0).name();
    boolean speaks = true;
    for (Decision decision : decisions) {
      if (decision.bearings().contains(id)) {
        name = decision instanceof Decision.Rename rename ? rename.name() : name;
        speaks &= !(decision instanceof Decision.NotASpeaker);
      }
    }
    List<Union> unions =
        sorted.size() < 2
            ? List.of()
            : List.of(new Union(id, sorted.get(1).id(), Union.Reason.SAME_NAME));
    return new Entity(id, name, NameKind.PERSON, speaks, sorted, unions);
  }

  @Override
  public List<Statement> statementsBy(Entity entity) {
    Entities entities = entities();
    return statements.stream()
        .filter(
            s ->
                s.witnesses().stream()
                    .anyMatch(
                        w ->
                            entities
                                .of(w.article(), w.speaker())
                                .filter(entity::equals)
                                .isPresent()))
        .toList();
  }

  @Override
  public List<Decision> decisions() {
    return List.copyOf(decisions);
  }

  @Override
  public List<Decision> waiting() {
    return decisions.stream()
        .filter(decision -> !articles.keySet().containsAll(decision.articles()))
        .toList();
  }

  @Override
  public Optional<Annotated> asRead(ArticleId id) {
    return article(id);
  }

  @Override
  public synchronized TakenOver takeOver(List<Decision> others) {
    decisions.addAll(others);
    return new TakenOver(others, 0);
  }

  @Override
  public synchronized int decide(Decision decision) {
    for (String bearing : decision.bearings()) {
      if (entities().byId(bearing).isEmpty()) {
        throw new IllegalArgumentException("No article of this desk has \"" + bearing + "\".");
      }
    }
    decisions.add(decision);
    return decisions.size();
  }

  @Override
  public Following following() {
    return following;
  }

  @Override
  public List<Outcome> outcomes() {
    return articles.isEmpty()
        ? List.of()
        : List.of(
            new Outcome(
                "courier.html",
                Optional.of("https://selwickcourier.example/tragedy"),
                Outcome.Kind.STUB,
                "only its start is free to read"),
            new Outcome(
                "pages.zip!/" + MARKUP + ".pdf",
                Optional.empty(),
                Outcome.Kind.UNSUPPORTED,
                "a PDF, which Stemma does not read"));
  }

  @Override
  public News news(int limit) {
    return articles.isEmpty()
        ? News.NONE
        : new News(Optional.of(Instant.parse("2031-03-12T00:00:00Z")), 1, List.of(known(HOSTILE)));
  }

  @Override
  public List<List<Entity>> namesakes() {
    List<Entity> speakers = speakers();
    return speakers.size() < 2 ? List.of() : List.of(List.of(speakers.get(0), speakers.get(1)));
  }

  @Override
  public ReadingReport add(List<Upload> dropped, Progress progress, BooleanSupplier stopped) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    for (int i = 0; i < slowness && !stopped.getAsBoolean(); i++) {
      progress.reached(i, 0);
      pause();
    }
    return add(dropped);
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized ReadingReport add(List<Upload> dropped) {
    uploads.addAll(dropped);
    ReadingReport.Tally tally = new ReadingReport.Tally();
    for (Upload upload : dropped) {
      boolean empty = upload.content().length == 0;
      tally.add(
          new Outcome(
              upload.name(),
              Optional.empty(),
              empty
                  ? Outcome.Kind.EMPTY
                  : upload.name().startsWith("cut") ? Outcome.Kind.CUT : Outcome.Kind.ADDED,
              empty ? "it is empty" : ""));
    }
    return tally.report();
  }

  /** Collects an article piece by piece. */
  private static final class Story {
    private final ArticleId id;
    private final String outlet;
    private final String headline;
    private final StringBuilder text = new StringBuilder();
    private final List<Zone> zones = new ArrayList<>();
    private final List<FoundDate> dates = new ArrayList<>();
    private final List<Attribution> attributions = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private Extent extent = Extent.WHOLE;
    private Optional<String> via = Optional.empty();
    private String address = "";

    Story(ArticleId id, String outlet, String headline) {
      this.id = id;
      this.outlet = outlet;
      this.headline = headline;
      zone(ZoneRole.HEADLINE, headline);
    }

    Story address(String where) {
      address = where;
      return this;
    }

    Story date(String value, DateOrigin origin) {
      dates.add(new FoundDate(value, origin));
      return this;
    }

    Story place(String words) {
      names.add(new Name(in(words), NameKind.PLACE));
      return this;
    }

    Story comment(String words, String writer, String time) {
      comments.add(
          new Comment(in(words), Optional.of(writer), Optional.of(MARKUP), Optional.of(time)));
      return this;
    }

    Story extent(Extent held) {
      extent = held;
      return this;
    }

    Story body(String paragraph) {
      return zone(ZoneRole.BODY, paragraph);
    }

    Story zone(ZoneRole role, String words) {
      int start = text.length();
      text.append(words);
      zones.add(new Zone(role, new Span(start, text.length())));
      text.append("\n\n");
      return this;
    }

    void say(String name, String source, String cue, String content, QuotationKind kind) {
      Span said = in(content);
      attributions.add(
          new Attribution(
              List.of(in(source)),
              List.of(in(cue)),
              List.of(said),
              kind,
              name.isEmpty() ? new Speaker.Unnamed(source) : new Speaker.Named(name),
              via,
              Act.SAY,
              0.9));
      if (!name.isEmpty() && names.stream().noneMatch(n -> n.span().overlaps(in(source)))) {
        names.add(new Name(in(source), NameKind.PERSON));
      }
    }

    private Span in(String words) {
      int start = text.lastIndexOf(words);
      return new Span(start, start + words.length());
    }

    Annotated annotated() {
      attributions.sort(comparing(a -> a.content().get(0)));
      Article article =
          new Article(
              id,
              address,
              Imprint.of(Optional.of(outlet).filter(o -> !o.isEmpty()), Optional.of(headline)),
              dates,
              extent,
              "en",
              text.toString(),
              zones,
              comments);
      names.sort(comparing(Name::span));
      return new Annotated(article, attributions, names);
    }
  }
}

package org.stemma.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stemma.annotate.Model;
import org.stemma.check.CheckReport;
import org.stemma.check.Checker;
import org.stemma.dispute.Dispute;
import org.stemma.dispute.Disputes;
import org.stemma.link.Linker;
import org.stemma.link.Links;
import org.stemma.link.Neighbourhood;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.DecisionLog;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Keys;
import org.stemma.model.KnownNames;
import org.stemma.model.Match;
import org.stemma.model.Origin;
import org.stemma.model.Outcome;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.read.Reading;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.store.Entry;
import org.stemma.store.Hit;
import org.stemma.store.MemoryStore;
import org.stemma.store.SqliteStore;
import org.stemma.store.Store;
import org.stemma.store.StoreException;
import org.stemma.trace.Tracer;

/**
 * One user's collection, and every question one can ask it. Any number of threads may ask; pages
 * are added by one at a time, others wait.
 *
 * <p>Whatever the order in which pages are added, in one go or one by one, the answers are the
 * same.
 */
public final class Desk implements AutoCloseable {
  /**
   * Pages kept between two commits: enough to make a commit cheap beside the work, few enough to
   * lose nothing long.
   */
  private static final int PAGES_A_COMMIT = 64;

  /** Longest time between two commits, in milliseconds. */
  private static final long COMMIT_EVERY_MILLIS = 1_000;

  /**
   * In a desk's folder: names that the user knows to be of one, as {@link KnownNames} reads them.
   */
  public static final String NAMES = "names.txt";

  /** Statements whose descent is looked at to tell from whom an outlet takes. */
  private static final int MOST_TRACED = 40;

  private final Store store;
  private final Model model;
  private final Optional<Path> folder;
  private final Visits visits;
  private final Linker linker = new Linker();
  private final Tracer tracer = new Tracer();
  private final Checker checker = new Checker();
  private final StoredNeighbourhood neighbourhood;
  private final Gathering gathering;
  private final HeldPages heldPages;
  private final Stemmata stemmata = new Stemmata();
  private final Object adding = new Object();
  private Extraction extraction;
  private volatile Statements statements;
  private Optional<SearchedRecord> searched = Optional.empty();

  private Desk(Store store, Model model, KnownNames names, Optional<Path> folder) {
    this.folder = folder;
    this.visits = new Visits(folder);
    this.store = store;
    this.model = model;
    this.neighbourhood = new StoredNeighbourhood(store);
    this.heldPages = new HeldPages(store);
    this.gathering =
        new Gathering(
            store, neighbourhood, linker, names, article -> extraction().annotated(article));
  }

  /**
   * Opens the desk in a folder; makes one where there is none. A list of names in it, {@value
   * #NAMES}, is read now.
   *
   * @throws org.stemma.store.StoreException when the folder cannot be used; the message says why,
   *     for people
   */
  public static Desk open(Path folder) {
    return open(folder, Model.FAST);
  }

  /**
   * Opens the desk in a folder; makes one where there is none.
   *
   * @param model finds the attributions of what is added from now on, and of drafts that are
   *     checked; what is held already stays as it is
   * @throws org.stemma.store.StoreException when the folder cannot be used; the message says why,
   *     for people
   */
  public static Desk open(Path folder, Model model) {
    KnownNames names = names(folder);
    return new Desk(SqliteStore.open(folder), model, names, Optional.of(folder));
  }

  private static KnownNames names(Path folder) {
    Path file = folder.resolve(NAMES);
    if (!Files.exists(file)) {
      return KnownNames.NONE;
    }
    try {
      return KnownNames.of(Files.readString(file));
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("The list of names " + file + " cannot be read as UTF-8.", e);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          "The list of names " + file + " cannot be used. " + e.getMessage(), e);
    }
  }

  /** A desk that is forgotten when it is closed. */
  public static Desk inMemory() {
    return inMemory(KnownNames.NONE);
  }

  /** The same, with names that are known to be of one. */
  public static Desk inMemory(KnownNames names) {
    return new Desk(new MemoryStore(), Model.FAST, names, Optional.empty());
  }

  /**
   * Adds pages. What the progress reports as done is kept for good, whatever happens then.
   *
   * @param progress hears of each commit, on the calling thread
   */
  public ReadingReport add(Iterator<Reading> pages, Progress progress) {
    return add(pages, progress, outcome -> {});
  }

  /**
   * Adds pages and tells of each.
   *
   * @param progress hears of each commit, on the calling thread
   * @param outcomes hears what became of each page, on the calling thread; what it hears of is kept
   *     for good when the progress next reports
   */
  public ReadingReport add(Iterator<Reading> pages, Progress progress, Consumer<Outcome> outcomes) {
    synchronized (adding) {
      takePlace();
      Extraction rooms = extraction();
      return addAll(pages, rooms::extract, new Adding(progress, outcomes));
    }
  }

  /**
   * Adds articles whose attributions are known already: such as another program found them, or as
   * people marked them.
   *
   * @param progress hears of each commit, on the calling thread
   */
  public ReadingReport addAnnotated(Iterator<Annotated> articles, Progress progress) {
    synchronized (adding) {
      takePlace();
      return addAll(articles, Extraction::given, new Adding(progress, outcome -> {}));
    }
  }

  /**
   * Before anything is looked up: what another Stemma added meanwhile is then seen, and a desk that
   * is in use is told of before pages are read.
   */
  private void takePlace() {
    store.commit();
  }

  private <T> ReadingReport addAll(
      Iterator<T> things, Function<T, Extraction.Extracted> rooms, Adding work) {
    Conveyor.run(things, thing -> prepare(rooms.apply(thing)), work::take);
    return work.finish();
  }

  private record Prepared(Extraction.Extracted extracted, Optional<Keys> keys) {}

  private Prepared prepare(Extraction.Extracted extracted) {
    return new Prepared(extracted, extracted.annotated().map(linker::keys));
  }

  /** One run of adding: counts, and commits now and then. */
  private final class Adding {
    private final Progress progress;
    private final Consumer<Outcome> outcomes;
    private final ReadingReport.Tally tally = new ReadingReport.Tally();
    private long kept;
    private long skipped;
    private int sinceCommit;
    private long committedAt = System.nanoTime();

    Adding(Progress progress, Consumer<Outcome> outcomes) {
      this.progress = progress;
      this.outcomes = outcomes;
    }

    void take(Prepared prepared) {
      Outcome outcome = prepared.extracted().outcome();
      Optional<Annotated> annotated = prepared.extracted().annotated();
      note(
          annotated.isPresent()
              ? keep(outcome, annotated.get(), prepared.keys().orElseThrow())
              : outcome);
      sinceCommit++;
      long waited = (System.nanoTime() - committedAt) / 1_000_000;
      if (sinceCommit >= PAGES_A_COMMIT || waited >= COMMIT_EVERY_MILLIS) {
        commit();
      }
    }

    private Outcome keep(Outcome outcome, Annotated annotated, Keys keys) {
      ArticleId id = annotated.article().id();
      if (store.holds(id)) {
        return meetAgain(outcome, annotated.article());
      }
      Links links = linker.link(annotated, keys, neighbourhood);
      store.keep(new Entry(annotated, keys, links.matches(), links.kinships()));
      neighbourhood.kept(annotated);
      return outcome;
    }

    private Outcome meetAgain(Outcome outcome, Article article) {
      Article held = neighbourhood.article(article.id()).article();
      boolean same = held.text().equals(article.text());
      return new Outcome(
          outcome.place(),
          outcome.address(),
          same ? Outcome.Kind.KNOWN : Outcome.Kind.BROKEN,
          same
              ? ""
              : "the desk holds another text under the id \""
                  + article.id()
                  + "\": give this one an id of its own");
    }

    private void note(Outcome outcome) {
      tally.add(outcome);
      outcomes.accept(outcome);
      kept += outcome.kind().isKept() ? 1 : 0;
      skipped += outcome.kind().isSkipped() ? 1 : 0;
      // Of a page that is known, what was noted when it came stays true.
      if (outcome.kind() != Outcome.Kind.NO_PAGE && outcome.kind() != Outcome.Kind.KNOWN) {
        store.note(outcome);
      }
    }

    private void commit() {
      store.commit();
      sinceCommit = 0;
      committedAt = System.nanoTime();
      progress.reached(kept, skipped);
    }

    ReadingReport finish() {
      commit();
      return tally.report();
    }
  }

  /** The desk in numbers. */
  public Overview overview() {
    Statements record = record();
    return record.overview(() -> count(record));
  }

  private Overview count(Statements record) {
    Set<String> outlets = new HashSet<>();
    long undated = 0;
    for (Article article : record.articles()) {
      article.outlet().ifPresent(outlets::add);
      undated += article.published().isEmpty() ? 1 : 0;
    }
    long[] fates = new long[Fate.values().length];
    long shared = 0;
    for (Statement statement : record.all()) {
      if (record.outlets(statement) > 1) {
        shared++;
        fates[record.fateOf(statement).ordinal()]++;
      }
    }
    return new Overview(
        record.articles().size(),
        outlets.size(),
        record.attributions(),
        record.all().size(),
        shared,
        fates[Fate.VERBATIM.ordinal()],
        fates[Fate.SENSE_CHANGED.ordinal()],
        fates[Fate.ALTERED.ordinal()],
        fates[Fate.TRUNCATED.ordinal()],
        fates[Fate.RETRANSLATED.ordinal()],
        fates[Fate.PARAPHRASED.ordinal()],
        undated,
        outcomes().stream().filter(o -> o.kind().isSkipped()).count());
  }

  /** All articles, newest first, those without a date of publication last. */
  public List<Article> articles() {
    return record().newestFirst();
  }

  /** The article of this id. */
  public Optional<Annotated> article(ArticleId id) {
    return store.find(id).map(record().hindsight()::seen);
  }

  /**
   * The article of this id without what was found in it: lists ask for many, and the record has
   * them at hand.
   */
  public Optional<Article> articleAlone(ArticleId id) {
    return record().article(id).or(() -> article(id).map(Annotated::article));
  }

  /** Those of some addresses at which a page is held; an entry of a feed is no page. */
  public Set<String> pagesAmong(Collection<String> addresses) {
    return heldPages.among(addresses);
  }

  /** All statements, those in most outlets first. */
  public List<Statement> statements() {
    return record().all();
  }

  /**
   * Number of outlets that carry a statement; a page that names no outlet counts as one of its own.
   */
  public long outlets(Statement statement) {
    return latestRecord().outlets(statement);
  }

  /** The gravest thing that any witness did to a statement. */
  public Fate fate(Statement statement) {
    return latestRecord().fateOf(statement);
  }

  /**
   * The statement that a witness belongs to; a statement's own id is that of one of its witnesses.
   */
  public Optional<Statement> statement(String witnessId) {
    return record().byId(witnessId);
  }

  /** The statements that have a witness in an article, in the order of the text. */
  public List<Statement> statementsIn(ArticleId id) {
    return record().in(id);
  }

  /** What an article shares with others, by the other's id, then by position. */
  public List<Reuse> reuseOf(ArticleId id) {
    return reuse(id, other -> true, neighbourhood);
  }

  private List<Reuse> reuse(ArticleId id, Predicate<ArticleId> wanted, Neighbourhood asked) {
    Map<ArticleId, List<Match>> byOther = new TreeMap<>();
    Hindsight hindsight = record().hindsight();
    for (Match match : store.matches(id)) {
      ArticleId other = match.a().equals(id) ? match.b() : match.a();
      if (!wanted.test(other) || !isText(match, hindsight)) {
        continue;
      }
      byOther.computeIfAbsent(other, o -> new ArrayList<>()).add(match);
    }
    List<Reuse> reuse = new ArrayList<>();
    byOther.values().forEach(matches -> reuse.addAll(linker.reuse(matches, asked)));
    return reuse;
  }

  /** All passages that two articles share, by the two ids, then by position. */
  public void forEachReuse(Consumer<Reuse> action) {
    List<Match> pair = new ArrayList<>();
    Hindsight hindsight = record().hindsight();
    store.forEachMatch(
        match -> {
          if (!isText(match, hindsight)) {
            return;
          }
          if (!pair.isEmpty() && !samePair(pair.get(0), match)) {
            linker.reuse(List.copyOf(pair), neighbourhood).forEach(action);
            pair.clear();
          }
          pair.add(match);
        });
    if (!pair.isEmpty()) {
      linker.reuse(List.copyOf(pair), neighbourhood).forEach(action);
    }
  }

  private static boolean isText(Match match, Hindsight hindsight) {
    return hindsight.isText(match.a(), match.aSpan()) && hindsight.isText(match.b(), match.bSpan());
  }

  private static boolean samePair(Match one, Match other) {
    return one.a().equals(other.a()) && one.b().equals(other.b());
  }

  /** Who took from whom, over all articles that share anything. */
  public Stemma stemma() {
    List<Reuse> reuse = new ArrayList<>();
    forEachReuse(reuse::add);
    Set<ArticleId> concerned = new HashSet<>();
    reuse.forEach(
        r -> {
          concerned.add(r.a());
          concerned.add(r.b());
        });
    for (Statement statement : statements()) {
      if (statement.witnesses().size() > 1) {
        statement.witnesses().forEach(w -> concerned.add(w.article()));
      }
    }
    return trace(concerned, reuse, statements());
  }

  /** Who took one statement from whom, among the articles that have it. */
  public Stemma stemmaOf(Statement statement) {
    return stemmata.get(statement, record().revision(), this::traced);
  }

  private Stemma traced(Statement statement) {
    Set<ArticleId> concerned = new HashSet<>();
    for (Witness witness : statement.witnesses()) {
      concerned.add(witness.article());
    }
    List<Reuse> reuse = new ArrayList<>();
    Neighbourhood once = new OnceAsked(neighbourhood);
    for (ArticleId id : concerned) {
      // Each pair once, from the smaller id.
      reuse.addAll(reuse(id, other -> id.compareTo(other) < 0 && concerned.contains(other), once));
    }
    return trace(concerned, reuse, List.of(statement));
  }

  /**
   * In how many independent ways a statement came to those that have it: how {@link
   * Origin#independent} counts them.
   *
   * @param stemma of that statement, as {@link #stemmaOf} gives it
   */
  public List<Origin> origins(Statement statement, Stemma stemma) {
    return tracer.origins(statement, stemma, id -> neighbourhood.article(id).article());
  }

  private Stemma trace(Set<ArticleId> concerned, List<Reuse> reuse, List<Statement> statements) {
    List<Annotated> articles = new ArrayList<>();
    Hindsight hindsight = record().hindsight();
    concerned.stream()
        .sorted()
        .forEach(id -> articles.add(hindsight.seen(neighbourhood.article(id))));
    return tracer.trace(articles, reuse, statements);
  }

  /**
   * The articles that hold these words, best first.
   *
   * @param words free text; its punctuation has no meaning
   */
  public List<ArticleId> search(String words, int limit) {
    return new Seen(store, record().hindsight())
        .search(words, limit).stream().map(Hit::article).toList();
  }

  /** All that a query finds. */
  public Found find(Query query) {
    return searched().searcher().find(query);
  }

  /**
   * From whom an outlet took statements, and who from it: told by those of its shared statements
   * that most outlets carry.
   */
  public Takings takings(String outlet) {
    SearchedRecord state = searched();
    return state
        .takings()
        .computeIfAbsent(
            outlet,
            name ->
                Takings.of(
                    name,
                    state.sharedBy(name, MOST_TRACED),
                    this::stemmaOf,
                    id -> neighbourhood.article(id).article()));
  }

  private synchronized SearchedRecord searched() {
    Statements record = record();
    if (searched.isEmpty() || searched.get().record() != record) {
      searched = Optional.of(new SearchedRecord(record, articles(), store));
    }
    return searched.get();
  }

  /**
   * The statements that hold these words in one of their wordings, best first.
   *
   * @param words some words of a statement, in any wording on record
   */
  public List<Statement> trace(String words) {
    Statements record = record();
    return new WordTrace(new Seen(store, record.hindsight()), record).find(words);
  }

  /**
   * A verdict for each quotation of a draft.
   *
   * @throws IllegalArgumentException when the draft holds no text
   */
  public CheckReport check(String draft) {
    Statements record = record();
    return checker.check(
        extraction().annotateDraft(draft), new Seen(store, record.hindsight()), record.entities());
  }

  /**
   * Those to whom something is ascribed, under all their names, most statements first; without
   * those of whom a person said that they are nobody.
   */
  public List<Entity> speakers() {
    return record().speakers();
  }

  /** All persons, bodies and places that articles name. */
  public Entities entities() {
    return record().entities();
  }

  /** The statements that an article ascribes to an entity, those in most outlets first. */
  public List<Statement> statementsBy(Entity entity) {
    return record().by(entity);
  }

  /** What people decided; a decision's number is its place, from 1. */
  public List<Decision> decisions() {
    return store.decisions();
  }

  /** The decisions that hold and speak of an article which is not held: they wait for it. */
  public List<Decision> waiting() {
    return new DecisionLog(store.decisions())
        .standing().stream()
            .filter(decision -> !decision.articles().stream().allMatch(store::holds))
            .toList();
  }

  /** An article as it was read, whatever other pages tell of it and people decided. */
  public Optional<Annotated> asRead(ArticleId id) {
    return store.find(id);
  }

  /**
   * Puts a decision into the log. It is kept for good when this returns.
   *
   * @return its number
   * @throws IllegalArgumentException when it names what is not there, or would change nothing; the
   *     message is one sentence, for people
   * @throws org.stemma.store.StoreException when the desk is in use by another Stemma, or fails
   */
  public int decide(Decision decision) {
    synchronized (adding) {
      store.commit();
      int taken = store.decisions().size();
      new Objections(taken, record(), store).to(decision);
      store.decide(decision);
      store.commit();
      return taken + 1;
    }
  }

  /**
   * Puts what was decided at another desk behind what was decided here; what is in the log already
   * is passed over. All of it is kept for good when this returns, or none.
   *
   * @param others the log of the other desk, whose reverting decisions count from its beginning
   * @throws IllegalArgumentException when one takes back what is not before it; the message is one
   *     sentence, for people
   * @throws org.stemma.store.StoreException when the desk is in use by another Stemma, or fails
   */
  public TakenOver takeOver(List<Decision> others) {
    synchronized (adding) {
      store.commit();
      TakenOver taken = TakenOver.of(store.decisions(), others);
      taken.added().forEach(store::decide);
      store.commit();
      return taken;
    }
  }

  /** Accounts on record that cannot all stand, by kind in the order of {@link Dispute.Kind}. */
  public List<Dispute> disputes() {
    Statements record = record();
    return record.disputes(() -> findDisputes(record));
  }

  private List<Dispute> findDisputes(Statements record) {
    Hindsight hindsight = record.hindsight();
    List<Annotated> articles = new ArrayList<>();
    store.forEachArticle(
        article -> {
          // Pages that were added meanwhile have no statements in this record.
          if (record.holds(article.article().id()) && !hindsight.isAside(article.article().id())) {
            articles.add(hindsight.seen(article));
          }
        });
    return new Disputes().among(articles, record.all(), record.entities());
  }

  /**
   * The pages that there is something to say of, in the order they were met: those that nothing
   * could be made of, and those of which only a part is held.
   */
  public List<Outcome> outcomes() {
    Hindsight hindsight = record().hindsight();
    return store.outcomes().stream()
        .filter(
            outcome ->
                outcome.kind() != Outcome.Kind.SUMMARY
                    || outcome.address().filter(hindsight::holdsPage).isEmpty())
        .toList();
  }

  /** Where it is kept; empty for a desk that is forgotten. */
  Optional<Path> folder() {
    return folder;
  }

  /**
   * What came since the desk was last looked at; to ask is to look. A look within an hour of the
   * one before belongs to it.
   *
   * @param limit the greatest number of articles wanted
   */
  public News news(int limit) {
    Statements record = record();
    long held = store.size();
    Visits.Visit visit = visits.look(held, Instant.now());
    long count = Math.max(0, held - visit.before());
    List<Article> latest = new ArrayList<>();
    for (ArticleId id : store.latest((int) Math.min(limit, count))) {
      if (record.holds(id)) {
        article(id).map(Annotated::article).ifPresent(latest::add);
      }
    }
    return new News(visit.since(), count, latest);
  }

  /** Pairs of speakers who are perhaps one, those with more statements first; people decide. */
  public List<List<Entity>> namesakes() {
    Statements record = record();
    Alike known = alike;
    if (known == null || known.record() != record) {
      known = new Alike(record, Namesakes.among(record.speakers()));
      alike = known;
    }
    return known.pairs();
  }

  /** Made anew only when the record has changed. */
  private record Alike(Statements record, List<List<Entity>> pairs) {}

  private volatile Alike alike;

  /** Grows with every change. */
  public long revision() {
    return store.revision();
  }

  @Override
  public void close() {
    store.close();
  }

  private synchronized Extraction extraction() {
    if (extraction == null) {
      extraction = Extraction.byParagraph(model);
    }
    return extraction;
  }

  private Statements record() {
    long revision = store.revision();
    Statements known = statements;
    return known != null && known.revision() == revision ? known : renewedRecord();
  }

  private synchronized Statements renewedRecord() {
    long revision = store.revision();
    if (statements == null || statements.revision() != revision) {
      statements = gathering.gather(revision);
    }
    return statements;
  }

  /**
   * The record from which a statement in somebody's hand came, or a later one. Lists ask of each of
   * many thousands, so that to ask the store each time for its revision would be most of the work.
   */
  private Statements latestRecord() {
    Statements known = statements;
    return known != null ? known : record();
  }
}

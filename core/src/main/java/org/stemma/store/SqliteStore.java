package org.stemma.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.stemma.model.Annotated;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Kinship;
import org.stemma.model.Match;
import org.stemma.model.Outcome;

/**
 * A desk on disk. Its folder holds {@code desk.sqlite}, which is the truth, and {@code index/} and
 * {@code keys/}, which are derived from it and may be deleted at any time. The folder can be copied
 * when no Stemma has it open.
 *
 * <p><b>What survives.</b> The database is in WAL mode with {@code synchronous=FULL}: when {@link
 * #commit} returns, what was kept has gone through the operating system's {@code fsync}. It
 * survives the end of the process, however it ends, and a power cut as far as the disk keeps its
 * own promise. What was not committed is gone as a whole. The search index may lag behind; it
 * catches up by itself.
 *
 * <p><b>Who sees what.</b> The thread that keeps sees at once what it kept; other threads, and
 * other processes, see the last commit, also while one writes.
 *
 * <p><b>One writer.</b> A store takes the writer's place at the desk with its first {@link #keep},
 * {@link #note}, {@link #decide} or {@link #commit}, and gives it back when it is closed; reading
 * needs no place. A store that finds the place taken, or whose desk was changed by another since it
 * was opened, says so in a {@link StoreException}. To {@code commit} before anything is looked up
 * takes the place while nothing can be missed.
 *
 * <p>Thread-safe.
 */
public final class SqliteStore implements Store {
  /** The database, in the folder of the desk. */
  static final String FILE = "desk.sqlite";

  /** The search index, in the folder of the desk. */
  static final String INDEX = "index";

  /** Which articles share words, in the folder of the desk. */
  static final String KEYS = "keys";

  /** How long a writer waits for another that is about to leave. */
  private static final int PATIENCE_MILLIS = 2_000;

  /** The writer's cache of database pages, in KiB: paragraphs are written all over their table. */
  private static final int WRITER_CACHE = 64 << 10;

  /** So many articles more than in the index's files, and a commit writes those. */
  private static final int INDEX_LAG = 2_000;

  private final Path folder;
  private final Views views;
  private final SearchIndex index;
  private final KeyIndex keys;
  private final RecentArticles recent = new RecentArticles();
  private final long revisionWhenOpened;

  /** Guards the writer's place; held while the writer's view is in use. */
  private final Object writing = new Object();

  private Optional<Place> place = Optional.empty();
  private volatile Optional<Thread> writer = Optional.empty();
  private volatile boolean closed;

  /** The writer's place at the desk, taken. */
  private record Place(DeskLock lock, Scribe scribe) {}

  private SqliteStore(Path folder, Views views) {
    this.folder = folder;
    this.views = views;
    this.revisionWhenOpened = views.ask(Queries::revision);
    String desk = views.ask(Queries::deskName);
    this.index = SearchIndex.open(folder.resolve(INDEX), desk);
    this.keys = new KeyIndex(folder.resolve(KEYS), desk, views.ask(Queries::lastNumber));
  }

  /**
   * Opens a desk, or makes one where there is none.
   *
   * @param folder made when missing
   * @throws StoreException when the folder cannot be used, is no desk, or was written by a newer
   *     Stemma; the message is one sentence with the place and what to do
   */
  public static SqliteStore open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      try (View view = Views.connect(absolute)) {
        Schema.prepare(view, absolute.resolve(FILE));
      }
      return open(absolute, new Views(absolute));
    } catch (SQLException e) {
      throw Failure.of(absolute, e);
    } catch (IOException e) {
      throw Failure.of(absolute, e);
    }
  }

  private static SqliteStore open(Path folder, Views views) {
    try {
      SqliteStore store = new SqliteStore(folder, views);
      store.mendIndex();
      return store;
    } catch (RuntimeException e) {
      views.close();
      throw e;
    }
  }

  @Override
  public boolean holds(ArticleId id) {
    return ask(view -> Queries.number(view, id).isPresent());
  }

  @Override
  public void keep(Entry entry) {
    write(false, scribe -> scribe.keep(entry));
  }

  @Override
  public void note(Outcome outcome) {
    write(false, scribe -> scribe.note(outcome));
  }

  @Override
  public void decide(Decision decision) {
    write(false, scribe -> scribe.decide(decision));
  }

  @Override
  public void commit() {
    write(
        true,
        scribe -> {
          scribe.commit();
          keys.writeFiles(scribe.view());
        });
    try {
      long last = ask(Queries::lastNumber);
      if (last - index.onDisk() >= INDEX_LAG) {
        index.writeFiles(last, this::forEachTextAfter);
      }
    } catch (StoreException indexLags) {
      // All is committed; the index catches up with the next search or the next opening.
    }
  }

  @Override
  public Optional<Annotated> find(ArticleId id) {
    if (isWriter()) {
      return askScribe(scribe -> scribe.find(id));
    }
    Optional<Annotated> found =
        closed ? Optional.empty() : recent.find(id); // a closed desk answers with an error
    if (found.isEmpty()) {
      found = ask(view -> Queries.find(view, id));
      found.ifPresent(recent::add);
    }
    return found;
  }

  @Override
  public void forEachArticle(Consumer<Annotated> action) {
    ask(view -> Queries.forEachArticle(view, action));
  }

  @Override
  public long forEachArticleSince(long last, Consumer<Annotated> action) {
    // Never the writer's view: what is not committed may be undone.
    return views.ask(view -> Queries.forEachArticleSince(view, last, action));
  }

  @Override
  public long size() {
    return ask(Queries::size);
  }

  @Override
  public List<ArticleId> latest(int limit) {
    return ask(view -> Queries.latest(view, limit));
  }

  @Override
  public List<ArticleId> holders(long key) {
    return ask(view -> List.copyOf(keys.holders(view, new long[] {key}, Integer.MAX_VALUE)));
  }

  @Override
  public SortedSet<ArticleId> holders(long[] anyOf, int most) {
    return ask(view -> keys.holders(view, anyOf, most));
  }

  @Override
  public int frequency(long key) {
    return ask(view -> keys.frequency(view, key));
  }

  @Override
  public int recurrence(long paragraph) {
    return ask(view -> Queries.recurrence(view, paragraph));
  }

  @Override
  public List<Match> matches(ArticleId id) {
    return ask(view -> Queries.matches(view, id));
  }

  @Override
  public void forEachMatch(Consumer<Match> action) {
    ask(view -> Queries.forEachMatch(view, action));
  }

  @Override
  public List<Kinship> kinships(ArticleId id) {
    return ask(view -> Queries.kinships(view, id));
  }

  @Override
  public void forEachKinship(Consumer<Kinship> action) {
    ask(view -> Queries.forEachKinship(view, action));
  }

  @Override
  public List<Outcome> outcomes() {
    return ask(Queries::outcomes);
  }

  @Override
  public List<Decision> decisions() {
    return ask(DecisionColumns::all);
  }

  @Override
  public long revision() {
    return ask(Queries::revision);
  }

  @Override
  public List<Hit> search(String words, int limit) {
    // Never the writer's view: what is not committed must not come into the index.
    return index.search(words, limit, views.ask(Queries::lastNumber), this::forEachTextAfter);
  }

  @Override
  public void forEachPassage(Sought sought, Consumer<Passage> action) {
    index.forEachPassage(sought, views.ask(Queries::lastNumber), this::forEachTextAfter, action);
  }

  @Override
  public void close() {
    synchronized (writing) {
      if (closed) {
        return;
      }
      closed = true;
      writer = Optional.empty();
      place.ifPresent(this::leave);
      place = Optional.empty();
      views.close();
      index.close();
    }
  }

  /** For tests: as if the disk had room for so many database pages. Only for the writer. */
  void limitPages(int pages) {
    ask(view -> view.number("PRAGMA max_page_count = " + pages));
  }

  private <T> T ask(Views.Question<T> question) {
    return isWriter() ? askScribe(scribe -> question.answer(scribe.view())) : views.ask(question);
  }

  private boolean isWriter() {
    return writer.equals(Optional.of(Thread.currentThread()));
  }

  /** Asks something of the writer. */
  private interface Dictation<T> {
    T to(Scribe scribe) throws SQLException;
  }

  private <T> T askScribe(Dictation<T> dictation) {
    synchronized (writing) {
      try {
        return dictation.to(place.orElseThrow(this::isClosed).scribe());
      } catch (SQLException e) {
        throw Failure.of(folder, e);
      }
    }
  }

  /** Tells the writer something. */
  private interface Order {
    void to(Scribe scribe) throws SQLException;
  }

  private void write(boolean nothingLookedUp, Order order) {
    synchronized (writing) {
      if (closed) {
        throw isClosed();
      }
      if (place.isEmpty()) {
        place = Optional.of(takePlace(nothingLookedUp));
      }
      writer = Optional.of(Thread.currentThread());
      askScribe(
          scribe -> {
            order.to(scribe);
            return true;
          });
    }
  }

  private StoreException isClosed() {
    return new StoreException("The desk " + folder + " is closed.");
  }

  private Place takePlace(boolean nothingLookedUp) {
    DeskLock lock =
        DeskLock.await(folder, PATIENCE_MILLIS).orElseThrow(() -> Failure.inUse(folder));
    try {
      View view = Views.connect(folder);
      view.execute("PRAGMA cache_size = -" + WRITER_CACHE);
      if (!nothingLookedUp && Queries.revision(view) != revisionWhenOpened) {
        view.close();
        throw new StoreException(
            "The desk " + folder + " was changed by another Stemma meanwhile: open it again.");
      }
      return new Place(lock, new Scribe(view, recent, keys));
    } catch (SQLException e) {
      lock.close();
      throw Failure.of(folder, e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void leave(Place left) {
    left.scribe().rollback();
    left.scribe().view().close();
    try {
      index.writeFiles(views.ask(Queries::lastNumber), this::forEachTextAfter);
    } finally {
      left.lock().close();
    }
  }

  /** Writes what the indexes' files lack, unless another process is at it or nothing can be. */
  private void mendIndex() {
    long last = ask(Queries::lastNumber);
    if (last <= index.onDisk() && keys.isUpToDate(last)) {
      return;
    }
    try {
      Optional<DeskLock> lock = DeskLock.await(folder, 0);
      if (lock.isPresent()) {
        try (DeskLock held = lock.get()) {
          views.ask(keys::writeFiles);
          index.writeFiles(last, this::forEachTextAfter);
        }
      }
    } catch (StoreException indexLags) {
      // Searches find in memory what the files lack.
    }
  }

  private void forEachTextAfter(long number, SearchIndex.Source.Each each) {
    views.ask(view -> Queries.forEachTextAfter(view, number, each));
  }
}

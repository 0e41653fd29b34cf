package org.stemma.app.desk;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.stemma.app.web.Upload;
import org.stemma.check.CheckReport;
import org.stemma.dispute.Dispute;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Origin;
import org.stemma.model.Outcome;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Fate;
import org.stemma.pipeline.Following;
import org.stemma.pipeline.News;
import org.stemma.pipeline.Overview;
import org.stemma.pipeline.Progress;
import org.stemma.pipeline.ReadingReport;
import org.stemma.pipeline.TakenOver;
import org.stemma.pipeline.Takings;
import org.stemma.read.Pages;
import org.stemma.read.Reading;
import org.stemma.search.Found;
import org.stemma.search.Query;

/** The shelf of a real desk. */
final class DeskShelf implements Shelf {
  private final Desk desk;
  private final Following following;

  DeskShelf(Desk desk) {
    this.desk = requireNonNull(desk, "desk");
    this.following = Following.of(desk);
  }

  @Override
  public Overview overview() {
    return desk.overview();
  }

  @Override
  public List<Article> articles() {
    return desk.articles();
  }

  @Override
  public Optional<Annotated> article(ArticleId id) {
    return desk.article(id);
  }

  @Override
  public Optional<Article> articleAlone(ArticleId id) {
    return desk.articleAlone(id);
  }

  @Override
  public List<Statement> statements() {
    return desk.statements();
  }

  @Override
  public Optional<Statement> statement(String id) {
    return desk.statement(id);
  }

  @Override
  public List<Statement> statementsIn(ArticleId id) {
    return desk.statementsIn(id);
  }

  @Override
  public long outlets(Statement statement) {
    return desk.outlets(statement);
  }

  @Override
  public Fate fate(Statement statement) {
    return desk.fate(statement);
  }

  @Override
  public List<Reuse> reuseOf(ArticleId id) {
    return desk.reuseOf(id);
  }

  @Override
  public void forEachReuse(Consumer<Reuse> action) {
    desk.forEachReuse(action);
  }

  @Override
  public Stemma stemma() {
    return desk.stemma();
  }

  @Override
  public long revision() {
    return desk.revision();
  }

  @Override
  public Stemma stemmaOf(Statement statement) {
    return desk.stemmaOf(statement);
  }

  @Override
  public List<Origin> origins(Statement statement, Stemma stemma) {
    return desk.origins(statement, stemma);
  }

  @Override
  public List<Statement> trace(String words) {
    return desk.trace(words);
  }

  @Override
  public List<ArticleId> search(String words, int limit) {
    return desk.search(words, limit);
  }

  @Override
  public Found find(Query query) {
    return desk.find(query);
  }

  @Override
  public Takings takings(String outlet) {
    return desk.takings(outlet);
  }

  @Override
  public CheckReport check(String draft) {
    return desk.check(draft);
  }

  @Override
  public List<Dispute> disputes() {
    return desk.disputes();
  }

  @Override
  public List<Entity> speakers() {
    return desk.speakers();
  }

  @Override
  public Entities entities() {
    return desk.entities();
  }

  @Override
  public List<Statement> statementsBy(Entity entity) {
    return desk.statementsBy(entity);
  }

  @Override
  public List<Decision> decisions() {
    return desk.decisions();
  }

  @Override
  public List<Decision> waiting() {
    return desk.waiting();
  }

  @Override
  public Optional<Annotated> asRead(ArticleId id) {
    return desk.asRead(id);
  }

  @Override
  public TakenOver takeOver(List<Decision> others) {
    return desk.takeOver(others);
  }

  @Override
  public int decide(Decision decision) {
    return desk.decide(decision);
  }

  @Override
  public Following following() {
    return following;
  }

  @Override
  public List<Outcome> outcomes() {
    return desk.outcomes();
  }

  @Override
  public News news(int limit) {
    return desk.news(limit);
  }

  @Override
  public List<List<Entity>> namesakes() {
    return desk.namesakes();
  }

  @Override
  public ReadingReport add(List<Upload> uploads, Progress progress, BooleanSupplier stopped) {
    try (Dropped pages = new Dropped(uploads.iterator(), stopped)) {
      return desk.add(pages, progress);
    }
  }

  /** The pages of one upload after the other. */
  private static final class Dropped implements Iterator<Reading>, AutoCloseable {
    private final Iterator<Upload> uploads;
    private final BooleanSupplier stopped;
    private Optional<Pages> open = Optional.empty();

    Dropped(Iterator<Upload> uploads, BooleanSupplier stopped) {
      this.uploads = uploads;
      this.stopped = stopped;
    }

    @Override
    public boolean hasNext() {
      if (stopped.getAsBoolean()) {
        return false;
      }
      while (open.isEmpty() || !open.get().hasNext()) {
        if (!uploads.hasNext()) {
          return false;
        }
        close();
        Upload next = uploads.next();
        open = Optional.of(Pages.of(label(next), new ByteArrayInputStream(next.content())));
      }
      return true;
    }

    @Override
    public Reading next() {
      return open.orElseThrow(NoSuchElementException::new).next();
    }

    @Override
    public void close() {
      open.ifPresent(Pages::close);
    }

    /** The last part of the name, as the same file read from a folder is called. */
    private static String label(Upload upload) {
      String name = upload.name().replace('\\', '/').replaceAll("\\p{Cntrl}", "\ufffd");
      String last = name.substring(name.lastIndexOf('/') + 1);
      return last.isBlank() ? "page" : last;
    }
  }
}

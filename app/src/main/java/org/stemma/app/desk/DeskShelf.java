package org.stemma.app.desk;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.stemma.app.web.Upload;
import org.stemma.check.CheckReport;
import org.stemma.dispute.Dispute;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.Outcome;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.pipeline.Desk;
import org.stemma.pipeline.Fate;
import org.stemma.pipeline.News;
import org.stemma.pipeline.Overview;
import org.stemma.pipeline.Progress;
import org.stemma.pipeline.ReadingReport;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/** The shelf of a real desk. */
final class DeskShelf implements Shelf {
  private final Desk desk;

  DeskShelf(Desk desk) {
    this.desk = requireNonNull(desk, "desk");
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
  public Stemma stemmaOf(Statement statement) {
    return desk.stemmaOf(statement);
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
  public int decide(Decision decision) {
    return desk.decide(decision);
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
  public ReadingReport add(List<Upload> uploads) {
    try (Dropped pages = new Dropped(uploads.iterator())) {
      return desk.add(pages, Progress.NONE);
    }
  }

  /** The pages of one upload after the other. */
  private static final class Dropped implements Iterator<Reading>, AutoCloseable {
    private final Iterator<Upload> uploads;
    private Optional<Pages> open = Optional.empty();

    Dropped(Iterator<Upload> uploads) {
      this.uploads = uploads;
    }

    @Override
    public boolean hasNext() {
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
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return open.orElseThrow().next();
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

package org.stemma.app.desk;

import java.util.List;
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
import org.stemma.search.Found;
import org.stemma.search.Query;

/**
 * A desk as the doors see it: every question of theirs, and no other. Thread-safe. It keeps the
 * doors testable with a desk made of records, whatever the rooms find today.
 */
public interface Shelf {
  /** The shelf of a real desk, which stays the caller's to close. */
  static Shelf of(Desk desk) {
    return new DeskShelf(desk);
  }

  /** The desk in numbers. */
  Overview overview();

  /** Newest first, undated last. */
  List<Article> articles();

  /** The article of this id. */
  Optional<Annotated> article(ArticleId id);

  /** The article of this id without what was found in it. */
  default Optional<Article> articleAlone(ArticleId id) {
    return article(id).map(Annotated::article);
  }

  /**
   * An article that the desk is known to hold.
   *
   * @throws IllegalStateException when it does not
   */
  default Article known(ArticleId id) {
    return articleAlone(id)
        .orElseThrow(() -> new IllegalStateException("the desk lost its article " + id));
  }

  /** Most outlets first. */
  List<Statement> statements();

  /** The statement that a witness belongs to, by the id of either. */
  Optional<Statement> statement(String id);

  /** In the order of the text. */
  List<Statement> statementsIn(ArticleId id);

  /** Number of outlets that carry a statement. */
  long outlets(Statement statement);

  /** The gravest thing that happened to a statement on its way. */
  Fate fate(Statement statement);

  /** What an article shares with others. */
  List<Reuse> reuseOf(ArticleId id);

  /** All passages that two articles share, by the two ids, then by position. */
  default void forEachReuse(Consumer<Reuse> action) {
    articles().stream()
        .map(Article::id)
        .sorted()
        .forEach(id -> reuseOf(id).stream().filter(reuse -> reuse.a().equals(id)).forEach(action));
  }

  /** Who took from whom, over all articles that share anything. */
  Stemma stemma();

  /** Grows with every change. */
  long revision();

  /** Who took a statement from whom. */
  Stemma stemmaOf(Statement statement);

  /** In how many independent ways it came to those that have it, by its stemma. */
  List<Origin> origins(Statement statement, Stemma stemma);

  /** Statements that hold these words, best first. */
  List<Statement> trace(String words);

  /** Articles that hold these words, best first. */
  List<ArticleId> search(String words, int limit);

  /** All that a query finds. */
  Found find(Query query);

  /** From whom an outlet took statements, and who from it. */
  Takings takings(String outlet);

  /** A verdict for each quotation of a draft. */
  CheckReport check(String draft);

  /** Accounts that cannot all stand, by kind. */
  List<Dispute> disputes();

  /** Those to whom something is ascribed, under all their names, most statements first. */
  List<Entity> speakers();

  /** All persons, bodies and places that articles name. */
  Entities entities();

  /** The statements that articles ascribe to an entity, those in most outlets first. */
  List<Statement> statementsBy(Entity entity);

  /** What people decided; a decision's number is its place, from 1. */
  List<Decision> decisions();

  /** The decisions that hold and wait for an article which is not held. */
  List<Decision> waiting();

  /** An article as it was read, whatever other pages tell of it and people decided. */
  Optional<Annotated> asRead(ArticleId id);

  /**
   * Puts the log of another desk behind that of this one.
   *
   * @throws IllegalArgumentException when it takes back what is not in it; the message is for
   *     people
   */
  TakenOver takeOver(List<Decision> others);

  /**
   * Puts a decision into the log, for good.
   *
   * @return its number
   * @throws IllegalArgumentException when it names what is not there; the message is for people
   */
  int decide(Decision decision);

  /** The dispute of an id, or of an id that it had before it grew. */
  default Optional<Dispute> dispute(String id) {
    return disputes().stream().filter(dispute -> dispute.isKnownAs(id)).findFirst();
  }

  /** The feeds, folders and searches that are followed. */
  Following following();

  /** Pages that nothing could be made of. */
  List<Outcome> outcomes();

  /** What came since the desk was last looked at; to ask is to look. */
  News news(int limit);

  /** Pairs of speakers who are perhaps one. */
  List<List<Entity>> namesakes();

  /**
   * Reads pages into the desk; waits while another reading is under way.
   *
   * @param progress hears of each commit, on the calling thread
   * @param stopped once it says true, no further page is begun; what was read is kept
   */
  ReadingReport add(List<Upload> uploads, Progress progress, BooleanSupplier stopped);
}

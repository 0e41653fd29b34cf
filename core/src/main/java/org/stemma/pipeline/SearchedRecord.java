package org.stemma.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stemma.model.Article;
import org.stemma.model.Entities;
import org.stemma.model.Statement;
import org.stemma.search.Field;
import org.stemma.search.Found;
import org.stemma.search.Query;
import org.stemma.search.Searcher;
import org.stemma.store.Articles;

/**
 * One state of the record, made ready to be searched.
 *
 * @param record the state
 * @param takings what was asked of outlets so far
 */
record SearchedRecord(Statements record, Searcher searcher, Map<String, Takings> takings) {
  SearchedRecord(Statements record, List<Article> articles, Articles kept) {
    this(
        record,
        new Searcher(
            new Source(record, articles), new Seen(kept, record.hindsight())::forEachPassage),
        new ConcurrentHashMap<>());
  }

  /** The statements that an outlet shares with others, those in most outlets first. */
  List<Statement> sharedBy(String outlet, int most) {
    return searcher
        .find(
            Query.all(
                List.of(
                    new Query.Term(Field.OUTLET, outlet),
                    new Query.Term(Field.FATE, Field.SHARED))))
        .statements(Found.Order.OUTLETS, 0, most)
        .stream()
        .map(Found.Hit::statement)
        .toList();
  }

  private record Source(Statements record, List<Article> articles) implements Searcher.Source {
    @Override
    public List<Statement> statements() {
      return record.all();
    }

    @Override
    public Entities entities() {
      return record.entities();
    }

    @Override
    public long outlets(Statement statement) {
      return record.outlets(statement);
    }

    @Override
    public String fate(Statement statement) {
      Fate fate = Statements.fate(statement);
      return fate == Fate.SENSE_CHANGED ? "sense" : Field.name(fate);
    }
  }
}

package org.stemma.pipeline;

import java.util.List;
import org.stemma.model.Article;
import org.stemma.model.Entities;
import org.stemma.model.Statement;
import org.stemma.search.Field;
import org.stemma.search.Searcher;
import org.stemma.store.Articles;

/**
 * One state of the record, made ready to be searched.
 *
 * @param record the state
 */
record SearchedRecord(Statements record, Searcher searcher) {
  SearchedRecord(Statements record, List<Article> articles, Articles kept) {
    this(
        record,
        new Searcher(
            new Source(record, articles), new Seen(kept, record.hindsight())::forEachPassage));
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

package org.stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.stemma.model.ArticleId;

/**
 * Finds articles by their words. Everything in it is derived from the store, and it knows the last
 * article that it has seen, so the store can always bring it up to date: it may lag behind, be
 * deleted or be damaged, and nothing is lost.
 *
 * <p>It has two parts that are searched as one: the files in a folder, which only the desk's writer
 * brings up to date, and in memory whatever the files lack. Thread-safe.
 */
final class SearchIndex implements AutoCloseable {
  /** Gives every article after a number, in the order of the numbers. */
  interface Source {
    void forEachAfter(long number, Each each);

    /** Takes one article. */
    interface Each {
      void article(long number, ArticleId id, String text);
    }
  }

  /** Raised with every change of the fields or of the analysis: older files are made anew. */
  private static final String FORM = "1";

  private static final String TEXT = "text";
  private static final String ID = "id";

  /** More words than any quotation has; a query of 1,024 clauses is as much as Lucene takes. */
  private static final int MOST_WORDS = 300;

  /** Words of a text of which pairs of neighbours count, too. */
  private static final int MOST_PAIRS = 64;

  /** The words side by side as given weigh as much as several of them scattered. */
  private static final float PHRASE_WEIGHT = 2f;

  private static final float PAIR_WEIGHT = 0.3f;

  /** Megabytes that writing may use before it goes to the disk. */
  private static final double WRITING_MEMORY = 32;

  // Lucene advises, on standard error, a flag for faster vectors; there are no vectors here.
  private static final Logger VECTOR_ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  static {
    VECTOR_ADVICE.setLevel(Level.SEVERE);
  }

  private static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new StandardTokenizer();
          // Folding comes before the possessive, so that a curly apostrophe is a straight one.
          TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(words));
          return new TokenStreamComponents(words, new EnglishPossessiveFilter(folded));
        }
      };

  private final Optional<Path> folder;
  private final String desk;
  private Optional<DirectoryReader> files = Optional.empty();
  private Directory memory;
  private IndexWriter memoryWriter;
  private DirectoryReader memoryReader;

  /** The number of the last article in the files. */
  private long onDisk;

  /** The number of the last article in files or memory. */
  private long seen;

  /** The files cannot be read or written; all is in memory. */
  private boolean filesFail;

  private SearchIndex(Optional<Path> folder, String desk) {
    this.folder = folder;
    this.desk = desk;
    clearMemory();
    openFiles();
  }

  /** An index without files. */
  static SearchIndex inMemory() {
    return new SearchIndex(Optional.empty(), "");
  }

  /** The index in a folder. Files of another desk, damaged ones or none at all are no error. */
  static SearchIndex open(Path folder, String desk) {
    return new SearchIndex(Optional.of(folder), desk);
  }

  /** The number of the last article in the files; 0 when there is none. */
  synchronized long onDisk() {
    return onDisk;
  }

  /**
   * Brings the files up to date. Only for the writer of the desk. Files that cannot be written are
   * no error either: then all is searched in memory.
   */
  synchronized void writeFiles(long last, Source source) {
    if (folder.isEmpty() || filesFail || last <= onDisk) {
      return;
    }
    try {
      append(folder.get(), source);
    } catch (IOException | RuntimeException damaged) {
      passOn(damaged);
      closeFiles();
      rewriteFiles(source);
    }
    openFiles();
    clearMemory();
  }

  /** Takes one article into memory. */
  synchronized void add(long number, ArticleId id, String text) {
    write(memoryWriter, id, text);
    seen = number;
  }

  /**
   * As in {@link Store#search}.
   *
   * @param last the number of the last article that must be found
   */
  synchronized List<Hit> search(String words, int limit, long last, Source source) {
    try {
      catchUp(last, source);
      return search(words, limit);
    } catch (IOException | RuntimeException damaged) {
      passOn(damaged);
      closeFiles();
      clearMemory();
      filesFail = true;
      return searchMemory(words, limit, last, source);
    }
  }

  @Override
  public synchronized void close() {
    closeFiles();
    closeMemory();
  }

  /** What failed here is the store, not the index. */
  private static void passOn(Exception failure) {
    if (failure instanceof StoreException store) {
      throw store;
    }
  }

  private List<Hit> searchMemory(String words, int limit, long last, Source source) {
    try {
      catchUp(last, source);
      return search(words, limit);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index in memory failed", e);
    }
  }

  private void catchUp(long last, Source source) throws IOException {
    if (last > seen && !filesFail) {
      reopenFiles();
    }
    if (last > seen) {
      source.forEachAfter(seen, this::add);
    }
    DirectoryReader newer = DirectoryReader.openIfChanged(memoryReader);
    if (newer != null) {
      memoryReader.close();
      memoryReader = newer;
    }
  }

  private List<Hit> search(String words, int limit) throws IOException {
    List<IndexReader> parts = new ArrayList<>();
    files.ifPresent(parts::add);
    parts.add(memoryReader);
    // The parts belong to this index, not to the reader that joins them for one search.
    MultiReader all = new MultiReader(parts.toArray(IndexReader[]::new), false);
    List<String> wanted = words(words);
    int most = Math.min(limit, all.maxDoc());
    if (most <= 0 || wanted.isEmpty()) {
      return List.of();
    }
    Sort order = new Sort(SortField.FIELD_SCORE, new SortField(ID, SortField.Type.STRING));
    List<Hit> hits = new ArrayList<>();
    IndexSearcher searcher = new IndexSearcher(all);
    for (ScoreDoc found : searcher.search(query(wanted), most, order).scoreDocs) {
      Object[] values = ((FieldDoc) found).fields;
      hits.add(new Hit(id((BytesRef) values[1]), ((Number) values[0]).doubleValue()));
    }
    return List.copyOf(hits);
  }

  private void append(Path place, Source source) throws IOException {
    IndexWriterConfig config =
        writing()
            .setOpenMode(files.isPresent() ? OpenMode.APPEND : OpenMode.CREATE)
            .setCommitOnClose(false);
    try (Directory directory = directory(place);
        IndexWriter writer = new IndexWriter(directory, config)) {
      long[] last = {onDisk};
      source.forEachAfter(
          onDisk,
          (number, id, text) -> {
            write(writer, id, text);
            last[0] = number;
          });
      writer.setLiveCommitData(
          Map.of("desk", desk, "form", FORM, "last", Long.toString(last[0])).entrySet());
      writer.commit();
    }
  }

  private void rewriteFiles(Source source) {
    try {
      append(folder.orElseThrow(), source);
    } catch (IOException | RuntimeException unwritable) {
      passOn(unwritable);
      filesFail = true;
    }
  }

  private void clearMemory() {
    closeMemory();
    try {
      memory = new ByteBuffersDirectory();
      memoryWriter = new IndexWriter(memory, writing());
      memoryReader = DirectoryReader.open(memoryWriter);
      seen = onDisk;
    } catch (IOException e) {
      throw new UncheckedIOException("an empty index in memory cannot fail", e);
    }
  }

  private void closeMemory() {
    IOUtils.closeWhileHandlingException(memoryReader, memoryWriter, memory);
  }

  /** Another process may have written them. */
  private void reopenFiles() {
    long before = onDisk;
    openFiles();
    if (onDisk != before) {
      clearMemory();
    }
  }

  private void openFiles() {
    closeFiles();
    if (folder.isEmpty()) {
      return;
    }
    try {
      DirectoryReader reader = DirectoryReader.open(directory(folder.get()));
      Map<String, String> data = reader.getIndexCommit().getUserData();
      if (desk.equals(data.get("desk")) && FORM.equals(data.get("form"))) {
        files = Optional.of(reader);
        onDisk = Long.parseLong(data.get("last"));
        seen = Math.max(seen, onDisk);
      } else {
        reader.close();
      }
    } catch (IOException | RuntimeException absentOrDamaged) {
      // Whatever is wrong with derived files is mended by making them anew.
      closeFiles();
    }
  }

  private void closeFiles() {
    files.ifPresent(IOUtils::closeWhileHandlingException);
    files = Optional.empty();
    onDisk = 0;
  }

  /** Without Lucene's own lock: the desk has one for all its files. */
  private static Directory directory(Path folder) throws IOException {
    return FSDirectory.open(folder, NoLockFactory.INSTANCE);
  }

  /** Merges in the calling thread: threads belong to the pipeline. */
  private static IndexWriterConfig writing() {
    return new IndexWriterConfig(ANALYZER)
        .setMergeScheduler(new SerialMergeScheduler())
        .setRAMBufferSizeMB(WRITING_MEMORY);
  }

  private static void write(IndexWriter writer, ArticleId id, String text) {
    try {
      writer.addDocument(document(id, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(ArticleId id, String text) {
    Document document = new Document();
    document.add(new TextField(TEXT, text, Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(View.utf16(id.value()))));
    return document;
  }

  private static ArticleId id(BytesRef utf16) {
    byte[] bytes = new byte[utf16.length];
    System.arraycopy(utf16.bytes, utf16.offset, bytes, 0, utf16.length);
    return new ArticleId(View.text(bytes));
  }

  private static List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream(TEXT, text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MOST_WORDS && tokens.incrementToken()) {
        words.add(word.toString());
      }
    }
    return words;
  }

  /** Any of the words; better with neighbours side by side, best with all of them so. */
  private static Query query(List<String> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String word : new LinkedHashSet<>(words)) {
      any.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
    }
    if (words.size() > 1) {
      any.add(phrase(words, PHRASE_WEIGHT), Occur.SHOULD);
    }
    for (int i = 0; i + 1 < Math.min(words.size(), MOST_PAIRS); i++) {
      any.add(phrase(words.subList(i, i + 2), PAIR_WEIGHT), Occur.SHOULD);
    }
    return any.build();
  }

  private static Query phrase(List<String> words, float weight) {
    return new BoostQuery(new PhraseQuery(TEXT, words.toArray(String[]::new)), weight);
  }
}

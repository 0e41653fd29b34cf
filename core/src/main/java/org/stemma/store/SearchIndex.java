package org.stemma.store;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.StringHelper;
import org.stemma.model.ArticleId;
import org.stemma.model.Span;

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
  private static final String FORM = "2";

  private static final String TEXT = "text";
  private static final String ID = "id";
  private static final String SENTENCES = "sentences";

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

  private static final FieldType WITH_PLACES = withPlaces();

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
    return ask(last, source, () -> search(words, limit));
  }

  /**
   * As in {@link Store#forEachPassage}. The action must not ask this index.
   *
   * @param last the number of the last article that must be found
   */
  synchronized void forEachPassage(
      Sought sought, long last, Source source, Consumer<Passage> action) {
    List<Passage> found =
        ask(
            last,
            source,
            () -> {
              List<Passage> all = new ArrayList<>();
              forEachPassage(sought, all::add);
              return all;
            });
    found.forEach(action);
  }

  /** Something to be answered from the files and the memory. */
  private interface Question<T> {
    T answer() throws IOException;
  }

  private <T> T ask(long last, Source source, Question<T> question) {
    try {
      catchUp(last, source);
      return question.answer();
    } catch (IOException | RuntimeException damaged) {
      passOn(damaged);
      closeFiles();
      clearMemory();
      filesFail = true;
      return askMemory(last, source, question);
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

  /** The parts belong to this index, not to the reader that joins them for one search. */
  private MultiReader parts() throws IOException {
    List<IndexReader> parts = new ArrayList<>();
    files.ifPresent(parts::add);
    parts.add(memoryReader);
    return new MultiReader(parts.toArray(IndexReader[]::new), false);
  }

  private void forEachPassage(Sought sought, Consumer<Passage> action) throws IOException {
    IndexSearcher searcher = new IndexSearcher(parts());
    List<String> forms = sought.forms();
    Weight weight =
        searcher.createWeight(searcher.rewrite(query(sought)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext part : searcher.getIndexReader().leaves()) {
      if (forms.size() > 1) {
        passages(part, weight, action);
      } else if (sought.open()) {
        passagesOfBeginning(part, new BytesRef(forms.get(0)), action);
      } else {
        passagesOfWord(part, new Term(TEXT, forms.get(0)), action);
      }
    }
  }

  /** The places of one word stand in the index one after the other, and are read so. */
  private static void passagesOfWord(LeafReaderContext part, Term word, Consumer<Passage> action)
      throws IOException {
    PostingsEnum places = part.reader().postings(word, PostingsEnum.OFFSETS);
    if (places == null) {
      return;
    }
    Sentences sentences = new Sentences(part, action);
    for (int doc = places.nextDoc(); doc != NO_MORE_DOCS; doc = places.nextDoc()) {
      sentences.of(doc);
      for (int i = places.freq(); i > 0; i--) {
        places.nextPosition();
        sentences.tell(places.startOffset(), places.endOffset());
      }
    }
  }

  /** The places of all words that begin so, put in order: document above, offset below. */
  private static void passagesOfBeginning(
      LeafReaderContext part, BytesRef beginning, Consumer<Passage> action) throws IOException {
    Terms all = part.reader().terms(TEXT);
    if (all == null) {
      return;
    }
    LongStream.Builder found = LongStream.builder();
    TermsEnum words = all.iterator();
    PostingsEnum places = null;
    boolean more = words.seekCeil(beginning) != TermsEnum.SeekStatus.END;
    while (more && StringHelper.startsWith(words.term(), beginning)) {
      places = words.postings(places, PostingsEnum.OFFSETS);
      for (int doc = places.nextDoc(); doc != NO_MORE_DOCS; doc = places.nextDoc()) {
        for (int i = places.freq(); i > 0; i--) {
          places.nextPosition();
          found.add((long) doc << Integer.SIZE | places.startOffset());
        }
      }
      more = words.next() != null;
    }
    Sentences sentences = new Sentences(part, action);
    int last = -1;
    for (long place : found.build().sorted().toArray()) {
      int doc = (int) (place >>> Integer.SIZE);
      if (doc != last) {
        sentences.of(doc);
        last = doc;
      }
      sentences.tell((int) place, (int) place + 1);
    }
  }

  private static void passages(LeafReaderContext part, Weight weight, Consumer<Passage> action)
      throws IOException {
    Scorer scorer = weight.scorer(part);
    if (scorer == null) {
      return;
    }
    Sentences sentences = new Sentences(part, action);
    DocIdSetIterator found = scorer.iterator();
    for (int doc = found.nextDoc(); doc != NO_MORE_DOCS; doc = found.nextDoc()) {
      Matches matches = weight.matches(part, doc);
      MatchesIterator places = matches == null ? null : matches.getMatches(TEXT);
      if (places != null) {
        sentences.of(doc);
        while (places.next()) {
          sentences.tell(places.startOffset(), places.endOffset());
        }
      }
    }
  }

  /** Tells in which sentences places stand, document by document. */
  private static final class Sentences {
    private final SortedDocValues ids;
    private final BinaryDocValues bounds;
    private final Consumer<Passage> action;
    private ArticleId id;
    private SentenceBounds sentence;
    private int told;

    Sentences(LeafReaderContext part, Consumer<Passage> action) throws IOException {
      this.ids = DocValues.getSorted(part.reader(), ID);
      this.bounds = DocValues.getBinary(part.reader(), SENTENCES);
      this.action = action;
    }

    /** Goes on to a later document. */
    void of(int doc) throws IOException {
      if (!ids.advanceExact(doc) || !bounds.advanceExact(doc)) {
        throw new IOException("the index has a text without its id or sentences");
      }
      id = id(ids.lookupOrd(ids.ordValue()));
      sentence = new SentenceBounds(bounds.binaryValue());
      told = 0;
    }

    /** The places of a document come in the order of its text. */
    void tell(int start, int end) {
      while (sentence.end() <= start && sentence.next()) {}
      // What begins in one sentence and ends in the next does not stand side by side.
      boolean inside = sentence.start() <= start && end <= sentence.end();
      if (inside && sentence.end() > told) {
        told = sentence.end();
        action.accept(new Passage(id, new Span(sentence.start(), sentence.end())));
      }
    }
  }

  private static Query query(Sought sought) {
    return new PhraseQuery(TEXT, sought.forms().toArray(String[]::new));
  }

  private <T> T askMemory(long last, Source source, Question<T> question) {
    try {
      catchUp(last, source);
      return question.answer();
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
    MultiReader all = parts();
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
    return new IndexWriterConfig(WordForms.ANALYZER)
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
    document.add(new Field(TEXT, text, WITH_PLACES));
    document.add(new BinaryDocValuesField(SENTENCES, new BytesRef(SentenceBounds.of(text))));
    document.add(new SortedDocValuesField(ID, new BytesRef(View.utf16(id.value()))));
    return document;
  }

  private static FieldType withPlaces() {
    FieldType type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  private static ArticleId id(BytesRef utf16) {
    byte[] bytes = new byte[utf16.length];
    System.arraycopy(utf16.bytes, utf16.offset, bytes, 0, utf16.length);
    return new ArticleId(View.text(bytes));
  }

  /** A query of 1,024 clauses is as much as Lucene takes. */
  private static List<String> words(String text) {
    return WordForms.in(text).stream().map(WordForms.Form::text).limit(Sought.MOST_WORDS).toList();
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

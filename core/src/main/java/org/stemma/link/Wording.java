package org.stemma.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Keys;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.text.CommonWords;
import org.stemma.text.Paragraphs;
import org.stemma.text.Words;

/**
 * An article as linking sees it: the words of the zones in which the outlet tells the story, the
 * paragraphs they stand in, the hash of each sequence of {@link #SEQUENCE} words, and what is said.
 * Immutable.
 */
final class Wording {
  /**
   * Words in a sequence that is looked up: short enough for a cut quotation, long enough to tell.
   */
  static final int SEQUENCE = 4;

  /** The hash of no sequence: one that runs over a paragraph's end, or of common words only. */
  static final long NONE = 0;

  private final Annotated annotated;
  private final List<Span> paragraphs;
  private final Words words;
  private final int[] paragraphOf;
  private final long[] hashes;
  private final long[] paragraphHashes;
  private final long[] sequences;
  private final List<Saying> sayings;
  private final int[] sayingOf;
  private long[] sorted = {};
  private int[] places = {};
  private final Set<Long> quotedKeys = new HashSet<>();
  private final List<Telling> tellings;
  private final Set<Long> tellingKeys = new HashSet<>();
  private final Keys keys;
  private final long[] sortedKeys;

  Wording(Annotated annotated) {
    this.annotated = annotated;
    Article article = annotated.article();
    paragraphs = paragraphs(article);
    words = Words.in(article.text(), paragraphs);
    paragraphOf = new int[words.size()];
    hashes = new long[words.size()];
    paragraphHashes = new long[paragraphs.size()];
    hashWords();
    sequences = hashSequences();
    sayings = Saying.of(annotated);
    sayingOf = new int[words.size()];
    Arrays.fill(sayingOf, -1);
    placeSayings();
    sortSequences();
    tellings = Telling.of(annotated, sayings);
    tellings.forEach(telling -> tellingKeys.addAll(telling.keys(annotated)));
    keys = Fingerprint.of(this);
    sortedKeys =
        keys.paragraphs().stream()
            .flatMap(p -> p.keys().stream())
            .mapToLong(Long::longValue)
            .sorted()
            .distinct()
            .toArray();
  }

  private static List<Span> paragraphs(Article article) {
    List<Span> found = new ArrayList<>();
    if (article.zones().isEmpty() && !article.text().isEmpty()) {
      return Paragraphs.in(article.text(), new Span(0, article.text().length()));
    }
    for (Zone zone : article.zones()) {
      if (zone.role().isArticle()) {
        found.addAll(Paragraphs.in(article.text(), zone.span()));
      }
    }
    return found;
  }

  private void hashWords() {
    int paragraph = 0;
    for (int i = 0; i < hashes.length; i++) {
      while (words.start(i) >= paragraphs.get(paragraph).end()) {
        paragraph++;
      }
      paragraphOf[i] = paragraph;
      hashes[i] = hash(words.normal(i));
      paragraphHashes[paragraph] = mix(paragraphHashes[paragraph] * 31 + hashes[i]);
    }
  }

  private long[] hashSequences() {
    long[] found = new long[hashes.length];
    for (int i = 0; i + SEQUENCE <= found.length; i++) {
      if (paragraphOf[i] == paragraphOf[i + SEQUENCE - 1]) {
        found[i] = sequence(i);
      }
    }
    return found;
  }

  private long sequence(int start) {
    long hash = 1;
    boolean tells = false;
    for (int i = start; i < start + SEQUENCE; i++) {
      hash = mix(hash * 31 + hashes[i]);
      tells |= !CommonWords.contains(words.normal(i));
    }
    return tells ? hash : NONE;
  }

  private void placeSayings() {
    for (int s = 0; s < sayings.size(); s++) {
      for (Span part : sayings.get(s).parts()) {
        for (int i = firstWordFrom(part.start()); i < size() && words.end(i) <= part.end(); i++) {
          boolean quotedWins = sayingOf[i] < 0 || sayings.get(s).quoted();
          sayingOf[i] = quotedWins ? s : sayingOf[i];
        }
      }
    }
  }

  /** The first word that starts at or after an offset. */
  int firstWordFrom(int offset) {
    return words.firstFrom(offset);
  }

  static long hash(CharSequence word) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /** Spreads every bit over all others (the finaliser of splitmix64). */
  static long mix(long x) {
    long y = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    y = (y ^ (y >>> 27)) * 0x94d049bb133111ebL;
    return y ^ (y >>> 31);
  }

  Annotated annotated() {
    return annotated;
  }

  String text() {
    return annotated.article().text();
  }

  int size() {
    return hashes.length;
  }

  Words words() {
    return words;
  }

  long hash(int word) {
    return hashes[word];
  }

  long sequenceAt(int word) {
    return sequences[word];
  }

  int paragraphOf(int word) {
    return paragraphOf[word];
  }

  List<Span> paragraphs() {
    return paragraphs;
  }

  long paragraphHash(int paragraph) {
    return paragraphHashes[paragraph];
  }

  List<Saying> sayings() {
    return sayings;
  }

  /** The saying that a word belongs to, or -1. */
  int sayingOf(int word) {
    return sayingOf[word];
  }

  /** True when a word stands in quotation marks. */
  boolean isQuoted(int word) {
    return sayingOf[word] >= 0 && sayings.get(sayingOf[word]).quoted();
  }

  private void sortSequences() {
    int n = 0;
    long[] found = new long[sequences.length];
    for (int i = 0; i < sequences.length; i++) {
      if (sequences[i] != NONE) {
        found[n++] = sequences[i];
        if (isQuotedSequence(i)) {
          quotedKeys.add(sequences[i]);
          quotedKeys.add(Fingerprint.whereQuoted(sequences[i]));
        }
      }
    }
    sorted = Arrays.copyOf(found, n);
    Arrays.sort(sorted);
    places = new int[n];
    int[] taken = new int[n];
    for (int i = 0; i < sequences.length; i++) {
      if (sequences[i] != NONE) {
        int first = firstOf(sequences[i]);
        places[first + taken[first]++] = i;
      }
    }
  }

  private int firstOf(long sequence) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  Keys keys() {
    return keys;
  }

  /** What is said by those who are named, in text order. */
  List<Telling> tellings() {
    return tellings;
  }

  /** True for a key that no words in a row have, but what somebody tells. */
  boolean isTellingKey(long key) {
    return tellingKeys.contains(key);
  }

  /** True when the sequence that starts at a word stands in quotation marks. */
  boolean isQuotedSequence(int word) {
    return word + SEQUENCE <= size() && isQuoted(word) && isQuoted(word + SEQUENCE - 1);
  }

  /** True when a key stands in a quotation. */
  boolean isQuotedKey(long key) {
    return quotedKeys.contains(key);
  }

  /** The hashes of all sequences, ascending, as often as they occur. */
  long[] sortedSequences() {
    return sorted;
  }

  /** The word at which the sequence at the same index of {@link #sortedSequences} starts. */
  int[] places() {
    return places;
  }

  /** All keys, ascending, each once. */
  long[] sortedKeys() {
    return sortedKeys;
  }
}

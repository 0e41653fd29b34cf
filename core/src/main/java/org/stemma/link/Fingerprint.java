package org.stemma.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stemma.model.Keys;
import org.stemma.model.Span;

/**
 * Chooses the word sequences by which an article is found again: in running text those that
 * winnowing picks (Schleimer, Wilkerson, Aiken 2003: the least hash of each window), so that two
 * articles that share {@code SEQUENCE + WINDOW - 1} words in a row share a key; in quotations all
 * of them, so that a few words of a quotation suffice. What somebody who is named tells has keys of
 * its own, for the same may be told in other words.
 */
final class Fingerprint {
  private static final int WINDOW = 4;

  private static final long QUOTED = Wording.hash("quoted");

  private Fingerprint() {}

  static Keys of(Wording wording) {
    List<Keys.Paragraph> paragraphs = new ArrayList<>();
    List<Telling> tellings = wording.tellings();
    int next = 0;
    int from = 0;
    for (int p = 0; p < wording.paragraphs().size(); p++) {
      int to = from;
      while (to < wording.size() && wording.paragraphOf(to) == p) {
        to++;
      }
      if (to > from) {
        Span span = wording.paragraphs().get(p);
        Set<Long> keys = keys(wording, from, to);
        while (next < tellings.size() && tellings.get(next).saying().span().start() < span.end()) {
          keys.addAll(tellings.get(next++).keys(wording.annotated()));
        }
        paragraphs.add(new Keys.Paragraph(span, wording.paragraphHash(p), List.copyOf(keys)));
      }
      from = to;
    }
    return new Keys(paragraphs);
  }

  /** The key that a sequence has in quotations alone. */
  static long whereQuoted(long sequence) {
    return Wording.mix(sequence ^ QUOTED);
  }

  /** The keys of the words from {@code from} to {@code to}, which lie in one paragraph. */
  private static Set<Long> keys(Wording wording, int from, int to) {
    Set<Long> keys = new LinkedHashSet<>();
    int last = to - Wording.SEQUENCE;
    for (int i = from; i <= last; i++) {
      long sequence = wording.sequenceAt(i);
      if (sequence != Wording.NONE && wording.isQuotedSequence(i)) {
        keys.add(sequence);
        keys.add(whereQuoted(sequence));
      }
      if (i + WINDOW - 1 <= last || i == from) {
        add(keys, least(wording, i, Math.min(i + WINDOW - 1, last)));
      }
    }
    return keys;
  }

  private static void add(Set<Long> keys, long key) {
    if (key != Wording.NONE) {
      keys.add(key);
    }
  }

  private static long least(Wording wording, int from, int to) {
    long least = Wording.NONE;
    for (int i = from; i <= to; i++) {
      long key = wording.sequenceAt(i);
      if (key != Wording.NONE && (least == Wording.NONE || key < least)) {
        least = key;
      }
    }
    return least;
  }
}

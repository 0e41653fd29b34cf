package org.stemma.app.pages.view;

import gg.jte.Content;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.stemma.model.Article;
import org.stemma.model.Span;

/**
 * What a search found.
 *
 * @param statements that hold the words in one of their wordings, best first
 * @param passages the sentence of each article that has most of the words, best first
 */
public record SearchView(String words, List<StatementLine> statements, List<Passage> passages) {
  public SearchView {
    statements = List.copyOf(statements);
    passages = List.copyOf(passages);
  }

  /** A sentence of an article. */
  public record Passage(ArticleLine article, String href, Content sentence) {}

  /** Longest sentence shown, in code units. */
  private static final int SENTENCE = 400;

  /** Characters of an article that are looked through. */
  private static final int LOOKED_THROUGH = 200_000;

  /** The sentence of an article that has most of the words. */
  public static Passage passage(Article article, String words) {
    Set<String> wanted = words(words);
    Span best = bestSentence(article, wanted);
    List<Mark> marks = new ArrayList<>();
    for (Span word : wordSpans(article.text(), best)) {
      if (wanted.contains(word.in(article.text()).toLowerCase(Locale.ROOT))) {
        marks.add(Mark.plain(word, Layer.SOUGHT));
      }
    }
    return new Passage(
        ArticleLine.of(article),
        Links.passage(article.id(), best),
        MarkedText.of(article.text(), best, marks));
  }

  private static Span bestSentence(Article article, Set<String> wanted) {
    String text = article.text();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text.substring(0, Math.min(text.length(), LOOKED_THROUGH)));
    Span best = new Span(0, Math.min(SENTENCE, Math.max(1, text.length())));
    int most = 0;
    int start = sentences.first();
    for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
      int to = Math.min(end, start + SENTENCE);
      while (to > start + 1 && Character.isWhitespace(text.charAt(to - 1))) {
        to--;
      }
      Span sentence = new Span(start, to);
      int found = hits(text, sentence, wanted);
      if (found > most) {
        most = found;
        best = sentence;
      }
      start = end;
    }
    return best;
  }

  private static int hits(String text, Span sentence, Set<String> wanted) {
    Set<String> found = new HashSet<>();
    for (Span word : wordSpans(text, sentence)) {
      String lower = word.in(text).toLowerCase(Locale.ROOT);
      if (wanted.contains(lower)) {
        found.add(lower);
      }
    }
    return found.size();
  }

  private static List<Span> wordSpans(String text, Span range) {
    List<Span> words = new ArrayList<>();
    int start = -1;
    for (int i = range.start(); i <= range.end(); i++) {
      boolean inWord = i < range.end() && Character.isLetterOrDigit(text.charAt(i));
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(new Span(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }
}

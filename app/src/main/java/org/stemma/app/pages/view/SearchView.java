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

  /** Looks in what the outlet itself tells, and only if nothing is there in all of the page. */
  private static Span bestSentence(Article article, Set<String> wanted) {
    Best best = new Best(article.text(), wanted);
    article.zones().stream().filter(z -> z.role().isArticle()).forEach(z -> best.look(z.span()));
    if (best.most == 0) {
      article.zones().forEach(z -> best.look(z.span()));
    }
    return best.sentence;
  }

  /** The sentence with most of the words so far. */
  private static final class Best {
    private final String text;
    private final Set<String> wanted;
    private final BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    private Span sentence;
    private int most;

    Best(String text, Set<String> wanted) {
      this.text = text;
      this.wanted = wanted;
      this.sentence = new Span(0, Math.min(SENTENCE, Math.max(1, text.length())));
    }

    void look(Span zone) {
      int limit = Math.min(zone.end(), LOOKED_THROUGH);
      int start = zone.start();
      while (start < limit) {
        int end = text.indexOf('\n', start);
        end = end < 0 || end > limit ? limit : end;
        if (end > start) {
          lookInLine(start, end);
        }
        start = end + 1;
      }
    }

    private void lookInLine(int lineStart, int lineEnd) {
      sentences.setText(text.substring(lineStart, lineEnd));
      int start = sentences.first();
      for (int end = sentences.next(); end != BreakIterator.DONE; end = sentences.next()) {
        int from = lineStart + start;
        int to = Math.min(lineStart + end, from + SENTENCE);
        while (to > from + 1 && Character.isWhitespace(text.charAt(to - 1))) {
          to--;
        }
        Span candidate = new Span(from, to);
        int found = hits(text, candidate, wanted);
        if (found > most) {
          most = found;
          sentence = candidate;
        }
        start = end;
      }
    }
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

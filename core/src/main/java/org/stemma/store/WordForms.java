package org.stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.stemma.model.Span;

/** The words of a text in the form in which the index has them. Thread-safe. */
final class WordForms {
  /** What the index is written and asked with. */
  static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          Tokenizer words = new StandardTokenizer();
          // Folding comes before the possessive, so that a curly apostrophe is a straight one.
          TokenStream seen = new SeenSigns(new LowerCaseFilter(words));
          TokenStream folded = new ASCIIFoldingFilter(seen);
          return new TokenStreamComponents(words, new EnglishPossessiveFilter(folded));
        }
      };

  private WordForms() {}

  /** Takes soft hyphens and other signs that nobody sees out of words. */
  private static final class SeenSigns extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

    SeenSigns(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      char[] signs = word.buffer();
      int kept = 0;
      for (int i = 0; i < word.length(); i++) {
        if (Character.getType(signs[i]) != Character.FORMAT) {
          signs[kept++] = signs[i];
        }
      }
      word.setLength(kept);
      return true;
    }
  }

  /**
   * A word.
   *
   * @param span in the text that was given
   */
  record Form(String text, Span span) {}

  /** All words, in text order. */
  static List<Form> in(String text) {
    List<Form> forms = new ArrayList<>();
    try (TokenStream tokens = ANALYZER.tokenStream("", text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        forms.add(new Form(word.toString(), new Span(place.startOffset(), place.endOffset())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be cut into words", e);
    }
    return forms;
  }
}

package org.stemma.store;

import java.util.ArrayList;
import java.util.List;
import org.stemma.model.Span;

/**
 * Words that are looked for side by side. Case, accents, punctuation and an English possessive have
 * no meaning.
 *
 * @param words one or more, of any language
 * @param open true where a text may go on with the last one: "warn" finds "warned" too
 */
public record Sought(String words, boolean open) {
  /** More words than any quotation that a person types. */
  static final int MOST_WORDS = 300;

  /** An open word of fewer letters would find nearly every text. */
  private static final int FEWEST_LETTERS = 2;

  public Sought {
    List<WordForms.Form> forms = WordForms.in(words);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("\"" + words + "\" has no word");
    }
    if (open && (forms.size() > 1 || forms.get(0).text().length() < FEWEST_LETTERS)) {
      throw new IllegalArgumentException("only one word of 2 letters or more can be left open");
    }
  }

  /** True when a text has a word at all. */
  public static boolean isWord(String text) {
    return !WordForms.in(text).isEmpty();
  }

  /** The forms that are compared, in order. */
  List<String> forms() {
    return WordForms.in(words).stream().map(WordForms.Form::text).limit(MOST_WORDS).toList();
  }

  /** Where it stands in a stretch of a text, in text order: each word by itself. */
  public List<Span> in(String text, Span range) {
    List<String> wanted = forms();
    List<WordForms.Form> there = WordForms.in(range.in(text));
    List<Span> found = new ArrayList<>();
    for (int i = 0; i + wanted.size() <= there.size(); i++) {
      if (standsAt(there, i, wanted)) {
        for (int k = i; k < i + wanted.size(); k++) {
          Span word = there.get(k).span();
          found.add(new Span(range.start() + word.start(), range.start() + word.end()));
        }
        i += wanted.size() - 1;
      }
    }
    return found;
  }

  private boolean standsAt(List<WordForms.Form> there, int at, List<String> wanted) {
    for (int k = 0; k < wanted.size(); k++) {
      String form = there.get(at + k).text();
      if (!(open ? form.startsWith(wanted.get(k)) : form.equals(wanted.get(k)))) {
        return false;
      }
    }
    return true;
  }
}

package org.stemma.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stemma.store.Sought;

/** Reads the language of {@link Query}, left to right, once. */
final class QueryParser {
  /** More clauses than anybody types; each costs one look into the index. */
  private static final int MOST_CLAUSES = 60;

  private static final int DEEPEST = 12;

  private final String text;
  private int at;
  private int depth;
  private int clauses;

  QueryParser(String text) {
    if (text.length() > Query.LONGEST) {
      throw new QueryException("A query has at most 2,000 characters", Query.LONGEST);
    }
    this.text = text;
  }

  Query query() {
    Query query = choices();
    if (at < text.length()) {
      throw new QueryException("A bracket is closed that was never opened", at);
    }
    return query;
  }

  /** One or more choices, up to the end or a closing bracket. */
  private Query choices() {
    List<Query> choices = new ArrayList<>();
    boolean open = true;
    int or = at;
    while (open) {
      Query choice = allOf();
      int here = at;
      open = takeWord("OR");
      if (choice instanceof Query.Everything && (open || !choices.isEmpty())) {
        throw new QueryException("\"OR\" needs something on both sides", open ? here : or);
      }
      or = here;
      choices.add(choice);
    }
    return choices.size() == 1 ? choices.get(0) : new Query.Or(choices);
  }

  private Query allOf() {
    List<Query> all = new ArrayList<>();
    while (!isAtEnd() && text.charAt(at) != ')' && !stands("OR")) {
      if (!takeWord("AND")) {
        clause().ifPresent(all::add);
      }
    }
    return Query.all(all);
  }

  /** Empty for what has no word in it, a dash between words for one. */
  private Optional<Query> clause() {
    int start = at;
    if (takeWord("NOT") || takeMinus()) {
      if (isAtEnd() || text.charAt(at) == ')') {
        throw new QueryException("Nothing follows what says \"not\"", start);
      }
      deeper(start);
      Optional<Query> denied = clause();
      depth--;
      return denied.map(Query.Not::new);
    }
    if (++clauses > MOST_CLAUSES) {
      throw new QueryException("A query has at most " + MOST_CLAUSES + " clauses", at);
    }
    return switch (text.charAt(at)) {
      case '(' -> group();
      case '"', '“', '”' -> words(phrase(), takeStar(), start);
      default -> wordOrField();
    };
  }

  private Optional<Query> group() {
    int start = at++;
    deeper(start);
    Query inner = choices();
    depth--;
    if (at >= text.length()) {
      throw new QueryException("A bracket is opened and never closed", start);
    }
    at++;
    return inner instanceof Query.Everything ? Optional.empty() : Optional.of(inner);
  }

  private void deeper(int start) {
    if (++depth > DEEPEST) {
      throw new QueryException("Brackets stand in brackets more than " + DEEPEST + " deep", start);
    }
  }

  private Optional<Query> wordOrField() {
    int start = at;
    String word = word(":");
    boolean named = at < text.length() && text.charAt(at) == ':' && isName(word);
    if (named && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
      Field field =
          Field.named(word)
              .orElseThrow(
                  () ->
                      new QueryException(
                          "There is no field \""
                              + word
                              + "\"; there are "
                              + String.join(
                                  ", ", Arrays.stream(Field.values()).map(Field::label).toList())
                              + ", and words with a colon go in quotation marks",
                          start));
      at++;
      return Optional.of(term(field));
    }
    // A colon that leads to no value is punctuation.
    at = start;
    String plain = word("");
    boolean open = plain.endsWith("*");
    return words(open ? plain.replaceAll("\\*+$", "") : plain, open, start);
  }

  private Query term(Field field) {
    int start = at;
    char first = text.charAt(at);
    String value = first == '"' || first == '“' ? phrase() : word("");
    if (!Sought.isWord(value)) {
      throw new QueryException("\"" + field.label() + ":\" needs a value", start);
    }
    return new Query.Term(field, field.checked(value.strip(), start));
  }

  private static Optional<Query> words(String words, boolean open, int start) {
    if (!Sought.isWord(words)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Query.Words(new Sought(words.strip(), open)));
    } catch (IllegalArgumentException e) {
      throw new QueryException("Only one word of 2 letters or more can end in \"*\"", start);
    }
  }

  /** What stands in the quotation marks that begin here. */
  private String phrase() {
    int start = at++;
    int from = at;
    while (at < text.length() && "\"”".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at >= text.length()) {
      throw new QueryException("A quotation mark is opened and never closed", start);
    }
    // An opening mark inside has no meaning either.
    return text.substring(from, at++).replace('“', ' ').strip();
  }

  /** Up to white space, a bracket, a quotation mark or one of {@code stops}. */
  private String word(String stops) {
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && "()\"“”".indexOf(text.charAt(at)) < 0
        && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isName(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isLetter);
  }

  private boolean isAtEnd() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at >= text.length();
  }

  private boolean takeMinus() {
    boolean minus =
        text.charAt(at) == '-'
            && at + 1 < text.length()
            && !Character.isWhitespace(text.charAt(at + 1))
            && text.charAt(at + 1) != '-';
    at += minus ? 1 : 0;
    return minus;
  }

  private boolean takeStar() {
    boolean star = at < text.length() && text.charAt(at) == '*';
    at += star ? 1 : 0;
    return star;
  }

  private boolean takeWord(String word) {
    boolean there = stands(word);
    at += there ? word.length() : 0;
    if (there) {
      isAtEnd();
    }
    return there;
  }

  private boolean stands(String word) {
    if (isAtEnd() || !text.startsWith(word, at)) {
      return false;
    }
    int end = at + word.length();
    return end == text.length()
        || Character.isWhitespace(text.charAt(end))
        || "()".indexOf(text.charAt(end)) >= 0;
  }
}

package org.stemma.app.pages.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.model.Witness;

/**
 * A statement as one quotes it: the wording that the others are compared with, in the article that
 * has it.
 *
 * @param plain a line for a footnote
 * @param bibtex an entry for BibTeX, in UTF-8
 * @param csl a list of one item, as CSL-JSON (the format of citeproc and Zotero)
 */
public record Citation(String plain, String bibtex, String csl) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /**
   * @param articles finds each article of the statement
   */
  public static Citation of(Statement statement, Function<ArticleId, Article> articles) {
    return new Source(statement, articles.apply(statement.baseWitness().article())).citation();
  }

  /** What all three forms tell. */
  private static final class Source {
    private final Article article;
    private final String id;
    private final String speaker;
    private final String words;
    private final String title;
    private final String outlet;
    private final List<String> authors;
    private final Optional<LocalDate> day;
    private final String address;

    Source(Statement statement, Article article) {
      this.article = article;
      Witness base = statement.baseWitness();
      id = statement.id();
      speaker = StatementLine.speaker(statement);
      String said = StatementLine.words(base, article).replaceAll("\\s+", " ");
      words = base.quoted() ? "“" + said + "”" : said;
      title = ArticleLine.headline(article);
      outlet = Links.outletName(article);
      authors = article.imprint().authors();
      day = article.published().map(date -> LocalDate.parse(date.value().substring(0, 10)));
      address = Links.outside(article.address());
    }

    Citation citation() {
      return new Citation(plain(), bibtex(), csl());
    }

    private String plain() {
      StringBuilder line = new StringBuilder(speaker).append(": ").append(words).append(", in: ");
      if (!authors.isEmpty()) {
        line.append(Phrases.list(authors)).append(", ");
      }
      line.append('“').append(title).append("”, ").append(outlet);
      line.append(", ").append(day.map(DAY::format).orElse("without a date"));
      return line.append(address.isEmpty() ? "" : ", " + address).append('.').toString();
    }

    private String csl() {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", id);
      item.put("type", "article-newspaper");
      item.put("title", title);
      item.put("container-title", outlet);
      if (!authors.isEmpty()) {
        item.put("author", authors.stream().map(name -> Map.of("literal", name)).toList());
      }
      day.ifPresent(
          d ->
              item.put(
                  "issued",
                  Map.of(
                      "date-parts",
                      List.of(List.of(d.getYear(), d.getMonthValue(), d.getDayOfMonth())))));
      if (!address.isEmpty()) {
        item.put("URL", address);
      }
      if (!article.language().isEmpty()) {
        item.put("language", article.language());
      }
      item.put("note", speaker + ": " + words);
      try {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(List.of(item)) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a citation could not be written as JSON", e);
      }
    }

    private String bibtex() {
      List<String> fields = new ArrayList<>();
      if (!authors.isEmpty()) {
        fields.add(
            "author = {" + String.join(" and ", authors.stream().map(this::name).toList()) + "}");
      }
      fields.add("title = {{" + tex(title) + "}}");
      fields.add("howpublished = {" + tex(outlet) + "}");
      day.ifPresent(
          d -> {
            fields.add("year = {" + d.getYear() + "}");
            String month = d.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT);
            fields.add("month = " + month);
            fields.add("day = {" + d.getDayOfMonth() + "}");
          });
      if (!address.isEmpty()) {
        fields.add("url = {" + inBraces(address) + "}");
      }
      fields.add("note = {" + tex(speaker + ": " + words) + "}");
      return "@misc{" + key() + ",\n  " + String.join(",\n  ", fields) + "\n}\n";
    }

    /** Braces keep a name whole, whatever BibTeX takes its parts for. */
    private String name(String author) {
      return "{" + tex(author) + "}";
    }

    private String key() {
      String year = day.map(d -> Integer.toString(d.getYear())).orElse("");
      String plain =
          Normalizer.normalize(outlet, Normalizer.Form.NFD)
              .replaceAll("[^A-Za-z0-9]", "")
              .toLowerCase(Locale.ROOT);
      String place = id.substring(id.lastIndexOf('-') + 1);
      return Phrases.shortened(plain.isEmpty() ? "page" : plain, 40).replaceAll("[^a-z0-9]", "")
          + year
          + "-"
          + place;
    }

    /** The characters that TeX reads as commands, as letters. */
    private static String tex(String text) {
      StringBuilder written = new StringBuilder();
      for (char c : text.replaceAll("\\s+", " ").toCharArray()) {
        switch (c) {
          case '\\' -> written.append("\\textbackslash{}");
          case '{', '}', '$', '&', '%', '#', '_' -> written.append('\\').append(c);
          case '~' -> written.append("\\textasciitilde{}");
          case '^' -> written.append("\\textasciicircum{}");
          default -> written.append(c < ' ' ? ' ' : c);
        }
      }
      return written.toString();
    }

    /** An address in a field: a brace would end it. */
    private static String inBraces(String address) {
      return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C");
    }
  }
}

package org.stemma.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;

/**
 * A case of {@code entities.txt}: little articles, each a line with outlet and date, and whether
 * the first and the last name in square brackets are of one. {@code [Ada Quill]} is a person,
 * {@code [b:...]} a body, {@code [p:...]} a place; other names of the text are {@code |person|},
 * {@code <body>}, {@code {place}}. What stands in quotation marks is said by the name in square
 * brackets. "kept:" before the title marks a case that was not looked at while the rules were made.
 */
record EntityCase(String title, boolean kept, List<Annotated> articles, boolean same) {
  private static final Pattern LINE = Pattern.compile("(.+?) (\\d{4}-\\d\\d-\\d\\d): (.*)");
  private static final Pattern NAME =
      Pattern.compile("\\[([bp]:)?([^\\]]+)]|\\|([^|]+)\\||<([^>]+)>|\\{([^}]+)}");

  /** Where a bracketed name stands: in which article, as what. */
  record Asked(ArticleId article, String name) {}

  static List<EntityCase> all() throws IOException {
    String cases = Files.readString(Path.of("src/test/cases/link/entities.txt"));
    return Stream.of(cases.split("(?m)^# "))
        .filter(block -> !block.isBlank())
        .map(EntityCase::of)
        .toList();
  }

  private static EntityCase of(String block) {
    List<String> lines = block.strip().lines().toList();
    boolean kept = lines.get(0).startsWith("kept: ");
    String expected = lines.get(lines.size() - 1);
    if (!expected.equals("-> same") && !expected.equals("-> apart")) {
      throw new IllegalArgumentException("no expectation: " + block);
    }
    List<Annotated> articles = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      articles.add(article(line, articles.size()));
    }
    String title = kept ? lines.get(0).substring("kept: ".length()) : lines.get(0);
    return new EntityCase(title, kept, articles, expected.equals("-> same"));
  }

  /** True when both bracketed names belong to one entity. */
  boolean areOne(Entities entities) {
    List<Asked> asked = asked();
    Asked last = asked.get(asked.size() - 1);
    return entities
        .of(asked.get(0).article, asked.get(0).name)
        .orElseThrow()
        .equals(entities.of(last.article, last.name).orElseThrow());
  }

  private List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (Annotated article : articles) {
      for (Attribution mark : article.attributions()) {
        asked.add(new Asked(article.article().id(), ((Speaker.Named) mark.speaker()).name()));
      }
    }
    return asked;
  }

  static Annotated article(String line, int number) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an article: " + line);
    }
    StringBuilder text = new StringBuilder();
    List<Name> names = new ArrayList<>();
    Optional<Span> asked = Optional.empty();
    Matcher name = NAME.matcher(parts.group(3));
    int copied = 0;
    while (name.find()) {
      text.append(parts.group(3), copied, name.start());
      copied = name.end();
      int group =
          name.group(2) != null ? 2 : name.group(3) != null ? 3 : name.group(4) != null ? 4 : 5;
      Span span = new Span(text.length(), text.length() + name.group(group).length());
      text.append(name.group(group));
      names.add(new Name(span, kind(group, name.group(1))));
      asked = group == 2 ? Optional.of(span) : asked;
    }
    text.append(parts.group(3).substring(copied));
    return annotated(parts.group(1), parts.group(2), number, text.toString(), names, asked);
  }

  private static NameKind kind(int group, String mark) {
    if (group == 2) {
      return mark == null
          ? NameKind.PERSON
          : Map.of("b:", NameKind.ORGANIZATION, "p:", NameKind.PLACE).get(mark);
    }
    return Map.of(3, NameKind.PERSON, 4, NameKind.ORGANIZATION, 5, NameKind.PLACE).get(group);
  }

  private static Annotated annotated(
      String outlet, String date, int number, String text, List<Name> names, Optional<Span> asked) {
    Span all = new Span(0, text.length());
    Article article =
        new Article(
            new ArticleId(outlet.replace(' ', '-') + "-" + date + "-" + number),
            "",
            Imprint.of(Optional.of(outlet), Optional.empty()),
            List.of(new FoundDate(date, DateOrigin.GIVEN)),
            "en",
            text,
            List.of(new Zone(ZoneRole.BODY, all)));
    List<Attribution> said = new ArrayList<>();
    if (asked.isPresent()) {
      List<Span> quoted =
          QuotationMarks.in(text, all).stream()
              .map(Quotation::outer)
              .filter(outer -> !outer.overlaps(asked.get()))
              .toList();
      said.add(
          new Attribution(
              List.of(asked.get()),
              List.of(),
              quoted.isEmpty() ? List.of(all) : quoted,
              quoted.isEmpty() ? QuotationKind.INDIRECT : QuotationKind.DIRECT,
              new Speaker.Named(asked.get().in(text)),
              Optional.empty(),
              Act.SAY,
              1));
    }
    return new Annotated(article, said, names);
  }
}

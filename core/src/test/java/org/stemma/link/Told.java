package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.QuotationKind;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.CommonWords;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;

/**
 * Articles for tests: what stands in quotation marks is said by the name before "said", and so is
 * what "said that" introduces, up to the full stop.
 */
final class Told {
  private static final Pattern NAME = Pattern.compile("(\\p{Lu}\\p{L}+(?: Newswire)?) said");

  private static final Pattern INDIRECT =
      Pattern.compile("(\\p{Lu}\\p{L}+) said that ([^.\\n]+)\\.");

  private static final int WIDTH = 64;

  private Told() {}

  static Annotated article(String id, String outlet, Optional<String> date, String text) {
    return article(id, outlet, date, text, ZoneRole.BODY);
  }

  static Annotated article(
      String id, String outlet, Optional<String> date, String text, ZoneRole role) {
    List<FoundDate> dates =
        date.map(d -> List.of(new FoundDate(d, DateOrigin.GIVEN))).orElse(List.of());
    Article article =
        new Article(
            new ArticleId(id),
            id,
            Imprint.of(Optional.of(outlet), Optional.empty()),
            dates,
            "en",
            text,
            List.of(new Zone(role, new Span(0, text.length()))));
    return new Annotated(article, role.isArticle() ? attributions(text) : List.of());
  }

  private static List<Attribution> attributions(String text) {
    List<Attribution> found = new ArrayList<>();
    for (Quotation quotation : QuotationMarks.in(text, new Span(0, text.length()))) {
      Optional<Span> source = source(text, quotation.outer());
      found.add(
          new Attribution(
              source.map(List::of).orElse(List.of()),
              List.of(),
              List.of(quotation.outer()),
              QuotationKind.DIRECT,
              source
                  .<Speaker>map(span -> new Speaker.Named(span.in(text)))
                  .orElseGet(Speaker.Unknown::new),
              Optional.empty(),
              Act.SAY,
              1,
              vector(text, quotation.outer())));
    }
    Matcher indirect = INDIRECT.matcher(text);
    while (indirect.find()) {
      Span content = new Span(indirect.start(2), indirect.end(2));
      found.add(
          new Attribution(
              List.of(new Span(indirect.start(1), indirect.end(1))),
              List.of(),
              List.of(content),
              QuotationKind.INDIRECT,
              new Speaker.Named(indirect.group(1)),
              Optional.empty(),
              Act.SAY,
              1,
              vector(text, content)));
    }
    return found;
  }

  /** Near where many words are the same: what the tagger's network does for other words as well. */
  private static Vector vector(String text, Span content) {
    byte[] values = new byte[WIDTH];
    for (String stem : CommonWords.tellingStems(text, List.of(content))) {
      values[Math.floorMod(stem.hashCode(), WIDTH)] += 10;
    }
    return Vector.of(values);
  }

  /** The name before "said" in the quotation's paragraph. */
  private static Optional<Span> source(String text, Span quotation) {
    int start = text.lastIndexOf('\n', quotation.start()) + 1;
    int end = text.indexOf('\n', quotation.end());
    Matcher name = NAME.matcher(text).region(start, end < 0 ? text.length() : end);
    return name.find() ? Optional.of(new Span(name.start(1), name.end(1))) : Optional.empty();
  }
}

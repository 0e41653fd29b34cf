package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.text.CodePoints;

/**
 * Writes attributions as W3C Web Annotations (JSON-LD, one collection): who speaks and what the cue
 * does, on the words of the page. Each stretch is found by its words (TextQuoteSelector) and by its
 * position (TextPositionSelector), which counts Unicode code points of the text as Stemma read it.
 * Not thread-safe.
 */
public final class AnnotationExport implements Closeable {
  /** Characters told before and after the words, so that a reader finds the right ones. */
  private static final int CONTEXT = 32;

  private final LinkedFile file;

  /**
   * @param out closed with this export
   */
  public AnnotationExport(OutputStream out) throws IOException {
    file = new LinkedFile(out);
    file.open()
        .put("@context", "http://www.w3.org/ns/anno.jsonld")
        .put("id", "urn:x-stemma:annotations")
        .put("type", "AnnotationCollection")
        .put("label", "Attributions")
        .open("first")
        .put("id", "urn:x-stemma:annotations:1")
        .put("type", "AnnotationPage")
        .put("partOf", "urn:x-stemma:annotations")
        .put("startIndex", 0)
        .list("items");
  }

  /**
   * The annotations of one article.
   *
   * @param wanted which of its attributions get one
   */
  public void add(Annotated annotated, Predicate<Attribution> wanted) throws IOException {
    Article article = annotated.article();
    CodePoints points = new CodePoints(article.text());
    for (Attribution attribution : annotated.attributions()) {
      if (wanted.test(attribution)) {
        write(article, points, attribution);
      }
    }
  }

  private void write(Article article, CodePoints points, Attribution attribution)
      throws IOException {
    file.line()
        .open()
        .put("id", Iris.of("attribution", article.id() + "-" + attribution.extent().start()))
        .put("type", "Annotation")
        .put("motivation", "identifying")
        .list("body");
    if (!(attribution.speaker() instanceof Speaker.Unknown)) {
      body("identifying", attribution.speaker().label());
    }
    body("classifying", Cells.lower(attribution.act()));
    file.endList().list("target");
    for (Span span : attribution.content()) {
      target(article, points, span);
    }
    file.endList().close();
  }

  private void body(String purpose, String value) throws IOException {
    file.open()
        .put("type", "TextualBody")
        .put("purpose", purpose)
        .put("value", value)
        .put("format", "text/plain")
        .close();
  }

  private void target(Article article, CodePoints points, Span span) throws IOException {
    String text = article.text();
    int before = whole(text, Math.max(0, span.start() - CONTEXT));
    int after = whole(text, Math.min(text.length(), span.end() + CONTEXT));
    file.open()
        .put("source", Iris.article(article))
        .list("selector")
        .open()
        .put("type", "TextQuoteSelector")
        .put("exact", span.in(text))
        .put("prefix", notEmpty(text.substring(before, span.start())))
        .put("suffix", notEmpty(text.substring(span.end(), after)))
        .close()
        .open()
        .put("type", "TextPositionSelector")
        .put("start", points.before(span.start()))
        .put("end", points.before(span.end()))
        .close()
        .endList()
        .close();
  }

  private static Optional<String> notEmpty(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }

  /** Not between the halves of a character. */
  private static int whole(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }

  @Override
  public void close() throws IOException {
    file.endList().close().close().end();
  }
}

package org.stemma.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.text.CodePoints;

/**
 * Writes reuse, statements and stemmata as JSON Lines: {@code passage}, {@code quote} and {@code
 * edge} objects, as text-reuse scorers read them. Offsets count Unicode code points, end exclusive.
 * Not thread-safe.
 */
public final class ReuseExport implements Closeable {
  /** Texts whose offsets are kept at hand: passages come ordered by article, so few are needed. */
  private static final int AT_HAND = 500;

  private final JsonGenerator json;
  private final Function<ArticleId, String> texts;
  private final Map<ArticleId, CodePoints> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ArticleId, CodePoints> eldest) {
          return size() > AT_HAND;
        }
      };
  private boolean anyWritten;

  /**
   * @param out closed with this export
   * @param texts the text of an article
   */
  public ReuseExport(Writer out, Function<ArticleId, String> texts) throws IOException {
    this.json = new JsonFactory().createGenerator(out);
    this.json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    this.texts = texts;
  }

  /** One {@code passage} line. */
  public void passage(Reuse reuse) throws IOException {
    begin("passage");
    side("a", reuse.a(), reuse.aSpan());
    side("b", reuse.b(), reuse.bSpan());
    json.writeEndObject();
  }

  private void side(String name, ArticleId id, Span span) throws IOException {
    CodePoints points = points(id);
    json.writeStringField(name, id.value());
    json.writeNumberField(name + "_begin", points.before(span.start()));
    json.writeNumberField(name + "_end", points.before(span.end()));
  }

  /**
   * A {@code quote} line for each witness. Nothing for a statement that no witness quotes: the
   * format knows mentions of quotations only.
   */
  public void quotes(Statement statement) throws IOException {
    if (statement.witnesses().stream().noneMatch(Witness::quoted)) {
      return;
    }
    for (Witness witness : statement.witnesses()) {
      CodePoints points = points(witness.article());
      begin("quote");
      json.writeStringField("family", statement.id());
      json.writeStringField("doc", witness.article().value());
      json.writeNumberField("begin", points.before(witness.span().start()));
      json.writeNumberField("end", points.before(witness.span().end()));
      json.writeArrayFieldStart("kinds");
      for (String kind : AlterationNames.of(witness)) {
        json.writeString(kind);
      }
      json.writeEndArray();
      if (witness.speaker() instanceof Speaker.Named named) {
        json.writeStringField("speaker", named.name());
      }
      json.writeEndObject();
    }
  }

  /**
   * An {@code edge} line for each article and parent; one with a null parent where an article has
   * none.
   */
  public void edges(Stemma stemma) throws IOException {
    Set<ArticleId> children = new HashSet<>();
    for (Edge edge : stemma.edges()) {
      children.add(edge.child());
      edge(edge.child(), edge.parent().value());
    }
    List<ArticleId> first =
        stemma.articles().stream().filter(id -> !children.contains(id)).toList();
    for (ArticleId id : first) {
      edge(id, null);
    }
  }

  private void edge(ArticleId child, String parent) throws IOException {
    begin("edge");
    json.writeStringField("child", child.value());
    json.writeStringField("parent", parent);
    json.writeEndObject();
  }

  private void begin(String type) throws IOException {
    anyWritten = true;
    json.writeStartObject();
    json.writeStringField("type", type);
  }

  private CodePoints points(ArticleId id) {
    return atHand.computeIfAbsent(id, wanted -> new CodePoints(texts.apply(wanted)));
  }

  /** Ends the last line and closes the writer. */
  @Override
  public void close() throws IOException {
    if (anyWritten) {
      json.writeRaw('\n');
    }
    json.close();
  }
}

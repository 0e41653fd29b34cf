package org.stemma.app.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.stemma.annotate.Annotator;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Comment;
import org.stemma.model.Dating;
import org.stemma.model.Figure;
import org.stemma.model.FoundDate;
import org.stemma.model.Name;
import org.stemma.model.Span;
import org.stemma.model.TimeMention;
import org.stemma.model.Zone;

/**
 * The lines of {@code stemma read} and {@code stemma extract}: one article each, written as it
 * comes, so that memory does not grow. Not thread-safe.
 */
public final class ArticleJson {
  /** A reader at the other end of a pipe waits no longer than this for a line that is ready. */
  private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final JsonOutput out;
  private final Offsets offsets;
  private long written;
  private long flushed = System.nanoTime();

  /**
   * @param out stays the caller's to close
   */
  public ArticleJson(OutputStream out, Offsets offsets) {
    this.out = new JsonOutput(out);
    this.offsets = offsets;
  }

  /** Writes the article itself. */
  public void writeArticle(Article article) {
    line(json -> article(json, article, offsets.in(article.text())));
  }

  /**
   * Writes the attributions, names, figures and dates of an article, and its id to join them by.
   *
   * @param vectors whether each attribution tells what its content means
   */
  public void writeAttributions(Annotated annotated, boolean vectors) {
    IntUnaryOperator offset = offsets.in(annotated.article().text());
    line(
        json -> {
          json.writeStartObject();
          json.writeStringField("id", annotated.article().id().value());
          json.writeStringField("language", annotated.article().language());
          json.writeStringField(
              "read", Annotator.isRead(annotated.article().language()) ? "all" : "quotations");
          json.writeArrayFieldStart("attributions");
          for (Attribution attribution : annotated.attributions()) {
            attribution(json, attribution, vectors, offset);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("names");
          for (Name name : annotated.names()) {
            json.writeStartObject();
            json.writeFieldName("span");
            span(json, name.span(), offset);
            json.writeStringField("kind", JsonOutput.name(name.kind()));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("figures");
          for (Figure figure : annotated.figures()) {
            figure(json, figure, offset);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("dates");
          for (TimeMention time : annotated.times()) {
            time(json, time, offset);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** Number of lines written. */
  public long written() {
    return written;
  }

  /** Ends the last line and hands it on. */
  public void finish() {
    out.finish(written > 0);
  }

  private void line(JsonOutput.Value value) {
    long now = System.nanoTime();
    boolean flush = now - flushed > FLUSH_NANOS;
    out.write(flush, value);
    if (flush) {
      flushed = now;
    }
    written++;
  }

  private static void article(JsonGenerator json, Article article, IntUnaryOperator offset)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", article.id().value());
    json.writeStringField("address", article.address());
    JsonOutput.field(json, "outlet", article.outlet());
    JsonOutput.field(json, "headline", article.headline());
    JsonOutput.field(json, "byline", article.imprint().byline());
    json.writeArrayFieldStart("authors");
    for (String author : article.imprint().authors()) {
      json.writeString(author);
    }
    json.writeEndArray();
    JsonOutput.field(json, "dateline", article.imprint().dateline());
    JsonOutput.field(json, "credit", article.imprint().credit());
    json.writeArrayFieldStart("dates");
    for (FoundDate date : article.dates()) {
      json.writeStartObject();
      json.writeStringField("value", date.value());
      json.writeStringField("origin", JsonOutput.name(date.origin()));
      json.writeStringField("sense", JsonOutput.name(date.sense()));
      json.writeEndObject();
    }
    json.writeEndArray();
    dating(json, article.dating());
    json.writeStringField("extent", JsonOutput.name(article.extent()));
    json.writeStringField("language", article.language());
    json.writeNumberField("words", article.words());
    json.writeStringField("text", article.text());
    json.writeArrayFieldStart("zones");
    for (Zone zone : article.zones()) {
      json.writeStartObject();
      json.writeStringField("role", JsonOutput.name(zone.role()));
      stretch(json, zone.span(), offset);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("comments");
    for (Comment comment : article.comments()) {
      json.writeStartObject();
      stretch(json, comment.span(), offset);
      JsonOutput.field(json, "writer", comment.writer());
      JsonOutput.field(json, "reply_to", comment.replyTo());
      JsonOutput.field(json, "time", comment.time());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void dating(JsonGenerator json, Dating dating) throws IOException {
    json.writeObjectFieldStart("published");
    JsonOutput.field(json, "value", dating.chosen().map(FoundDate::value));
    json.writeStringField("reason", JsonOutput.name(dating.reason()));
    json.writeEndObject();
  }

  private static void stretch(JsonGenerator json, Span span, IntUnaryOperator offset)
      throws IOException {
    json.writeNumberField("start", offset.applyAsInt(span.start()));
    json.writeNumberField("end", offset.applyAsInt(span.end()));
  }

  private static void attribution(
      JsonGenerator json, Attribution attribution, boolean vectors, IntUnaryOperator offset)
      throws IOException {
    json.writeStartObject();
    spans(json, "source", attribution.source(), offset);
    spans(json, "cue", attribution.cue(), offset);
    spans(json, "content", attribution.content(), offset);
    json.writeStringField("kind", JsonOutput.name(attribution.kind()));
    JsonOutput.field(json, "speaker", JsonOutput.nameOf(attribution.speaker()));
    json.writeNumberField(
        "speaker_confidence", JsonOutput.rounded(attribution.speakerConfidence()));
    JsonOutput.field(json, "on_behalf_of", attribution.onBehalfOf());
    JsonOutput.strings(json, "via", attribution.via());
    json.writeStringField("act", JsonOutput.name(attribution.act()));
    spans(json, "target", attribution.aim().target(), offset);
    JsonOutput.field(json, "target_name", JsonOutput.nameOf(attribution.aim().whom()));
    spans(json, "topic", attribution.aim().topic(), offset);
    json.writeNumberField("confidence", JsonOutput.rounded(attribution.confidence()));
    if (vectors) {
      json.writeArrayFieldStart("vector");
      for (byte value : attribution.vector().values()) {
        json.writeNumber(value);
      }
      json.writeEndArray();
    }
    if (!attribution.nested().isEmpty()) {
      json.writeArrayFieldStart("nested");
      for (Attribution nested : attribution.nested()) {
        attribution(json, nested, vectors, offset);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, Figure figure, IntUnaryOperator offset)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("span");
    span(json, figure.span(), offset);
    if (figure.lowest().isPresent()) {
      json.writeNumberField("lowest", figure.lowest().get());
    }
    if (figure.highest().isPresent()) {
      json.writeNumberField("highest", figure.highest().get());
    }
    json.writeStringField("exactness", JsonOutput.name(figure.exactness()));
    json.writeStringField("unit", JsonOutput.name(figure.unit()));
    JsonOutput.field(json, "currency", figure.currency());
    if (figure.counted().isPresent()) {
      json.writeFieldName("counted");
      span(json, figure.counted().get(), offset);
    }
    json.writeStringField("head", figure.head());
    json.writeStringField("event", JsonOutput.name(figure.event()));
    json.writeBooleanField("part", figure.isPart());
    if (figure.place().isPresent()) {
      json.writeFieldName("place");
      span(json, figure.place().get(), offset);
    }
    if (figure.time().isPresent()) {
      json.writeFieldName("time");
      time(json, figure.time().get(), offset);
    }
    json.writeEndObject();
  }

  private static void time(JsonGenerator json, TimeMention time, IntUnaryOperator offset)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("span");
    span(json, time.span(), offset);
    JsonOutput.field(json, "earliest", time.earliest().map(LocalDate::toString));
    JsonOutput.field(json, "latest", time.latest().map(LocalDate::toString));
    json.writeStringField("basis", JsonOutput.name(time.basis()));
    json.writeEndObject();
  }

  private static void spans(
      JsonGenerator json, String field, List<Span> spans, IntUnaryOperator offset)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Span span : spans) {
      span(json, span, offset);
    }
    json.writeEndArray();
  }

  private static void span(JsonGenerator json, Span span, IntUnaryOperator offset)
      throws IOException {
    json.writeStartArray();
    json.writeNumber(offset.applyAsInt(span.start()));
    json.writeNumber(offset.applyAsInt(span.end()));
    json.writeEndArray();
  }
}

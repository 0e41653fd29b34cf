package org.stemma.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Imprint;
import org.stemma.model.Span;

/**
 * Writes the attributions of a corpus as {@code score_attribution.py} and {@code score_speakers.py}
 * read them: code points, one article a line.
 *
 * <pre>
 * java -cp ... org.stemma.annotate.PredictAttributions ARTICLES.jsonl OUT.jsonl [MODEL.onnx [TIES.weights]]
 * </pre>
 */
final class PredictAttributions {
  private PredictAttributions() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 2 || args.length > 4) {
      System.err.println(
          "usage: PredictAttributions ARTICLES.jsonl OUT.jsonl [MODEL.onnx [TIES.weights]]");
      System.exit(2);
    }
    Annotator annotator = args.length > 2 ? with(args) : Annotator.load();
    long tokens = 0;
    List<Corpus.Item> items = Corpus.read(Path.of(args[0]));
    long start = cpu();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[1])))) {
      for (Corpus.Item item : items) {
        tokens += Tokens.of(item.text(), item.zones(), CueLexicon.load()).size;
        out.println(line(annotator.annotate(article(item))));
      }
    }
    System.out.printf("%d tokens, %.0f a CPU-second%n", tokens, tokens / ((cpu() - start) / 1e9));
  }

  private static Annotator with(String[] args) throws IOException {
    Network network = Network.read(Files.readAllBytes(Path.of(args[2])), Windows.Size.WIDE);
    if (args.length == 3) {
      return new Annotator(network, Learned.load());
    }
    try (InputStream in = Files.newInputStream(Path.of(args[3]))) {
      return new Annotator(network, Learned.read(in));
    }
  }

  static Article article(Corpus.Item item) {
    return new Article(
        new ArticleId(item.id()),
        item.id(),
        Imprint.NONE,
        List.of(),
        "en",
        item.text(),
        item.zones());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String line(Annotated annotated) {
    String text = annotated.article().text();
    StringBuilder line = new StringBuilder("{\"id\":");
    line.append(quoted(annotated.article().id().value())).append(",\"attributions\":[");
    String separator = "";
    for (Attribution a : annotated.attributions()) {
      line.append(separator).append("{\"source\":").append(spans(text, a.source()));
      line.append(",\"cue\":").append(spans(text, a.cue()));
      line.append(",\"content\":").append(spans(text, a.content()));
      if (a.speaker() instanceof org.stemma.model.Speaker.Named named) {
        line.append(",\"speaker\":").append(quoted(named.name()));
      }
      line.append(",\"confidence\":").append(a.confidence()).append('}');
      separator = ",";
    }
    return line.append("]}").toString();
  }

  private static String spans(String text, List<Span> spans) {
    StringBuilder out = new StringBuilder("[");
    for (Span span : spans) {
      out.append(out.length() > 1 ? "," : "")
          .append('[')
          .append(text.codePointCount(0, span.start()))
          .append(',')
          .append(text.codePointCount(0, span.end()))
          .append(']');
    }
    return out.append(']').toString();
  }

  private static String quoted(String words) {
    return com.fasterxml.jackson.databind.node.TextNode.valueOf(words).toString();
  }
}

package org.stemma.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stemma.annotate.Annotator;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Imprint;
import org.stemma.model.Span;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/**
 * How the time of finding attributions grows with the length of a text: microseconds of CPU for a
 * character, of texts that differ in kind and are ten and a hundred times as long.
 *
 * <pre>
 * java -cp ... org.stemma.bench.AnnotatorGrowth
 * </pre>
 */
final class AnnotatorGrowth {
  private static final int[] LENGTHS = {3_000, 30_000, 300_000, 1_000_000};

  private AnnotatorGrowth() {}

  public static void main(String[] args) {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put(
        "paragraphs of news",
        "“We will mend the sea wall,” Ana Ruiz said on Tuesday. She denied that it had been left to"
            + " rot, as the harbour board says.\n\n");
    kinds.put("one paragraph", "Ana Ruiz said that the sea wall will be mended, and he agreed. ");
    kinds.put("quotation marks only", "“");
    kinds.put("no space at all", "x");
    kinds.put("one mark a word", "a. ");
    Annotator annotator = Annotator.load();
    annotator.annotate(article(kinds.values().iterator().next().repeat(200)));
    System.out.printf("%-22s", "characters");
    for (int length : LENGTHS) {
      System.out.printf("%12d", length);
    }
    System.out.println();
    kinds.forEach(
        (kind, piece) -> {
          System.out.printf("%-22s", kind);
          for (int length : LENGTHS) {
            Article article = article(piece.repeat(length / piece.length() + 1));
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            annotator.annotate(article);
            long time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            System.out.printf("%12.2f", time / 1e3 / article.text().length());
          }
          System.out.println();
        });
  }

  private static Article article(String text) {
    return new Article(
        new ArticleId("a"),
        "a",
        Imprint.NONE,
        List.of(),
        "en",
        text,
        List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
  }
}

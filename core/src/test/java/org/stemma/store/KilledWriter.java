package org.stemma.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Decision;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.Match;
import org.stemma.model.Span;
import org.stemma.model.ZoneRole;

/**
 * A process that keeps articles until it is killed, and reports on standard output the number of
 * the last one after each commit. It goes on where the desk ends.
 */
final class KilledWriter {
  static final long KEY_OF_ALL = -7;
  static final long PARAGRAPH = 77;

  private KilledWriter() {}

  public static void main(String[] arguments) throws InterruptedException {
    Random random = new Random(Long.parseLong(arguments[1]));
    System.out.println("begun");
    try (Store store = SqliteStore.open(Path.of(arguments[0]))) {
      for (int number = (int) store.size() + 1; ; number++) {
        store.keep(entry(number));
        store.decide(decision(number));
        if (endsBatch(number)) {
          store.commit();
          System.out.println(number);
          System.out.flush();
        }
        if (random.nextInt(50) == 0) {
          store.search("ferry", 3);
        }
      }
    }
  }

  static Decision decision(int number) {
    return switch (number % 3) {
      case 0 -> new Decision.SetDate(Instant.EPOCH, id(number), "2031-05-04");
      case 1 ->
          new Decision.MarkZone(
              Instant.EPOCH, id(number), new Span(number, number + 9), ZoneRole.COMMENT);
      default -> new Decision.NotASpeaker(Instant.EPOCH, id(number).value());
    };
  }

  /** Batches of 1 to 4 articles. */
  static boolean endsBatch(int number) {
    int place = number % 8;
    return place == 3 || place == 4 || place == 0;
  }

  /** The same in both processes; tied to the article before it. */
  static Entry entry(int number) {
    String text = ("The ferry numbered " + number + " sank off the mole. ").repeat(20);
    ArticleId id = id(number);
    Article article =
        new Article(
            id,
            "https://example.invalid/" + number,
            Imprint.of(Optional.of("The Quay"), Optional.empty()),
            List.of(),
            "en",
            text,
            List.of());
    Span word = new Span(0, 3);
    Keys keys =
        new Keys(List.of(new Keys.Paragraph(word, PARAGRAPH, List.of((long) number, KEY_OF_ALL))));
    List<Match> matches =
        number == 1
            ? List.of()
            : List.of(new Match(id(number - 1), word, 1, id, word, 1, List.of(KEY_OF_ALL)));
    return new Entry(new Annotated(article, List.of()), keys, matches, List.of());
  }

  /** In the order of the numbers. */
  private static ArticleId id(int number) {
    return new ArticleId("a" + (1_000_000 + number));
  }
}

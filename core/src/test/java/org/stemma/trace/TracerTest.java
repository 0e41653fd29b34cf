package org.stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.DateOrigin;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.LostSource;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Stemma;
import org.stemma.text.Collation;
import org.stemma.text.Paragraphs;

class TracerTest {
  private static final Path CASES = Path.of("src/test/cases/trace/stories.txt");
  private static final Pattern HEAD = Pattern.compile("\\[(\\w+ \\w+)(?: ([\\d:T-]+))?]\\n");

  @TestFactory
  Stream<DynamicTest> stories() throws IOException {
    return Stream.of(Files.readString(CASES).split("(?m)^# "))
        .filter(block -> !block.isBlank())
        .map(block -> dynamicTest(block.lines().findFirst().orElse(""), () -> check(block)));
  }

  private static void check(String block) {
    List<String> expected =
        block.lines().filter(l -> l.startsWith("-> ")).map(l -> l.substring(3)).sorted().toList();
    assertThat(expected).isNotEmpty();
    List<Annotated> articles = articles(block.substring(0, block.indexOf("\n->") + 1));
    Stemma stemma = new Tracer().trace(articles, reuse(articles), List.of());
    assertThat(told(stemma, expected)).containsExactlyElementsOf(expected);
  }

  /** As the case tells it; of an edge's evidence the kind that the case asks for. */
  private static Set<String> told(Stemma stemma, List<String> expected) {
    Set<String> told = new TreeSet<>();
    stemma.undecided().forEach(id -> told.add("undecided " + outlet(id)));
    for (LostSource lost : stemma.lost()) {
      List<String> heirs = lost.heirs().stream().map(TracerTest::outlet).toList();
      told.add("lost " + lost.agency() + ": " + String.join(", ", heirs));
    }
    for (Edge edge : stemma.edges()) {
      String line = outlet(edge.child()) + " from " + outlet(edge.parent()) + ": ";
      String asked =
          edge.evidence().stream()
              .map(Evidence::kind)
              .map(kind -> line + kind)
              .filter(expected::contains)
              .findFirst()
              .orElse(line + edge.evidence());
      told.add(asked);
    }
    return told.isEmpty() ? Set.of("nothing") : told;
  }

  private static String outlet(ArticleId id) {
    return id.value().replace('-', ' ');
  }

  private static List<Annotated> articles(String texts) {
    List<Annotated> articles = new ArrayList<>();
    Matcher head = HEAD.matcher(texts);
    boolean more = head.find();
    while (more) {
      String outlet = head.group(1);
      Optional<String> date = Optional.ofNullable(head.group(2));
      int start = head.end();
      more = head.find();
      String text = texts.substring(start, more ? head.start() : texts.length()).strip();
      articles.add(article(outlet, date, text));
    }
    return articles;
  }

  private static Annotated article(String outlet, Optional<String> date, String text) {
    List<FoundDate> dates =
        date.map(d -> List.of(new FoundDate(d, DateOrigin.GIVEN))).orElse(List.of());
    return new Annotated(
        new Article(
            new ArticleId(outlet.replace(' ', '-')),
            outlet,
            Imprint.of(Optional.of(outlet), Optional.empty()),
            dates,
            "en",
            text,
            List.of()),
        List.of());
  }

  /** Paragraphs that are nearly the same are reuse. */
  private static List<Reuse> reuse(List<Annotated> articles) {
    List<Reuse> reuse = new ArrayList<>();
    for (Annotated x : articles) {
      for (Annotated y : articles) {
        if (x.article().id().compareTo(y.article().id()) < 0) {
          reuse.addAll(reuse(x.article(), y.article()));
        }
      }
    }
    return reuse;
  }

  private static List<Reuse> reuse(Article x, Article y) {
    List<Reuse> reuse = new ArrayList<>();
    for (Span here : paragraphs(x)) {
      for (Span there : paragraphs(y)) {
        Collation both = Collation.of(x.text(), List.of(here), y.text(), List.of(there));
        if (both.likeness() > 0.8 && both.same() > 4) {
          int same = both.agreements().stream().mapToInt(run -> run.inA().length()).sum();
          reuse.add(new Reuse(x.id(), here, y.id(), there, same));
        }
      }
    }
    return reuse;
  }

  private static List<Span> paragraphs(Article article) {
    return Paragraphs.in(article.text(), new Span(0, article.text().length()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aStemmaHasNoCycle_andDoesNotDependOnOrder(long seed) {
    Random random = new Random(seed);
    List<Annotated> articles = new ArrayList<>();
    List<Reuse> reuse = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Optional<String> date =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of("2031-05-0" + (1 + random.nextInt(9)));
      articles.add(article("n" + (10 + i), date, "x ".repeat(500)));
    }
    // Each has the beginning of one text, so that what they share is such as copying makes.
    int[] lengths = random.ints(30, 40, 440).toArray();
    for (int i = 0; i < 30; i++) {
      for (int j = i + 1; j < 30; j++) {
        if (random.nextInt(3) == 0) {
          Span shared = new Span(0, Math.min(lengths[i], lengths[j]));
          ArticleId one = articles.get(i).article().id();
          ArticleId other = articles.get(j).article().id();
          reuse.add(new Reuse(one, shared, other, shared, shared.length()));
        }
      }
    }
    Stemma stemma = new Tracer().trace(articles, reuse, List.of());
    assertThat(stemma.edges()).isNotEmpty();
    assertNoCycle(stemma);
    Collections.shuffle(articles, random);
    Collections.shuffle(reuse, random);
    assertThat(new Tracer().trace(articles, reuse, List.of())).isEqualTo(stemma);
  }

  @Test
  void aTextThatManyHaveWithinADayIsTheAgencys_overWhateverHands() {
    List<Annotated> articles = new ArrayList<>();
    String text = "The second barge carried forty sacks of barley, and a bell for the monastery.";
    articles.add(article("Strait Newswire", Optional.of("2031-05-04T08:00"), text));
    for (int i = 0; i < 60; i++) {
      articles.add(article("Paper " + i, Optional.of("2031-05-04"), text));
    }
    Stemma stemma = new Tracer().trace(articles, reuse(articles), List.of());
    assertThat(stemma.undecided()).isEmpty();
    assertThat(stemma.edges()).hasSize(60);
    Set<String> roots = new HashSet<>();
    articles.forEach(a -> roots.add(outlet(a.article().id())));
    stemma.edges().forEach(edge -> roots.remove(outlet(edge.child())));
    assertThat(roots).containsExactly("Strait Newswire");
    assertNoCycle(stemma);
  }

  private static void assertNoCycle(Stemma stemma) {
    Map<ArticleId, List<ArticleId>> parents = new HashMap<>();
    for (Edge edge : stemma.edges()) {
      parents.computeIfAbsent(edge.child(), id -> new ArrayList<>()).add(edge.parent());
    }
    for (ArticleId id : stemma.articles()) {
      Set<ArticleId> seen = new HashSet<>();
      List<ArticleId> open = new ArrayList<>(parents.getOrDefault(id, List.of()));
      while (!open.isEmpty()) {
        ArticleId next = open.remove(open.size() - 1);
        assertThat(next).isNotEqualTo(id);
        if (seen.add(next)) {
          open.addAll(parents.getOrDefault(next, List.of()));
        }
      }
    }
  }
}

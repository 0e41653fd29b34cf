package org.stemma.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.dispute.Dispute;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.Attribution;
import org.stemma.model.Decision;
import org.stemma.model.Entity;
import org.stemma.model.Locus;
import org.stemma.model.Span;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;
import org.stemma.model.ZoneRole;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/**
 * Whatever is decided about the sample desk, in a seeded random way: all of it taken back gives the
 * record of before, and the order in which pages and decisions come does not matter.
 */
class CorrectionsPropertyTest {
  private static final Instant NOON = Instant.parse("2031-05-07T12:00:00Z");

  /** Decisions that are tried for each seed; some are refused. */
  private static final int TRIED = 60;

  private static final List<Reading> PAGES = new ArrayList<>();
  private static Desk desk;
  private static Picture untouched;

  /** All that a desk tells. */
  private record Picture(
      List<Annotated> articles,
      List<Statement> statements,
      List<Entity> entities,
      List<Dispute> disputes,
      Stemma stemma) {
    static Picture of(Desk desk) {
      List<Annotated> articles = new ArrayList<>();
      for (Article article : desk.articles()) {
        articles.add(desk.article(article.id()).orElseThrow());
      }
      return new Picture(
          articles, desk.statements(), desk.entities().all(), desk.disputes(), desk.stemma());
    }
  }

  @BeforeAll
  static void readTheSampleDesk() throws IOException {
    try (Pages pages = Pages.open(List.of("../examples/desk"), InputStream.nullInputStream())) {
      pages.forEachRemaining(PAGES::add);
    }
    desk = Desk.inMemory();
    desk.add(PAGES.iterator(), Progress.NONE);
    untouched = Picture.of(desk);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsDecided_isTheSameInAnyOrderOfPages_andAllTakenBack_isAsBefore(long seed) {
    Random random = new Random(seed);
    List<Integer> taken = new ArrayList<>();
    Set<Decision.Kind> kinds = EnumSet.noneOf(Decision.Kind.class);
    int before = desk.decisions().size();
    for (int i = 0; i < TRIED; i++) {
      Decision decision = decision(random);
      try {
        taken.add(desk.decide(decision));
        kinds.add(decision.kind());
      } catch (IllegalArgumentException refused) {
        assertThat(refused).message().as("%s", decision).isNotBlank();
      }
    }
    assertThat(kinds).as("kinds of decisions with seed %d", seed).hasSizeGreaterThan(7);
    Picture decided = Picture.of(desk);
    assertThat(decided.equals(untouched)).isFalse();

    List<Reading> shuffled = new ArrayList<>(PAGES);
    Collections.shuffle(shuffled, random);
    try (Desk other = Desk.inMemory()) {
      int half = shuffled.size() / 2;
      other.add(shuffled.subList(0, half).iterator(), Progress.NONE);
      other.takeOver(desk.decisions());
      other.add(shuffled.subList(half, shuffled.size()).iterator(), Progress.NONE);
      assertThat(Picture.of(other)).isEqualTo(decided);
    }

    Collections.shuffle(taken, random);
    taken.forEach(number -> desk.decide(new Decision.Revert(NOON, number)));
    assertThat(Picture.of(desk)).isEqualTo(untouched);
    assertThat(desk.decisions()).hasSize(before + 2 * taken.size());
  }

  private static Decision decision(Random random) {
    List<Statement> statements = desk.statements();
    Annotated annotated = untouched.articles().get(random.nextInt(untouched.articles().size()));
    Article article = annotated.article();
    Entity entity = any(desk.entities().all(), random);
    String day = "2031-03-" + (10 + random.nextInt(20));
    return switch (random.nextInt(11)) {
      case 0 -> new Decision.SetDate(NOON, article.id(), day);
      case 1 -> new Decision.SetOutlet(NOON, article.id(), "Outlet " + random.nextInt(4));
      case 2, 3 -> {
        int start = random.nextInt(article.text().length() - 1);
        int end = start + 1 + random.nextInt(article.text().length() - start - 1);
        yield new Decision.MarkZone(
            NOON, article.id(), new Span(start, end), any(List.of(ZoneRole.values()), random));
      }
      case 4 ->
          new Decision.JoinStatements(
              NOON, List.of(place(statements, random), place(statements, random)));
      case 5 -> new Decision.SplitStatement(NOON, List.of(place(statements, random)));
      case 6 -> new Decision.Reject(NOON, said(annotated, random));
      case 7 -> entity.saying(NOON, said(annotated, random));
      case 8 -> new Decision.NotNamed(NOON, said(annotated, random));
      case 9 ->
          new Decision.Merge(NOON, List.of(entity.id(), any(desk.entities().all(), random).id()));
      default -> new Decision.Rename(NOON, entity.id(), "Name " + random.nextInt(4));
    };
  }

  private static Locus place(List<Statement> statements, Random random) {
    Witness witness = any(any(statements, random).witnesses(), random);
    return new Locus(witness.article(), witness.span().start());
  }

  private static Locus said(Annotated annotated, Random random) {
    Optional<Attribution> found =
        annotated.attributions().isEmpty()
            ? Optional.empty()
            : Optional.of(any(annotated.attributions(), random));
    return new Locus(
        annotated.article().id(), found.map(attribution -> attribution.extent().start()).orElse(0));
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}

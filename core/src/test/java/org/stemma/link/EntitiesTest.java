package org.stemma.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Annotated;
import org.stemma.model.Entities;
import org.stemma.model.KnownNames;

/** Which names are of one: the pairs of {@code entities.txt}, and that no order matters. */
class EntitiesTest {
  private static final double PRECISION = 0.98;
  private static final double RECALL = 0.85;

  private final Linker linker = new Linker();

  private Entities entities(List<Annotated> articles) {
    return linker.entities(articles, KnownNames.NONE, List.of());
  }

  @Test
  void pairsThatMustMerge_doSo_andOthersDoNot() throws IOException {
    List<EntityCase> cases = EntityCase.all();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(120);
    score("all", cases, c -> true);
    score("tuned on", cases, c -> !c.kept());
    score("kept", cases, EntityCase::kept);
  }

  private void score(String which, List<EntityCase> cases, Predicate<EntityCase> wanted) {
    int right = 0;
    int merged = 0;
    int same = 0;
    List<String> wrong = new ArrayList<>();
    for (EntityCase one : cases.stream().filter(wanted).toList()) {
      boolean found = one.areOne(entities(one.articles()));
      merged += found ? 1 : 0;
      same += one.same() ? 1 : 0;
      right += found && one.same() ? 1 : 0;
      if (found != one.same()) {
        wrong.add((one.same() ? "missed: " : "merged: ") + one.title());
      }
    }
    double precision = (double) right / merged;
    double recall = (double) right / same;
    System.out.printf(
        Locale.ROOT,
        "entities, %s: precision %.3f, recall %.3f (%d pairs)%n",
        which,
        precision,
        recall,
        cases.stream().filter(wanted).count());
    assertThat(precision).as(which + ": " + wrong).isGreaterThanOrEqualTo(PRECISION);
    assertThat(recall).as(which + ": " + wrong).isGreaterThanOrEqualTo(RECALL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theEntitiesAreTheSameInWhateverOrderArticlesCome(long seed) throws IOException {
    List<Annotated> articles = new ArrayList<>();
    Random random = new Random(seed);
    List<EntityCase> cases = new ArrayList<>(EntityCase.all());
    Collections.shuffle(cases, random);
    // Articles of many cases together: their invented people share names, and get in one
    // another's way.
    for (EntityCase one : cases) {
      for (Annotated article : one.articles()) {
        if (articles.stream().noneMatch(a -> a.article().id().equals(article.article().id()))) {
          articles.add(article);
        }
      }
    }
    Entities first = entities(articles);
    assertThat(first.all()).anyMatch(entity -> entity.bearings().size() > 2);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(articles, random);
      assertThat(entities(articles).all().equals(first.all())).isTrue();
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void thousandsOfNamesakes_andAnArticleOfNamesAlone_takeNotForEver() {
    List<Annotated> articles = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String role = List.of("Mayor ", "surgeon ", "striker ", "", "Judge ").get(i % 5);
      String given = List.of("Ada ", "", "A. ").get(i % 3);
      articles.add(
          EntityCase.article(
              "Quay 2031-05-04: " + role + "[" + given + "Quill] of {Selm" + i % 700 + "} sang.",
              i));
    }
    StringBuilder crowd = new StringBuilder("Quay 2031-05-04: ");
    for (int i = 0; i < 20_000; i++) {
      crowd
          .append("|Ada Quill")
          .append(i)
          .append("|, also known as |Eva Lund")
          .append(i)
          .append("| ");
    }
    articles.add(EntityCase.article(crowd.toString(), 3_000));
    assertThat(entities(articles).all()).isNotEmpty();
  }
}

package org.stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.ArticleId;

/** Files that come and go under it must not change what it answers. */
class KeyIndexTest {
  private static final String DESK = "the desk";
  private static final int ARTICLES_A_RUN = 3;
  private static final int FEW = 4;

  @TempDir Path folder;

  private View view;
  private final Map<Long, TreeSet<ArticleId>> expected = new TreeMap<>();
  private int articles;

  @BeforeEach
  void makeTables() throws SQLException {
    view = Views.connect(folder);
    view.execute("PRAGMA synchronous = OFF"); // what is kept need not last
    view.execute("CREATE TABLE article(no INTEGER PRIMARY KEY, id_utf16 BLOB NOT NULL)");
    view.execute("CREATE TABLE fingerprint(article INTEGER PRIMARY KEY, keys BLOB NOT NULL)");
  }

  @AfterEach
  void closeView() {
    view.close();
  }

  private KeyIndex open() {
    return new KeyIndex(folder.resolve("keys"), DESK, articles, ARTICLES_A_RUN);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void itAnswersAsAMapDoes(long seed) throws SQLException, IOException {
    Random random = new Random(seed);
    KeyIndex index = open();
    for (int step = 0; step < 400; step++) {
      int what = random.nextInt(40);
      if (what == 0) {
        index = open();
      } else if (what == 1) {
        index.forgetRecent();
      } else if (what == 2) {
        spoilAFile(random);
        index = open();
      } else if (what < 10) {
        index.writeFiles(view);
      } else {
        keep(index, random, what % 2 == 0);
      }
      long[] keys = {key(random), key(random), key(random)};
      assertThat(index.frequency(view, keys[0])).isEqualTo(holders(keys[0]).size());
      assertThat(index.holders(view, keys, FEW)).isEqualTo(fewHolders(keys));
    }
    index.writeFiles(view);
    assertThat(files()).isNotEmpty();
  }

  /** Many articles have the small ones, few the others. */
  private static long key(Random random) {
    return random.nextInt(3) == 0 ? -random.nextInt(3) : random.nextLong() >> random.nextInt(60);
  }

  private void keep(KeyIndex index, Random random, boolean tell) throws SQLException {
    ArticleId id = new ArticleId("a" + random.nextInt(Integer.MAX_VALUE));
    long[] keys =
        LongStream.generate(() -> key(random))
            .limit(random.nextInt(9))
            .sorted()
            .distinct()
            .toArray();
    articles++;
    view.update("INSERT INTO article VALUES(?, ?)", articles, View.utf16(id.value()));
    view.update("INSERT INTO fingerprint VALUES(?, ?)", articles, Queries.bytes(keys));
    for (long key : keys) {
      expected.computeIfAbsent(key, k -> new TreeSet<>()).add(id);
    }
    if (tell) {
      index.add(articles, keys);
    }
  }

  private TreeSet<ArticleId> holders(long key) {
    return expected.getOrDefault(key, new TreeSet<>());
  }

  private TreeSet<ArticleId> fewHolders(long[] keys) {
    TreeSet<ArticleId> found = new TreeSet<>();
    for (long key : keys) {
      found.addAll(holders(key).size() <= FEW ? holders(key) : List.of());
    }
    return found;
  }

  private void spoilAFile(Random random) throws IOException {
    List<Path> files = files();
    if (!files.isEmpty()) {
      Path file = files.get(random.nextInt(files.size()));
      if (random.nextBoolean()) {
        Files.delete(file);
      } else {
        Files.write(file, new byte[random.nextInt(200)]);
      }
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(folder.resolve("keys"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return new ArrayList<>(files.sorted().toList());
    }
  }
}

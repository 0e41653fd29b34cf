package org.stemma.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the weights of the annotator. One thread and fixed seeds: the same data give the same
 * bytes.
 *
 * <pre>
 * java -Xmx6g -cp ... org.stemma.annotate.TrainAnnotator TRAIN.jsonl OUT.weights
 * </pre>
 */
final class TrainAnnotator {
  private static final long SEED = 1;
  private static final int EMISSION_BITS = 21;
  private static final int TRANSITION_BITS = 13;
  private static final int ROUNDS = 10;
  private static final int FOLDS = 2;
  private static final float RATE = 0.04f;

  /** Features seen once in the corpus teach nothing. */
  private static final int LEAST = 2;

  /** An article with its right tags. */
  private record Lesson(Corpus.Item item, Tokens tokens, byte[] tags) {}

  private TrainAnnotator() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println("usage: TrainAnnotator TRAIN.jsonl OUT.weights");
      System.exit(2);
    }
    List<Lesson> lessons = lessons(Path.of(args[0]));
    Learned learned = train(lessons);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      learned.write(out);
    }
    System.out.println(args[1] + ": " + Files.size(Path.of(args[1])) + " bytes");
  }

  private static List<Lesson> lessons(Path file) throws IOException {
    CueLexicon lexicon = CueLexicon.load();
    WordClasses classes = WordClasses.load();
    List<Lesson> lessons = new ArrayList<>();
    for (Corpus.Item item : Corpus.read(file)) {
      Tokens tokens = Tokens.of(item.text(), item.zones(), lexicon, classes);
      lessons.add(new Lesson(item, tokens, GoldTags.of(tokens, item.attributions())));
    }
    return lessons;
  }

  private static Learned train(List<Lesson> lessons) {
    TieTrainer ties = new TieTrainer();
    // Ties learn from a tagger's output, mistakes and all, made on articles that it has not seen.
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Lesson> seen = new ArrayList<>();
      List<Lesson> unseen = new ArrayList<>();
      for (int i = 0; i < lessons.size(); i++) {
        (i % FOLDS == fold ? unseen : seen).add(lessons.get(i));
      }
      FieldTrainer field = field(seen);
      Tagger tagger = new Tagger(field.emission(), field.transition());
      for (Lesson lesson : unseen) {
        Owners owners = new Owners(lesson.tokens, lesson.item.attributions());
        ties.add(lesson.tokens, Fragments.of(tagger.tag(lesson.tokens)), owners);
      }
    }
    FieldTrainer field = field(lessons);
    return new Learned(
        field.emission(), field.transition(), ties.cueOfContent(SEED), ties.sourceOfCue(SEED));
  }

  private static FieldTrainer field(List<Lesson> lessons) {
    FieldTrainer field = new FieldTrainer(EMISSION_BITS, TRANSITION_BITS, RATE);
    for (Lesson lesson : lessons) {
      field.add(lesson.tokens, lesson.tags);
    }
    field.cut(LEAST);
    field.train(ROUNDS, SEED, System.out::println);
    return field;
  }
}

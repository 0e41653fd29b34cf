package org.stemma.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Trains what puts fragments together, and how sure it is. It learns from a tagger's output,
 * mistakes and all, on articles that the tagger has not seen: the model of fold K left out every
 * N-th article, by id, from the K-th on; not all folds need be there. One thread and fixed seeds.
 *
 * <pre>
 * java -cp ... org.stemma.annotate.TrainTies TRAIN.jsonl OUT.weights N FOLD-0.onnx ...
 * </pre>
 */
final class TrainTies {
  private static final long SEED = 1;

  private record Lesson(Tokens tokens, Fragments fragments, Owners owners) {}

  private TrainTies() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 4) {
      System.err.println("usage: TrainTies TRAIN.jsonl OUT.weights N FOLD-0.onnx ...");
      System.exit(2);
    }
    int folds = Integer.parseInt(args[2]);
    List<Corpus.Item> items = new ArrayList<>(Corpus.read(Path.of(args[0])));
    items.sort(Comparator.comparing(Corpus.Item::id));
    List<Lesson> lessons = new ArrayList<>();
    for (int fold = 0; fold < args.length - 3; fold++) {
      byte[] model = Files.readAllBytes(Path.of(args[3 + fold]));
      Tagger tagger = new Tagger(Network.read(model, Windows.Size.WIDE), WordPieces.load());
      for (int i = fold; i < items.size(); i += folds) {
        lessons.add(lesson(items.get(i), tagger));
      }
    }
    Learned learned = train(lessons);
    try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
      learned.write(out);
    }
    System.out.println(args[1] + ": " + Files.size(Path.of(args[1])) + " bytes");
  }

  private static Lesson lesson(Corpus.Item item, Tagger tagger) {
    Tokens tokens = Tokens.of(item.text(), item.zones(), CueLexicon.load());
    Fragments fragments = Fragments.of(tagger.tag(tokens));
    return new Lesson(tokens, fragments, new Owners(tokens, item.attributions()));
  }

  /** The confidence is learned on a tenth that the ties did not learn from; then they learn all. */
  private static Learned train(List<Lesson> lessons) {
    TieTrainer most = new TieTrainer();
    TieTrainer all = new TieTrainer();
    for (int i = 0; i < lessons.size(); i++) {
      Lesson lesson = lessons.get(i);
      all.add(lesson.tokens, lesson.fragments, lesson.owners);
      if (i % 10 != 0) {
        most.add(lesson.tokens, lesson.fragments, lesson.owners);
      }
    }
    Confidence none = new Confidence(new float[Confidence.SIZE]);
    Ties ties = new Ties(new Learned(most.cueOfContent(SEED), most.sourceOfCue(SEED), none));
    for (int i = 0; i < lessons.size(); i += 10) {
      Lesson lesson = lessons.get(i);
      all.judge(lesson.fragments, ties.tie(lesson.tokens, lesson.fragments), lesson.owners);
    }
    return new Learned(all.cueOfContent(SEED), all.sourceOfCue(SEED), all.confidence());
  }
}

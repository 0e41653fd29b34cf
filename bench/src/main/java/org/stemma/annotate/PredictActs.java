package org.stemma.annotate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Aim;
import org.stemma.model.Annotated;
import org.stemma.model.Attribution;
import org.stemma.model.Span;

/**
 * Writes act, target, topic and via of the attributions of {@code bench/acts/gold.jsonl}, one a
 * line: {@code given} with source, cue and content as marked there, and {@code found} of whatever
 * attribution the annotator finds with an overlapping cue, null where it finds none.
 *
 * <pre>
 * java -cp ... org.stemma.annotate.PredictActs DATA GOLD.jsonl OUT.jsonl
 * </pre>
 */
final class PredictActs {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Annotator annotator = Annotator.load();
  private final Acts acts = new Acts();
  private final People people = People.load();
  private final Map<String, Corpus.Item> items = new HashMap<>();
  private final Map<String, Annotated> found = new HashMap<>();

  private PredictActs() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      System.err.println("usage: PredictActs DATA GOLD.jsonl OUT.jsonl");
      System.exit(2);
    }
    PredictActs predict = new PredictActs();
    for (String corpus : List.of("polnear", "gum")) {
      for (Corpus.Item item : Corpus.read(Path.of(args[0], corpus, "dev.jsonl"))) {
        predict.items.put(item.id(), item);
      }
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        out.println(predict.line(MAPPER.readTree(line)));
      }
    }
  }

  private ObjectNode line(JsonNode gold) {
    Corpus.Item item = items.get(gold.path("id").asText());
    Corpus.Marked marked = Corpus.marked(item.text(), gold);
    ObjectNode line = MAPPER.createObjectNode();
    line.put("id", item.id());
    line.set("given", given(item, marked));
    Annotated annotated =
        found.computeIfAbsent(
            item.id(), i -> annotator.annotate(PredictAttributions.article(item)));
    Optional<Attribution> same =
        annotated.attributions().stream()
            .filter(a -> a.cue().stream().anyMatch(c -> overlaps(c, marked.cue())))
            .findFirst();
    line.set("found", same.map(a -> node(item.text(), a)).orElse(null));
    return line;
  }

  private ObjectNode given(Corpus.Item item, Corpus.Marked marked) {
    Tokens t = Tokens.of(item.text(), item.zones(), CueLexicon.load());
    Draft draft =
        new Draft(
            Optional.of(piece(t, marked.source())),
            Optional.of(piece(t, marked.cue())),
            marked.content().stream().map(span -> piece(t, List.of(span))).toList(),
            1);
    ObjectNode node = MAPPER.createObjectNode();
    ActWords.Phrase told = acts.of(t, draft);
    node.put("act", told.act().name());
    Names names = new Names(t, people, new byte[t.size]);
    aim(node, item.text(), new Targets(t, people, names).of(draft, told));
    ArrayNode via = node.putArray("via");
    Credits.of(t, draft, Optional.empty()).forEach(via::add);
    return node;
  }

  private static ObjectNode node(String text, Attribution a) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("act", a.act().name());
    aim(node, text, a.aim());
    ArrayNode via = node.putArray("via");
    a.via().forEach(via::add);
    return node;
  }

  private static void aim(ObjectNode node, String text, Aim aim) {
    spans(node.putArray("target"), text, aim.target());
    spans(node.putArray("topic"), text, aim.topic());
  }

  private static void spans(ArrayNode pairs, String text, List<Span> spans) {
    for (Span span : spans) {
      pairs
          .addArray()
          .add(text.codePointCount(0, span.start()))
          .add(text.codePointCount(0, span.end()));
    }
  }

  private static Piece piece(Tokens t, List<Span> spans) {
    int first = t.at(spans.get(0).start());
    int last = t.at(spans.get(spans.size() - 1).end() - 1);
    return new Piece(first, Math.max(first, last));
  }

  private static boolean overlaps(Span one, List<Span> others) {
    return others.stream().anyMatch(other -> one.overlap(other) > 0);
  }
}

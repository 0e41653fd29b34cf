package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who quotes whom: outlets and speakers, with an edge from each outlet to each speaker whom it
 * quotes, as heavy as the number of attributions. Small enough to be held: one entry for each pair.
 * Not thread-safe.
 */
public final class QuotationGraph {
  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final Map<String, String> speakers = new TreeMap<>();

  /**
   * One attribution.
   *
   * @param outlet as it calls itself
   * @param speaker the id of whom it quotes
   * @param name of the speaker
   */
  public void add(String outlet, String speaker, String name) {
    speakers.put(speaker, name);
    counts.computeIfAbsent(outlet, o -> new TreeMap<>()).merge(speaker, 1, Integer::sum);
  }

  /**
   * Writes all of it.
   *
   * @param out closed at the end
   */
  public void write(Graph.Kind kind, OutputStream out) throws IOException {
    try (Graph graph = Graph.of(kind, out, List.of("kind"), List.of())) {
      for (String outlet : counts.keySet()) {
        graph.node("outlet " + outlet, outlet, Map.of("kind", "outlet"));
      }
      for (Map.Entry<String, String> speaker : speakers.entrySet()) {
        graph.node("speaker " + speaker.getKey(), speaker.getValue(), Map.of("kind", "speaker"));
      }
      for (Map.Entry<String, Map<String, Integer>> outlet : counts.entrySet()) {
        for (Map.Entry<String, Integer> speaker : outlet.getValue().entrySet()) {
          graph.edge(
              "outlet " + outlet.getKey(),
              "speaker " + speaker.getKey(),
              speaker.getValue(),
              Map.of());
        }
      }
    }
  }
}

package org.stemma.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Graphs, held against their schemas and read by another program's reader. */
class GraphTest {
  private final Map<String, Map<String, String>> attributes = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void aStemmaIsReadWithItsEdges(org.stemma.export.Graph.Kind kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StemmaGraph.write(kind, out, InventedRecord.STEMMA, InventedRecord.ARTICLES);
    Graph<String, DefaultWeightedEdge> graph = read(kind, out);
    assertThat(graph.vertexSet()).hasSize(4);
    assertThat(graph.edgeSet()).hasSize(2);
    String lamp = node("Harbour open");
    String wick = node("Harbour <closed>");
    assertThat(graph.containsEdge(lamp, wick)).isTrue();
    assertThat(attributes.get(wick).toString()).contains("The Wick", "2031-05-05T10:15:00+02:00");
    assertThat(out.toString(UTF_8))
        .contains("credit: as ", "0.75")
        .contains("=1+1\ufffd &lt;/script")
        .doesNotContain("\u0007");
  }

  @ParameterizedTest
  @EnumSource
  void whoQuotesWhomIsCounted(org.stemma.export.Graph.Kind kind) throws IOException {
    QuotationGraph quotes = new QuotationGraph();
    quotes.add("The Lamp", "a~ada-quill", "Ada Quill");
    quotes.add("The Lamp", "a~ada-quill", "Ada Quill");
    quotes.add("The Wick", "a~ada-quill", "Ada Quill");
    // An outlet that is called as a speaker is stays another node.
    quotes.add("Ada Quill", "a~ada-quill", "Ada Quill");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    quotes.write(kind, out);
    Graph<String, DefaultWeightedEdge> graph = read(kind, out);
    assertThat(graph.vertexSet()).hasSize(4);
    assertThat(graph.edgeSet()).hasSize(3);
    assertThat(out.toString(UTF_8)).contains("2.0");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyGraphIsAGraph(org.stemma.export.Graph.Kind kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new QuotationGraph().write(kind, out);
    assertThat(read(kind, out).vertexSet()).isEmpty();
  }

  @Test
  void theSchemaIsReallyAsked() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"><nope/></graphml>"
            .getBytes(UTF_8));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> read(org.stemma.export.Graph.Kind.GRAPHML, out))
        .hasStackTraceContaining("nope");
  }

  private String node(String label) {
    return attributes.entrySet().stream()
        .filter(node -> node.getValue().containsValue(label))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private Graph<String, DefaultWeightedEdge> read(
      org.stemma.export.Graph.Kind kind, ByteArrayOutputStream out) {
    Graph<String, DefaultWeightedEdge> graph =
        new DirectedWeightedPseudograph<>(DefaultWeightedEdge.class);
    StringReader file = new StringReader(out.toString(UTF_8));
    if (kind == org.stemma.export.Graph.Kind.GRAPHML) {
      GraphMLImporter<String, DefaultWeightedEdge> importer = new GraphMLImporter<>();
      importer.setSchemaValidation(true);
      importer.setVertexFactory(id -> id);
      keep(importer);
      importer.importGraph(graph, file);
    } else {
      SimpleGEXFImporter<String, DefaultWeightedEdge> importer = new SimpleGEXFImporter<>();
      importer.setSchemaValidation(true);
      importer.setVertexFactory(id -> id);
      keep(importer);
      importer.importGraph(graph, file);
    }
    return graph;
  }

  private void keep(BaseEventDrivenImporter<String, DefaultWeightedEdge> importer) {
    importer.addVertexAttributeConsumer(
        (where, value) ->
            attributes
                .computeIfAbsent(where.getFirst(), id -> new HashMap<>())
                .put(where.getSecond(), value.getValue()));
  }
}

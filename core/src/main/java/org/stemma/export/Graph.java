package org.stemma.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A directed graph, written as it comes: all nodes first, then the edges. Attributes are named when
 * it is opened. Not thread-safe.
 */
public interface Graph extends Closeable {
  /** What it is written as. */
  enum Kind {
    /** For yEd, Cytoscape, igraph, NetworkX. */
    GRAPHML,
    /** GEXF 1.2, for Gephi. */
    GEXF
  }

  /**
   * Starts a graph.
   *
   * @param out closed with the graph
   * @param nodeAttributes names of what nodes have beside their label, all texts
   * @param edgeAttributes names of what edges have beside their weight, all texts
   */
  static Graph of(
      Kind kind, OutputStream out, List<String> nodeAttributes, List<String> edgeAttributes)
      throws IOException {
    try {
      return kind == Kind.GRAPHML
          ? new GraphMl(out, nodeAttributes, edgeAttributes)
          : new Gexf(out, nodeAttributes, edgeAttributes);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /**
   * A node.
   *
   * @param id no other node has it
   * @param attributes by the names that were told; what is missing is left out
   */
  void node(String id, String label, Map<String, String> attributes) throws IOException;

  /**
   * An edge between two nodes that were written.
   *
   * @param weight above 0
   * @param attributes by the names that were told; what is missing is left out
   */
  void edge(String source, String target, double weight, Map<String, String> attributes)
      throws IOException;
}

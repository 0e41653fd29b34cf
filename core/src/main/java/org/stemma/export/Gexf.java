package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** A graph as GEXF 1.2. */
final class Gexf implements Graph {
  private final XmlFile xml;
  private final List<String> nodeAttributes;
  private final List<String> edgeAttributes;
  private boolean inEdges;
  private long edges;

  Gexf(OutputStream out, List<String> nodeAttributes, List<String> edgeAttributes)
      throws XMLStreamException {
    this.nodeAttributes = List.copyOf(nodeAttributes);
    this.edgeAttributes = List.copyOf(edgeAttributes);
    this.xml = new XmlFile(out);
    xml.open("gexf", "xmlns", "http://www.gexf.net/1.2draft", "version", "1.2").line();
    xml.open("meta").open("creator").text("Stemma").close().close();
    xml.open("graph", "defaultedgetype", "directed").line();
    attributes("node", this.nodeAttributes);
    attributes("edge", this.edgeAttributes);
    xml.open("nodes").line();
  }

  private void attributes(String of, List<String> names) throws XMLStreamException {
    if (names.isEmpty()) {
      return;
    }
    xml.open("attributes", "class", of).line();
    for (int i = 0; i < names.size(); i++) {
      xml.empty("attribute", "id", Integer.toString(i), "title", names.get(i), "type", "string");
    }
    xml.close();
  }

  @Override
  public void node(String id, String label, Map<String, String> attributes) throws IOException {
    try {
      xml.open("node", "id", id, "label", label);
      values(nodeAttributes, attributes);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void edge(String source, String target, double weight, Map<String, String> attributes)
      throws IOException {
    try {
      openEdges();
      xml.open(
          "edge",
          "id",
          Long.toString(edges++),
          "source",
          source,
          "target",
          target,
          "weight",
          Double.toString(weight));
      values(edgeAttributes, attributes);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void openEdges() throws XMLStreamException {
    if (!inEdges) {
      xml.close().open("edges").line();
      inEdges = true;
    }
  }

  private void values(List<String> names, Map<String, String> values) throws XMLStreamException {
    if (names.stream().noneMatch(values::containsKey)) {
      return;
    }
    xml.open("attvalues");
    for (int i = 0; i < names.size(); i++) {
      if (values.containsKey(names.get(i))) {
        xml.empty("attvalue", "for", Integer.toString(i), "value", values.get(names.get(i)));
      }
    }
    xml.close();
  }

  @Override
  public void close() throws IOException {
    try {
      openEdges();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    xml.end();
  }
}

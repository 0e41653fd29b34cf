package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * A graph as GraphML. Its ids are XML name tokens, which ours are not: nodes are numbered, and have
 * ours as an attribute.
 */
final class GraphMl implements Graph {
  private final XmlFile xml;
  private final List<String> nodeAttributes;
  private final List<String> edgeAttributes;
  private final Map<String, String> numbers = new HashMap<>();

  GraphMl(OutputStream out, List<String> nodeAttributes, List<String> edgeAttributes)
      throws XMLStreamException {
    this.nodeAttributes = List.copyOf(nodeAttributes);
    this.edgeAttributes = List.copyOf(edgeAttributes);
    this.xml = new XmlFile(out);
    xml.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns").line();
    key("id", "node", "string");
    key("label", "node", "string");
    for (String name : this.nodeAttributes) {
      key("n_" + name, name, "node", "string");
    }
    key("weight", "edge", "double");
    for (String name : this.edgeAttributes) {
      key("e_" + name, name, "edge", "string");
    }
    xml.open("graph", "id", "stemma", "edgedefault", "directed").line();
  }

  private void key(String name, String of, String type) throws XMLStreamException {
    key(name, name, of, type);
  }

  private void key(String id, String name, String of, String type) throws XMLStreamException {
    xml.empty("key", "id", id, "for", of, "attr.name", name, "attr.type", type);
  }

  @Override
  public void node(String id, String label, Map<String, String> attributes) throws IOException {
    try {
      String number = "n" + numbers.size();
      numbers.put(id, number);
      xml.open("node", "id", number);
      data("id", id);
      data("label", label);
      data("n_", nodeAttributes, attributes);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void edge(String source, String target, double weight, Map<String, String> attributes)
      throws IOException {
    try {
      xml.open("edge", "source", numbers.get(source), "target", numbers.get(target));
      data("weight", Double.toString(weight));
      data("e_", edgeAttributes, attributes);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void data(String prefix, List<String> names, Map<String, String> values)
      throws XMLStreamException {
    for (String name : names) {
      if (values.containsKey(name)) {
        data(prefix + name, values.get(name));
      }
    }
  }

  private void data(String key, String value) throws XMLStreamException {
    xml.open("data", "key", key).text(value).close();
  }

  @Override
  public void close() throws IOException {
    xml.end();
  }
}

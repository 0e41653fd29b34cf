package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in UTF-8, written as it comes; what XML cannot hold becomes U+FFFD. */
final class XmlFile {
  private final OutputStream out;
  private final XMLStreamWriter xml;

  XmlFile(OutputStream out) throws XMLStreamException {
    this.out = out;
    this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
  }

  /** Opens an element; attributes come in pairs of name and value. */
  XmlFile open(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    attributes(attributes);
    return this;
  }

  /** An element without content. */
  XmlFile empty(String element, String... attributes) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attributes(attributes);
    return line();
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], XmlCharacters.allowed(attributes[i + 1]));
    }
  }

  XmlFile text(String text) throws XMLStreamException {
    xml.writeCharacters(XmlCharacters.allowed(text));
    return this;
  }

  XmlFile close() throws XMLStreamException {
    xml.writeEndElement();
    return line();
  }

  XmlFile line() throws XMLStreamException {
    xml.writeCharacters("\n");
    return this;
  }

  /** Closes all that is open, and the stream. */
  void end() throws IOException {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.close();
  }
}

package org.stemma.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.stemma.model.Outcome;

/**
 * The text of a document of Word (Office Open XML, ISO/IEC 29500): of its main part, its footnotes
 * and its endnotes. What was deleted or moved away while changes are tracked is left out, what was
 * put in is read.
 *
 * <p>Nothing of the file is trusted: how much it unpacks to is limited, and XML with a document
 * type, by which entities are made, is refused; nothing outside it is ever opened.
 */
final class WordDocument {
  /** A novel has 5 MB of it. */
  private static final int PART_BYTES = 32 << 20;

  private static final long ARCHIVE_BYTES = 256L << 20;
  private static final int RATIO = 200;
  private static final Limits LIMITS = new Limits(PART_BYTES, PART_BYTES, ARCHIVE_BYTES, RATIO, 1);

  /** Programs write some dozens. */
  private static final int MOST_ENTRIES = 10_000;

  private static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main");

  /** Where the words are not, or stand a second time. */
  private static final Set<String> LEFT_OUT = Set.of("moveFrom", "del", "Fallback");

  private WordDocument() {}

  /**
   * The paragraphs, with an empty line between them.
   *
   * @throws UnreadableDraft when it is none, or broken
   */
  static String text(byte[] zip) throws UnreadableDraft {
    StringBuilder text = new StringBuilder();
    for (byte[] part : parts(zip).values()) {
      read(part, text);
    }
    return text.toString();
  }

  /** The main part first, by name. */
  private static Map<String, byte[]> parts(byte[] zip) throws UnreadableDraft {
    Map<String, byte[]> parts = new TreeMap<>();
    try (Unzip entries = new Unzip(new Peeked(new ByteArrayInputStream(zip)), LIMITS)) {
      Optional<Unzip.Entry> entry = entries.next();
      for (int i = 0; entry.isPresent() && i < MOST_ENTRIES; i++) {
        String path = entry.get().path();
        if (path.matches("word/(?:document\\d{0,3}|footnotes|endnotes)\\.xml")) {
          if (entry.get().refusal().isPresent()) {
            throw new UnreadableDraft("The document is " + entry.get().refusal().get() + ".");
          }
          byte[] part = entries.readNBytes(PART_BYTES + 1);
          if (part.length > PART_BYTES) {
            throw tooLarge();
          }
          parts.putIfAbsent((path.contains("document") ? "1 " : "2 ") + path, part);
        }
        entry = entries.next();
      }
      if (entries.isLimitReached()) {
        throw tooLarge();
      }
    } catch (Damaged e) {
      if (e.kind() == Outcome.Kind.TOO_LARGE) {
        throw tooLarge();
      }
      throw broken();
    } catch (IOException e) {
      throw broken();
    }
    if (parts.keySet().stream().noneMatch(name -> name.startsWith("1"))) {
      throw new UnreadableDraft("This zip is no Word document (.docx), or it is cut short.");
    }
    return parts;
  }

  private static UnreadableDraft tooLarge() {
    return new UnreadableDraft("The document unpacks to more than any draft has.");
  }

  private static UnreadableDraft broken() {
    return new UnreadableDraft(
        "The document is broken; open and save it again, or paste its text.");
  }

  private static void read(byte[] xml, StringBuilder text) throws UnreadableDraft {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
      try {
        read(reader, text);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      throw broken();
    }
  }

  private static void read(XMLStreamReader reader, StringBuilder text)
      throws XMLStreamException, UnreadableDraft {
    int leftOut = 0;
    boolean words = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new UnreadableDraft("The document holds a document type, which Word never writes.");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (leftOut > 0 || LEFT_OUT.contains(reader.getLocalName())) {
          leftOut++;
        } else {
          words = isWords(reader);
          start(reader, text);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        words = false;
        if (leftOut > 0) {
          leftOut--;
        } else if (isOurs(reader) && reader.getLocalName().equals("p")) {
          endParagraph(text);
        }
      } else if (words && leftOut == 0 && event == XMLStreamConstants.CHARACTERS) {
        text.append(reader.getText());
      }
    }
  }

  private static boolean isOurs(XMLStreamReader reader) {
    return NAMESPACES.contains(String.valueOf(reader.getNamespaceURI()));
  }

  private static boolean isWords(XMLStreamReader reader) {
    return isOurs(reader) && reader.getLocalName().equals("t");
  }

  private static void start(XMLStreamReader reader, StringBuilder text) {
    if (isOurs(reader)) {
      switch (reader.getLocalName()) {
        case "p" -> endParagraph(text);
        case "tab" -> text.append('\t');
        case "br", "cr" -> text.append('\n');
        case "noBreakHyphen" -> text.append('-');
        default -> {}
      }
    }
  }

  /** A text box is a paragraph inside a paragraph. */
  private static void endParagraph(StringBuilder text) {
    int length = text.length();
    if (length > 0 && text.charAt(length - 1) != '\n') {
      text.append("\n\n");
    }
  }
}

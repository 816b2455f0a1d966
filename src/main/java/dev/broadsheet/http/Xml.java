package dev.broadsheet.http;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as bytes in UTF-8, well-formed whatever the text: markup is escaped, and characters that XML
 * has no place for, not even escaped, are dropped.
 */
final class Xml {
  private final XMLStreamWriter writer;

  private Xml(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** A document. */
  static byte[] bytes(Consumer<Xml> content) {
    var text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      content.accept(new Xml(writer));
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can be written to", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * An element with others in it.
   *
   * @param attributes names and values by turns
   */
  void element(String name, Runnable content, String... attributes) {
    try {
      writer.writeStartElement(name);
      writeAttributes(attributes);
      content.run();
      writer.writeEndElement();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can be written to", impossible);
    }
  }

  /** An element that holds text. */
  void text(String name, String text, String... attributes) {
    element(name, () -> writeText(text), attributes);
  }

  /** An element that says all in its attributes. */
  void empty(String name, String... attributes) {
    try {
      writer.writeEmptyElement(name);
      writeAttributes(attributes);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can be written to", impossible);
    }
  }

  private void writeText(String text) {
    try {
      writer.writeCharacters(legal(text));
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("memory can be written to", impossible);
    }
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  /** The text without what XML 1.0 forbids (section 2.2): most controls, half surrogate pairs. */
  static String legal(String text) {
    if (text.codePoints().allMatch(Xml::isLegal)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints().filter(Xml::isLegal).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xd7ff)
        || (c >= 0xe000 && c <= 0xfffd)
        || c >= 0x10000;
  }
}

package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads an XML file of the project; nothing that it refers to is fetched. */
final class XmlFile {

  private XmlFile() {}

  /**
   * The file's document.
   *
   * @throws AutogenException if it cannot be read
   */
  static Document parse(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.setEntityResolver((id, system) -> new InputSource(InputStream.nullInputStream()));
      return builder.parse(file.toFile());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw AutogenException.usage("The file " + file + " cannot be read: " + e.getMessage());
    }
  }
}

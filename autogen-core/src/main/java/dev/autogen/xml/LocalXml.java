package dev.autogen.xml;

import dev.autogen.schema.AutogenException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses an XML file of which nothing but the file itself is read. */
public final class LocalXml {

  private LocalXml() {}

  /**
   * The document that a file holds. The external part of its DTD counts as empty.
   *
   * @param content what the file holds
   * @param file its name, for messages
   * @throws AutogenException if it is no XML, or declares an entity whose text is elsewhere; the
   *     message repeats no text of the file, which may hold a password
   */
  public static Document parse(InputStream content, String file) {
    try {
      byte[] bytes = content.readAllBytes();
      requireNoExternalEntity(bytes);
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      builder.setEntityResolver((id, system) -> new InputSource(InputStream.nullInputStream()));
      return builder.parse(new ByteArrayInputStream(bytes));
    } catch (SAXParseException e) {
      throw unreadable(
          file + ", line " + e.getLineNumber() + ", column " + e.getColumnNumber(), words(e));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw unreadable(file, words(e));
    }
  }

  /** Entities are declared before the first element, and what comes after it is not looked at. */
  private static void requireNoExternalEntity(byte[] bytes)
      throws SAXException, IOException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    // An address is shown as it is written, not relative to where the process runs.
    factory.setFeature("http://xml.org/sax/features/resolve-dtd-uris", false);
    SAXParser parser = factory.newSAXParser();
    parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    EntityDeclarations declarations = new EntityDeclarations();
    parser.setProperty("http://xml.org/sax/properties/declaration-handler", declarations);
    try {
      parser.parse(new ByteArrayInputStream(bytes), declarations);
    } catch (EntityDeclarations.End e) {
      return;
    }
  }

  /** A parser quotes names and values; an unescaped {@code &} in a password makes it a name. */
  private static String words(Exception failure) {
    if (failure instanceof EntityDeclarations.External) {
      return String.valueOf(failure.getMessage());
    }
    return String.valueOf(failure.getMessage()).replaceAll("\"[^\"]*\"|'[^']*'", "…");
  }

  private static AutogenException unreadable(String place, String reason) {
    return AutogenException.usage("The file " + place + " cannot be read: " + reason);
  }
}

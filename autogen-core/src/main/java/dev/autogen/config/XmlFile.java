package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import dev.autogen.xml.LocalXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3c.dom.Document;

/** Reads an XML file of the project, and fetches nothing that the file refers to. */
final class XmlFile {

  private XmlFile() {}

  /**
   * The file's document.
   *
   * @throws AutogenException if it cannot be read
   */
  static Document parse(Path file) {
    try (InputStream content = Files.newInputStream(file)) {
      return LocalXml.parse(content, file.toString());
    } catch (IOException e) {
      throw AutogenException.usage("The file " + file + " cannot be read.");
    }
  }
}

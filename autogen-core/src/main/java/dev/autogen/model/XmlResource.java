package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import dev.autogen.xml.LocalXml;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads an XML file of a class path entry, and fetches nothing that the file refers to. */
final class XmlResource {

  private XmlResource() {}

  /**
   * The file's root element, or empty where the entry has no such file.
   *
   * @throws AutogenException if it cannot be read
   */
  static Optional<Element> root(Path entry, String name) {
    Optional<String> url = EntryResource.find(entry, name);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    try {
      URLConnection connection = URI.create(url.get()).toURL().openConnection();
      // A cached connection would keep the jar open after this.
      connection.setUseCaches(false);
      try (InputStream content = connection.getInputStream()) {
        String file = name + " of " + entry;
        return Optional.of(LocalXml.parse(content, file).getDocumentElement());
      }
    } catch (IOException e) {
      throw new AutogenException(
          AutogenException.Exit.USAGE,
          "Cannot read " + name + " of " + entry + ": " + e.getMessage(),
          e);
    }
  }

  /** The texts of the children of a name. */
  static List<String> texts(Element parent, String name) {
    return children(parent, name).stream().map(child -> child.getTextContent().strip()).toList();
  }

  /** The children of a name, whatever their namespace. */
  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}

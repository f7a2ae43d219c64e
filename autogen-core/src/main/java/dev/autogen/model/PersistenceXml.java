package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the persistence units of a class path. */
final class PersistenceXml {

  private static final String RESOURCE = "META-INF/persistence.xml";

  private PersistenceXml() {}

  /** The units of all entries, in order. */
  static List<PersistenceUnit> units(List<Path> entries) {
    List<PersistenceUnit> units = new ArrayList<>();
    for (Path entry : entries) {
      try {
        Optional<Document> document = document(entry);
        if (document.isPresent()) {
          for (Element unit : children(document.get().getDocumentElement(), "persistence-unit")) {
            units.add(unit(entry, unit));
          }
        }
      } catch (IOException | SAXException | ParserConfigurationException e) {
        throw new AutogenException(
            AutogenException.Exit.USAGE,
            "Cannot read " + RESOURCE + " of " + entry + ": " + e.getMessage(),
            e);
      }
    }
    return units;
  }

  private static Optional<Document> document(Path entry)
      throws IOException, SAXException, ParserConfigurationException {
    Optional<String> url = EntryResource.find(entry, RESOURCE);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    URLConnection connection = URI.create(url.get()).toURL().openConnection();
    // A cached connection would keep the jar open after this.
    connection.setUseCaches(false);
    try (InputStream content = connection.getInputStream()) {
      return Optional.of(parse(content));
    }
  }

  private static Document parse(InputStream content)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    builder.setEntityResolver((id, system) -> new InputSource(InputStream.nullInputStream()));
    return builder.parse(content);
  }

  private static PersistenceUnit unit(Path root, Element unit) {
    Map<String, String> properties = new TreeMap<>();
    for (Element list : children(unit, "properties")) {
      for (Element property : children(list, "property")) {
        properties.put(property.getAttribute("name"), property.getAttribute("value"));
      }
    }
    texts(unit, "validation-mode")
        .forEach(mode -> properties.putIfAbsent("jakarta.persistence.validation.mode", mode));
    List<String> exclude = texts(unit, "exclude-unlisted-classes");
    return new PersistenceUnit(
        unit.getAttribute("name"),
        root,
        texts(unit, "class"),
        texts(unit, "mapping-file"),
        texts(unit, "jar-file").stream().map(text -> jarFile(root, text)).toList(),
        !exclude.isEmpty() && !exclude.get(0).equals("false"),
        properties);
  }

  /** A jar file is named relative to the archive that holds the unit's root. */
  private static Path jarFile(Path root, String text) {
    Path path = Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text);
    Path parent = root.getParent();
    return path.isAbsolute() || parent == null ? path : parent.resolve(path).normalize();
  }

  private static List<String> texts(Element parent, String name) {
    return children(parent, name).stream().map(child -> child.getTextContent().strip()).toList();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }
}

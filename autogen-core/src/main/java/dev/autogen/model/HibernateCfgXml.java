package dev.autogen.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/**
 * Reads {@code hibernate.cfg.xml}, with which applications configure Hibernate without Jakarta
 * Persistence (Hibernate's {@code LoadedConfig}).
 */
final class HibernateCfgXml {

  private static final String RESOURCE = "hibernate.cfg.xml";

  private HibernateCfgXml() {}

  /** What the first entry that has the file says, as a unit without a name. */
  static Optional<PersistenceUnit> unit(List<Path> entries) {
    for (Path entry : entries) {
      Optional<PersistenceUnit> unit =
          XmlResource.root(entry, RESOURCE).stream()
              .flatMap(root -> XmlResource.children(root, "session-factory").stream())
              .map(factory -> unit(entry, factory))
              .findFirst();
      if (unit.isPresent()) {
        return unit;
      }
    }
    return Optional.empty();
  }

  private static PersistenceUnit unit(Path root, Element factory) {
    List<Element> mappings = XmlResource.children(factory, "mapping");
    return new PersistenceUnit(
        null,
        root,
        attributes(mappings, "class"),
        attributes(mappings, "resource"),
        attributes(mappings, "jar").stream().map(jar -> PersistenceXml.jarFile(root, jar)).toList(),
        false,
        properties(factory));
  }

  private static List<String> attributes(List<Element> mappings, String name) {
    return mappings.stream()
        .map(mapping -> mapping.getAttribute(name))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** Names may lack the prefix {@code hibernate.}, so Hibernate takes each under both. */
  private static Map<String, String> properties(Element factory) {
    Map<String, String> properties = new TreeMap<>();
    for (Element property : XmlResource.children(factory, "property")) {
      String name = property.getAttribute("name");
      String value = property.getTextContent().strip();
      properties.put(name, value);
      if (!name.startsWith("hibernate.")) {
        properties.put("hibernate." + name, value);
      }
    }
    return properties;
  }
}

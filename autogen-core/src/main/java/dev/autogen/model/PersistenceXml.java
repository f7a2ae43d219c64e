package dev.autogen.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Reads the persistence units of a class path. */
final class PersistenceXml {

  private static final String RESOURCE = "META-INF/persistence.xml";

  private PersistenceXml() {}

  /** The units of all entries, in order. */
  static List<PersistenceUnit> units(List<Path> entries) {
    List<PersistenceUnit> units = new ArrayList<>();
    for (Path entry : entries) {
      XmlResource.root(entry, RESOURCE).stream()
          .flatMap(root -> XmlResource.children(root, "persistence-unit").stream())
          .forEach(unit -> units.add(unit(entry, unit)));
    }
    return units;
  }

  private static PersistenceUnit unit(Path root, Element unit) {
    Map<String, String> properties = new TreeMap<>();
    for (Element list : XmlResource.children(unit, "properties")) {
      for (Element property : XmlResource.children(list, "property")) {
        properties.put(property.getAttribute("name"), property.getAttribute("value"));
      }
    }
    XmlResource.texts(unit, "validation-mode")
        .forEach(mode -> properties.putIfAbsent("jakarta.persistence.validation.mode", mode));
    List<String> exclude = XmlResource.texts(unit, "exclude-unlisted-classes");
    return new PersistenceUnit(
        unit.getAttribute("name"),
        root,
        XmlResource.texts(unit, "class"),
        XmlResource.texts(unit, "mapping-file"),
        XmlResource.texts(unit, "jar-file").stream().map(text -> jarFile(root, text)).toList(),
        !exclude.isEmpty() && !exclude.get(0).equals("false"),
        properties);
  }

  /** A jar file is named relative to the archive that holds the unit's root. */
  static Path jarFile(Path root, String text) {
    Path path = Path.of(text.startsWith("file:") ? text.substring("file:".length()) : text);
    Path parent = root.getParent();
    return path.isAbsolute() || parent == null ? path : parent.resolve(path).normalize();
  }
}

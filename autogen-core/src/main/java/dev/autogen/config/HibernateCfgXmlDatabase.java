package dev.autogen.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The database of a {@code hibernate.cfg.xml} among the project's resources. */
final class HibernateCfgXmlDatabase {

  private static final String FILE = "hibernate.cfg.xml";

  private HibernateCfgXmlDatabase() {}

  static Config.@Nullable Database database(ApplicationPlaces places) {
    Path file = places.resource(FILE).orElse(null);
    if (file == null) {
      return null;
    }
    String origin = places.name(file);
    Map<String, String> settings = settings(file);
    String url = settings.get("connection.url");
    if (url == null) {
      return null;
    }
    Map<String, String> credentials = new LinkedHashMap<>();
    PersistenceXmlDatabase.put(credentials, "user", settings.get("connection.username"));
    PersistenceXmlDatabase.put(credentials, "password", settings.get("connection.password"));
    return new Config.Database(DatabaseUrl.parse(url, origin).withDefaults(credentials), origin);
  }

  /** The properties, without the prefix {@code hibernate.}, which they may have. */
  private static Map<String, String> settings(Path file) {
    Map<String, String> settings = new LinkedHashMap<>();
    NodeList properties = XmlFile.parse(file).getElementsByTagName("property");
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      String name = property.getAttribute("name");
      settings.put(
          name.startsWith("hibernate.") ? name.substring("hibernate.".length()) : name,
          property.getTextContent().strip());
    }
    return settings;
  }
}

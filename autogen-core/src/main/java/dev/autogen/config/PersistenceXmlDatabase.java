package dev.autogen.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The database of a {@code persistence.xml} among the project's resources. */
final class PersistenceXmlDatabase {

  private static final String FILE = "META-INF/persistence.xml";

  private PersistenceXmlDatabase() {}

  static Config.@Nullable Database database(ApplicationPlaces places, @Nullable String unitName) {
    Path file = places.resource(FILE).orElse(null);
    if (file == null) {
      return null;
    }
    String origin = places.name(file);
    NodeList units = XmlFile.parse(file).getElementsByTagNameNS("*", "persistence-unit");
    for (int i = 0; i < units.getLength(); i++) {
      Element unit = (Element) units.item(i);
      if (unitName == null || unitName.equals(unit.getAttribute("name"))) {
        Map<String, String> settings = settings(unit);
        String url = jdbc(settings, "url");
        if (url != null) {
          Map<String, String> credentials = new LinkedHashMap<>();
          put(credentials, "user", jdbc(settings, "user"));
          put(credentials, "password", jdbc(settings, "password"));
          return new Config.Database(
              DatabaseUrl.parse(url, origin).withDefaults(credentials), origin);
        }
      }
    }
    return null;
  }

  static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static @Nullable String jdbc(Map<String, String> settings, String name) {
    String hibernate = "user".equals(name) ? "username" : name;
    return settings.getOrDefault(
        "jakarta.persistence.jdbc." + name,
        settings.getOrDefault(
            "javax.persistence.jdbc." + name, settings.get("hibernate.connection." + hibernate)));
  }

  private static Map<String, String> settings(Element unit) {
    Map<String, String> settings = new LinkedHashMap<>();
    NodeList properties = unit.getElementsByTagNameNS("*", "property");
    for (int i = 0; i < properties.getLength(); i++) {
      Element property = (Element) properties.item(i);
      settings.put(property.getAttribute("name"), property.getAttribute("value"));
    }
    return settings;
  }
}

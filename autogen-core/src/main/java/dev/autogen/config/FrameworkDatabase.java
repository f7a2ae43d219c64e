package dev.autogen.config;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the database in the settings of a Spring Boot or Quarkus application. */
final class FrameworkDatabase {

  /** The keys of one way to configure a database: its address, user and password. */
  private record Keys(String url, String user, String password) {}

  private static final List<Keys> SPRING =
      List.of(
          new Keys(
              "spring.datasource.url", "spring.datasource.username", "spring.datasource.password"),
          new Keys("spring.r2dbc.url", "spring.r2dbc.username", "spring.r2dbc.password"));

  private static final List<Keys> QUARKUS =
      List.of(
          new Keys(
              "quarkus.datasource.jdbc.url",
              "quarkus.datasource.username",
              "quarkus.datasource.password"),
          new Keys(
              "quarkus.datasource.reactive.url",
              "quarkus.datasource.username",
              "quarkus.datasource.password"));

  private FrameworkDatabase() {}

  static Config.@Nullable Database find(Path directory, Variables variables) {
    ApplicationSettings spring =
        ApplicationSettings.spring(directory, Profiles.spring(directory, variables), variables);
    for (Keys keys : SPRING) {
      Config.Database found = find(spring, keys);
      if (found != null) {
        return found;
      }
    }
    ApplicationSettings quarkus =
        ApplicationSettings.quarkus(directory, Profiles.quarkus(directory, variables), variables);
    for (Keys keys : QUARKUS) {
      Config.Database found = find(quarkus, keys);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static Config.@Nullable Database find(ApplicationSettings settings, Keys keys) {
    String url = settings.get(keys.url());
    if (url == null) {
      return null;
    }
    Map<String, String> credentials = new LinkedHashMap<>();
    put(credentials, "user", settings.get(keys.user()));
    put(credentials, "password", settings.get(keys.password()));
    return new Config.Database(
        DatabaseUrl.parse(url.replaceFirst("^vertx-reactive:", ""), settings.origin(keys.url()))
            .withDefaults(credentials),
        settings.origin(keys.url()));
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}

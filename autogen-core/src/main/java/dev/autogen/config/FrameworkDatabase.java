package dev.autogen.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the database in the settings of a Spring Boot or Quarkus application. */
final class FrameworkDatabase {

  /** The keys of one way to configure a database: its address, user and password. */
  private record Keys(String url, String user, String password) {}

  /** What a Spring Boot application has for its migrations alone; where absent, the usual keys. */
  private static final Keys OWN = new Keys("autogen.url", "autogen.user", "autogen.password");

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

  static Config.@Nullable Database find(ApplicationPlaces places, Variables variables) {
    ApplicationSettings spring = ApplicationSettings.spring(places, variables);
    for (Keys keys : SPRING) {
      Config.Database found = find(spring, places.isDelivered() ? preferOwn(spring, keys) : keys);
      if (found != null) {
        return found;
      }
    }
    ApplicationSettings quarkus = ApplicationSettings.quarkus(places, variables);
    for (Keys keys : QUARKUS) {
      Config.Database found = find(quarkus, keys);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Why the address of an application is not known; empty where it has none. */
  static List<String> missing(ApplicationPlaces places, Variables variables) {
    ApplicationSettings spring = ApplicationSettings.spring(places, variables);
    ApplicationSettings quarkus = ApplicationSettings.quarkus(places, variables);
    return Stream.concat(
            SPRING.stream().map(keys -> spring.missing(keys.url())),
            QUARKUS.stream().map(keys -> quarkus.missing(keys.url())))
        .flatMap(Optional::stream)
        .toList();
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

  private static Keys preferOwn(ApplicationSettings settings, Keys usual) {
    return new Keys(
        settings.get(OWN.url()) == null ? usual.url() : OWN.url(),
        settings.get(OWN.user()) == null ? usual.user() : OWN.user(),
        settings.get(OWN.password()) == null ? usual.password() : OWN.password());
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}

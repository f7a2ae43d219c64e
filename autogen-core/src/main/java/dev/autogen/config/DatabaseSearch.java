package dev.autogen.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the database's address in the places where a project may have it; the first place wins.
 */
final class DatabaseSearch {

  private static final List<String> VARIABLES = List.of("AUTOGEN_URL", "DATABASE_URL");
  private static final String URL = "database.url";

  private final ApplicationPlaces places;
  private final Map<String, String> all;
  private final Map<String, String> environment;
  private final Map<String, String> dotEnv;
  private final TomlFile toml;

  DatabaseSearch(
      ApplicationPlaces places,
      Map<String, String> all,
      Map<String, String> environment,
      Map<String, String> dotEnv,
      TomlFile toml) {
    this.places = places;
    this.all = all;
    this.environment = environment;
    this.dotEnv = dotEnv;
    this.toml = toml;
  }

  /**
   * The address and where it was found.
   *
   * @param option the address from the command line, if there was one
   * @param persistenceUnit the unit whose settings are read, or null for the only one
   */
  Config.Database find(@Nullable String option, @Nullable String persistenceUnit) {
    if (option != null) {
      return credentials(DatabaseUrl.parse(option, "--url"), "--url");
    }
    // Whoever names one of several databases does not mean the one in the environment.
    if (toml.isNamed(URL)) {
      return configured();
    }
    for (String name : VARIABLES) {
      if (isSet(environment.get(name))) {
        return found(environment.get(name), "the environment's " + name);
      }
    }
    for (String name : VARIABLES) {
      if (isSet(dotEnv.get(name))) {
        return found(dotEnv.get(name), name + " in .env");
      }
    }
    Config.Database configured = configured();
    if (configured.url() != null) {
      return configured;
    }
    Config.Database persistence = PersistenceXmlDatabase.database(places, persistenceUnit);
    if (persistence != null) {
      return found(persistence.requireUrl(), persistence.origin());
    }
    Config.Database hibernate = HibernateCfgXmlDatabase.database(places);
    if (hibernate != null) {
      return found(hibernate.requireUrl(), hibernate.origin());
    }
    Config.Database framework = FrameworkDatabase.find(places, new Variables(all));
    return framework == null
        ? new Config.Database(null, "nowhere")
            .withWarnings(FrameworkDatabase.missing(places, new Variables(all)))
        : found(framework.requireUrl(), framework.origin());
  }

  private Config.Database configured() {
    String url = toml.string(URL);
    return isSet(url) ? found(url, toml.place(URL)) : new Config.Database(null, "nowhere");
  }

  private Config.Database found(String url, String origin) {
    return found(DatabaseUrl.parse(url, origin), origin);
  }

  /** An address of the project's settings: relative paths begin in its directory. */
  private Config.Database found(DatabaseUrl url, String origin) {
    return credentials(url.below(places.directory()), origin);
  }

  private Config.Database credentials(DatabaseUrl url, String origin) {
    return new Credentials("database", places.directory(), toml, new Variables(all))
        .addTo(url, origin);
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}

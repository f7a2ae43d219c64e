package dev.autogen.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for the database's address where a project may have it; the first place wins. */
final class DatabaseSearch {

  private static final List<String> VARIABLES = List.of("AUTOGEN_URL", "DATABASE_URL");

  private final Path directory;
  private final Map<String, String> all;
  private final Map<String, String> environment;
  private final Map<String, String> dotEnv;

  DatabaseSearch(
      Path directory,
      Map<String, String> all,
      Map<String, String> environment,
      Map<String, String> dotEnv) {
    this.directory = directory;
    this.all = all;
    this.environment = environment;
    this.dotEnv = dotEnv;
  }

  /**
   * The address and where it was found.
   *
   * @param option the address from the command line, if there was one
   * @param configured the address in {@code autogen.toml}; asked for only if it decides
   * @param persistenceUnit the unit whose settings are read, or null for the only one
   */
  Config.Database find(
      @Nullable String option,
      Supplier<@Nullable String> configured,
      @Nullable String persistenceUnit) {
    if (option != null) {
      return found(DatabaseUrl.parse(option), "--url");
    }
    for (String name : VARIABLES) {
      if (isSet(environment.get(name))) {
        return found(DatabaseUrl.parse(environment.get(name)), "the environment's " + name);
      }
    }
    for (String name : VARIABLES) {
      if (isSet(dotEnv.get(name))) {
        return found(DatabaseUrl.parse(dotEnv.get(name)), name + " in .env");
      }
    }
    String url = configured.get();
    if (isSet(url)) {
      return found(DatabaseUrl.parse(url), "autogen.toml");
    }
    Config.Database persistence = PersistenceXml.database(directory, persistenceUnit);
    if (persistence != null) {
      return found(persistence.requireUrl(), persistence.origin());
    }
    Config.Database hibernate = HibernateCfgXml.database(directory);
    if (hibernate != null) {
      return found(hibernate.requireUrl(), hibernate.origin());
    }
    Config.Database framework = FrameworkDatabase.find(directory, new Variables(all));
    return framework == null
        ? new Config.Database(null, "nowhere")
        : found(framework.requireUrl(), framework.origin());
  }

  private Config.Database found(DatabaseUrl url, String origin) {
    Map<String, String> defaults =
        isSet(all.get("PGPASSWORD")) && url.jdbcUrl().startsWith("jdbc:postgresql:")
            ? Map.of("password", all.get("PGPASSWORD"))
            : Map.of();
    return new Config.Database(url.withDefaults(defaults), origin);
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}

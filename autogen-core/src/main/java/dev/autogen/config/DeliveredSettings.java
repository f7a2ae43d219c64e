package dev.autogen.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The properties {@code autogen.*} of a delivered application of Spring Boot that hold for whoever
 * runs its migrations (docs/spring.md). A project has none: there {@code autogen.toml} says them.
 */
final class DeliveredSettings {

  private static final String ARGUMENTS = "autogen.arguments.";
  private static final String SCHEMAS = "autogen.schemas";

  private final Optional<ApplicationSettings> settings;

  DeliveredSettings(ApplicationPlaces places, Variables variables) {
    settings =
        places.isDelivered()
            ? Optional.of(ApplicationSettings.spring(places, variables))
            : Optional.empty();
  }

  /** The package of the migrations. */
  Optional<String> packageName() {
    return value("autogen.migrations");
  }

  /** The name of the version table. */
  Optional<String> versionTable() {
    return value("autogen.version-table");
  }

  /** The values that migrations read by {@code op.argument}. */
  Map<String, String> arguments() {
    Map<String, String> arguments = new TreeMap<>();
    settings.ifPresent(
        all ->
            all.keysBelow(ARGUMENTS)
                .forEach(
                    key ->
                        Optional.ofNullable(all.get(key))
                            .ifPresent(
                                value ->
                                    arguments.put(
                                        key.substring(ARGUMENTS.length())
                                            .replaceAll("[\\[\\]\"]", ""),
                                        value))));
    return arguments;
  }

  /** What a person should know: the application works in several schemas, a command in one. */
  List<String> warnings() {
    boolean several =
        value(SCHEMAS).isPresent()
            || settings.filter(all -> !all.keysBelow(SCHEMAS + "[").isEmpty()).isPresent();
    return several
        ? List.of(
            "The application migrates several schemas (autogen.schemas); a command works in the"
                + " default schema alone, unless --all-schemas names them.")
        : List.of();
  }

  private Optional<String> value(String key) {
    return settings.map(all -> all.get(key));
  }
}

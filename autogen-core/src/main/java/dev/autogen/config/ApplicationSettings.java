package dev.autogen.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an application's {@code application.properties} and {@code application.yml}, as
 * its framework would see them: the environment first, then the active profiles' files.
 */
final class ApplicationSettings {

  private static final List<String> EXTENSIONS = List.of("properties", "yml", "yaml");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:${}]+)(?::([^{}]*))?}");
  private static final Pattern OF_PROFILES = Pattern.compile("%\\{?([^{}.]+)}?\\.(.+)");
  private static final int NESTED_PLACEHOLDERS = 10;

  private record Setting(String value, String origin) {}

  private final Map<String, Setting> settings = new HashMap<>();
  private final Variables variables;

  private ApplicationSettings(Variables variables) {
    this.variables = variables;
  }

  static ApplicationSettings spring(Path directory, Variables variables) {
    return spring(ApplicationPlaces.project(directory), variables);
  }

  /** The settings as Spring Boot sees them in its active profiles. */
  static ApplicationSettings spring(ApplicationPlaces places, Variables variables) {
    return spring(places, Profiles.spring(places, variables), variables);
  }

  static ApplicationSettings spring(
      ApplicationPlaces places, Profiles profiles, Variables variables) {
    ApplicationSettings result = new ApplicationSettings(variables);
    result.readFiles(places, profiles);
    return result;
  }

  static ApplicationSettings quarkus(Path directory, Variables variables) {
    return quarkus(ApplicationPlaces.project(directory), variables);
  }

  /** The settings as Quarkus sees them in its active profiles. */
  static ApplicationSettings quarkus(ApplicationPlaces places, Variables variables) {
    return quarkus(places, Profiles.quarkus(places, variables), variables);
  }

  static ApplicationSettings quarkus(
      ApplicationPlaces places, Profiles profiles, Variables variables) {
    ApplicationSettings files = new ApplicationSettings(variables);
    files.readFiles(places, profiles);
    ApplicationSettings result = new ApplicationSettings(variables);
    for (int i = profiles.names().size() - 1; i >= 0; i--) {
      result.putOfProfile(profiles.names().get(i), files);
    }
    files.settings.forEach(result.settings::putIfAbsent);
    return result;
  }

  /** Reads keys such as {@code %prod.quarkus.datasource.jdbc.url}, or {@code %{staging,prod}.…}. */
  private void putOfProfile(String profile, ApplicationSettings files) {
    files.settings.forEach(
        (key, setting) -> {
          Matcher conditional = OF_PROFILES.matcher(key);
          if (conditional.matches()
              && List.of(conditional.group(1).split("\\s*,\\s*")).contains(profile)) {
            settings.putIfAbsent(conditional.group(2), setting);
          }
        });
  }

  private void readFiles(ApplicationPlaces places, Profiles profiles) {
    for (int i = profiles.names().size() - 1; i >= 0; i--) {
      readFiles(places, "application-" + profiles.names().get(i), profiles);
    }
    readFiles(places, "application", profiles);
  }

  /** The value with its placeholders replaced, or null if there is none. */
  @Nullable String get(String key) {
    String fromEnvironment = variables.get(environmentName(key));
    if (fromEnvironment != null) {
      return fromEnvironment;
    }
    String value = replaced(key);
    return value == null || value.isBlank() || value.contains("${") ? null : value;
  }

  /** The value in the files, with the placeholders replaced whose names are set; or null. */
  private @Nullable String replaced(String key) {
    Setting setting = settings.get(key);
    if (setting == null) {
      return null;
    }
    String value = setting.value();
    for (int i = 0; i < NESTED_PLACEHOLDERS && value.contains("${"); i++) {
      value = PLACEHOLDER.matcher(value).replaceAll(match -> replacement((Matcher) match));
    }
    return value;
  }

  /** What to set so that a value is known, in a sentence; empty if nothing is missing. */
  Optional<String> missing(String key) {
    String value = get(key) == null ? replaced(key) : null;
    Matcher placeholder = PLACEHOLDER.matcher(value == null ? "" : value);
    return placeholder.find()
        ? Optional.of(
            origin(key)
                + " has the placeholder "
                + placeholder.group()
                + ", which is not set, so that it is not used; set "
                + environmentName(placeholder.group(1))
                + " in the environment or in .env.")
        : Optional.empty();
  }

  /** The keys with this prefix, sorted. */
  List<String> keysBelow(String prefix) {
    return settings.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  /** Where the value was found. */
  String origin(String key) {
    Setting setting = settings.get(key);
    return setting == null || variables.get(environmentName(key)) != null
        ? "the environment's " + environmentName(key)
        : key + " in " + setting.origin();
  }

  private static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
  }

  /**
   * A variable of the environment, by any of the names under which Spring's {@code
   * SystemEnvironmentPropertySource} and MicroProfile Config find it.
   */
  private @Nullable String variable(String name) {
    String underscored = name.replace('.', '_').replace('-', '_');
    return Stream.of(
            name,
            name.replace('.', '_'),
            underscored,
            underscored.toUpperCase(Locale.ROOT),
            environmentName(name))
        .map(variables::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String replacement(Matcher placeholder) {
    String name = placeholder.group(1);
    String value = variable(name);
    if (value == null && settings.containsKey(name)) {
      value = settings.get(name).value();
    }
    if (value == null) {
      value = placeholder.group(2);
    }
    return Matcher.quoteReplacement(value == null ? placeholder.group() : value);
  }

  private void readFiles(ApplicationPlaces places, String name, Profiles profiles) {
    for (Path folder : places.folders()) {
      for (String extension : EXTENSIONS) {
        Path file = folder.resolve(name + "." + extension);
        if (Files.isRegularFile(file)) {
          String origin = places.name(file);
          List<Map<String, String>> documents = new ArrayList<>(ApplicationFile.read(file));
          for (int i = documents.size() - 1; i >= 0; i--) {
            if (isActive(documents.get(i), profiles)) {
              documents
                  .get(i)
                  .forEach((key, value) -> settings.putIfAbsent(key, new Setting(value, origin)));
            }
          }
        }
      }
    }
  }

  private static boolean isActive(Map<String, String> document, Profiles profiles) {
    String condition =
        document.getOrDefault("spring.config.activate.on-profile", document.get("spring.profiles"));
    return condition == null || profiles.satisfy(condition);
  }
}

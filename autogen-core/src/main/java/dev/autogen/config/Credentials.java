package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * User and password of a database whose address lacks them: from {@code [database]}, from {@code
 * PGUSER} and {@code PGPASSWORD}, and from the file that {@code PGPASSFILE} names.
 */
final class Credentials {

  private static final String USER = "user";
  private static final String PASSWORD = "password";

  private final Path directory;
  private final TomlFile toml;
  private final Variables variables;
  private final Map<String, String> found = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();

  Credentials(Path directory, TomlFile toml, Variables variables) {
    this.directory = directory;
    this.toml = toml;
    this.variables = variables;
  }

  /** The database with the credentials that its address lacks. */
  Config.Database addTo(DatabaseUrl url, String origin) {
    if (url.isEmbedded()) {
      return new Config.Database(url, origin);
    }
    boolean postgresql = url.jdbcUrl().startsWith("jdbc:postgresql:");
    if (url.user().isEmpty()) {
      configured(USER);
      if (postgresql) {
        variable(USER, "PGUSER");
      }
    }
    if (url.password().isEmpty()) {
      configured(PASSWORD);
      file();
      if (postgresql) {
        variable(PASSWORD, "PGPASSWORD");
        passwordFile(url);
      }
    }
    return new Config.Database(url.withDefaults(found), origin, origins);
  }

  private void configured(String what) {
    String key = "database." + what;
    add(what, toml.string(key), toml.place(key));
  }

  private void variable(String what, String name) {
    add(what, variables.get(name), name);
  }

  /** The file holds the password alone, as the secrets of containers do. */
  private void file() {
    String key = "database.password-file";
    String name = toml.string(key);
    if (name == null || found.containsKey(PASSWORD)) {
      return;
    }
    Path file = directory.resolve(name);
    try {
      String text = Files.readString(file).lines().findFirst().orElse("");
      if (text.isBlank()) {
        throw AutogenException.usage(toml.place(key) + ": the file " + file + " is empty.");
      }
      add(PASSWORD, text, "the file " + file);
    } catch (IOException e) {
      throw AutogenException.usage(toml.place(key) + ": the file " + file + " cannot be read.");
    }
  }

  private void passwordFile(DatabaseUrl url) {
    String name = variables.get("PGPASSFILE");
    if (name != null && !found.containsKey(PASSWORD)) {
      Path file = directory.resolve(name);
      String user = url.user().orElse(found.getOrDefault(USER, System.getProperty("user.name")));
      PasswordFile.read(file)
          .password(url.jdbcUrl(), user)
          .ifPresent(password -> add(PASSWORD, password, "PGPASSFILE, " + file));
    }
  }

  private void add(String what, @Nullable String value, String origin) {
    if (value != null && !value.isEmpty() && found.putIfAbsent(what, value) == null) {
      origins.put(what, origin);
    }
  }
}

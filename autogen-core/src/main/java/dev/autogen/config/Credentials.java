package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import dev.autogen.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds user and password for a database whose address lacks them. They come from its section of
 * the file, from {@code PGUSER} and {@code PGPASSWORD}, and from the password file, which {@code
 * PGPASSFILE} names or which is in the home directory (PostgreSQL manual, "The Password File").
 */
final class Credentials {

  private static final String USER = "user";
  private static final String PASSWORD = "password";

  private final String section;
  private final Path directory;
  private final TomlFile toml;
  private final Variables variables;
  private final Map<String, String> found = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * The credentials of one database.
   *
   * @param section of the file, {@code database} or {@code shadow}
   */
  Credentials(String section, Path directory, TomlFile toml, Variables variables) {
    this.section = section;
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
    return new Config.Database(url.withDefaults(found), origin, origins, warnings);
  }

  private void configured(String what) {
    String key = section + "." + what;
    add(what, toml.string(key), toml.place(key));
  }

  private void variable(String what, String name) {
    add(what, variables.get(name), name);
  }

  /** The file holds the password alone, as the secrets of containers do. */
  private void file() {
    String key = section + ".password-file";
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
    if (found.containsKey(PASSWORD)) {
      return;
    }
    String name = variables.get("PGPASSFILE");
    Path usual = usualPasswordFile();
    Path file = name == null ? usual : directory.resolve(name);
    if (file == null || name == null && !Files.isRegularFile(file)) {
      return;
    }
    String user = url.user().orElse(found.getOrDefault(USER, System.getProperty("user.name")));
    PasswordFile.read(file)
        .password(url.jdbcUrl(), user)
        .ifPresent(password -> add(file, name != null, password));
  }

  /** Ignores a file that others may read, as psql does. */
  private void add(Path file, boolean named, String password) {
    if (PasswordFile.isOpenToOthers(file)) {
      warnings.add(
          "The password file "
              + file
              + " is left alone, because its group or others may use it: chmod 600 "
              + ShellWord.of(file.toString()));
    } else {
      add(PASSWORD, password, named ? "PGPASSFILE, " + file : file.toString());
    }
  }

  private @Nullable Path usualPasswordFile() {
    String roaming = variables.get("APPDATA");
    if (roaming != null) {
      return Path.of(roaming, "postgresql", "pgpass.conf");
    }
    String home = variables.get("HOME");
    return home == null ? null : Path.of(home, ".pgpass");
  }

  private void add(String what, @Nullable String value, String origin) {
    if (value != null && !value.isEmpty() && found.putIfAbsent(what, value) == null) {
      origins.put(what, origin);
    }
  }
}

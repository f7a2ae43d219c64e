package dev.autogen.config;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.address.Addresses;
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
 * the file, and from where the people of that kind of database keep them.
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
    Addresses addresses = Dialects.addressesOf(url.jdbcUrl());
    if (url.user().isEmpty()) {
      configured(USER);
      addresses.user(url.address(), surroundings()).ifPresent(kept -> add(USER, kept));
    }
    if (url.password().isEmpty()) {
      configured(PASSWORD);
      file();
      if (!found.containsKey(PASSWORD)) {
        addresses
            .password(url.withDefaults(found).address(), surroundings())
            .ifPresent(kept -> add(PASSWORD, kept));
      }
    }
    return new Config.Database(url.withDefaults(found), origin, origins, warnings);
  }

  private Addresses.Surroundings surroundings() {
    return new Addresses.Surroundings() {
      @Override
      public @Nullable String variable(String name) {
        return variables.get(name);
      }

      @Override
      public Path directory() {
        return directory;
      }
    };
  }

  private void configured(String what) {
    String key = section + "." + what;
    add(what, toml.string(key), toml.place(key));
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

  private void add(String what, Addresses.Kept kept) {
    Path open = kept.open();
    if (open == null) {
      add(what, kept.value(), kept.origin());
    } else if (!found.containsKey(what)) {
      warnings.add(
          "The password file "
              + open
              + " is left alone, because its group or others may use it: chmod 600 "
              + ShellWord.of(open.toString()));
    }
  }

  private void add(String what, @Nullable String value, String origin) {
    if (value != null && !value.isEmpty() && found.putIfAbsent(what, value) == null) {
      origins.put(what, origin);
    }
  }
}

package dev.autogen.config;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.AutogenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections {@code [migrations]} and {@code [[hooks]]} of the configuration file. */
final class MigrationSettings {

  static final Set<String> KEYS =
      Stream.concat(
              LiquibaseSettings.KEYS.stream(),
              Stream.of(
                  "migrations.dialects",
                  "migrations.directory",
                  "migrations.format",
                  "migrations.undo",
                  "migrations.package",
                  "migrations.locations",
                  "migrations.file-template",
                  "migrations.slug-length",
                  "migrations.timezone",
                  "migrations.template",
                  "migrations.explicit-imports",
                  "migrations.version-table",
                  "migrations.version-schema",
                  "revision.safe",
                  "hooks.name",
                  "hooks.command"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String DEFAULT_DIRECTORY = "src/main/java/db/migrations";
  private static final String DEFAULT_PACKAGE = "db.migrations";

  private final TomlFile toml;
  private final DeliveredSettings delivered;
  private final Path directory;

  private MigrationSettings(TomlFile toml, Path directory, DeliveredSettings delivered) {
    this.toml = toml;
    this.delivered = delivered;
    this.directory = directory;
  }

  static Config.Migrations read(
      TomlFile toml, Path directory, DeliveredSettings delivered, Variables variables) {
    return new MigrationSettings(toml, directory, delivered).read(variables);
  }

  private Config.Migrations read(Variables variables) {
    MigrationFormat format =
        MigrationFormat.of(toml.string("migrations.format"), toml.place("migrations.format"));
    String packageName = toml.string("migrations.package");
    if (packageName != null) {
      PackageName.require(packageName, toml.place("migrations.package"));
    }
    String versionTable = toml.string("migrations.version-table");
    String folder = toml.string("migrations.directory");
    if (folder == null) {
      folder =
          packageName == null
              ? DEFAULT_DIRECTORY
              : "src/main/java/" + packageName.replace('.', '/');
    }
    Config.Migrations read =
        new Config.Migrations(
            path(folder),
            packageName == null ? delivered.packageName().orElse(DEFAULT_PACKAGE) : packageName,
            toml.strings("migrations.locations").stream().map(this::path).toList(),
            versionTable == null ? delivered.versionTable().orElse(null) : versionTable,
            toml.string("migrations.version-schema"),
            dialects(format),
            new Config.NewFiles(
                toml.string("migrations.file-template"),
                toml.positive("migrations.slug-length"),
                zone(),
                template(),
                hooks(),
                toml.bool("migrations.explicit-imports", false),
                false),
            format == MigrationFormat.JAVA
                ? Config.Sql.NONE
                : new Config.Sql(
                    format,
                    toml.bool("migrations.undo", false),
                    toml.string("migrations.directory") != null,
                    runner(format, variables)));
    return read.withSafe(toml.bool("revision.safe", false));
  }

  private List<String> dialects(MigrationFormat format) {
    List<String> dialects = toml.strings("migrations.dialects").stream().distinct().toList();
    for (String each : dialects) {
      if (!Dialects.ids().contains(each)) {
        throw AutogenException.usage(
            toml.place("migrations.dialects")
                + ": there is no dialect \""
                + each
                + "\"; there are "
                + String.join(", ", Dialects.ids())
                + ".");
      }
    }
    if (format != MigrationFormat.JAVA && dialects.size() > 1) {
      throw AutogenException.usage(
          toml.place("migrations.dialects")
              + ": migrations in SQL are for one kind of database; take the key out, or format = \""
              + format.name().toLowerCase(Locale.ROOT)
              + "\".");
    }
    return dialects;
  }

  /** The settings of the tool that runs migrations of a format, under its own names. */
  private Map<String, String> runner(MigrationFormat format, Variables variables) {
    return switch (format) {
      case JAVA -> Map.of();
      case FLYWAY -> FlywaySettings.read(directory, variables);
      case LIQUIBASE -> LiquibaseSettings.read(toml, directory, variables);
    };
  }

  private Path path(String text) {
    return directory.resolve(text).normalize();
  }

  private ZoneId zone() {
    String key = "migrations.timezone";
    String name = toml.string(key);
    try {
      return name == null ? ZoneOffset.UTC : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw AutogenException.usage(
          toml.place(key)
              + " must be a time zone such as \"UTC\" or \"Europe/Berlin\", not \""
              + name
              + "\".");
    }
  }

  private @Nullable Path template() {
    String key = "migrations.template";
    String name = toml.string(key);
    if (name == null) {
      return null;
    }
    Path file = path(name);
    if (!Files.isRegularFile(file)) {
      throw AutogenException.usage(toml.place(key) + ": there is no file " + file + ".");
    }
    return file;
  }

  private List<Config.Hook> hooks() {
    List<Config.Hook> hooks = new ArrayList<>();
    for (TomlFile.Entry entry : toml.tables("hooks")) {
      List<String> words = entry.words("command");
      if (words.isEmpty()) {
        throw AutogenException.usage(entry.place() + " has no command.");
      }
      String name = entry.string("name");
      hooks.add(new Config.Hook(name == null ? words.get(0) : name, words));
    }
    return hooks;
  }
}

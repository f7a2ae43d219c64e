package dev.autogen.liquibase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which changelog Liquibase runs, and how.
 *
 * @param changelog the name of the first file
 * @param folders where files are looked for, before the class path
 * @param contexts the contexts of an update, as Liquibase writes them
 * @param labels the filter of labels of an update
 * @param parameters the parameters of the changelog
 * @param defaultSchema the schema for objects without one, or null
 * @param ownSchema the schema of Liquibase's tables, or null
 * @param table the table that says what ran, or null for the usual one
 * @param lockTable the table that holds the lock, or null for the usual one
 * @param product the kind of database, under Liquibase's short name, such as {@code postgresql}
 */
public record ChangelogSettings(
    String changelog,
    List<Path> folders,
    String contexts,
    String labels,
    Map<String, String> parameters,
    @Nullable String defaultSchema,
    @Nullable String ownSchema,
    @Nullable String table,
    @Nullable String lockTable,
    String product) {

  private static final String PARAMETERS = "liquibase.parameters.";

  public ChangelogSettings {
    folders = List.copyOf(folders);
    parameters = Map.copyOf(parameters);
  }

  /**
   * The settings of a project.
   *
   * @param settings under the names of {@code autogen.toml}, with {@code liquibase.} before them
   */
  public static ChangelogSettings of(
      String changelog, List<Path> folders, Map<String, String> settings) {
    Map<String, String> parameters = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(PARAMETERS)) {
            parameters.put(key.substring(PARAMETERS.length()), value);
          }
        });
    return new ChangelogSettings(
        changelog,
        folders,
        settings.getOrDefault("liquibase.contexts", ""),
        settings.getOrDefault("liquibase.labels", ""),
        parameters,
        settings.get("liquibase.default-schema"),
        settings.get("liquibase.liquibase-schema"),
        settings.get("liquibase.table"),
        settings.get("liquibase.lock-table"),
        "postgresql");
  }

  /** The same settings for a kind of database. */
  public ChangelogSettings on(String other) {
    return new ChangelogSettings(
        changelog,
        folders,
        contexts,
        labels,
        parameters,
        defaultSchema,
        ownSchema,
        table,
        lockTable,
        other);
  }

  /** The same settings, which find files in another folder first. */
  ChangelogSettings before(Path first) {
    return new ChangelogSettings(
        changelog,
        Stream.concat(Stream.of(first), folders.stream()).toList(),
        contexts,
        labels,
        parameters,
        defaultSchema,
        ownSchema,
        table,
        lockTable,
        product);
  }

  /** What makes a difference for the result. */
  String fingerprint() {
    return changelog
        + '\n'
        + contexts
        + '\n'
        + labels
        + '\n'
        + new TreeMap<>(parameters)
        + '\n'
        + defaultSchema
        + '\n'
        + ownSchema
        + '\n'
        + table
        + '\n'
        + lockTable;
  }
}

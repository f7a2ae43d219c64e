package dev.autogen.flyway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Flyway names files: {@code V2_1__add_email.sql} (Flyway documentation, Migrations, Naming).
 *
 * @param prefix of versioned migrations
 * @param undoPrefix of undo migrations
 * @param baselinePrefix of migrations that make the result of all before them
 * @param separator between version and description
 * @param suffixes of SQL files; new ones get the first
 */
public record FlywayNames(
    String prefix,
    String undoPrefix,
    String baselinePrefix,
    String separator,
    List<String> suffixes) {

  /** The names that a project's settings prescribe. */
  public static FlywayNames of(Map<String, String> settings) {
    return new FlywayNames(
        settings.getOrDefault("flyway.sqlMigrationPrefix", "V"),
        settings.getOrDefault("flyway.undoSqlMigrationPrefix", "U"),
        settings.getOrDefault("flyway.baselineMigrationPrefix", "B"),
        settings.getOrDefault("flyway.sqlMigrationSeparator", "__"),
        List.of(settings.getOrDefault("flyway.sqlMigrationSuffixes", ".sql").split("\\s*,\\s*")));
  }

  /** The version and description in a file's name; empty for a file of another kind. */
  Optional<String[]> parse(String name) {
    return parse(prefix, name);
  }

  /** The version in the name of a baseline migration; empty for a file of another kind. */
  Optional<String> baseline(String name) {
    return parse(baselinePrefix, name).map(parts -> parts[0]);
  }

  private Optional<String[]> parse(String start, String name) {
    Optional<String> suffix = suffixes.stream().filter(name::endsWith).findFirst();
    if (suffix.isEmpty() || !name.startsWith(start)) {
      return Optional.empty();
    }
    String middle = name.substring(start.length(), name.length() - suffix.get().length());
    String[] parts = middle.split(Pattern.quote(separator), 2);
    return parts.length == 2 && parts[0].matches("\\d+([._]\\d+)*")
        ? Optional.of(new String[] {parts[0], parts[1].replace('_', ' ')})
        : Optional.empty();
  }

  /** The name of a versioned migration. */
  public String versioned(String version, String slug) {
    return prefix + version + separator + slug + suffixes.get(0);
  }

  /** The name of the file that undoes it. */
  public String undo(String version, String slug) {
    return undoPrefix + version + separator + slug + suffixes.get(0);
  }
}

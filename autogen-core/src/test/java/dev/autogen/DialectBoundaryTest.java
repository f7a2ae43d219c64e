package dev.autogen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing outside {@code dialect} knows a database: no name of a product, no form of an address, no
 * name in a catalog, no error code. {@code embedded} starts servers of certain products, and its
 * job is to know them.
 */
class DialectBoundaryTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/autogen");

  private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|//|/\\*\\*).*");

  private static final Map<String, Pattern> FORBIDDEN =
      Map.of(
          "the form of an address",
          Pattern.compile("jdbc:(postgresql|mysql|mariadb|h2|sqlite)"),
          "a name in a catalog",
          Pattern.compile("\\bpg_\\w+|information_schema|\\bsqlite_\\w+|performance_schema"),
          "an error code",
          Pattern.compile("\"(0[0-9A-Z]{4}|[2-5][0-9][0-9A-Z]{3}|HY000|XX000)\""),
          "a class of one dialect",
          Pattern.compile("dev\\.autogen\\.dialect\\.(postgresql|mysql|sqlite|h2)\\b"),
          "the name of a product",
          Pattern.compile(
              "\"[^\"]*(PostgreSQL|PostgresDatabase|MySQL|MariaDB|SQLite|\\bH2\\b)[^\"]*\""));

  /** What stays, by file, and why. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "model/ModelFailure.java",
              "Hibernate has SQLite's dialect in another artifact, which the message names"),
          Map.entry(
              "model/exported/ColumnReader.java",
              "Hibernate's DDL names PostgreSQL's own types by their schema"),
          Map.entry(
              "model/exported/TokenReader.java",
              "Hibernate's DDL names PostgreSQL's own types by their schema"),
          Map.entry(
              "config/ConfigReader.java", "shadow.version is a version of PostgreSQL by its name"),
          Map.entry(
              "workspace/DatabaseVersion.java",
              "what comes with autogen where the database's version is not known is PostgreSQL"),
          Map.entry(
              "workspace/ProjectDatabase.java",
              "a project that names no database has PostgreSQL, so that checks need none"),
          Map.entry("lint/RevisionLint.java", "the message says where locks can be measured"),
          Map.entry(
              "inspect/Inspector.java",
              "the default for JDBC alone leaves out the schema of the SQL standard"),
          Map.entry("flyway/ProjectFlyway.java", "the name of a class of Flyway"),
          Map.entry(
              "run/JdbcConnections.java",
              "the driver of one product serves the address of another"),
          Map.entry("diff/ConstraintEquivalence.java", "partitions are PostgreSQL's alone"));

  @Test
  void nothing_outside_of_dialect_knows_a_database() throws IOException {
    Map<String, TreeSet<String>> found = found();
    found.keySet().removeAll(ALLOWED.keySet());
    assertThat(found).as("move it into a facet of the dialect").isEmpty();
  }

  @Test
  void what_is_allowed_is_needed() throws IOException {
    assertThat(found().keySet()).containsAll(ALLOWED.keySet());
  }

  private static Map<String, TreeSet<String>> found() throws IOException {
    Map<String, TreeSet<String>> found = new TreeMap<>();
    for (Path file : sources()) {
      String name = SOURCES.relativize(file).toString().replace('\\', '/');
      for (String line : Files.readAllLines(file)) {
        if (!COMMENT.matcher(line).matches()) {
          FORBIDDEN.forEach(
              (what, pattern) -> {
                if (pattern.matcher(line).find()) {
                  found
                      .computeIfAbsent(name, key -> new TreeSet<>())
                      .add(what + ": " + line.strip());
                }
              });
        }
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.startsWith(SOURCES.resolve("dialect")))
          .filter(file -> !file.startsWith(SOURCES.resolve("embedded")))
          .toList();
    }
  }
}

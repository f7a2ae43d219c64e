package dev.autogen.cli;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.config.MigrationFormat;
import dev.autogen.config.SchemaWriters;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.FoundTables;
import dev.autogen.workspace.GradleClasspath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code init} finds in a project.
 *
 * @param build {@code Maven}, {@code Gradle} or empty
 * @param packages the packages of the entities' sources
 * @param database where a database is configured already, or empty
 * @param unknown why an address that the application has is not known, in sentences
 * @param writers what changes the schema already
 * @param tables what the database holds, or null where it was not looked at
 * @param unreachable why the database could not be looked at, or null
 */
record ProjectFacts(
    String build,
    List<String> packages,
    String database,
    List<String> unknown,
    SchemaWriters writers,
    @Nullable FoundTables tables,
    @Nullable String unreachable) {

  static ProjectFacts of(Config config, AutogenCommand autogen) {
    Path directory = config.directory();
    String build = "";
    if (Files.exists(directory.resolve("pom.xml"))) {
      build = "Maven";
    } else if (GradleClasspath.isBuilder(directory)) {
      build = "Gradle";
    }
    FoundTables tables = null;
    String unreachable = null;
    DatabaseUrl url = config.database().url();
    if (url != null && !url.isEmbedded() && !url.isHistory()) {
      try (Project project = autogen.open()) {
        tables = project.foundTables();
      } catch (AutogenException e) {
        unreachable = e.getMessage();
      }
    }
    return new ProjectFacts(
        build,
        EntityPackages.below(directory.resolve("src/main")),
        url == null ? "" : config.database().origin(),
        url == null ? config.database().warnings() : List.of(),
        SchemaWriters.find(directory, autogen.environment()),
        tables,
        unreachable);
  }

  /** The facts in words. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!build.isEmpty()) {
      lines.add("found a " + build + " project");
    }
    if (!packages.isEmpty()) {
      lines.add("found entities in " + String.join(", ", packages));
    }
    lines.add(
        database.isEmpty()
            ? "found no database: embedded:postgresql is used until you configure one"
            : "found the database in " + database);
    if (tables != null) {
      lines.add(inDatabase(tables));
    } else if (unreachable != null) {
      lines.add("could not look into it: " + unreachable.lines().findFirst().orElse(""));
    }
    if (writers.flyway() != null) {
      lines.add("found Flyway: " + writers.flyway());
    } else if (tables != null && tables.flyway()) {
      lines.add(
          "found Flyway's table in the database, and none of its files here. If Flyway goes on, use"
              + " --keep-flyway and name the files' place in flyway.locations");
    }
    if (writers.liquibase() != null) {
      lines.add("found Liquibase: " + writers.liquibase());
    } else if (tables != null && tables.liquibase()) {
      lines.add(
          "found Liquibase's table in the database, and no changelog here. If Liquibase goes on, use"
              + " --keep-liquibase and name it in [migrations] changelog");
    }
    return lines;
  }

  private static String inDatabase(FoundTables tables) {
    String there =
        switch (tables.tables()) {
          case 0 -> "it is empty";
          case 1 -> "it has 1 table";
          default -> "it has " + tables.tables() + " tables";
        };
    return there + (tables.autogen() ? ", and revisions of autogen are noted there" : "");
  }

  /** What becomes of the runners that do not go on, in words. */
  List<String> runnersLeftAlone() {
    List<String> lines = new ArrayList<>();
    boolean flyway = writers.flyway() != null || (tables != null && tables.flyway());
    boolean liquibase = writers.liquibase() != null || (tables != null && tables.liquibase());
    if (flyway || liquibase) {
      lines.add(
          (flyway ? "Flyway's" : "Liquibase's")
              + " files and table are left alone. From now on autogen runs the migrations: take "
              + (flyway ? "Flyway" : "Liquibase")
              + " out of the application's start, or let it change other tables only.");
    }
    return lines;
  }

  /** The command to run next. */
  String next(MigrationFormat format) {
    if (format != MigrationFormat.JAVA) {
      return "Next: 'autogen check' compares the database with the entities.";
    }
    return tables != null && tables.tables() > 0 && !tables.autogen()
        ? "Next: 'autogen init --from-database' begins with the tables that are there; with --accept,"
            + " 'check' succeeds from the first day."
        : "Next: 'autogen revision -m \"…\"' writes the first migration.";
  }

  /** What a person should change, because Hibernate would change the schema by itself; or empty. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>(unknown);
    if (writers.hibernate() != null) {
      warnings.add(
          writers.hibernate()
              + " lets Hibernate change the schema, too: set it to none or validate.");
    }
    return warnings;
  }
}

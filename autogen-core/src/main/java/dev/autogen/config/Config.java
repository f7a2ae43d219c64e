package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a project, each with its default, mapped once from wherever they were found.
 *
 * @param directory the project's directory, absolute; relative paths are relative to it
 * @param file the {@code autogen.toml} that was read, if there was one
 * @param origins where settings came from, a line each, for {@code --verbose}
 */
public record Config(
    Path directory,
    Optional<Path> file,
    Database database,
    Model model,
    Migrations migrations,
    Diff diff,
    Runner runner,
    Shadow shadow,
    List<String> origins) {

  public Config {
    origins = List.copyOf(origins);
  }

  /** The folder of what autogen keeps for itself in the project; never committed. */
  public Path privateDirectory() {
    return directory.resolve(".autogen");
  }

  /** The same settings for another way to run migrations. */
  public Config withRunner(Runner other) {
    return new Config(directory, file, database, model, migrations, diff, other, shadow, origins);
  }

  /** The same settings for the schema to which the committed migrations lead. */
  public Config againstHistory() {
    Database history = new Database(DatabaseUrl.history(), "the committed migrations");
    return new Config(directory, file, history, model, migrations, diff, runner, shadow, origins);
  }

  /** The same settings for another comparison. */
  public Config withDiff(Diff other) {
    return new Config(directory, file, database, model, migrations, other, runner, shadow, origins);
  }

  /** The same settings for other entities. */
  public Config withModel(Model other) {
    return new Config(directory, file, database, other, migrations, diff, runner, shadow, origins);
  }

  /** The same settings for other migrations. */
  public Config withMigrations(Migrations other) {
    return new Config(directory, file, database, model, other, diff, runner, shadow, origins);
  }

  /**
   * The database to work on.
   *
   * @param url its address, or null where none was found
   * @param origin where the address was found, in words
   */
  public record Database(@Nullable DatabaseUrl url, String origin) {

    /**
     * The address.
     *
     * @throws AutogenException if none was found
     */
    public DatabaseUrl requireUrl() {
      if (url == null) {
        throw AutogenException.usage(
            """
            No database is configured.
            Pass --url, set AUTOGEN_URL or DATABASE_URL, or write "url" into the [database] section \
            of autogen.toml; 'autogen init' writes that file.\
            """);
      }
      return url;
    }
  }

  /**
   * The entities.
   *
   * @param classpath jars, folders and globs; empty for the class path of the Maven project
   * @param packages what is scanned; empty for the project's own classes
   * @param persistenceUnit the unit that lists the entities, or null
   * @param properties settings for Hibernate
   */
  public record Model(
      List<String> classpath,
      List<String> packages,
      @Nullable String persistenceUnit,
      Map<String, String> properties) {
    public Model {
      classpath = List.copyOf(classpath);
      packages = List.copyOf(packages);
      properties = Map.copyOf(properties);
    }
  }

  /**
   * The committed migrations.
   *
   * @param directory where they lie, absolute
   * @param packageName their Java package
   * @param fileTemplate how a new file is named, or null for the usual form
   * @param versionTable the table that says where the database is, or null for the usual one
   */
  public record Migrations(
      Path directory,
      String packageName,
      @Nullable String fileTemplate,
      @Nullable String versionTable) {

    /** The same settings for another folder and its package. */
    public Migrations at(Path otherDirectory, String otherPackage) {
      return new Migrations(otherDirectory, otherPackage, fileTemplate, versionTable);
    }
  }

  /**
   * The comparison.
   *
   * @param ignore globs of names that are left alone on both sides, with or without a kind
   * @param include globs of the only objects of their kind to compare; empty for all
   * @param databaseOnly kinds of objects to drop although JPA cannot say them
   * @param renames what has another name in the model: {@code users.email=email_address}
   * @param operationFilters classes that decide on each operation, beside those that the class path
   *     names as services
   */
  public record Diff(
      List<String> ignore,
      List<String> include,
      boolean compareTypes,
      boolean compareServerDefaults,
      boolean compareComments,
      boolean compareChecks,
      List<String> databaseOnly,
      List<String> renames,
      List<String> operationFilters) {
    public Diff {
      ignore = List.copyOf(ignore);
      include = List.copyOf(include);
      databaseOnly = List.copyOf(databaseOnly);
      renames = List.copyOf(renames);
      operationFilters = List.copyOf(operationFilters);
    }

    /** The same settings with other names left alone. */
    public Diff withIgnore(List<String> others) {
      return new Diff(
          others,
          include,
          compareTypes,
          compareServerDefaults,
          compareComments,
          compareChecks,
          databaseOnly,
          renames,
          operationFilters);
    }

    /** The same settings with further renames. */
    public Diff withRenames(List<String> others) {
      return new Diff(
          ignore,
          include,
          compareTypes,
          compareServerDefaults,
          compareComments,
          compareChecks,
          databaseOnly,
          others,
          operationFilters);
    }
  }

  /**
   * The runner.
   *
   * @param lockWait how long it waits for another runner to finish
   * @param lockTimeout how long a statement waits for a lock before its transaction is rolled back
   * @param retryFor how long a revision that met a lock is tried again
   * @param arguments what migrations read by {@code op.argument}
   */
  public record Runner(
      Duration lockWait, Duration lockTimeout, Duration retryFor, Map<String, String> arguments) {
    public Runner {
      arguments = Map.copyOf(arguments);
    }

    /** The same settings with other arguments. */
    public Runner withArguments(Map<String, String> others) {
      return new Runner(lockWait, lockTimeout, retryFor, others);
    }
  }

  /**
   * The throwaway database of proofs.
   *
   * @param url a database that autogen may wipe, or null for one of its own
   */
  public record Shadow(@Nullable DatabaseUrl url) {}
}

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

  /** The same settings for another database. */
  public Config withDatabase(Database other) {
    return new Config(directory, file, other, model, migrations, diff, runner, shadow, origins);
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
            of autogen.toml; 'autogen init' writes that file.""");
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
   */
  public record Migrations(Path directory, String packageName, @Nullable String fileTemplate) {}

  /**
   * The comparison.
   *
   * @param ignore patterns of table and sequence names that are left alone on both sides
   */
  public record Diff(List<String> ignore) {
    public Diff {
      ignore = List.copyOf(ignore);
    }
  }

  /**
   * The runner.
   *
   * @param lockWait how long it waits for another runner to finish
   */
  public record Runner(Duration lockWait) {}

  /**
   * The throwaway database of proofs.
   *
   * @param url a database that autogen may wipe, or null for one of its own
   */
  public record Shadow(@Nullable DatabaseUrl url) {}
}

package dev.autogen.liquibase;

import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.QuietOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs the Liquibase of a project, or else a bundled one. It is loaded apart from autogen's own
 * libraries, so that it may be of another version than the bundled one.
 */
public final class ProjectLiquibase implements AutoCloseable {

  /** The first version whose way of finding files is that of all later ones. */
  private static final String OLDEST = "4.17";

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

  private final LiquibaseClasses loader;
  private final LiquibaseCalls calls;
  private final ChangelogSettings settings;
  private final boolean bundled;

  private ProjectLiquibase(
      LiquibaseClasses loader, LiquibaseCalls calls, ChangelogSettings settings, boolean bundled) {
    this.loader = loader;
    this.calls = calls;
    this.settings = settings;
    this.bundled = bundled;
  }

  /**
   * Loads Liquibase.
   *
   * @param classpath the project's class path
   * @param spare the jars of a Liquibase for projects without one; they are asked for then only
   * @throws AutogenException if there is no Liquibase, or one that is too old
   */
  public static ProjectLiquibase load(
      List<Path> classpath, Supplier<List<Path>> spare, ChangelogSettings settings) {
    LiquibaseClasses own = new LiquibaseClasses(classpath);
    if (own.hasLiquibase()) {
      return load(own, settings, false);
    }
    List<Path> both = new ArrayList<>(classpath);
    both.addAll(spare.get());
    LiquibaseClasses other = new LiquibaseClasses(both);
    if (!other.hasLiquibase()) {
      throw AutogenException.usage(
          "Liquibase is not on the project's class path, so that its changelog cannot be run. Add"
              + " org.liquibase:liquibase-core to the project, or name its jars under [model]"
              + " classpath.");
    }
    return load(other, settings, true);
  }

  private static ProjectLiquibase load(
      LiquibaseClasses loader, ChangelogSettings settings, boolean bundled) {
    String version = "";
    try {
      LiquibaseCalls calls = loader.calls();
      ProjectLiquibase result = new ProjectLiquibase(loader, calls, settings, bundled);
      version = result.version();
      Matcher parts = VERSION.matcher(version);
      if (!parts.matches()
          || Integer.parseInt(parts.group(1)) > 4
          || Integer.parseInt(parts.group(2)) >= 17 && parts.group(1).equals("4")) {
        return result;
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      version = version.isEmpty() ? "" : " " + version;
    }
    throw AutogenException.usage(
        "The project's Liquibase"
            + (version.isBlank() ? "" : " " + version.strip())
            + " is not one that autogen can run, which are "
            + OLDEST
            + " and later. Use a later org.liquibase:liquibase-core.");
  }

  /** Whether it is the bundled one, because the project has none. */
  public boolean isBundled() {
    return bundled;
  }

  /** Liquibase's version; an empty text if it does not tell. */
  public String version() {
    return quietly(calls::version);
  }

  /** The settings with which it runs. */
  public ChangelogSettings settings() {
    return settings;
  }

  /**
   * The changelog as Liquibase reads it.
   *
   * @param overlay a folder with files that count before those of the project, or null
   * @throws AutogenException if it cannot be read, in Liquibase's words
   */
  public Changelog changelog(@Nullable Path overlay) {
    return new Changelog(quietly(() -> calls.changesets(with(overlay))), settings.fingerprint());
  }

  /** What Liquibase sends to a database of some product and version for a changeset. */
  public ChangesetSql sql(Changeset changeset, String product) {
    return quietly(() -> calls.sql(settings, changeset.identity(), product));
  }

  /**
   * The identities of the changesets that a database lacks; nothing is changed there.
   *
   * @throws AutogenException if Liquibase refuses the changelog or the database, in its words
   */
  public List<String> pending(ConnectionSource connections) {
    return connected(connections, connection -> calls.pending(settings, connection));
  }

  /** The identities of the changesets that ran in a database, in that order. */
  public List<String> applied(ConnectionSource connections) {
    return connected(connections, connection -> calls.applied(settings, connection));
  }

  /**
   * Runs the changesets that a throwaway database lacks.
   *
   * @param overlay a folder with files that count before those of the project, or null
   * @param last the last changeset to run, or null for all
   * @throws AutogenException if Liquibase refuses or one fails, in Liquibase's words
   */
  public void update(
      ConnectionSource connections, @Nullable Path overlay, @Nullable Changeset last) {
    connected(
        connections,
        connection -> {
          calls.update(with(overlay), connection, last == null ? null : last.identity());
          return "";
        });
  }

  /**
   * Makes the schemas that the settings name, as a run of Liquibase on a throwaway database does.
   *
   * @throws AutogenException if the database refuses, in its words
   */
  public void createSchemas(ConnectionSource connections) {
    connected(
        connections,
        connection -> {
          calls.createSchemas(settings, connection);
          return "";
        });
  }

  private ChangelogSettings with(@Nullable Path overlay) {
    return overlay == null ? settings : settings.before(overlay);
  }

  @FunctionalInterface
  private interface Question<R> {
    R ask() throws Exception;
  }

  @FunctionalInterface
  private interface Work<R> {
    R on(Connection connection) throws Exception;
  }

  private <R> R connected(ConnectionSource connections, Work<R> work) {
    return quietly(
        () -> {
          try (Connection connection = connections.open()) {
            return work.on(connection);
          }
        });
  }

  private <R> R quietly(Question<R> question) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    Logger log = Logger.getLogger("liquibase");
    @Nullable Level level = log.getLevel();
    log.setLevel(Level.OFF);
    try (QuietOutput quiet = new QuietOutput()) {
      return question.ask();
    } catch (LinkageError e) {
      throw AutogenException.usage(
          "The project's Liquibase lacks a library, or is not one that autogen can run, which are "
              + OLDEST
              + " and later: "
              + e);
    } catch (Exception e) {
      throw failure(e);
    } finally {
      log.setLevel(level);
      thread.setContextClassLoader(before);
    }
  }

  private AutogenException failure(Exception cause) {
    Optional<AutogenException> own = AutogenException.in(cause);
    if (own.isPresent()) {
      return own.get();
    }
    return AutogenException.failed(
        "Liquibase"
            + (bundled ? ", which comes with autogen," : "")
            + " refuses: "
            + LiquibaseWords.of(cause),
        cause);
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      // The process ends soon.
    }
  }
}

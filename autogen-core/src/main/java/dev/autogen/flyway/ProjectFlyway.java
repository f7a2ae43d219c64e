package dev.autogen.flyway;

import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.QuietOutput;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs the Flyway of a project, or else a bundled one. It is loaded apart from autogen's own
 * libraries and called by reflection, so that it may be of another version than the bundled one.
 */
public final class ProjectFlyway implements AutoCloseable {

  /** Settings that only a paid edition knows are unknown to the one that comes with autogen. */
  private static final String OTHER_EDITION =
      "\nA Flyway of another version or edition may know it: name its jars under [model] classpath"
          + " in autogen.toml, or take the setting out.";

  /**
   * A migration as Flyway knows it in a database.
   *
   * @param version its version; the description for one that is repeatable
   * @param script its file or class
   * @param state Flyway's word for its state, such as {@code PENDING}
   * @param pending whether Flyway would run it
   */
  public record Known(
      String version, String description, String script, String state, boolean pending) {}

  private final URLClassLoader loader;
  private final Map<String, String> settings;
  private final boolean bundled;

  private ProjectFlyway(URLClassLoader loader, Map<String, String> settings, boolean bundled) {
    this.loader = loader;
    this.settings = settings;
    this.bundled = bundled;
  }

  /**
   * Loads Flyway.
   *
   * @param classpath the project's class path
   * @param spare the jars of a Flyway for projects without one
   * @param settings Flyway's own settings
   * @throws AutogenException if there is no Flyway
   */
  public static ProjectFlyway load(
      List<Path> classpath, List<Path> spare, Map<String, String> settings) {
    URLClassLoader own = FlywayClasses.loader(classpath);
    if (FlywayClasses.has(own)) {
      return new ProjectFlyway(own, settings, false);
    }
    List<Path> both = new ArrayList<>(classpath);
    both.addAll(spare);
    URLClassLoader other = FlywayClasses.loader(both);
    if (!FlywayClasses.has(other)) {
      throw AutogenException.usage(
          "Flyway is not on the project's class path, so that its migrations cannot be run. Add"
              + " org.flywaydb:flyway-core and org.flywaydb:flyway-database-postgresql to the"
              + " project, or name their jars under [model] classpath.");
    }
    return new ProjectFlyway(other, settings, true);
  }

  /** Whether it is the bundled one, because the project has none. */
  public boolean isBundled() {
    return bundled;
  }

  /** Flyway's version as its jar's name tells it; an empty text if it does not. */
  public String version() {
    return FlywayClasses.version(loader);
  }

  /**
   * Runs the migrations that a throwaway database lacks.
   *
   * @param further a folder with more of them, or null
   * @param target the last version to run, or null for all
   * @throws AutogenException if Flyway refuses or one fails, in Flyway's words
   */
  public void migrate(
      ConnectionSource connections, @Nullable Path further, @Nullable String target) {
    Map<String, String> own = new TreeMap<>(settings);
    if (further != null) {
      own.merge("flyway.locations", "filesystem:" + further, (one, two) -> one + "," + two);
    }
    if (target != null) {
      own.put("flyway.target", target);
      // Repeatable migrations may use what later versions make.
      own.put("flyway.repeatableSqlMigrationPrefix", "only_behind_the_last_version_");
    }
    // The extensions of the real database are there before the first migration.
    own.put("flyway.baselineOnMigrate", "true");
    own.put("flyway.baselineVersion", "0");
    call(connections, own, flyway -> invoke(flyway, "migrate"));
  }

  /**
   * Makes the schemas that the settings name, by a run without files.
   *
   * @throws AutogenException if Flyway refuses, in Flyway's words
   */
  public void createSchemas(ConnectionSource connections) {
    Map<String, String> own = new TreeMap<>(settings);
    own.put("flyway.locations", "filesystem:no-folder-has-this-name");
    own.remove("flyway.failOnMissingLocations");
    call(connections, own, flyway -> invoke(flyway, "migrate"));
  }

  /**
   * What Flyway knows of the migrations and of a database. Nothing is changed.
   *
   * @throws AutogenException if Flyway refuses the folder or the database, in Flyway's words
   */
  public List<Known> known(ConnectionSource connections) {
    List<Known> known = new ArrayList<>();
    call(
        connections,
        settings,
        flyway -> {
          Object service = invoke(flyway, "info");
          List<Object> pending = List.of((Object[]) invoke(service, "pending"));
          for (Object each : (Object[]) invoke(service, "all")) {
            known.add(known(each, pending));
          }
          return null;
        });
    return known;
  }

  private static Known known(Object info, List<Object> pending)
      throws ReflectiveOperationException {
    Object version = invoke(info, "getVersion");
    String description = String.valueOf(invoke(info, "getDescription"));
    return new Known(
        version == null ? description : version.toString(),
        description,
        String.valueOf(invoke(info, "getScript")),
        ((Enum<?>) invoke(info, "getState")).name(),
        pending.contains(info));
  }

  @FunctionalInterface
  private interface Work {
    @Nullable Object of(Object flyway) throws ReflectiveOperationException;
  }

  private void call(ConnectionSource connections, Map<String, String> own, Work work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    Logger log = Logger.getLogger("org.flywaydb");
    @Nullable Level level = log.getLevel();
    log.setLevel(Level.OFF);
    try (QuietOutput quiet = new QuietOutput()) {
      Class<?> type = loader.loadClass(FlywayClasses.FLYWAY);
      Object fluent = type.getMethod("configure", ClassLoader.class).invoke(null, loader);
      fluent = fluent.getClass().getMethod("configuration", Map.class).invoke(fluent, own);
      lockOutsideOfTransactions(fluent);
      fluent =
          fluent
              .getClass()
              .getMethod("dataSource", DataSource.class)
              .invoke(fluent, dataSource(connections));
      work.of(invoke(fluent, "load"));
    } catch (InvocationTargetException e) {
      throw failure(e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw AutogenException.usage(
          "The project's Flyway"
              + (version().isEmpty() ? "" : " " + version())
              + " is not one that autogen can run, which are 9 and later: "
              + e);
    } finally {
      log.setLevel(level);
      thread.setContextClassLoader(before);
    }
  }

  /**
   * Lets Flyway take its lock by a session: one within a transaction would block {@code create
   * index concurrently} for ever. The setting's key needs a library that Flyway does not bring.
   */
  private void lockOutsideOfTransactions(Object fluent) {
    for (String place : List.of("database.postgresql", "core.internal.database.postgresql")) {
      try {
        Class<?> type =
            loader.loadClass("org.flywaydb." + place + ".PostgreSQLConfigurationExtension");
        Object register = invoke(fluent, "getPluginRegister");
        Object extension =
            register.getClass().getMethod("getPlugin", Class.class).invoke(register, type);
        extension
            .getClass()
            .getMethod("setTransactionalLock", boolean.class)
            .invoke(extension, false);
        return;
      } catch (ReflectiveOperationException e) {
        // Another version has it elsewhere.
      }
    }
  }

  private AutogenException failure(@Nullable Throwable cause) {
    Optional<AutogenException> own = AutogenException.in(cause);
    if (own.isPresent()) {
      return own.get();
    }
    String words = cause == null ? "no reason" : String.valueOf(cause.getMessage()).strip();
    return AutogenException.failed(
        "Flyway"
            + (version().isEmpty() ? "" : " " + version())
            + (bundled ? ", which comes with autogen," : "")
            + " refuses: "
            + words
            + (bundled && words.contains("nknown configuration property") ? OTHER_EDITION : ""),
        cause);
  }

  /** Calls a public method without arguments, whatever class implements it. */
  private static Object invoke(Object target, String name) throws ReflectiveOperationException {
    Method method = target.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }

  /** A data source of which only connections are asked. */
  private static DataSource dataSource(ConnectionSource connections) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          switch (method.getName()) {
            case "getConnection":
              return connections.open();
            case "hashCode":
              return System.identityHashCode(proxy);
            case "equals":
              return proxy == arguments[0];
            case "toString":
              return "connections of autogen";
            default:
              return method.getReturnType() == int.class ? 0 : null;
          }
        };
    return (DataSource)
        Proxy.newProxyInstance(
            ProjectFlyway.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
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

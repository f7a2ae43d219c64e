package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.MigrationFormat;
import dev.autogen.flyway.FlywayFolder;
import dev.autogen.flyway.FlywayNames;
import dev.autogen.flyway.Placeholders;
import dev.autogen.flyway.ProjectFlyway;
import dev.autogen.flyway.ProjectFlyway.Known;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The migrations of a project that Flyway runs, and its Flyway. */
public final class FlywayMigrations implements OtherMigrations {

  private static final String UPGRADE = "mvn flyway:migrate";

  private static final String USUAL = "classpath:db/migration";
  private static final String CLASSPATH = "classpath:";
  private static final String FILES = "filesystem:";

  private final Workspace workspace;
  private final Config config;
  private final List<Path> folders = new ArrayList<>();
  private final Map<String, String> settings;
  private @Nullable ProjectFlyway flyway;
  private @Nullable FlywayFolder folder;

  FlywayMigrations(Workspace workspace) {
    this.workspace = workspace;
    this.config = workspace.config();
    this.settings = new HashMap<>(config.migrations().sql().settings());
    List<String> locations = new ArrayList<>();
    for (String location : locations()) {
      // Spring Boot puts the kind of database there (its FlywayProperties, locations).
      locations.add(resolved(location.strip().replace("{vendor}", workspace.dialect().id())));
    }
    settings.put("flyway.locations", String.join(",", locations));
    if (folders.isEmpty()) {
      folders.add(config.directory().resolve("src/main/resources/db/migration"));
    }
  }

  private List<String> locations() {
    Config.Migrations migrations = config.migrations();
    if (migrations.sql().ownDirectory()) {
      return migrations.directories().stream().map(each -> FILES + each).toList();
    }
    return List.of(settings.getOrDefault("flyway.locations", USUAL).split(","));
  }

  /**
   * The location as Flyway gets it. The sources stand in place of the class path, because a build
   * copies them there later; where the class path also has Java migrations, both are needed there.
   */
  private String resolved(String location) {
    if (location.startsWith(FILES)) {
      Path path = config.directory().resolve(location.substring(FILES.length())).normalize();
      folders.add(path);
      return FILES + path;
    }
    String name =
        location.startsWith(CLASSPATH) ? location.substring(CLASSPATH.length()) : location;
    if (location.indexOf(':') > 0 && !location.startsWith(CLASSPATH)) {
      return location;
    }
    Path sources = config.directory().resolve("src/main/resources").resolve(name);
    if (!Files.isDirectory(sources)) {
      return CLASSPATH + name;
    }
    folders.add(sources);
    return hasJava(config.directory().resolve("src/main/java").resolve(name))
        ? CLASSPATH + name
        : FILES + sources;
  }

  private static boolean hasJava(Path folder) {
    try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
      return files.anyMatch(each -> each.toString().endsWith(".java"));
    } catch (IOException e) {
      return false;
    }
  }

  /** The SQL files. */
  public synchronized FlywayFolder folder() {
    if (folder == null) {
      folder = new FlywayFolder(folders, FlywayNames.of(settings));
    }
    return folder;
  }

  @Override
  public synchronized void refresh() {
    folder = null;
  }

  @Override
  public String runner() {
    return "Flyway";
  }

  @Override
  public String upgradeCommand() {
    return UPGRADE;
  }

  @Override
  public RevisionGraph history() {
    return folder().history();
  }

  /** The project's Flyway, or the one that comes with autogen. */
  public synchronized ProjectFlyway flyway() {
    if (flyway == null) {
      flyway =
          ProjectFlyway.load(
              workspace.classpathOf(runner()),
              workspace.surroundings().spareRunner().apply(MigrationFormat.FLYWAY),
              settings);
      if (flyway.isBundled()) {
        workspace
            .listener()
            .detail("Flyway " + flyway.version() + " comes with autogen: the project has none");
      }
    }
    return flyway;
  }

  @Override
  public Set<String> tables() {
    return Set.of(settings.getOrDefault("flyway.table", "flyway_schema_history"));
  }

  /** That of the settings: the default one, or else the first of those that Flyway manages. */
  @Override
  public @Nullable String defaultSchema() {
    String named = settings.get("flyway.defaultSchema");
    if (named == null) {
      named = settings.getOrDefault("flyway.schemas", "").split(",", 2)[0].strip();
    }
    return named.isEmpty() ? null : named;
  }

  /** What Flyway makes of an empty database before its first file: the schemas of its settings. */
  public OtherHistory beforeAll() {
    return defaultSchema() == null
        ? OtherHistory.NOTHING
        : new OtherHistory(
            Sha256.of("schemas" + new TreeMap<>(settings) + flyway().version()),
            connections -> flyway().createSchemas(connections));
  }

  /** What Flyway replaces in SQL. */
  public Placeholders placeholders() {
    return Placeholders.of(settings);
  }

  /**
   * What the files make of an empty database.
   *
   * @param target the last version to run, or null for all
   */
  public OtherHistory history(@Nullable String target) {
    return new OtherHistory(
        Sha256.of(folder().checksum() + new TreeMap<>(settings) + flyway().version() + target),
        connections -> flyway().migrate(connections, null, target));
  }

  @Override
  public OtherHistory result() {
    return history(null);
  }

  @Override
  public void migrate(ConnectionSource connections) {
    flyway().migrate(connections, null, null);
  }

  @Override
  public List<RevisionScript> pending() {
    List<Known> known = flyway().known(workspace.database());
    known.stream()
        .filter(each -> each.state().equals("FAILED"))
        .findFirst()
        .ifPresent(
            failed -> {
              throw AutogenException.failed(
                  "Flyway's migration "
                      + failed.script()
                      + " failed on this database. Mend what it left, run 'mvn flyway:repair', and"
                      + " then '"
                      + UPGRADE
                      + "'.",
                  null);
            });
    return known.stream().filter(Known::pending).map(FlywayMigrations::script).toList();
  }

  private static RevisionScript script(Known each) {
    return new RevisionScript(
        each.version(),
        List.of(),
        List.of(),
        List.of(),
        "",
        each.description(),
        each.script(),
        each.script());
  }

  @Override
  public List<String> current() {
    List<String> applied =
        flyway().known(workspace.database()).stream()
            .filter(each -> each.state().matches("SUCCESS|BASELINE|OUT_OF_ORDER|FUTURE_SUCCESS"))
            .map(Known::version)
            .toList();
    return applied.isEmpty() ? List.of() : applied.subList(applied.size() - 1, applied.size());
  }

  @Override
  public AutogenException refusal(String command) {
    String instead =
        switch (command) {
          case "upgrade" -> "run '" + UPGRADE + "', or start the application";
          case "downgrade" ->
              "write a migration that takes the change back, or use 'flyway undo' of its paid"
                  + " editions ([migrations] undo = true writes the files for it)";
          case "stamp" -> "run 'mvn flyway:baseline -Dflyway.baselineVersion=…'";
          case "status" -> "run 'mvn flyway:info'";
          case "repair" -> "run 'mvn flyway:repair'";
          case "revision --replace" ->
              "delete the files that no database has yet, and run 'autogen revision' again";
          case "merge", "squash" -> "its versions form one line";
          default -> "it has nothing of that kind";
        };
    return AutogenException.usage(
        "Flyway runs the migrations of this project ([migrations] format = \"flyway\"), so there is"
            + " no 'autogen "
            + command
            + "': "
            + instead
            + ".");
  }

  @Override
  public synchronized void close() {
    if (flyway != null) {
      flyway.close();
    }
  }
}

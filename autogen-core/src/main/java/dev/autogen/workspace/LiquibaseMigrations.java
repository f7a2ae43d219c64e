package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.MigrationFormat;
import dev.autogen.config.UsualChangelogs;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.liquibase.Changelog;
import dev.autogen.liquibase.ChangelogSettings;
import dev.autogen.liquibase.ProjectLiquibase;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.OtherHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changelog of a project that Liquibase runs, and its Liquibase. */
public final class LiquibaseMigrations implements OtherMigrations {

  private static final String UPGRADE = "mvn liquibase:update";

  private final Workspace workspace;
  private final Config config;
  private final ChangelogSettings settings;
  private @Nullable ProjectLiquibase liquibase;
  private @Nullable Changelog changelog;

  LiquibaseMigrations(Workspace workspace) {
    this.workspace = workspace;
    this.config = workspace.config();
    Map<String, String> found = config.migrations().sql().settings();
    this.settings =
        ChangelogSettings.of(first(found), folders(), found).on(workspace.dialect().id());
  }

  /** Where files of the changelog lie: as the application finds them, then as people name them. */
  private List<Path> folders() {
    return List.of(config.directory().resolve("src/main/resources"), config.directory());
  }

  private String first(Map<String, String> found) {
    String named = found.get("liquibase.changelog");
    if (named != null) {
      return named.replaceFirst("^(classpath\\*?|filesystem|file):", "").replaceFirst("^/+", "");
    }
    return UsualChangelogs.find(folders()).orElseThrow(LiquibaseMigrations::withoutChangelog);
  }

  private static AutogenException withoutChangelog() {
    return AutogenException.usage(
        "There is no changelog of Liquibase at one of the usual places, such as"
            + " src/main/resources/db/changelog/db.changelog-master.yaml. Name it:"
            + " [migrations] changelog = \"…\".");
  }

  /** The changesets. */
  public synchronized Changelog changelog() {
    if (changelog == null) {
      changelog = liquibase().changelog(null);
    }
    return changelog;
  }

  /** The project's Liquibase, or the one that comes with autogen. */
  public synchronized ProjectLiquibase liquibase() {
    if (liquibase == null) {
      liquibase =
          ProjectLiquibase.load(
              workspace.classpathOf(runner()),
              () -> workspace.surroundings().spareRunner().apply(MigrationFormat.LIQUIBASE),
              settings);
      if (liquibase.isBundled()) {
        workspace
            .listener()
            .detail(
                "Liquibase " + liquibase.version() + " comes with autogen: the project has none");
      }
    }
    return liquibase;
  }

  /**
   * The file of a changelog in the project.
   *
   * @param name the name under which Liquibase found it
   * @throws AutogenException if it lies elsewhere, such as in a library
   */
  public Path file(String name) {
    return folders().stream()
        .map(folder -> folder.resolve(name).normalize())
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "The changelog "
                        + name
                        + " is not a file of this project; name one that is:"
                        + " [migrations] changelog = \"…\"."));
  }

  /** The paths under which Liquibase may ask for a file of the project. */
  public List<Path> names(Path file) {
    return folders().stream().filter(file::startsWith).map(each -> each.relativize(file)).toList();
  }

  @Override
  public String runner() {
    return "Liquibase";
  }

  @Override
  public String upgradeCommand() {
    return UPGRADE;
  }

  @Override
  public Set<String> tables() {
    return Set.of(
        table(settings.table(), "databasechangelog"),
        table(settings.lockTable(), "databasechangeloglock"));
  }

  @Override
  public @Nullable String defaultSchema() {
    return settings.defaultSchema();
  }

  /** The name in the database: Liquibase leaves the folding of letters to it. */
  private static String table(@Nullable String named, String usual) {
    return named == null ? usual : named.toLowerCase(Locale.ROOT);
  }

  @Override
  public RevisionGraph history() {
    return changelog().history();
  }

  @Override
  public OtherHistory result() {
    return history(changelog().names().size());
  }

  /**
   * What the first changesets make of an empty database.
   *
   * @param count how many
   */
  public OtherHistory history(int count) {
    Changelog read = changelog();
    List<String> keys = read.keys(count).stream().map(key -> key + liquibase().version()).toList();
    return new OtherHistory(
        keys.get(0),
        keys.subList(1, keys.size()),
        connections -> {
          if (count > 0) {
            String last = read.names().get(count - 1);
            liquibase().update(connections, null, read.byName().get(last));
          } else {
            liquibase().createSchemas(connections);
          }
        });
  }

  @Override
  public void migrate(ConnectionSource connections) {
    liquibase().update(connections, null, null);
  }

  @Override
  public List<RevisionScript> pending() {
    Changelog read = changelog();
    return liquibase().pending(workspace.database()).stream()
        .map(each -> read.script(read.name(each), List.of()))
        .toList();
  }

  @Override
  public List<String> current() {
    List<String> applied = liquibase().applied(workspace.database());
    return applied.stream().skip(Math.max(0, applied.size() - 1)).map(changelog()::name).toList();
  }

  @Override
  public AutogenException refusal(String command) {
    String instead =
        switch (command) {
          case "upgrade" -> "run '" + UPGRADE + "', or start the application";
          case "downgrade" -> "run 'mvn liquibase:rollback -Dliquibase.rollbackCount=1'";
          case "stamp" -> "run 'mvn liquibase:changelogSync'";
          case "status" -> "run 'mvn liquibase:status'";
          case "repair" -> "run 'mvn liquibase:clearCheckSums'";
          case "revision --replace" ->
              "delete the changeset that no database has yet, and run 'autogen revision' again";
          case "merge", "squash" -> "its changesets form one line";
          default -> "it has nothing of that kind";
        };
    return AutogenException.usage(
        "Liquibase runs the migrations of this project ([migrations] format = \"liquibase\"), so"
            + " there is no 'autogen "
            + command
            + "': "
            + instead
            + ".");
  }

  @Override
  public synchronized void refresh() {
    changelog = null;
  }

  @Override
  public synchronized void close() {
    if (liquibase != null) {
      liquibase.close();
    }
  }
}

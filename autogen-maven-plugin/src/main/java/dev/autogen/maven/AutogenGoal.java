package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import dev.autogen.config.MigrationFormat;
import dev.autogen.config.PackageName;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.Visible;
import dev.autogen.workspace.ProjectSurroundings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * A goal that works on a Maven project. Its settings are those of {@code autogen.toml}, where the
 * project has one; what the plugin's configuration says wins.
 */
abstract class AutogenGoal extends AbstractMojo {

  private static final String PLUGIN = "dev.autogen:autogen-maven-plugin";

  /** Hibernate is silenced through the streams of the process, which all modules share. */
  private static final Object ONE_AT_A_TIME = new Object();

  /** Whether to do nothing. */
  @Parameter(property = "autogen.skip", defaultValue = "false")
  private boolean skip;

  /** The configuration file (default: {@code autogen.toml} in the project's directory). */
  @Parameter(property = "autogen.configFile")
  private @Nullable File configFile;

  /** The section {@code [name.…]} of the configuration file that stands over the rest. */
  @Parameter(property = "autogen.name")
  private @Nullable String name;

  /** The database, in place of the configured one. */
  @Parameter(property = "autogen.url")
  private @Nullable String url;

  /** The folder of the migrations (default: that of their package among the sources). */
  @Parameter(property = "autogen.migrationsDirectory")
  private @Nullable File migrationsDirectory;

  /** The Java package of the migrations (default: {@code db.migrations}). */
  @Parameter(property = "autogen.migrationsPackage")
  private @Nullable String migrationsPackage;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Inject private RepositorySystem repositories;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** The build's log; the only one that goals write to. */
  @Override
  public final Log getLog() {
    return new VisibleLog(super.getLog());
  }

  /** Does the goal's work. */
  abstract void run(Project autogen) throws MojoFailureException;

  /**
   * The settings of a goal for which no database is configured.
   *
   * @throws AutogenException if it can do nothing without one
   */
  Config withoutDatabase(Config read) {
    throw AutogenException.usage(
        """
        No database is configured.
        Pass -Dautogen.url=…, set AUTOGEN_URL or DATABASE_URL, or write <url> into the plugin's \
        configuration or "url" into the [database] section of autogen.toml.""");
  }

  /** The settings of the entities. */
  Config.Model model(Config.Model read) {
    return read;
  }

  /** The settings of the comparison. */
  Config.Diff diff(Config.Diff read) {
    return read;
  }

  /** The settings of the database and the throwaway database. */
  Config databases(Config read) {
    return read.database().url() == null ? withoutDatabase(read) : read;
  }

  /** The class path of the project, if the goal has it resolved. */
  @Nullable ProjectClasspath classpath() {
    return null;
  }

  /** The Hibernate for entities that have none. */
  List<Path> bundledHibernate(Config config) {
    return List.of();
  }

  /** The tool that runs migrations of a format, for a project that has none. */
  private List<Path> spareRunner(Config config, MigrationFormat format) {
    SpareLibrary spare = SpareLibrary.runner(artifacts(), format);
    boolean has =
        config.model().classpath() == null
            && project().getArtifacts().stream()
                .anyMatch(each -> each.getArtifactId().equals(spare.known()));
    return has ? List.of() : spare.jars();
  }

  private ProjectSurroundings surroundings(Config config) {
    return new ProjectSurroundings(
        bundledHibernate(config),
        format -> spareRunner(config, format),
        classpath(),
        new LogListener(getLog()),
        artifacts());
  }

  /** The goal that applies migrations: autogen's own, or that of the project's runner. */
  static String upgradeCommand(Project autogen) {
    return autogen.otherRunner().orElse("mvn autogen:upgrade");
  }

  final BuildArtifacts artifacts() {
    return new BuildArtifacts(repositories, session, project);
  }

  final MavenProject project() {
    return project;
  }

  @Override
  public final void execute() throws MojoFailureException {
    if (skip || "pom".equals(project.getPackaging()) || isBystander()) {
      getLog().info("autogen has nothing to do for " + project.getArtifactId() + ".");
      return;
    }
    synchronized (ONE_AT_A_TIME) {
      try (Project autogen = open()) {
        run(autogen);
      } catch (AutogenException e) {
        getLog().debug(e);
        throw new MojoFailureException(Visible.lines(NextGoals.in(String.valueOf(e.getMessage()))));
      } catch (MojoFailureException e) {
        throw new MojoFailureException(Visible.lines(NextGoals.in(String.valueOf(e.getMessage()))));
      }
    }
  }

  /** Whether the goal was called for a reactor and does not concern this module. */
  private boolean isBystander() {
    return session.getProjects().size() > 1
        && configFile == null
        && project.getPlugin(PLUGIN) == null
        && !Files.exists(project.getBasedir().toPath().resolve(ConfigReader.FILE_NAME));
  }

  private Project open() {
    Config config = config();
    config.origins().forEach(getLog()::debug);
    config.database().warnings().forEach(getLog()::warn);
    return Project.open(config, surroundings(config));
  }

  private Config config() {
    Path file = configFile == null ? null : configFile.toPath();
    Config read =
        ConfigReader.read(
            new ConfigRequest(
                project.getBasedir().toPath(), file, name, url, List.of(), System.getenv()));
    return databases(
        read.withModel(model(read.model()))
            .withMigrations(migrations(read))
            .withDiff(diff(read.diff())));
  }

  private Config.Migrations migrations(Config config) {
    Config.Migrations read = config.migrations();
    String packageName = migrationsPackage == null ? read.packageName() : migrationsPackage;
    PackageName.require(packageName, "<migrationsPackage>");
    Path directory = read.directory();
    if (migrationsDirectory != null) {
      directory = migrationsDirectory.toPath();
    } else if (migrationsPackage != null || config.file().isEmpty()) {
      Path sources = Path.of(project.getBuild().getSourceDirectory());
      directory = sources.resolve(packageName.replace('.', '/'));
    }
    return read.at(directory, packageName);
  }
}

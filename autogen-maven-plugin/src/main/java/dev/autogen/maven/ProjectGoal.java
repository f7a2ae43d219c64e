package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.ProjectSurroundings;
import dev.autogen.config.Config;
import dev.autogen.config.ConfigReader;
import dev.autogen.config.ConfigRequest;
import dev.autogen.schema.AutogenException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that works on the project of the build. */
abstract class ProjectGoal extends AbstractMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  /** The database, in place of the configured one. */
  @Parameter(property = "autogen.url")
  private @Nullable String url;

  /** The configuration file; {@code autogen.toml} in the project's directory unless given. */
  @Parameter(property = "autogen.config")
  private @Nullable File config;

  /** Skips the goal. */
  @Parameter(property = "autogen.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped (autogen.skip)");
      return;
    }
    try (Project opened = open()) {
      run(opened);
    } catch (AutogenException e) {
      if (e.exit() == AutogenException.Exit.NO) {
        throw new MojoFailureException(e.getMessage(), e);
      }
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  /** Does the goal's work. */
  abstract void run(Project project) throws MojoFailureException;

  private Project open() {
    Path file = config == null ? null : config.toPath();
    Config settings =
        ConfigReader.read(
            new ConfigRequest(
                project.getBasedir().toPath(), file, url, List.of(), System.getenv()));
    settings.origins().forEach(getLog()::debug);
    return Project.open(
        settings,
        new ProjectSurroundings(
            BundledHibernate.of(pluginArtifacts),
            BuildClasspath.of(project),
            new LogListener(getLog())));
  }
}

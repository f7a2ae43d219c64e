package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.history.RevisionScript;
import dev.autogen.model.ProjectClasspath;
import dev.autogen.shadow.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs committed migrations up, down and up again on a throwaway database with rows in its tables,
 * and fails the build if one does not restore what was there, fails on rows or loses some without
 * saying so. No database has to be there.
 */
@Mojo(
    name = "prove",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class ProveGoal extends AutogenGoal {

  /** A revision, or a range such as {@code ae10:head}. */
  @Parameter(property = "autogen.range", defaultValue = "base:heads")
  private String range;

  /** Whether to fill the tables before each migration, and to look what becomes of the rows. */
  @Parameter(property = "autogen.rows", defaultValue = "true")
  private boolean rows;

  /** The version of PostgreSQL that the throwaway database is (default: that of the database). */
  @Parameter(property = "autogen.shadowVersion")
  private @Nullable String shadowVersion;

  @Override
  Config databases(Config read) {
    Config history = read.provingHistory();
    return shadowVersion == null ? history : history.withShadowVersion(shadowVersion);
  }

  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) throws MojoFailureException {
    Map<RevisionScript, Proof.Result> results = autogen.prove(range, rows);
    List<String> failures = new ArrayList<>();
    results.forEach(
        (script, result) -> {
          String revision = script.id() + ", " + script.message();
          if (result.holdsWithRows()) {
            getLog().info("Proven on " + result.product() + ": " + revision);
            result.rows().lines().forEach(line -> getLog().info("  " + line));
          } else if (!result.isTried()) {
            getLog().warn("Not tried: " + revision);
          } else {
            failures.add("  " + revision);
            result.rows().lines().forEach(line -> failures.add("    " + line));
          }
          result.failures().forEach(line -> failures.add("    " + line));
          result.reservations().forEach(getLog()::warn);
        });
    if (failures.isEmpty() && !Proof.Result.allHold(results.values())) {
      throw new MojoFailureException("No migration could be tried; the warnings say why.");
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(
          "Not every migration can run on rows, be undone and run again:\n"
              + String.join("\n", failures));
    }
  }
}

package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.config.Config;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.lint.Finding;
import dev.autogen.model.ProjectClasspath;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations on a throwaway database, measures what each statement locks, rewrites and scans,
 * and fails the build if that is too much for those who use the database meanwhile.
 */
@Mojo(
    name = "lint",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
public final class LintGoal extends AutogenGoal {

  /** From which level on the build fails. */
  enum FailOn {
    warning,
    error
  }

  /** A revision, or a range such as {@code ae10:head} (default: what the database lacks). */
  @Parameter(property = "autogen.range")
  private @Nullable String range;

  /** A commit since which the files of the revisions were added or changed, such as main. */
  @Parameter(property = "autogen.since")
  private @Nullable String since;

  /** The least level with which the build fails: {@code warning} or {@code error}. */
  @Parameter(property = "autogen.failOn", defaultValue = "error")
  private FailOn failOn = FailOn.error;

  /** The version of PostgreSQL that the throwaway database is (default: that of the database). */
  @Parameter(property = "autogen.shadowVersion")
  private @Nullable String shadowVersion;

  @Override
  Config databases(Config read) {
    boolean named = range != null || since != null;
    Config chosen = named ? read.provingHistory() : super.databases(read);
    return shadowVersion == null ? chosen : chosen.withShadowVersion(shadowVersion);
  }

  @Override
  ProjectClasspath classpath() {
    return BuildClasspath.of(project());
  }

  @Override
  void run(Project autogen) throws MojoFailureException {
    Level least = failOn == FailOn.warning ? Level.WARNING : Level.ERROR;
    List<String> failures = new ArrayList<>();
    for (Finding each : autogen.lint(autogen.revisionsToLint(range, since))) {
      String text =
          each.code()
              + " "
              + each.file()
              + ":"
              + each.line()
              + "\n  "
              + each.message()
              + safe(each);
      if (each.level().compareTo(least) >= 0) {
        failures.add(text);
      } else if (each.level() == Level.WARNING) {
        getLog().warn(text);
      } else {
        getLog().info(text);
      }
    }
    if (!failures.isEmpty()) {
      throw new MojoFailureException(
          "Migrations do harm to those who use the database meanwhile:\n"
              + String.join("\n", failures));
    }
  }

  private static String safe(Finding finding) {
    return finding.rewrite().isEmpty()
        ? ""
        : "\n  instead:\n    " + finding.rewrite().replace("\n", "\n    ");
  }
}

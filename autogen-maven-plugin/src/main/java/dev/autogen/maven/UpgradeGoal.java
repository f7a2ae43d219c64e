package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.run.RunReport;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Brings the database up to a revision. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class UpgradeGoal extends ProjectGoal {

  /** The revision to upgrade to. */
  @Parameter(property = "autogen.revision", defaultValue = "head")
  private String revision;

  @Override
  void run(Project project) {
    RunReport report = project.upgrade(revision);
    report
        .executed()
        .forEach(
            each ->
                getLog()
                    .info(
                        "upgrade "
                            + each.step().script().id()
                            + ", "
                            + each.step().script().message()
                            + " ("
                            + each.took().toMillis()
                            + " ms)"));
    if (report.isEmpty()) {
      getLog().info("Nothing to do: the database is at " + String.join(", ", report.rows()) + ".");
    }
  }
}

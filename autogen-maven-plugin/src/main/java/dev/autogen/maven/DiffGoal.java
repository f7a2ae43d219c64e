package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.comparison.ModelDrift;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Compiles the entities and shows what {@code revision} would write. */
@Mojo(
    name = "diff",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DiffGoal extends EntityGoal {

  /** How the differences are shown. */
  enum Format {
    text,
    sql,
    java
  }

  /** How the differences are shown: {@code text}, {@code sql} or {@code java}. */
  @Parameter(property = "autogen.format", defaultValue = "text")
  private Format format;

  @Override
  void run(Project autogen) {
    ModelDrift drift = autogen.compare();
    DriftReport.writeTolerated(drift.tolerated(), autogen.subject(), getLog());
    if (!drift.exists()) {
      getLog().info(DriftReport.none(autogen.subject()));
      return;
    }
    String shown =
        switch (format) {
          case text -> String.join("\n", DriftReport.lines(drift.changes()));
          case sql -> drift.script();
          case java -> autogen.source(drift);
        };
    shown.lines().forEach(getLog()::info);
  }
}

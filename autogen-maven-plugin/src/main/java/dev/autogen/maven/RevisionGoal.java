package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.authoring.RevisionOutcome;
import dev.autogen.authoring.RevisionRequest;
import dev.autogen.authoring.WrittenRevision;
import dev.autogen.config.Config;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compiles the entities and writes the migration that brings the database to them. */
@Mojo(
    name = "revision",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class RevisionGoal extends EntityGoal {

  /** What the migration does (default: what it changes). */
  @Parameter(property = "autogen.message")
  private @Nullable String message;

  /** Whether to write a migration without operations, for changes of data. */
  @Parameter(property = "autogen.empty", defaultValue = "false")
  private boolean empty;

  /** Whether to run the migration on a throwaway database before it is handed over. */
  @Parameter(property = "autogen.prove", defaultValue = "true")
  private boolean prove;

  /** Whether to write it in steps that let readers and writers of the tables go on. */
  @Parameter(property = "autogen.safe", defaultValue = "false")
  private boolean safe;

  /** Whether to write the last revision anew, which no database has yet. */
  @Parameter(property = "autogen.replace", defaultValue = "false")
  private boolean replace;

  /** Whether to replace it even if its file was edited. */
  @Parameter(property = "autogen.yes", defaultValue = "false")
  private boolean yes;

  @Override
  Config files(Config read) {
    return safe ? read.withMigrations(read.migrations().withSafe(true)) : read;
  }

  @Override
  void run(Project autogen) throws MojoFailureException {
    RevisionRequest request = new RevisionRequest(message, empty, null, prove);
    RevisionOutcome outcome =
        replace ? autogen.replaceRevision(request, yes) : autogen.writeRevision(request);
    outcome.replaced().ifPresent(file -> getLog().info("Deleted " + file));
    Optional<WrittenRevision> written = outcome.revision();
    DriftReport.writeTolerated(outcome.tolerated(), autogen.subject(), getLog());
    if (written.isEmpty()) {
      getLog().info(DriftReport.none(autogen.subject()) + " Nothing was written.");
      return;
    }
    DriftReport.lines(written.get().changes()).forEach(getLog()::info);
    getLog().info("Wrote " + written.get().path());
    if (written.get().proof().isPresent()) {
      new ProofReport(written.get().proof().get()).write(getLog());
    }
    getLog().info("Review the file, then apply it with: " + upgradeCommand(autogen));
  }
}

package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.RevisionRequest;
import dev.autogen.WrittenRevision;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes the migration that brings the database to the entities. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class RevisionGoal extends ProjectGoal {

  /** What the migration does; what it changes unless given. */
  @Parameter(property = "autogen.message")
  private @Nullable String message;

  /** Writes a migration without operations, for changes of data. */
  @Parameter(property = "autogen.empty", defaultValue = "false")
  private boolean empty;

  @Override
  void run(Project project) {
    Optional<WrittenRevision> written =
        project.writeRevision(new RevisionRequest(message, empty, null, true));
    if (written.isEmpty()) {
      getLog().info("No changes: the database matches the entities. Nothing was written.");
      return;
    }
    written.get().changes().forEach(change -> getLog().info(change.operation().summary()));
    getLog().info("Wrote " + written.get().path());
  }
}

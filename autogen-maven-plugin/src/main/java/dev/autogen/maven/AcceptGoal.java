package dev.autogen.maven;

import dev.autogen.Project;
import dev.autogen.authoring.Acceptance;
import dev.autogen.authoring.AcceptanceRequest;
import dev.autogen.text.Visible;
import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compiles the entities and accepts what differs, so that {@code check} leaves it out. */
@Mojo(
    name = "accept",
    requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class AcceptGoal extends EntityGoal {

  /** Why the differences are accepted. */
  @Parameter(property = "autogen.reason")
  private @Nullable String reason;

  /** The objects whose differences are accepted, as globs (default: all that differ). */
  @Parameter(property = "autogen.objects")
  private @Nullable List<String> objects;

  /** Whether accepted differences that no longer apply are removed from the file. */
  @Parameter(property = "autogen.prune", defaultValue = "false")
  private boolean prune;

  @Override
  void run(Project autogen) {
    Acceptance acceptance =
        autogen.accept(new AcceptanceRequest(reason, objects == null ? List.of() : objects, prune));
    acceptance.lines().forEach(line -> getLog().info(Visible.line(line)));
  }
}

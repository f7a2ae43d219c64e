package dev.autogen.maven;

import dev.autogen.Project;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings the database up to a revision. */
@Mojo(name = "upgrade", threadSafe = true)
public final class UpgradeGoal extends AutogenGoal {

  /** {@code head}, {@code heads}, a revision, its first letters or {@code +N}. */
  @Parameter(property = "autogen.revision", defaultValue = "head")
  private String revision;

  @Override
  void run(Project autogen) {
    autogen.upgrade(revision).summary().forEach(getLog()::info);
  }
}

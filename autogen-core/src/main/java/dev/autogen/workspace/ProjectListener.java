package dev.autogen.workspace;

import dev.autogen.diff.RenameCandidate;
import dev.autogen.run.RunListener;
import java.nio.file.Path;
import java.util.Optional;

/** Receives events of a project while a command runs. */
public interface ProjectListener extends RunListener {

  /** Ignores all events. */
  ProjectListener SILENT = new ProjectListener() {};

  /** Something begins that takes a noticeable time. */
  default void progress(String message) {}

  /** A command that writes migrations now has the lock. */
  default void writing() {}

  /** A migration was completely written. */
  default void wrote(Path file) {}

  /**
   * The sources of this many migrations are about to be compiled. They are not compiled again until
   * they change.
   */
  default void compiling(int migrations) {}

  /**
   * Asks whether a dropped and an added object are one object that was renamed.
   *
   * @return empty where nobody can be asked
   */
  default Optional<Boolean> isRename(RenameCandidate candidate) {
    return Optional.empty();
  }

  /** Whether the listener uses details, which take time to find. */
  default boolean wantsDetails() {
    return false;
  }

  /** A detail that most users do not need. */
  default void detail(String message) {}
}

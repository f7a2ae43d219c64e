package dev.autogen.workspace;

import dev.autogen.diff.RenameCandidate;
import dev.autogen.run.RunListener;
import java.nio.file.Path;
import java.util.Optional;

/** Hears what happens in a project while it happens. */
public interface ProjectListener extends RunListener {

  /** Hears nothing. */
  ProjectListener SILENT = new ProjectListener() {};

  /** Something that takes longer than a moment begins. */
  default void progress(String message) {}

  /** A command that writes migrations has its turn. */
  default void writing() {}

  /** A migration was written, whole. */
  default void wrote(Path file) {}

  /** Sources of so many migrations are about to be compiled, once until they change. */
  default void compiling(int migrations) {}

  /**
   * Whether what is dropped and what is added is one object under another name.
   *
   * @return empty where nobody can be asked
   */
  default Optional<Boolean> isRename(RenameCandidate candidate) {
    return Optional.empty();
  }

  /** Whether details are heard, where it takes time to find them. */
  default boolean wantsDetails() {
    return false;
  }

  /** Something that only a curious person wants to know. */
  default void detail(String message) {}
}

package dev.autogen;

import dev.autogen.run.RunListener;

/** Hears what happens in a project while it happens. */
public interface ProjectListener extends RunListener {

  /** Hears nothing. */
  ProjectListener SILENT = new ProjectListener() {};

  /** Something that takes longer than a moment begins. */
  default void progress(String message) {}

  /** Something that only a curious person wants to know. */
  default void detail(String message) {}
}

package dev.autogen.comparison;

import dev.autogen.workspace.ProjectListener;
import java.util.HashSet;
import java.util.Set;

/** Hears of many schemas: what is said of one after the other is heard for the first. */
final class SchemaWarnings {

  private final ProjectListener listener;
  private final Set<String> said = new HashSet<>();

  SchemaWarnings(ProjectListener listener) {
    this.listener = listener;
  }

  /** Who hears of one of them. */
  ProjectListener in(String schema) {
    return new ProjectListener() {

      @Override
      public boolean wantsDetails() {
        return listener.wantsDetails();
      }

      @Override
      public void detail(String message) {
        synchronized (listener) {
          listener.detail(schema + ": " + message);
        }
      }

      @Override
      public void warning(String message) {
        synchronized (listener) {
          if (said.add(message)) {
            listener.warning(schema + ": " + message);
          }
        }
      }
    };
  }
}

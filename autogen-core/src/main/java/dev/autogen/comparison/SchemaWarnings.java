package dev.autogen.comparison;

import dev.autogen.workspace.ProjectListener;
import java.util.HashSet;
import java.util.Set;

/**
 * Reports the warnings of many schemas. The same warning is reported once, for the schema where it
 * came first.
 */
final class SchemaWarnings {

  private final ProjectListener listener;
  private final Set<String> reported = new HashSet<>();

  SchemaWarnings(ProjectListener listener) {
    this.listener = listener;
  }

  /** A listener that reports for one schema. */
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
          if (reported.add(message)) {
            listener.warning(schema + ": " + message);
          }
        }
      }
    };
  }
}

package dev.autogen.lint;

import dev.autogen.history.RevisionScript;
import java.util.Optional;

/** Where in its source a migration is at work: the line of the call that led here. */
final class SourcePlace {

  private static final StackWalker STACK = StackWalker.getInstance();

  private final String className;

  SourcePlace(RevisionScript script) {
    this.className = script.className();
  }

  /** The innermost line of the migration's own class on the way here; 0 if there is none. */
  int line() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> isOfMigration(frame.getClassName()))
                .map(StackWalker.StackFrame::getLineNumber)
                .findFirst()
                .orElse(0));
  }

  /** The innermost line of the migration in the trace of a failure or its causes. */
  int line(Throwable failure) {
    int found = 0;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Optional<Integer> line =
          java.util.Arrays.stream(each.getStackTrace())
              .filter(frame -> isOfMigration(frame.getClassName()))
              .map(StackTraceElement::getLineNumber)
              .findFirst();
      found = line.orElse(found);
    }
    return found;
  }

  private boolean isOfMigration(String name) {
    return name.equals(className) || name.startsWith(className + "$");
  }
}

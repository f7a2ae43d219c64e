package dev.autogen.run;

import dev.autogen.history.Step;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Reports what a run did.
 *
 * @param executed the revisions that ran, in order
 * @param rows the rows of the version table afterwards
 */
public record RunReport(List<Executed> executed, List<String> rows) {
  public RunReport {
    executed = List.copyOf(executed);
    rows = List.copyOf(rows);
  }

  /** A revision that ran, and how long it took. */
  public record Executed(Step step, Duration took) {

    /** {@code upgrade}, {@code downgrade} and so on. */
    public String direction() {
      return step.direction().name().toLowerCase(Locale.ROOT);
    }

    /** {@code upgrade ae1027a6acf0 -> 3f2a9c1b7d4e, add email_verified (12 ms)}. */
    public String summary() {
      String revision = step.script().id();
      String parents = named(step.script().revises());
      return direction()
          + " "
          + (step.direction() == Step.Direction.UPGRADE
              ? parents + " -> " + revision
              : revision + " -> " + parents)
          + ", "
          + step.script().message()
          + " ("
          + took.toMillis()
          + " ms)";
    }
  }

  /** What was done, a line per revision, or that there was nothing to do. */
  public List<String> summary() {
    return isEmpty()
        ? List.of("Nothing to do: the database is at " + named(rows) + ".")
        : executed.stream().map(Executed::summary).toList();
  }

  /** The identifiers of revisions as text; none means the base. */
  public static String named(List<String> revisions) {
    return revisions.isEmpty() ? "base" : String.join(", ", revisions);
  }

  /** Whether there was nothing to do. */
  public boolean isEmpty() {
    return executed.isEmpty();
  }
}

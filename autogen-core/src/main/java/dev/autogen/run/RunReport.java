package dev.autogen.run;

import dev.autogen.history.Step;
import java.time.Duration;
import java.util.List;

/**
 * What a run did.
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
  public record Executed(Step step, Duration took) {}

  /** Whether nothing had to be done. */
  public boolean isEmpty() {
    return executed.isEmpty();
  }
}

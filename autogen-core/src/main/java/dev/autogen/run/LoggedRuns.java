package dev.autogen.run;

import dev.autogen.history.Step;
import dev.autogen.schema.QualifiedName;
import dev.autogen.text.Visible;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Writes what a runner does to the platform log {@code dev.autogen}, which goes where the
 * application's own log goes. Revisions and waiting are {@code INFO}, warnings are {@code WARNING},
 * and statements are {@code TRACE}; only arguments are masked in them.
 */
public final class LoggedRuns implements RunListener {

  private final Logger log = System.getLogger("dev.autogen");

  @Override
  public void starting(Step step, int position, int total) {
    String script = step.script().id() + ", " + step.script().message();
    log(Level.INFO, position + " of " + total + ": " + direction(step) + " of " + script);
  }

  private static String direction(Step step) {
    return step.direction() == Step.Direction.UPGRADE ? "upgrade" : "downgrade";
  }

  @Override
  public void finished(Step step, Duration took) {
    log(Level.INFO, new RunReport.Executed(step, took).summary());
  }

  @Override
  public void statement(String sql) {
    if (log.isLoggable(Level.TRACE)) {
      log(Level.TRACE, sql);
    }
  }

  @Override
  public void waiting(String reason) {
    log(Level.INFO, reason);
  }

  @Override
  public void rowsChanged(QualifiedName table, long rows) {
    log(Level.INFO, rows + " rows of " + table + " changed");
  }

  @Override
  public void warning(String message) {
    log(Level.WARNING, message);
  }

  /** Says that a run had nothing to do. */
  public RunReport logIfEmpty(RunReport report) {
    if (report.isEmpty()) {
      report.summary().forEach(line -> log(Level.INFO, line));
    }
    return report;
  }

  private void log(Level level, String message) {
    log.log(level, Visible.lines(message));
  }
}

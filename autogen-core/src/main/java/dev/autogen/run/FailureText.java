package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Failure;
import dev.autogen.history.Step;
import dev.autogen.schema.AutogenException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Words why a revision failed, for the person who ran it. */
final class FailureText {

  /** Why nothing is run through a pooler, and what to do. */
  static final String POOLER =
      "the database is reached through a pooler that shares sessions between transactions, such as"
          + " PgBouncer with pool_mode = transaction: the runner's lock would protect nothing. Give"
          + " the URL of the database itself";

  private static final int LONGEST_STATEMENT = 2000;

  private final Step step;
  private final RunSettings settings;

  FailureText(Step step, RunSettings settings) {
    this.step = step;
    this.settings = settings;
  }

  MigrationFailed of(StatementFailed failure, boolean partly, int steps, String blockers) {
    String sql = settings.masked(failure.sql());
    boolean lost = failure.failure() == Failure.CONNECTION_LOST;
    StringBuilder text = new StringBuilder(lost ? lost() : headline(partly, steps));
    if (failure.failure() == Failure.LOCK_TIMEOUT) {
      text.append("\nIt waited too long for a lock")
          .append(blockers.isEmpty() ? "" : ", held by " + blockers);
    }
    text.append("\nStatement:\n  ").append(shortened(sql).replace("\n", "\n  "));
    text.append("\n").append(settings.masked(failure.description()));
    text.append("\n").append(remedy(failure.failure()));
    return new MigrationFailed(
        step.script().id(), sql, partly ? steps : 0, text.toString(), shown(failure.getCause()));
  }

  MigrationFailed of(Throwable failure, boolean partly, int steps) {
    String where =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(step.script().className()))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    String message = failure instanceof AutogenException ? failure.getMessage() : failure + where;
    String text = headline(partly, steps) + "\n" + settings.masked(String.valueOf(message));
    return new MigrationFailed(step.script().id(), null, partly ? steps : 0, text, shown(failure));
  }

  private String lost() {
    return "The connection was lost while revision " + named() + " ran.";
  }

  private String named() {
    return step.script().id() + " (" + step.script().message() + ")";
  }

  private String headline(boolean partly, int steps) {
    String direction = step.direction() == Step.Direction.UPGRADE ? "Upgrade to" : "Downgrade of";
    String state =
        partly
            ? "; its first " + steps + " steps are committed, and the next run continues after them"
            : " and was rolled back"
                + (settings.transactionPerMigration()
                    ? ""
                    : ", together with every other revision of this run");
    return direction + " revision " + named() + " failed" + state + ".";
  }

  private String remedy(Failure failure) {
    String command =
        "'autogen " + (step.direction() == Step.Direction.UPGRADE ? "upgrade" : "downgrade") + "'";
    switch (failure) {
      case LOCK_TIMEOUT:
        return "Run " + command + " again when that session is done.";
      case NO_RESOURCES:
        return "Give the server what it lacks, and run " + command + " again.";
      case CANCELLED:
        return "A person cancelled it, or it took longer than statement_timeout allows: set that"
            + " for the role or the database, or in "
            + step.script().location()
            + ", and run "
            + command
            + " again.";
      case CONNECTION_LOST:
        return "What had not been committed is rolled back; run "
            + command
            + " again, which goes on from what was.";
      case NO_TRANSACTION:
        return "Put what cannot run in a transaction into op.autocommit(o -> ...) in "
            + step.script().location()
            + ", and run "
            + command
            + " again.";
      case POOLED:
        return POOLER;
      default:
        return "Correct "
            + step.script().location()
            + " or the data, and run "
            + command
            + " again.";
    }
  }

  private static String shortened(String sql) {
    return sql.length() <= LONGEST_STATEMENT
        ? sql
        : sql.substring(0, LONGEST_STATEMENT) + " … (" + sql.length() + " characters)";
  }

  /** The cause, which {@code --verbose} shows; null if it repeats a secret. */
  private @Nullable Throwable shown(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (!settings.masked(message).equals(message)) {
        return null;
      }
    }
    return cause;
  }
}

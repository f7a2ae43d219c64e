package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.RevisionStatus.State;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes the journal as a person decided. */
final class Repair {

  private static final int SHOWN = 12;

  private final WorkSession session;
  private final MigrationSource migrations;
  private final Consumer<String> announce;

  /**
   * Repairs the session's journal.
   *
   * @param announce is told what will be recorded, before it is recorded
   */
  Repair(WorkSession session, MigrationSource migrations, Consumer<String> announce) {
    this.session = session;
    this.migrations = migrations;
    this.announce = announce;
  }

  /** A repair of one revision. */
  @FunctionalInterface
  interface Work {
    void run(Repair repair, RevisionScript script) throws SQLException;
  }

  /**
   * Records the present checksum of the source, if it differs from the source that was applied.
   *
   * @throws AutogenException if the revision is not applied, or only in part
   */
  void accept(RevisionScript script) throws SQLException {
    List<JournalEntry> journal = session.journal().entries(session.connection());
    List<String> rows = session.versionTable().rows(session.connection());
    StatusReport report = new StatusReport(migrations, rows, journal);
    RevisionStatus status =
        report.revisions().stream()
            .filter(each -> each.id().equals(script.id()))
            .findFirst()
            .orElseThrow();
    refuseUnlessApplied(status);
    if (!status.remarks().contains(Remark.EDITED)) {
      return;
    }
    Optional<String> now = migrations.sha256(script);
    announce.accept(
        "the checksum "
            + shown(now)
            + " of "
            + script.location()
            + " in place of "
            + shown(report.recorded(script))
            + "; the database is left as it is");
    session
        .journal()
        .write(
            session.connection(), script, JournalEntry.REPAIR, Instant.now(), Duration.ZERO, now);
  }

  private static void refuseUnlessApplied(RevisionStatus status) {
    if (status.state() == State.PENDING) {
      throw AutogenException.usage(
          "revision "
              + status.id()
              + " is not applied, so there is nothing to repair; run 'autogen upgrade "
              + status.id()
              + "' to apply it");
    }
    if (status.state() == State.PARTIAL) {
      throw AutogenException.usage(
          "revision "
              + status.id()
              + " was interrupted after a part of it was committed; run 'autogen upgrade "
              + status.id()
              + "' to finish it. Where that asks whether a step took effect, answer by 'autogen"
              + " repair "
              + status.id()
              + " --done' or '--undone'");
    }
  }

  /** The first digits of a checksum, without the mark of its formula. */
  private static String shown(Optional<String> checksum) {
    return checksum
        .map(text -> text.substring(text.indexOf(':') + 1))
        .map(hex -> hex.substring(0, Math.min(SHOWN, hex.length())))
        .orElse("none");
  }

  /** Records that the step at which a revision was interrupted took effect, or that it did not. */
  void settle(RevisionScript script, boolean done) throws SQLException {
    Connection connection = session.connection();
    List<JournalEntry> open =
        session.journal().entries(connection).stream()
            .filter(entry -> entry.revision().equals(script.id()))
            .filter(entry -> !entry.isRevision() && !entry.done())
            .toList();
    if (open.isEmpty()) {
      throw AutogenException.usage(
          "revision "
              + script.id()
              + " has no step of which the outcome is unknown; run 'autogen status'");
    }
    for (JournalEntry entry : open) {
      announce.accept(
          "step "
              + entry.step()
              + ", "
              + entry.what()
              + ", as "
              + (done
                  ? "done; the next run goes on after it"
                  : "not done; the next run repeats it"));
      if (done) {
        session.journal().finish(connection, entry.id(), Duration.ZERO);
      } else {
        session.journal().delete(connection, entry.id());
      }
    }
  }
}

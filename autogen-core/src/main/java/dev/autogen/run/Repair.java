package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Changes what the journal records, as a person decided. */
final class Repair {

  private final WorkSession session;
  private final MigrationSource migrations;

  Repair(WorkSession session, MigrationSource migrations) {
    this.session = session;
    this.migrations = migrations;
  }

  /** Records the checksum that the source has now. */
  void accept(RevisionScript script) throws SQLException {
    session
        .journal()
        .write(
            session.connection(),
            script,
            JournalEntry.REPAIR,
            Instant.now(),
            Duration.ZERO,
            migrations.sha256(script));
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
              + " has no step of which the outcome is unknown; run 'autogen"
              + " status'");
    }
    for (JournalEntry entry : open) {
      if (done) {
        session.journal().finish(connection, entry.id(), Duration.ZERO);
      } else {
        session.journal().delete(connection, entry.id());
      }
    }
  }
}

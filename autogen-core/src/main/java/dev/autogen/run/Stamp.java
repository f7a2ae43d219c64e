package dev.autogen.run;

import dev.autogen.history.RevisionGraph;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Records the revisions of a database without running anything. */
final class Stamp {

  private final WorkSession session;
  private final MigrationSource migrations;

  Stamp(WorkSession session, MigrationSource migrations) {
    this.session = session;
    this.migrations = migrations;
  }

  /** Replaces the rows of the version table, and deletes the entries of interrupted revisions. */
  void write(RevisionGraph graph, List<String> before, List<String> after) throws SQLException {
    List<String> deleted = new ArrayList<>(before);
    deleted.removeAll(after);
    List<String> inserted = new ArrayList<>(after);
    inserted.removeAll(before);
    Connection connection = session.connection();
    List<JournalEntry> journal = session.journal().entries(connection);
    connection.setAutoCommit(false);
    session.versionTable().change(connection, deleted, inserted);
    for (JournalEntry entry : journal) {
      if (entry.isRevision() && !entry.done()) {
        session.journal().deleteSteps(connection, entry.id());
        session.journal().delete(connection, entry.id());
      }
    }
    for (String id : after) {
      session
          .journal()
          .write(
              connection,
              graph.get(id),
              JournalEntry.STAMP,
              Instant.now(),
              Duration.ZERO,
              migrations.sha256(graph.get(id)));
    }
    connection.commit();
    connection.setAutoCommit(true);
  }
}

package dev.autogen.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes the change of the version table with which a revision's transaction begins; the lock on its
 * row keeps other runners out. It is sent together with the revision's first statement if the
 * database takes several in one request, which saves a round trip.
 */
final class VersionChange {

  private static final String NAME = "change of the version table";

  private final WorkSession session;
  private final List<String> deleted;
  private final List<String> inserted;
  private boolean due;

  VersionChange(WorkSession session, List<String> deleted, List<String> inserted) {
    this.session = session;
    this.deleted = deleted;
    this.inserted = inserted;
  }

  /**
   * A transaction begins, and everything in it comes after the change; where the database commits
   * statements by itself, the change comes last, so that it is never committed too early.
   */
  void begin() {
    due = true;
    if (session.commitInRequest().isEmpty() && !isLast()) {
      make();
    }
  }

  private boolean isLast() {
    return !session.dialect().features().transactionalDdl();
  }

  /** Makes the change before work on the connection, unless that work may commit it too early. */
  void makeBeforeWork() {
    if (!isLast()) {
      make();
    }
  }

  /** Makes the change, unless that is done. */
  void make() {
    if (due) {
      due = false;
      session.watched(
          NAME, () -> session.versionTable().change(session.connection(), deleted, inserted));
    }
  }

  /** Takes the change back, if it was made, before a part of the revision commits without it. */
  void takeBack() throws SQLException {
    if (!due) {
      session.versionTable().change(session.connection(), inserted, deleted);
    }
    due = false;
  }

  /** Runs one statement, after the change. */
  void execute(String sql) {
    List<String> changes =
        due && !isLast() ? session.versionTable().statements(deleted, inserted) : List.of();
    due = due && isLast();
    if (changes.isEmpty()) {
      session.execute(sql);
    } else {
      session.execute(sql, () -> execute(changes, sql));
    }
  }

  private void execute(List<String> changes, String sql) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(String.join(";", changes) + ";" + sql);
      session.versionTable().expect(changes.size(), statement, deleted);
    }
  }
}

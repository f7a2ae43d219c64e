package dev.autogen.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * When the commits of a run wait for the disk: the last one does, and brings those before it along.
 * Until then a crash of the server can take a run back to an earlier revision, whole with its
 * version row, but never one that has ended.
 */
final class CommitDurability {

  private final WorkSession session;
  private @Nullable String level;
  private boolean asked;
  private boolean relaxed;
  private boolean owed;

  CommitDurability(WorkSession session) {
    this.session = session;
  }

  /** The next commits need not wait: another one follows. */
  void relax() {
    if (!relaxed && !(asked && level == null)) {
      session.watched("commit", this::ask);
    }
  }

  private void ask() throws SQLException {
    level = session.rules().relaxCommits(session.connection()).orElse(null);
    asked = true;
    relaxed = level != null;
  }

  /** The next commit waits: it is the last, or goes with what no rollback takes back. */
  void restore() {
    @Nullable String before = level;
    if (relaxed && before != null) {
      session.watched("commit", () -> session.rules().restoreCommits(session.connection(), before));
      relaxed = false;
    }
  }

  /** Notes that something was committed. */
  void committed() {
    owed = relaxed;
  }

  /**
   * Notes that a transaction was rolled back, and {@link #restore} with it if it was part of it.
   */
  void rolledBack() {
    relaxed = level != null;
  }

  /** Rolls back what is under way, and waits for the disk where the last commit has not. */
  void settle() {
    if (owed) {
      session.rollback();
      session.watched("commit", this::flush);
      owed = false;
    }
  }

  private void flush() throws SQLException {
    session.connection().setAutoCommit(true);
    restore();
    session.rules().flushCommits(session.connection());
  }
}

package dev.autogen.run;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the commits of a run wait for the disk: only the last one waits, and it covers those
 * before it. Until then a crash of the server can set a run back to an earlier revision, always
 * together with its version row; a run that has ended is never set back.
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

  /** Lets the next commits return without waiting, because another commit follows. */
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

  /** Lets the next commit wait: it is the last, or belongs to work that no rollback can undo. */
  void restore() {
    @Nullable String before = level;
    if (relaxed && before != null) {
      session.watched("commit", () -> session.rules().restoreCommits(session.connection(), before));
      relaxed = false;
    }
  }

  /** Notes that something was committed. */
  void committed() {
    owed = relaxed || !session.rules().commitsWaitForDisk();
  }

  /**
   * Notes that a transaction was rolled back, and {@link #restore} with it if it was part of it.
   */
  void rolledBack() {
    relaxed = level != null;
  }

  /** Rolls back the open transaction, and waits for the disk if the last commit has not. */
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

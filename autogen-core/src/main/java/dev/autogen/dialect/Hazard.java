package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a migration does to those who use the database meanwhile.
 *
 * @param position the statement, counted from 0 in the order in which the statements ran
 * @param table the table on which it weighs, for decisions by its size; null where there is none
 * @param object what it is about, as messages name it
 * @param measured the lock and the work; {@link Measured#NOTHING} where none counts
 * @param message one sentence: what happens to whom
 * @param safe the statements that do the same without the hazard; empty where there are none
 */
public record Hazard(
    HazardCode code,
    Level level,
    int position,
    @Nullable QualifiedName table,
    String object,
    Measured measured,
    String message,
    List<SafeStep> safe) {

  public Hazard {
    safe = List.copyOf(safe);
  }

  /** How much a hazard matters, the least first. */
  public enum Level {
    NOTE,
    WARNING,
    ERROR
  }

  /**
   * What was measured.
   *
   * @param lock the lock in the database's words, or null
   * @param rewrites whether a table or an index was written anew
   * @param scans whether a table was read as a whole
   * @param blocks what waits: {@code reads and writes}, {@code writes} or {@code nothing}
   */
  public record Measured(@Nullable String lock, boolean rewrites, boolean scans, String blocks) {

    /** Nothing that counts. */
    public static final Measured NOTHING = new Measured(null, false, false, "nothing");
  }

  /**
   * A statement of the safe form.
   *
   * @param outside whether it has a transaction of its own, or none
   */
  public record SafeStep(String sql, boolean outside) {

    /** A statement within the transaction of the revision. */
    public static SafeStep inside(String sql) {
      return new SafeStep(sql, false);
    }

    /** A statement outside of the transaction of the revision. */
    public static SafeStep outside(String sql) {
      return new SafeStep(sql, true);
    }
  }

  /** The same hazard at another level. */
  public Hazard at(Level other) {
    return new Hazard(code, other, position, table, object, measured, message, safe);
  }
}

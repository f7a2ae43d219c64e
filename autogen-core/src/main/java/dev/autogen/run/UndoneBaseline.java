package dev.autogen.run;

import dev.autogen.history.RevisionScript;
import org.jspecify.annotations.Nullable;

/**
 * Which baselines a downgrade may undo: none, one that a person named, or all on a throwaway
 * database.
 *
 * @param all whether it may undo all
 * @param id the one that was named, or null
 */
public record UndoneBaseline(boolean all, @Nullable String id) {

  /** No baseline is undone. */
  public static final UndoneBaseline NONE = new UndoneBaseline(false, null);

  /** Every baseline may be undone, as on a throwaway database. */
  public static final UndoneBaseline ALL = new UndoneBaseline(true, null);

  /** The baseline that a person named. */
  public static UndoneBaseline of(String id) {
    return new UndoneBaseline(false, id);
  }

  boolean allows(RevisionScript script) {
    return all || !script.baseline() || script.id().equals(id);
  }
}

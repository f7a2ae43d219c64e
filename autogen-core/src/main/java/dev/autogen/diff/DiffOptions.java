package dev.autogen.diff;

import java.util.List;
import java.util.Set;

/**
 * What a comparison leaves out, and which objects were renamed.
 *
 * @param ignore globs of names that are left alone on both sides: {@code legacy_*}, {@code
 *     audit.*}, {@code users.nickname}
 * @param include globs of the only tables, sequences and types to compare; empty for all
 * @param databaseOnly kinds of objects to drop although JPA cannot say them: {@code index}
 * @param renames what has another name in the model, rather than being dropped and added
 */
public record DiffOptions(
    boolean compareTypes,
    boolean compareServerDefaults,
    boolean compareComments,
    boolean compareChecks,
    List<String> ignore,
    List<String> include,
    Set<String> databaseOnly,
    List<Rename> renames) {

  public DiffOptions {
    ignore = List.copyOf(ignore);
    include = List.copyOf(include);
    databaseOnly = Set.copyOf(databaseOnly);
    renames = List.copyOf(renames);
  }

  /** Compares everything. */
  public static DiffOptions everything() {
    return new DiffOptions(true, true, true, true, List.of(), List.of(), Set.of(), List.of());
  }

  /** The same options with other globs to leave alone. */
  public DiffOptions withIgnore(List<String> globs) {
    return new DiffOptions(
        compareTypes,
        compareServerDefaults,
        compareComments,
        compareChecks,
        globs,
        include,
        databaseOnly,
        renames);
  }

  /** The same options with other renames. */
  public DiffOptions withRenames(List<Rename> others) {
    return new DiffOptions(
        compareTypes,
        compareServerDefaults,
        compareComments,
        compareChecks,
        ignore,
        include,
        databaseOnly,
        others);
  }
}

package dev.autogen.diff;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison leaves out, and which objects were renamed.
 *
 * @param ignore globs of names that are ignored on both sides, with or without a kind: {@code
 *     legacy_*}, {@code users.nickname}, {@code index:ix_*}
 * @param include globs of the only objects of their kind to compare; one without a kind is for
 *     tables, sequences and types; empty for all
 * @param databaseOnly kinds of objects to drop although JPA cannot describe them: {@code index}
 * @param extras the objects of these kinds that exist, in an order in which they can be dropped
 * @param renames objects that a person says were renamed, so that they are not dropped and added
 * @param formerNames renames that the model itself names; they stay in the model after they were
 *     done
 * @param filters the filters that decide on each operation
 * @param tolerance the differences that are tolerated
 * @param defaultSchema the schema of names without one, or null where that is not known
 */
public record DiffOptions(
    boolean compareTypes,
    boolean compareServerDefaults,
    boolean compareComments,
    boolean compareChecks,
    List<String> ignore,
    List<String> include,
    Set<String> databaseOnly,
    List<DatabaseOnlyObject> extras,
    List<Rename> renames,
    List<Rename> formerNames,
    FilterChain filters,
    Tolerance tolerance,
    @Nullable String defaultSchema) {

  public DiffOptions {
    ignore = List.copyOf(ignore);
    include = List.copyOf(include);
    databaseOnly = Set.copyOf(databaseOnly);
    extras = List.copyOf(extras);
    renames = List.copyOf(renames);
    formerNames = List.copyOf(formerNames);
  }

  /** Compares everything. */
  public static DiffOptions everything() {
    return new DiffOptions(
        true,
        true,
        true,
        true,
        List.of(),
        List.of(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        new FilterChain(),
        Tolerance.NONE,
        null);
  }

  /** The same options with other globs to ignore. */
  public DiffOptions withIgnore(List<String> others) {
    return with(draft -> draft.ignore = others);
  }

  /** The same options with other globs of the only objects to compare. */
  public DiffOptions withInclude(List<String> others) {
    return with(draft -> draft.include = others);
  }

  /** The same options for other names. */
  public DiffOptions withNames(List<String> ignored, List<String> included) {
    return withIgnore(ignored).withInclude(included);
  }

  /** The same options with other kinds of objects to drop. */
  public DiffOptions withDatabaseOnly(Set<String> others) {
    return with(draft -> draft.databaseOnly = others);
  }

  /** The same options with other objects to drop. */
  public DiffOptions withExtras(List<DatabaseOnlyObject> others) {
    return with(draft -> draft.extras = others);
  }

  /** The same options with other renames. */
  public DiffOptions withRenames(List<Rename> others) {
    return with(draft -> draft.renames = others);
  }

  /** The same options with other names that the model's objects had. */
  public DiffOptions withFormerNames(List<Rename> others) {
    return with(draft -> draft.formerNames = others);
  }

  /** The same options with other tolerated differences. */
  public DiffOptions withTolerance(Tolerance other) {
    return with(draft -> draft.tolerance = other);
  }

  /** The same options for a connection with that default schema. */
  public DiffOptions withDefaultSchema(@Nullable String others) {
    return with(draft -> draft.defaultSchema = others);
  }

  private DiffOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** A mutable copy of the components, from which changed options are built. */
  private static final class Draft {
    boolean compareTypes;
    boolean compareServerDefaults;
    boolean compareComments;
    boolean compareChecks;
    List<String> ignore;
    List<String> include;
    Set<String> databaseOnly;
    List<DatabaseOnlyObject> extras;
    List<Rename> renames;
    List<Rename> formerNames;
    FilterChain filters;
    Tolerance tolerance;
    @Nullable String defaultSchema;

    Draft(DiffOptions from) {
      compareTypes = from.compareTypes;
      compareServerDefaults = from.compareServerDefaults;
      compareComments = from.compareComments;
      compareChecks = from.compareChecks;
      ignore = from.ignore;
      include = from.include;
      databaseOnly = from.databaseOnly;
      extras = from.extras;
      renames = from.renames;
      formerNames = from.formerNames;
      filters = from.filters;
      tolerance = from.tolerance;
      defaultSchema = from.defaultSchema;
    }

    DiffOptions finished() {
      return new DiffOptions(
          compareTypes,
          compareServerDefaults,
          compareComments,
          compareChecks,
          ignore,
          include,
          databaseOnly,
          extras,
          renames,
          formerNames,
          filters,
          tolerance,
          defaultSchema);
    }
  }
}

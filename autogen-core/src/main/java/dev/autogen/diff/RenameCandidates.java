package dev.autogen.diff;

import dev.autogen.diff.Rename.Kind;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;

/**
 * Finds pairs of a drop and an addition that may be a rename: columns of the same table and type,
 * tables with mostly the same columns, sequences with similar names, enum types with mostly the
 * same values, and composite types with mostly the same attributes.
 */
public final class RenameCandidates {

  private static final double LEAST = 0.5;

  private final List<Operation> operations;
  private final Set<Rename> rejected;
  private final List<RenameCandidate> candidates = new ArrayList<>();

  private RenameCandidates(List<Operation> operations, Set<Rename> rejected) {
    this.operations = operations;
    this.rejected = rejected;
  }

  /**
   * The likely renames among operations. Each object is in at most one pair.
   *
   * @param rejected renames that a person has denied
   */
  public static List<RenameCandidate> of(List<Operation> operations, Set<Rename> rejected) {
    RenameCandidates found = new RenameCandidates(operations, rejected);
    found.pair(
        all(operations, CreateTable.class),
        all(operations, DropTable.class),
        (add, drop) -> Similarity.of(add.table(), drop.table()),
        (add, drop) -> Rename.of(Kind.TABLE, drop.table().name(), add.table().name().name()));
    found.pair(
        all(operations, CreateSequence.class),
        all(operations, DropSequence.class),
        (add, drop) -> Similarity.of(add.sequence(), drop.sequence()),
        (add, drop) ->
            Rename.of(Kind.SEQUENCE, drop.sequence().name(), add.sequence().name().name()));
    found.pair(
        all(operations, CreateEnum.class),
        all(operations, DropEnum.class),
        (add, drop) -> Similarity.of(add.type(), drop.type()),
        (add, drop) -> Rename.of(Kind.TYPE, drop.type().name(), add.type().name().name()));
    found.pair(
        all(operations, CreateComposite.class),
        all(operations, DropComposite.class),
        (add, drop) -> Similarity.of(add.type(), drop.type()),
        (add, drop) -> Rename.of(Kind.TYPE, drop.type().name(), add.type().name().name()));
    found.pair(
        found.added(),
        found.dropped(),
        found::similarity,
        (add, drop) -> Rename.column(drop.table(), drop.column().name(), add.column().name()));
    return List.copyOf(found.candidates);
  }

  private double similarity(AddColumn add, DropColumn drop) {
    if (!isRivalOf(add, drop)) {
      return 0;
    }
    boolean only =
        added().stream().filter(other -> isRivalOf(other, drop)).count() == 1
            && dropped().stream().filter(other -> isRivalOf(add, other)).count() == 1;
    double similarity = Similarity.of(add.column().name(), drop.column().name());
    return only ? Math.max(LEAST, similarity) : similarity;
  }

  private List<AddColumn> added() {
    return all(operations, AddColumn.class).stream()
        .filter(add -> !isRecreated(add.table(), add.column().name()))
        .toList();
  }

  private List<DropColumn> dropped() {
    return all(operations, DropColumn.class).stream()
        .filter(drop -> !isRecreated(drop.table(), drop.column().name()))
        .toList();
  }

  /** Whether a column is dropped and added under the same name. Such a column was not renamed. */
  private boolean isRecreated(QualifiedName table, String column) {
    return all(operations, AddColumn.class).stream()
            .anyMatch(add -> add.table().equals(table) && add.column().name().equals(column))
        && all(operations, DropColumn.class).stream()
            .anyMatch(drop -> drop.table().equals(table) && drop.column().name().equals(column));
  }

  private static boolean isRivalOf(AddColumn add, DropColumn drop) {
    return add.table().equals(drop.table()) && Similarity.isOfOneKind(add.column(), drop.column());
  }

  /** Takes the pairs that are similar enough, the most similar first. */
  private <A extends Operation, D extends Operation> void pair(
      List<A> added,
      List<D> dropped,
      ToDoubleBiFunction<A, D> similarity,
      BiFunction<A, D, Rename> rename) {
    List<RenameCandidate> pairs = new ArrayList<>();
    for (A add : added) {
      for (D drop : dropped) {
        double found = similarity.applyAsDouble(add, drop);
        if (found >= LEAST && !rejected.contains(rename.apply(add, drop))) {
          pairs.add(new RenameCandidate(rename.apply(add, drop), drop, add, found));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(RenameCandidate::similarity).reversed());
    for (RenameCandidate each : pairs) {
      boolean taken =
          candidates.stream()
              .anyMatch(
                  other -> other.added() == each.added() || other.dropped() == each.dropped());
      if (!taken) {
        candidates.add(each);
      }
    }
  }

  private static <O extends Operation> List<O> all(List<Operation> operations, Class<O> kind) {
    return operations.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

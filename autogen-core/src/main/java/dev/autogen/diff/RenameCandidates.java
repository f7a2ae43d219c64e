package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.Operation.AddColumn;
import dev.autogen.operation.Operation.CreateTable;
import dev.autogen.operation.Operation.DropColumn;
import dev.autogen.operation.Operation.DropTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Pairs of a drop and an addition that may be one object under another name: columns of one table
 * and type, tables with mostly the same columns.
 */
public final class RenameCandidates {

  private static final double LIKE = 0.5;

  private RenameCandidates() {}

  /** The likely renames among operations, each object in one pair at most. */
  public static List<Rename> of(List<Operation> operations) {
    List<Rename> renames = new ArrayList<>(tables(operations));
    renames.addAll(columns(operations));
    return List.copyOf(renames);
  }

  private static List<Rename> tables(List<Operation> operations) {
    return pairs(
        all(operations, CreateTable.class, CreateTable::table),
        all(operations, DropTable.class, DropTable::table),
        RenameCandidates::likeness,
        (added, dropped) -> new Rename(dropped.name(), null, added.name().name()));
  }

  private static double likeness(Table added, Table dropped) {
    boolean together =
        String.valueOf(added.name().schema()).equals(String.valueOf(dropped.name().schema()));
    Set<String> common = names(added);
    common.retainAll(names(dropped));
    Set<String> all = names(added);
    all.addAll(names(dropped));
    return together && !all.isEmpty() ? (double) common.size() / all.size() : 0;
  }

  private static Set<String> names(Table table) {
    Set<String> names = new HashSet<>();
    table.columns().forEach(column -> names.add(column.name()));
    return names;
  }

  private static List<Rename> columns(List<Operation> operations) {
    List<AddColumn> added = all(operations, AddColumn.class, Function.identity());
    List<DropColumn> dropped = all(operations, DropColumn.class, Function.identity());
    return pairs(
        added,
        dropped,
        (add, drop) -> likeness(add, drop, added, dropped),
        (add, drop) -> new Rename(drop.table(), drop.column().name(), add.column().name()));
  }

  private static double likeness(
      AddColumn add, DropColumn drop, List<AddColumn> added, List<DropColumn> dropped) {
    if (!add.table().equals(drop.table()) || !isOfOneKind(add.column(), drop.column())) {
      return 0;
    }
    boolean only =
        added.stream().filter(other -> isRivalOf(other, drop)).count() == 1
            && dropped.stream().filter(other -> isRivalOf(add, other)).count() == 1;
    double likeness = likeness(add.column().name(), drop.column().name());
    return only ? Math.max(LIKE, likeness) : likeness;
  }

  private static boolean isRivalOf(AddColumn add, DropColumn drop) {
    return add.table().equals(drop.table()) && isOfOneKind(add.column(), drop.column());
  }

  private static boolean isOfOneKind(Column one, Column other) {
    return one.type().qualifiedName().equals(other.type().qualifiedName())
        && one.type().dimensions() == other.type().dimensions()
        && (one.generated() == null) == (other.generated() == null)
        && (one.identity() == null) == (other.identity() == null);
  }

  /** 1 for equal names, 0 for names without a letter in common (Levenshtein's distance). */
  private static double likeness(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return 1 - (double) previous[other.length()] / Math.max(one.length(), other.length());
  }

  /** The pairs that are like each other, the likest first. */
  private static <A, D> List<Rename> pairs(
      List<A> added,
      List<D> dropped,
      ToDoubleBiFunction<A, D> likeness,
      BiFunction<A, D, Rename> rename) {
    List<A> openAdded = new ArrayList<>(added);
    List<D> openDropped = new ArrayList<>(dropped);
    List<Rename> renames = new ArrayList<>();
    while (true) {
      A bestAdded = null;
      D bestDropped = null;
      double best = 0;
      for (A add : openAdded) {
        for (D drop : openDropped) {
          double like = likeness.applyAsDouble(add, drop);
          if (like >= LIKE && like > best) {
            bestAdded = add;
            bestDropped = drop;
            best = like;
          }
        }
      }
      if (bestAdded == null || bestDropped == null) {
        return renames;
      }
      renames.add(rename.apply(bestAdded, bestDropped));
      openAdded.remove(bestAdded);
      openDropped.remove(bestDropped);
    }
  }

  private static <O extends Operation, R> List<R> all(
      List<Operation> operations, Class<O> kind, Function<O, R> part) {
    return operations.stream().filter(kind::isInstance).map(kind::cast).map(part).toList();
  }
}

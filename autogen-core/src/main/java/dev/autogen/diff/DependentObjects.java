package dev.autogen.diff;

import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Drops the objects that block operations and that no model can describe, and creates them again
 * afterwards.
 *
 * <p>A database refuses to change the type of a column that a view uses. The view, and every object
 * that depends on it, is dropped before the first operation that it blocks, and created again at
 * the end as it was. An object that cannot be created again, because what it uses was dropped or
 * renamed, stays and is reported. Other settings, such as grants and statistics, disappear silently
 * with their table, column or type; they are restored when it is created again.
 */
final class DependentObjects {

  private final List<DatabaseObject> all;
  private final List<DatabaseObject> objects;
  private final RenamedUses renames;
  private final Map<String, List<DatabaseObject>> dependents = new HashMap<>();
  private final Set<DatabaseObject> involved = new LinkedHashSet<>();
  private final List<String> obstacles = new ArrayList<>();

  /**
   * Finds the dependent objects that a migration's operations affect.
   *
   * @param objects all dependent objects, in an order in which they can be dropped
   * @param operations the operations of the comparison
   */
  DependentObjects(List<DatabaseObject> objects, List<Operation> operations) {
    Set<String> dropped = new HashSet<>();
    operations.forEach(
        each -> {
          if (each instanceof ExecuteSql sql) {
            dropped.add(sql.sql());
          }
        });
    this.all = List.copyOf(objects);
    this.objects =
        objects.stream()
            .filter(each -> each.drop() == null || !dropped.contains(each.drop()))
            .toList();
    objects.stream()
        .filter(each -> each.drop() != null && dropped.contains(each.drop()))
        .forEach(involved::add);
    this.renames = new RenamedUses(operations);
    for (DatabaseObject object : this.objects) {
      object
          .needs()
          .forEach(key -> dependents.computeIfAbsent(key, absent -> new ArrayList<>()).add(object));
    }
  }

  /** The operations of an upgrade, with the drops and creations that dependent objects need. */
  List<Operation> upgrade(
      List<Operation> operations, AffectedObjects affected, DatabaseRules rules) {
    Direction direction = new Direction(operations, affected, true);
    obstacles.addAll(direction.obstacles);
    return direction.result(
        object -> object.partOf().stream().noneMatch(renames::isRenamed),
        affected.made(change -> rules.comparable(change.from(), change.to())));
  }

  /** The steps of a downgrade, with the drops and creations that dependent objects need. */
  List<Operation> downgrade(List<Operation> steps, AffectedObjects affected) {
    return new Direction(steps, affected, false)
        .result(object -> true, affected.made(change -> true));
  }

  /** The objects that block an operation and stay in place, a sentence each. */
  List<String> obstacles() {
    return obstacles;
  }

  /** The objects that the operations affect, in an order in which they can be dropped. */
  List<DatabaseObject> involved() {
    Set<String> keys = new HashSet<>();
    involved.forEach(each -> keys.add(each.key()));
    Map<String, DatabaseObject> byKey = new LinkedHashMap<>();
    all.forEach(each -> byKey.put(each.key(), each));
    List<String> open = new ArrayList<>(keys);
    while (!open.isEmpty()) {
      DatabaseObject object = byKey.get(open.remove(open.size() - 1));
      if (object != null) {
        object.needs().stream().filter(keys::add).forEach(open::add);
      }
    }
    return all.stream().filter(each -> keys.contains(each.key())).toList();
  }

  /** One direction of a migration. */
  private final class Direction {

    private final List<Operation> operations;
    private final Set<DatabaseObject> moved = new LinkedHashSet<>();
    private final Set<DatabaseObject> stuck = new LinkedHashSet<>();
    private final List<String> obstacles = new ArrayList<>();
    private int first;

    Direction(List<Operation> operations, AffectedObjects affected, boolean upwards) {
      this.operations = operations;
      this.first = operations.size();
      Map<Operation, List<DatabaseObject>> direct = new LinkedHashMap<>();
      for (int i = 0; i < operations.size(); i++) {
        Operation operation = operations.get(i);
        Set<String> names = affected.of(operation);
        for (DatabaseObject object : names.isEmpty() ? List.<DatabaseObject>of() : objects) {
          List<String> met =
              object.uses().stream().map(renames::currentName).filter(names::contains).toList();
          if (met.isEmpty() || isDroppedWith(object, operation)) {
            continue;
          }
          first = Math.min(first, i);
          boolean kept = met.stream().allMatch(name -> affected.isKept(operation, name));
          boolean renamed = upwards && object.uses().stream().anyMatch(renames::isRenamed);
          follow(object, kept && !renamed && object.create() != null ? moved : stuck);
          direct.computeIfAbsent(operation, absent -> new ArrayList<>()).add(object);
        }
      }
      moved.removeAll(stuck);
      involved.addAll(moved);
      involved.addAll(stuck);
      for (Operation operation : operations) {
        affected.partitioned(operation).ifPresent(obstacles::add);
      }
      direct.forEach(
          (operation, hanging) ->
              hanging.stream()
                  .filter(stuck::contains)
                  .forEach(object -> obstacles.add(obstacle(object, operation))));
    }

    /**
     * Whether an object is part of a dropped table, and so is dropped with it, whichever part of
     * the table it uses.
     */
    private boolean isDroppedWith(DatabaseObject object, Operation operation) {
      return operation instanceof DropTable drop
          && object.partOf().stream()
              .map(renames::currentName)
              .anyMatch(drop.table().name().toString()::equals);
    }

    private void follow(DatabaseObject object, Set<DatabaseObject> found) {
      if (found.add(object)) {
        dependents.getOrDefault(object.key(), List.of()).forEach(next -> follow(next, found));
      }
    }

    private String obstacle(DatabaseObject object, Operation operation) {
      String kind = object.kind().replace('-', ' ');
      boolean renamed = object.uses().stream().anyMatch(renames::isRenamed);
      return "The "
          + kind
          + " "
          + object.name()
          + " uses "
          + operation.object()
          + ", so that the database refuses to "
          + operation.summary()
          + ". "
          + (object.create() == null
              ? "Take that out of the way by op.execute, and make it again behind it."
              : renamed
                  ? "Rename in a revision of its own first, by the same --rename; then the "
                      + kind
                      + " can be dropped before and created again by itself."
                  : "It cannot be created again as it is: drop it before by op.execute(\""
                      + object.drop()
                      + "\"), and create it without that afterwards; this is its definition: "
                      + String.valueOf(object.create()).replaceAll("\\s+", " "));
    }

    List<Operation> result(Predicate<DatabaseObject> restorable, Set<String> made) {
      List<Operation> result = new ArrayList<>(operations);
      Set<String> movedViews =
          moved.stream()
              .filter(each -> each.kind().endsWith("view"))
              .map(DatabaseObject::name)
              .collect(Collectors.toSet());
      List<Operation> drops = new ArrayList<>();
      List<Operation> creates = new ArrayList<>();
      for (DatabaseObject object : objects) {
        if (moved.contains(object) && object.drop() != null) {
          if (object.partOf().stream().noneMatch(movedViews::contains)) {
            drops.add(new ExecuteSql(object.drop(), null));
          }
          creates.add(0, new ExecuteSql(Objects.requireNonNull(object.script(objects)), null));
        } else if (!moved.contains(object) && isLost(object, made) && restorable.test(object)) {
          involved.add(object);
          creates.add(0, new ExecuteSql(Objects.requireNonNull(object.create()), null));
        }
      }
      result.addAll(first, drops);
      result.addAll(creates);
      return result;
    }

    private boolean isLost(DatabaseObject object, Set<String> made) {
      return object.create() != null
          && !stuck.contains(object)
          && object.partOf().stream().map(renames::currentName).anyMatch(made::contains);
    }
  }
}

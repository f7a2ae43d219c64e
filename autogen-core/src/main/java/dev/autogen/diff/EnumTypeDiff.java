package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.DropEnum;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The differences between enum types. */
final class EnumTypeDiff {

  private final Schema target;
  private final Schema actual;
  private final List<TablePair> pairs;
  private final CompositeTypeDiff composites;
  private final OrderedOperations changes;
  private final TextRules text;

  EnumTypeDiff(
      Schema target,
      Schema actual,
      List<TablePair> pairs,
      CompositeTypeDiff composites,
      OrderedOperations changes,
      TextRules text) {
    this.target = target;
    this.actual = actual;
    this.pairs = pairs;
    this.composites = composites;
    this.changes = changes;
    this.text = text;
  }

  void compare() {
    Map<QualifiedName, EnumType> others = new HashMap<>();
    actual.enumTypes().forEach(type -> others.put(type.name(), type));
    for (EnumType type : target.enumTypes()) {
      EnumType other = others.remove(type.name());
      if (other == null) {
        changes.add(Phase.CREATE_TYPE, new CreateEnum(type));
      } else if (!other.values().equals(type.values())) {
        alter(other, type.withStringCasts(other.stringCasts()));
      }
    }
    Set<QualifiedName> used = TypeUses.of(target, composites.kept());
    actual.enumTypes().stream()
        .filter(type -> others.containsKey(type.name()) && !used.contains(type.name()))
        .forEach(type -> changes.add(Phase.DROP_TYPE, new DropEnum(type)));
  }

  /** Adds new values before columns use them, and removes old values after no column uses them. */
  private void alter(EnumType from, EnumType to) {
    boolean removes = !to.values().containsAll(from.values());
    boolean adds = !from.values().containsAll(to.values());
    if (adds && removes && isOfChangingColumns(to)) {
      EnumType both = new EnumType(to.name(), union(from.values(), to.values()), to.stringCasts());
      changes.add(
          Phase.CREATE_TYPE,
          new AlterEnum(from, both, new NewEnumValues(text).areUsed(target, from, both)));
      changes.add(Phase.DROP_TYPE, new AlterEnum(both, to));
    } else {
      changes.add(
          adds ? Phase.CREATE_TYPE : Phase.DROP_TYPE,
          new AlterEnum(from, to, new NewEnumValues(text).areUsed(target, from, to)));
    }
  }

  private boolean isOfChangingColumns(EnumType type) {
    return pairs.stream()
        .anyMatch(
            pair ->
                !columnsOf(type, pair.target().columns())
                    .equals(columnsOf(type, pair.actual().columns())));
  }

  private static Set<Column> columnsOf(EnumType type, List<Column> columns) {
    return columns.stream()
        .filter(column -> column.type().qualifiedName().equals(type.name()))
        .collect(Collectors.toSet());
  }

  /** All values in order; each new value follows its predecessor in the new list. */
  private static List<String> union(List<String> from, List<String> to) {
    List<String> values = new ArrayList<>(from);
    for (int i = 0; i < to.size(); i++) {
      if (!values.contains(to.get(i))) {
        values.add(i == 0 ? 0 : values.indexOf(to.get(i - 1)) + 1, to.get(i));
      }
    }
    return values;
  }
}

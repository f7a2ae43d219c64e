package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Random schemas over one small stock of names, so that two of them share tables, columns and names
 * of keys in all kinds of combinations.
 */
final class RandomSchemas {

  private static final List<String> TABLES =
      List.of("users", "order", "Trip", "a \"quoted\" one", "größe", "audit.log");

  private final Dice dice;
  private final int version;
  private final String suffix;

  private RandomSchemas(long seed, int version) {
    this.dice = Dice.of(seed);
    this.version = version;
    this.suffix = "_" + seed % 100;
  }

  /**
   * Two schemas that have nothing but their stock of names in common, or that differ by a few
   * things.
   *
   * @param version the major version of the PostgreSQL that must take them
   */
  static SchemaPair pair(long seed, int version) {
    RandomSchemas schemas = new RandomSchemas(seed, version);
    Schema first = schemas.next();
    if (schemas.dice.chance(2)) {
      return new SchemaPair(seed, first, schemas.next());
    }
    Schema second = schemas.reduced(first);
    return schemas.dice.chance(2)
        ? new SchemaPair(seed, first, second)
        : new SchemaPair(seed, second, schemas.reduced(first));
  }

  /** The schema without a few things of all sizes. */
  private Schema reduced(Schema schema) {
    Schema result = schema;
    for (int i = dice.below(4); i >= 0; i--) {
      List<Schema> smaller = List.copyOf(Reductions.of(result).values());
      result = smaller.isEmpty() ? result : dice.pick(smaller);
    }
    return result;
  }

  private Schema next() {
    List<String> values = new ArrayList<>(List.of("ok"));
    for (String value : List.of("sad", "happy", "it's")) {
      if (dice.chance(2)) {
        values.add(dice.below(values.size() + 1), value);
      }
    }
    String mood = dice.chance(2) ? "mood" + suffix : "";
    List<Sequence> sequences = new ArrayList<>();
    for (String name : List.of("seq", "Other seq")) {
      if (dice.chance(2)) {
        sequences.add(
            Sequence.of(QualifiedName.of(name + suffix), 1 + dice.below(3), dice.pick(1L, 50L))
                .withCache(dice.chance(4) ? 20 : 1)
                .withRange(
                    dice.chance(4)
                        ? NumberRange.unsaid().withMaximum(9999L).withCycle(dice.chance(2))
                        : NumberRange.unsaid()));
      }
    }
    String sequence = sequences.isEmpty() ? "" : sequences.get(0).name().name();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String name : TABLES) {
      if (dice.chance(2)) {
        tables.put(name, table(name, mood, sequence));
      }
    }
    List<Table> linked = new ArrayList<>();
    for (Table table : tables.values()) {
      linked.add(linked(table, List.copyOf(tables.values())));
    }
    return new Schema(
        tables.containsKey("audit.log") ? List.of("audit") : List.of(),
        linked,
        sequences,
        mood.isEmpty()
            ? List.of()
            : List.of(new EnumType(QualifiedName.of(mood), values, dice.chance(2))));
  }

  private Table table(String name, String mood, String sequence) {
    List<Column> columns = new RandomColumns(dice, version).columns(mood, sequence);
    String tag = TABLES.indexOf(name) + suffix + "_";
    RandomMembers members = new RandomMembers(dice, version, tag, columns);
    String comment = dice.chance(3) ? dice.pick("it's ", "of ") + name : null;
    return new Table(name(name), columns, members.constraints(), members.indexes(), comment);
  }

  /** The table with foreign keys to others and to itself, cycles included. */
  private Table linked(Table table, List<Table> all) {
    List<Column> columns = new ArrayList<>(table.columns());
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (int i = 0; i < 2; i++) {
      if (dice.chance(2)) {
        Table target = dice.pick(all);
        columns.add(Column.of("ref" + i, target.columns().get(0).type()));
        constraints.add(key("ref" + i, table, target));
      }
    }
    return table.withColumns(columns).withConstraints(constraints);
  }

  private ForeignKey key(String column, Table table, Table target) {
    return ForeignKey.of(
            dice.chance(3) ? "fk_" + column : null, List.of(column), target.name(), List.of("id"))
        .withOnDelete(
            dice.pick(Action.NO_ACTION, Action.CASCADE, Action.SET_NULL, Action.RESTRICT),
            List.of())
        .withOnUpdate(dice.pick(Action.NO_ACTION, Action.NO_ACTION, Action.CASCADE))
        .withMatchFull(dice.chance(8))
        .withEnforcement(dice.chance(8) ? Enforcement.NOT_VALID : Enforcement.ENFORCED)
        .withDeferral(dice.pick(Deferral.values()));
  }

  private QualifiedName name(String text) {
    return text.startsWith("audit.")
        ? QualifiedName.of("audit", text.substring("audit.".length()) + suffix)
        : QualifiedName.of(text + suffix);
  }
}

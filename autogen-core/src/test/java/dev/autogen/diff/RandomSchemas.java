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
      List.of(
          "users",
          "order",
          "Trip",
          "trip",
          "a \"quoted\" one",
          "größe",
          "50% :x \\n it's",
          "a_table_whose_name_fills_nearly_all",
          "audit.log",
          "audit.users",
          "Sales Dept.order");

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
    if (schemas.dice.chance(4)) {
      return RandomRenames.of(seed, first, schemas.reduced(first), schemas.dice);
    }
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
                    switch (dice.below(8)) {
                      case 0, 1 ->
                          NumberRange.unspecified().withMaximum(9999L).withCycle(dice.chance(2));
                      case 2 -> NumberRange.unspecified().withType("integer").withMinimum(-5L);
                      case 3 -> NumberRange.unspecified().withType("smallint");
                      default -> NumberRange.unspecified();
                    }));
      }
    }
    String sequence = sequences.isEmpty() ? "" : sequences.get(0).name().name();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String name : TABLES) {
      if (dice.chance(4)) {
        tables.put(name, table(name, mood, sequence));
      }
    }
    List<Table> linked = new ArrayList<>();
    for (Table table : tables.values()) {
      linked.add(linked(table, List.copyOf(tables.values())));
    }
    return new Schema(
        tables.keySet().stream()
            .filter(name -> name.contains("."))
            .map(name -> name.substring(0, name.indexOf('.')))
            .distinct()
            .toList(),
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
        String column = i == 0 ? "ref" : "Ref \"two\"";
        columns.add(Column.of(column, target.columns().get(0).type()));
        constraints.add(key(column, target));
      }
    }
    Table target = dice.pick(all);
    List<String> key = target.primaryKey().orElseThrow().columns();
    if (key.size() > 1 && dice.chance(2)) {
      List<String> names = List.of("to_one", "to Two");
      for (int i = 0; i < 2; i++) {
        Column wanted = target.column(key.get(i)).orElseThrow();
        columns.add(Column.of(names.get(i), wanted.type()).withCollation(wanted.collation()));
      }
      constraints.add(composite(names, target.name(), key));
    }
    return table.withColumns(columns).withConstraints(constraints);
  }

  private ForeignKey composite(List<String> names, QualifiedName target, List<String> key) {
    boolean sets = version >= 15 && dice.chance(3);
    ForeignKey composite =
        ForeignKey.of(dice.chance(2) ? "fk of two" : null, names, target, key)
            .withOnUpdate(dice.pick(Action.values()))
            .withMatchFull(!sets && dice.chance(3))
            .withDeferral(dice.pick(Deferral.values()));
    return sets
        ? composite.withOnDelete(
            dice.pick(Action.SET_NULL, Action.SET_DEFAULT), List.of(dice.pick(names)))
        : composite.withOnDelete(dice.pick(Action.values()), List.of());
  }

  private ForeignKey key(String column, Table target) {
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
    int dot = text.indexOf('.');
    return dot > 0
        ? QualifiedName.of(text.substring(0, dot), text.substring(dot + 1) + suffix)
        : QualifiedName.of(text + suffix);
  }
}

package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random schemas over one small stock of names, so that two of them share tables, columns and names
 * of keys in all kinds of combinations.
 */
final class RandomSchemas {

  private static final List<String> TABLES =
      List.of("users", "order", "Trip", "a \"quoted\" one", "größe", "audit.log");
  private static final List<String> COLUMNS =
      List.of("a", "b", "user", "Mixed", "e.f", "a_rather_long_name_for_a_column_that_fills_it");
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "smallint",
          "numeric",
          "numeric(10,2)",
          "varchar(20)",
          "varchar",
          "varchar(5)",
          "text",
          "char(3)",
          "boolean",
          "timestamp",
          "timestamp(3)",
          "timestamptz",
          "date",
          "time",
          "time(0)",
          "uuid",
          "jsonb",
          "bytea",
          "interval",
          "real",
          "double precision",
          "integer[]",
          "text[]",
          "inet",
          "oid");
  private static final Map<String, List<String>> DEFAULTS =
      Map.ofEntries(
          Map.entry("integer", List.of("0", "-5", "(1 + 1)")),
          Map.entry("bigint", List.of("0", "9999999999")),
          Map.entry("numeric", List.of("1.5", "0")),
          Map.entry("varchar", List.of("'x'", "'it''s'", "''", "'a\\b'")),
          Map.entry("text", List.of("'x'", "lower('X')", "CURRENT_USER")),
          Map.entry("boolean", List.of("true", "false")),
          Map.entry("timestamptz", List.of("now()", "CURRENT_TIMESTAMP")),
          Map.entry("date", List.of("CURRENT_DATE", "'2026-01-01'")),
          Map.entry("uuid", List.of("gen_random_uuid()")),
          Map.entry("jsonb", List.of("'{}'", "'{\"a\": [1]}'")),
          Map.entry("interval", List.of("'1 day'", "'36:00:00'")),
          Map.entry("mood", List.of("'ok'")));

  private final Random random;

  RandomSchemas(long seed) {
    random = new Random(seed);
  }

  Schema next() {
    List<String> moods = new ArrayList<>(List.of("ok"));
    List.of("sad", "happy", "it's").stream().filter(value -> chance(2)).forEach(moods::add);
    boolean hasMood = chance(2);
    Map<String, Table> tables = new LinkedHashMap<>();
    for (String name : TABLES) {
      if (chance(2)) {
        tables.put(name, table(name, hasMood));
      }
    }
    List<Table> linked = new ArrayList<>();
    for (Table table : tables.values()) {
      linked.add(linked(table, List.copyOf(tables.values())));
    }
    List<Sequence> sequences = new ArrayList<>();
    for (String name : List.of("seq", "Other seq")) {
      if (chance(2)) {
        sequences.add(Sequence.of(QualifiedName.of(name), 1 + random.nextInt(3), pick(1L, 50L)));
      }
    }
    return new Schema(
        tables.containsKey("audit.log") ? List.of("audit") : List.of(),
        linked,
        sequences,
        hasMood ? List.of(new EnumType(QualifiedName.of("mood"), moods)) : List.of());
  }

  private Table table(String name, boolean hasMood) {
    List<Column> columns = new ArrayList<>();
    columns.add(id());
    for (String column : COLUMNS) {
      if (chance(2)) {
        columns.add(column(column, hasMood));
      }
    }
    columns.stream()
        .filter(column -> column.type().equals(SqlType.of("integer")) && column.identity() == null)
        .findFirst()
        .filter(column -> chance(2))
        .ifPresent(
            column ->
                columns.add(
                    Column.of("computed", SqlType.of("integer"))
                        .withGenerated(
                            new Generated(
                                quote(column.name()) + " + " + (1 + random.nextInt(2)), true))));
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(PrimaryKey.of(chance(4) ? "Pk of " + name : null, List.of("id")));
    List<Index> indexes = new ArrayList<>();
    for (Column column : columns.subList(1, columns.size())) {
      members(name, column, constraints, indexes);
    }
    return new Table(name(name), columns, constraints, indexes, chance(3) ? "it's " + name : null);
  }

  private Column id() {
    Column id = Column.of("id", SqlType.of(pick("integer", "bigint"))).withNullable(false);
    return chance(2) ? id.withIdentity(Identity.byDefault()) : id;
  }

  private Column column(String name, boolean hasMood) {
    String type = hasMood && chance(5) ? "mood" : pick(TYPES);
    Column column = Column.of(name, SqlType.parse(type)).withNullable(!chance(3));
    List<String> defaults = DEFAULTS.get(column.type().name());
    if (defaults != null && column.type().dimensions() == 0 && chance(3)) {
      column = column.withServerDefault(pick(defaults));
    }
    return chance(5) ? column.withComment(pick("one", "it's \\ \"two\"")) : column;
  }

  private void members(
      String table, Column column, List<Constraint> constraints, List<Index> indexes) {
    String name = column.name();
    String type = column.type().toString();
    boolean comparable = !List.of("json", "inet").contains(type);
    if (comparable && chance(6)) {
      constraints.add(
          UniqueConstraint.of(
                  chance(2) ? "uk_" + TABLES.indexOf(table) + name : null,
                  chance(2) ? List.of(name) : List.of(name, "id"))
              .withInclude(chance(5) && !name.equals("id") ? List.of("id") : List.of())
              .withDeferral(pick(Deferral.values())));
    }
    if (List.of("integer", "bigint", "numeric").contains(type) && chance(3)) {
      constraints.add(
          CheckConstraint.of(null, name, quote(name) + pick(" > 0", " in (1, 2, 3)", " <> 7")));
    } else if (type.startsWith("varchar") && chance(3)) {
      constraints.add(
          CheckConstraint.of(
              chance(2) ? "ck " + name : null,
              quote(name) + pick(" in ('A', 'B')", " in ('A', 'B', 'C')", " <> 'it''s'")));
    }
    if (comparable && chance(4)) {
      indexes.add(index(table, column));
    }
  }

  private Index index(String table, Column column) {
    Index.Element key = Index.Element.column(column.name());
    Index plain =
        Index.of("ix_" + TABLES.indexOf(table) + column.name(), chance(4), List.of(column.name()));
    boolean text = List.of("text", "varchar").contains(column.type().toString());
    return switch (random.nextInt(6)) {
      case 0 ->
          plain.withElements(List.of(new Index.Element(key.text(), false, true, null, null, null)));
      case 1 -> plain.withElements(List.of(key, Index.Element.column("id")));
      case 2 -> plain.withPredicate("id > " + random.nextInt(2));
      case 3 ->
          text
              ? plain.withElements(
                  List.of(Index.Element.expression("lower(" + quote(key.text()) + ")")))
              : plain;
      case 4 ->
          new Index(
              plain.name(), plain.elements(), plain.unique(), null, List.of("id"), null, false);
      default -> plain;
    };
  }

  /** The table with foreign keys to others and to itself, cycles included. */
  private Table linked(Table table, List<Table> all) {
    List<Column> columns = new ArrayList<>(table.columns());
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (int i = 0; i < 2; i++) {
      if (chance(2)) {
        Table target = pick(all);
        String name = "ref" + i;
        columns.add(Column.of(name, target.columns().get(0).type()));
        constraints.add(
            ForeignKey.of(
                    chance(3) ? "fk_" + name : null, List.of(name), target.name(), List.of("id"))
                .withOnDelete(pick(Action.NO_ACTION, Action.CASCADE, Action.SET_NULL), List.of())
                .withMatchFull(chance(5))
                .withDeferral(pick(Deferral.values())));
      }
    }
    return table.withColumns(columns).withConstraints(constraints);
  }

  private static QualifiedName name(String text) {
    return text.startsWith("audit.")
        ? QualifiedName.of("audit", text.substring("audit.".length()))
        : QualifiedName.of(text);
  }

  private static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}

package dev.autogen.diff;

import static dev.autogen.diff.RandomColumns.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random keys, checks and indexes over the columns of a table. */
final class RandomMembers {

  private static final Set<String> INCOMPARABLE =
      Set.of("point", "json", "box", "path", "jsonpath", "tsquery", "regclass", "pg_lsn");
  private static final Set<String> NUMBERS = Set.of("integer", "bigint", "smallint", "numeric");

  private final Dice dice;
  private final int version;
  private final String tag;
  private final List<Column> columns;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<Index> indexes = new ArrayList<>();

  /**
   * Members of a table.
   *
   * @param tag what tells their names from those of other tables
   */
  RandomMembers(Dice dice, int version, String tag, List<Column> columns) {
    this.dice = dice;
    this.version = version;
    this.tag = tag;
    this.columns = columns;
    key();
    columns.subList(1, columns.size()).forEach(this::members);
    period();
  }

  List<Constraint> constraints() {
    return constraints;
  }

  List<Index> indexes() {
    return indexes;
  }

  private void key() {
    List<String> names = List.of("id");
    Column second = columns.get(columns.size() - 1);
    if (dice.chance(8) && isPlain(second) && second.generated() == null) {
      names = dice.pick(List.of("id", second.name()), List.of(second.name(), "id"));
      constraints.add(UniqueConstraint.of(null, List.of("id")));
    }
    constraints.add(
        PrimaryKey.of(dice.chance(4) ? "Pk of " + tag : null, names.stream().distinct().toList())
            .withInclude(
                dice.chance(12) && isPlain(second) && second.generated() == null
                    ? List.of(second.name())
                    : List.of()));
  }

  private static boolean isPlain(Column column) {
    return column.type().dimensions() == 0
        && (NUMBERS.contains(column.type().name())
            || Set.of("varchar", "text", "uuid", "date").contains(column.type().name()));
  }

  private void members(Column column) {
    boolean comparable = !INCOMPARABLE.contains(column.type().name()) && !isVirtual(column);
    if (comparable && dice.chance(6)) {
      unique(column.name());
    }
    check(column);
    if (comparable && dice.chance(3)) {
      indexes.add(index(column));
    }
  }

  /** PostgreSQL 18 has no indexes and keys over virtual columns. */
  private static boolean isVirtual(Column column) {
    return column.generated() != null && !column.generated().stored();
  }

  private void unique(String name) {
    constraints.add(
        new UniqueConstraint(
            dice.chance(2) ? "uk_" + tag + name : null,
            dice.pick(List.of(name), List.of(name, "id"), List.of("id", name)),
            dice.chance(6) ? List.of(name) : List.of(),
            dice.pick(Deferral.values()),
            version >= 15 && dice.chance(4),
            false));
  }

  /** A key over ranges that do not overlap, which PostgreSQL has since 18. */
  private void period() {
    List<String> ranges =
        columns.stream()
            .filter(column -> column.type().dimensions() == 0)
            .filter(column -> column.type().name().matches("(date|int4|tstz)range"))
            .map(Column::name)
            .toList();
    if (version >= 18 && ranges.size() > 1) {
      constraints.add(
          new UniqueConstraint(
              "uk period " + tag, ranges, List.of(), Deferral.NOT_DEFERRABLE, false, true));
    }
  }

  private void check(Column column) {
    String name = quote(column.name());
    SqlType type = new SqlType(column);
    String expression = null;
    if (NUMBERS.contains(type.name()) && dice.chance(3)) {
      expression =
          name
              + dice.pick(
                  " > 0",
                  " in (1, 2, 3)",
                  " <> 7",
                  " between 0 and 9",
                  " >= 0 and " + name + " < 100",
                  " % 2 = 0",
                  " is distinct from 3",
                  " not in (4, 5)",
                  " between -1 and 1 or " + name + " = 7",
                  " > id");
    } else if (type.name().equals("varchar") && dice.chance(3)) {
      expression =
          name
              + dice.pick(
                  " in ('A', 'B')",
                  " in ('A', 'B', 'C')",
                  " <> 'it''s'",
                  " like 'a%'",
                  " ~ '^[a-z;]+$'",
                  " not like '%:x%'");
    } else if (type.name().equals("text") && dice.chance(4)) {
      expression = dice.pick("length(" + name + ") > 2", name + " = upper(" + name + ")");
    } else if (type.name().equals("boolean") && dice.chance(5)) {
      expression = dice.pick(name, "not " + name, name + " is not null");
    } else if (type.name().equals("date") && dice.chance(5)) {
      expression = name + " > '2000-01-01'";
    }
    if (expression == null && dice.chance(9) && !type.name().equals("array")) {
      expression = dice.pick(name + " is not null", "is_ok(" + name + ")");
    }
    if (expression != null) {
      CheckConstraint check =
          dice.chance(2)
              ? CheckConstraint.of("ck " + column.name(), expression)
              : CheckConstraint.of(null, column.name(), expression);
      constraints.add(
          check
              .withNoInherit(dice.chance(8))
              .withEnforcement(
                  dice.chance(8)
                      ? version >= 18 ? Enforcement.NOT_ENFORCED : Enforcement.NOT_VALID
                      : Enforcement.ENFORCED));
    }
  }

  private Index index(Column column) {
    Element key = Element.column(column.name());
    boolean unique = dice.chance(4);
    Index plain = Index.of("ix_" + tag + column.name(), unique, List.of(column.name()));
    SqlType type = new SqlType(column);
    return switch (dice.below(17)) {
      case 10 ->
          type.isString()
              ? plain.withElements(
                  List.of(new Element(key.text(), false, dice.chance(2), null, null, "C")))
              : plain.withElements(
                  List.of(Element.expression("(" + quote(key.text()) + " is null)"), key));
      case 11 -> plain.withStorage(List.of("fillfactor=" + dice.pick(70, 90)), null);
      case 12 ->
          new Index(
              plain.name(),
              plain.elements(),
              unique,
              null,
              List.of(),
              null,
              unique && version >= 15);
      case 13 ->
          Set.of("integer", "bigint", "date", "timestamp").contains(type.name())
              ? index(plain, "brin", plain.elements(), false, List.of())
              : plain;
      case 14 ->
          type.name().endsWith("range")
              ? index(plain, "gist", plain.elements(), false, List.of())
              : plain.withElements(List.of(Element.column("id"), element(key, true, null, null)));
      case 0 -> plain.withElements(List.of(element(key, true, null, null)));
      case 1 -> plain.withElements(List.of(key, Element.column("id")));
      case 2 -> plain.withPredicate("id > " + dice.below(2));
      case 3 ->
          type.isString()
              ? plain.withElements(List.of(Element.expression("lower(" + quote(key.text()) + ")")))
              : plain;
      case 4 -> index(plain, null, plain.elements(), unique, List.of("id"));
      case 5 -> plain.withElements(List.of(element(key, dice.chance(2), Nulls.FIRST, null)));
      case 6 -> plain.withElements(List.of(element(key, true, Nulls.LAST, null)));
      case 7 ->
          type.isString()
              ? plain.withElements(List.of(element(key, false, null, type.name() + "_pattern_ops")))
              : plain.withPredicate(quote(column.name()) + " is not null");
      case 8 -> method(plain, key, type);
      case 9 -> type.isString() ? plain.withPredicate(quote(column.name()) + " <> 'x'") : plain;
      default -> plain;
    };
  }

  private static Element element(
      Element key, boolean descending, @Nullable Nulls nulls, @Nullable String operatorClass) {
    return new Element(key.text(), false, descending, nulls, operatorClass, null);
  }

  private Index method(Index plain, Element key, SqlType type) {
    boolean isGin = type.name().equals("jsonb") || type.name().equals("tsvector") || type.array();
    List<Element> keys =
        type.name().equals("jsonb") && dice.chance(2)
            ? List.of(element(key, false, null, "jsonb_path_ops"))
            : List.of(key);
    String method = isGin ? "gin" : "hash";
    return Set.of("varbit", "bit", "bit varying", "money", "pg_lsn", "floats").contains(type.name())
        ? plain
        : index(plain, method, keys, false, List.of());
  }

  private static Index index(
      Index index,
      @Nullable String method,
      List<Element> keys,
      boolean unique,
      List<String> include) {
    return new Index(index.name(), keys, unique, method, include, null, false);
  }

  /** What matters here of a column's type. */
  private record SqlType(String name, boolean array) {

    SqlType(Column column) {
      this(
          column.type().dimensions() > 0 ? "array" : column.type().name(),
          column.type().dimensions() > 0);
    }

    boolean isString() {
      return name.equals("text") || name.equals("varchar");
    }
  }
}

package dev.autogen.diff;

import dev.autogen.operation.TableDescription;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Compares two catalogs of one database at different times. An order that has no meaning does not
 * count.
 */
public final class Catalogs {

  private final SqlWords words;

  /** Compares catalogs of a database whose expressions are written by those rules. */
  public Catalogs(TextRules text) {
    this.words = text.words();
  }

  /** The schema in a fixed order, so that equal catalogs are equal records. */
  public Schema sorted(Schema schema) {
    Map<QualifiedName, Table> tables = byName(schema.tables(), Table::name);
    return new Schema(
        schema.namespaces().stream().sorted().toList(),
        schema.tables().stream()
            .sorted(Comparator.comparing(Table::name))
            .map(this::sorted)
            .toList(),
        schema.sequences().stream()
            .filter(sequence -> !isOfIdentity(tables, sequence))
            .map(sequence -> sequence.withDefaultColumns(List.of()))
            .sorted(Comparator.comparing(Sequence::name))
            .toList(),
        schema.enumTypes().stream().sorted(Comparator.comparing(EnumType::name)).toList(),
        schema.compositeTypes().stream()
            .sorted(Comparator.comparing(CompositeType::name))
            .toList());
  }

  /** Whether a sequence belongs to an identity column that already says everything but its name. */
  private static boolean isOfIdentity(Map<QualifiedName, Table> tables, Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    return owner != null
        && Optional.ofNullable(tables.get(owner.table()))
            .flatMap(table -> table.column(owner.column()))
            .filter(column -> column.identity() != null)
            .isPresent();
  }

  private Table sorted(Table table) {
    return new Table(
        table.name(),
        table.columns().stream().sorted(Comparator.comparing(Column::name)).toList(),
        table.constraints().stream()
            .map(this::normal)
            .sorted(Comparator.comparing(TableDescription::constraint))
            .toList(),
        table.indexes().stream().sorted(Comparator.comparing(TableDescription::index)).toList(),
        table.comment(),
        List.of(),
        table.form());
  }

  private Constraint normal(Constraint constraint) {
    return constraint instanceof CheckConstraint check
        ? check.withColumn(null).withExpression(words.normal(check.expression()))
        : constraint;
  }

  /**
   * The differences between two catalogs, a line each.
   *
   * @param when the words that each line begins with, for example {@code after the downgrade}
   */
  public List<String> differences(String when, Schema wanted, Schema found) {
    return differences(wanted, found).stream().map(line -> when + ": " + line).toList();
  }

  /** The differences between two catalogs, a line each. */
  public List<String> differences(Schema wanted, Schema found) {
    List<String> lines = new ArrayList<>();
    Schema one = sorted(wanted);
    Schema other = sorted(found);
    compare(one.tables(), other.tables(), Table::name, each -> "table " + each.name(), lines)
        .forEach((should, is) -> members(lines, should, is));
    compare(
            one.sequences(),
            other.sequences(),
            Sequence::name,
            each -> "sequence " + each.name(),
            lines)
        .forEach(
            (should, is) ->
                lines.add(
                    "sequence "
                        + is.name()
                        + " has to change: "
                        + TableDescription.change(is, should)));
    compare(
            one.enumTypes(),
            other.enumTypes(),
            EnumType::name,
            each -> "enum type " + each.name(),
            lines)
        .forEach(
            (should, is) ->
                lines.add(
                    "enum type "
                        + is.name()
                        + " is "
                        + TableDescription.values(is)
                        + " and should be "
                        + TableDescription.values(should)));
    compare(
            one.compositeTypes(),
            other.compositeTypes(),
            CompositeType::name,
            each -> "composite type " + each.name(),
            lines)
        .forEach(
            (should, is) ->
                lines.add(
                    "composite type "
                        + is.name()
                        + " has to change: "
                        + TableDescription.change(is, should)));
    return lines;
  }

  /**
   * The foreign keys that rest on another key of the referenced table, a line each. Dropping that
   * key then meets other dependencies.
   */
  public static List<String> restingElsewhere(Schema wanted, Schema found) {
    List<String> lines = new ArrayList<>();
    for (Table table : wanted.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        found.table(table.name()).stream()
            .flatMap(other -> other.foreignKeys().stream())
            .filter(other -> Objects.equals(other.name(), key.name()))
            .filter(other -> !Objects.equals(other.restsOn(), key.restsOn()))
            .forEach(
                other ->
                    lines.add(
                        "the foreign key "
                            + table.name()
                            + "."
                            + key.name()
                            + " rests on "
                            + other.restsOn()
                            + " and should rest on "
                            + key.restsOn()));
      }
    }
    return lines;
  }

  /** The tables with the same columns in another order. No statement can restore the order. */
  public static List<QualifiedName> reordered(Schema wanted, Schema found) {
    Map<QualifiedName, Table> others = byName(found.tables(), Table::name);
    return byName(wanted.tables(), Table::name).values().stream()
        .filter(
            table -> {
              Table other = others.get(table.name());
              return other != null
                  && !names(table).equals(names(other))
                  && Set.copyOf(names(table)).equals(Set.copyOf(names(other)));
            })
        .map(Table::name)
        .sorted()
        .toList();
  }

  private static List<String> names(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }

  private static <T, N> Map<N, T> byName(List<T> objects, Function<T, N> name) {
    Map<N, T> result = new LinkedHashMap<>();
    objects.forEach(object -> result.put(name.apply(object), object));
    return result;
  }

  /**
   * Reports what is on one side only, and finds what is on both sides and differs.
   *
   * @return each object that differs: the wanted one, with the one that was found
   */
  private static <T, N extends Comparable<N>> Map<T, T> compare(
      List<T> wanted,
      List<T> found,
      Function<T, N> name,
      Function<T, String> words,
      List<String> lines) {
    Map<N, T> ones = byName(wanted, name);
    Map<N, T> others = byName(found, name);
    Map<T, T> different = new LinkedHashMap<>();
    TreeSet<N> names = new TreeSet<>(ones.keySet());
    names.addAll(others.keySet());
    for (N each : names) {
      T one = ones.get(each);
      T other = others.get(each);
      if (one == null) {
        lines.add(words.apply(other) + " is there and should not be");
      } else if (other == null) {
        lines.add(words.apply(one) + " is missing");
      } else if (!one.equals(other)) {
        different.put(one, other);
      }
    }
    return different;
  }

  private static void members(List<String> lines, Table wanted, Table found) {
    String name = wanted.name().toString();
    if (!Objects.equals(wanted.comment(), found.comment())) {
      lines.add("the comment of table " + name + " differs");
    }
    if (!wanted.form().equals(found.form())) {
      lines.add(
          "table "
              + name
              + " is kept as "
              + TableDescription.form(found.form())
              + ", not as "
              + TableDescription.form(wanted.form()));
    }
    compare(
            wanted.columns(),
            found.columns(),
            Column::name,
            each -> "column " + name + "." + each.name(),
            lines)
        .forEach(
            (should, is) ->
                lines.add(
                    "column "
                        + name
                        + "."
                        + is.name()
                        + " has to change: "
                        + TableDescription.change(is, should)));
    members(lines, name, wanted.constraints(), found.constraints(), TableDescription::constraint);
    members(lines, name, wanted.indexes(), found.indexes(), TableDescription::index);
  }

  private static <T> void members(
      List<String> lines, String table, List<T> wanted, List<T> found, Function<T, String> words) {
    wanted.stream()
        .filter(each -> !found.contains(each))
        .forEach(each -> lines.add("table " + table + " lacks " + words.apply(each)));
    found.stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> lines.add("table " + table + " has " + words.apply(each)));
  }
}

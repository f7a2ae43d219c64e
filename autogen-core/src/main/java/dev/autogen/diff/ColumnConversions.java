package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are converted to its new type. The types alone do not say whether an
 * enum is stored as names or as ordinals; the check constraints do.
 */
final class ColumnConversions {

  /** The check of an ordinal, as Hibernate writes it or a database prints it. */
  private static final Pattern ORDINALS =
      Pattern.compile("(\\S+) (?:between 0 and (\\d+)|> ?= 0 and (\\S+) < ?= (\\d+))");

  private final DatabaseRules rules;
  private final SqlWords words;
  private final List<Schema> schemas;

  /** Conversions of the columns that both schemas have. */
  ColumnConversions(Schema target, Schema actual, DatabaseRules rules) {
    this.rules = rules;
    this.words = rules.text().words();
    this.schemas = List.of(target, actual);
  }

  /**
   * The SQL expression that turns the values of a column into those of its new type, or null where
   * the database converts them by itself.
   */
  @Nullable String of(QualifiedName table, Column from, Column to) {
    Values before = values(table, from);
    Values after = values(table, to);
    if (before.isNames() && after.isOrdinals()) {
      int known = Math.min(before.names().size(), after.ordinals());
      return rules.enumConversion(
          from, to, before.names().subList(0, known), known == before.names().size());
    } else if (before.isOrdinals() && after.isNames()) {
      int known = Math.min(before.ordinals(), after.names().size());
      return rules.enumConversion(
          from, to, after.names().subList(0, known), known == before.ordinals());
    }
    return rules.conversion(from, to);
  }

  /**
   * The values that a column may hold, as far as they show how an enum is stored.
   *
   * @param names the names of the values in their order; empty where it holds no names
   * @param ordinals how many ordinals there are; 0 where it holds none
   */
  private record Values(List<String> names, int ordinals) {

    static final Values UNKNOWN = new Values(List.of(), 0);

    boolean isNames() {
      return !names.isEmpty();
    }

    boolean isOrdinals() {
      return ordinals > 0;
    }
  }

  private Values values(QualifiedName name, Column column) {
    if (column.type().dimensions() > 0) {
      return Values.UNKNOWN;
    }
    return schemas.stream()
        .flatMap(schema -> schema.table(name).stream().map(table -> values(table, column)))
        .filter(values -> !values.equals(Values.UNKNOWN))
        .findFirst()
        .orElse(Values.UNKNOWN);
  }

  /** The values of the column, if the table has this column with the same type. */
  private Values values(Table table, Column column) {
    boolean isThat =
        table.column(column.name()).filter(it -> it.type().equals(column.type())).isPresent();
    if (!isThat) {
      return Values.UNKNOWN;
    }
    return table.checks().stream()
        .filter(check -> check.enforcement() == Enforcement.ENFORCED)
        .flatMap(check -> Stream.of(names(check, column.name()), ordinals(check, column.name())))
        .filter(values -> !values.equals(Values.UNKNOWN))
        .findFirst()
        .orElse(Values.UNKNOWN);
  }

  /** The names of {@code column in ('A', 'B')}. */
  private Values names(CheckConstraint check, String column) {
    List<String> tokens = words.of(check.expression());
    if (!RestoredColumnValues.isList(tokens, column, words)
        || tokens.indexOf(")") != tokens.size() - 1) {
      return Values.UNKNOWN;
    }
    List<String> names = new ArrayList<>();
    for (int i = 3; i < tokens.size(); i += 2) {
      String literal = tokens.get(i);
      if (!literal.startsWith("'")) {
        return Values.UNKNOWN;
      }
      names.add(literal.substring(1, literal.length() - 1).replace("''", "'"));
    }
    return new Values(names, 0);
  }

  /** The number of {@code column between 0 and 2}. */
  private Values ordinals(CheckConstraint check, String column) {
    String text =
        words.of(words.normal(check.expression())).stream()
            .filter(token -> !token.equals("(") && !token.equals(")"))
            .collect(Collectors.joining(" "));
    Matcher matcher = ORDINALS.matcher(text);
    if (!matcher.matches() || !words.mentions(matcher.group(1), column)) {
      return Values.UNKNOWN;
    }
    String last = matcher.group(2) == null ? matcher.group(4) : matcher.group(2);
    boolean isOne = matcher.group(3) == null || words.mentions(matcher.group(3), column);
    return isOne && last.length() < 5
        ? new Values(List.of(), Integer.parseInt(last) + 1)
        : Values.UNKNOWN;
  }
}

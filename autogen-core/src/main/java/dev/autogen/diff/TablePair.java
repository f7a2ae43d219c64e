package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in both schemas, with its columns paired by name. The actual column of a pair is written
 * in the target's form wherever the two mean the same.
 */
final class TablePair {

  /** A column of both tables. */
  record ColumnPair(Column target, Column actual) {

    boolean changed() {
      return !target.equals(actual);
    }

    /** Whether the database begins or ends to number its rows. */
    boolean changesNumbering() {
      return (actual.identity() == null) != (target.identity() == null);
    }

    boolean changesType() {
      return !target.type().equals(actual.type())
          || !Objects.equals(target.collation(), actual.collation());
    }

    /** Whether the column must be dropped and added again to get the target's expression. */
    boolean recreated() {
      return !Objects.equals(target.generated(), actual.generated())
          && !(target.generated() == null
              && actual.generated() != null
              && actual.generated().stored());
    }
  }

  private final Table target;
  private final Table actual;
  private final DatabaseRules rules;
  private final SqlWords words;
  private final ColumnConversions conversions;
  private final DiffOptions options;
  private final Selection selection;
  private final Map<String, ColumnPair> columns = new LinkedHashMap<>();
  private final Set<String> converted = new LinkedHashSet<>();
  private final Set<String> recreated = new LinkedHashSet<>();
  private final Set<String> retyped = new LinkedHashSet<>();
  private final Set<String> breaking = new LinkedHashSet<>();

  private final Set<@Nullable String> targetIndexNames = new HashSet<>();

  /** Caches normal forms, because each text is compared with many others. */
  private final Map<String, String> normals = new HashMap<>();

  private final Map<String, Boolean> recreationNeeded = new HashMap<>();

  TablePair(
      Table target,
      Table actual,
      Schema targetSchema,
      Schema actualSchema,
      DatabaseRules rules,
      DiffOptions options,
      Selection selection) {
    this.target = target;
    this.actual = actual;
    this.rules = rules;
    this.words = rules.text().words();
    this.conversions = new ColumnConversions(targetSchema, actualSchema, rules);
    this.options = options;
    this.selection = selection;
    target.indexes().forEach(index -> targetIndexNames.add(index.name()));
    ColumnAlignment alignment = new ColumnAlignment(this, targetSchema, actualSchema);
    Map<String, Column> actualColumns = new LinkedHashMap<>();
    actual.columns().forEach(column -> actualColumns.put(column.name(), column));
    for (Column column : target.columns()) {
      Column other = actualColumns.get(column.name());
      if (other != null) {
        Column wanted =
            alignment.wanted(
                isHeldByPartitions(other) ? column.withNullable(false) : column, other);
        columns.put(column.name(), new ColumnPair(wanted, alignment.adopt(wanted, other)));
      }
    }
    columns.values().forEach(this::classify);
    columns.values().forEach(this::followComputed);
  }

  /** Whether a partition column is in the primary key, or will be: PostgreSQL requires it there. */
  private boolean isHeldByPartitions(Column column) {
    return actual.partitionedBy().contains(column.name())
        && (target.primaryKey().isPresent()
            || actual.primaryKey().stream().anyMatch(key -> key.columns().contains(column.name())));
  }

  private void classify(ColumnPair pair) {
    if (pair.changesType()) {
      retyped.add(pair.target().name());
    }
    if (pair.recreated()) {
      recreated.add(pair.target().name());
    } else if (pair.changesType()
        && (conversion(pair) != null || !rules.comparable(pair.actual(), pair.target()))) {
      converted.add(pair.target().name());
    } else if ((pair.changesType() || pair.changesNumbering())
        && !rules.keepsForeignKeys(pair.actual(), pair.target())) {
      breaking.add(pair.target().name());
    }
  }

  /** The SQL expression that turns the values of a column into those of its new type, or null. */
  @Nullable String conversion(ColumnPair pair) {
    return conversions.of(target.name(), pair.actual(), pair.target());
  }

  /**
   * Recreates a generated column if a column from which it is computed changes its type: the
   * database refuses the change meanwhile.
   */
  private void followComputed(ColumnPair pair) {
    if (pair.target().generated() != null
        && columns.values().stream()
            .filter(ColumnPair::changesType)
            .anyMatch(
                other ->
                    words()
                        .mentions(pair.target().generated().expression(), other.target().name()))) {
      recreated.add(pair.target().name());
    }
  }

  Table target() {
    return target;
  }

  Table actual() {
    return actual;
  }

  DatabaseRules rules() {
    return rules;
  }

  SqlWords words() {
    return words;
  }

  DiffOptions options() {
    return options;
  }

  Selection selection() {
    return selection;
  }

  Map<String, ColumnPair> columns() {
    return columns;
  }

  /** Whether the column's values are converted, so that nothing may depend on the old type. */
  boolean isConverted(String column) {
    return converted.contains(column);
  }

  /** Whether no foreign key over the column can stay while the column changes. */
  boolean breaksForeignKeys(String column) {
    return isConverted(column) || isRecreated(column) || breaking.contains(column);
  }

  /** Whether the column's type or collation changes, with or without a conversion of its values. */
  boolean isRetyped(String column) {
    return retyped.contains(column);
  }

  /** Whether the column is dropped and added again, with everything that depends on it. */
  boolean isRecreated(String column) {
    return recreated.contains(column);
  }

  /**
   * Whether an expression has to be created again. It has if it uses a column that is converted or
   * recreated, or compares a column of a changed type with text. If such an expression stayed, the
   * database would rewrite its casts and print a text that nobody wrote.
   */
  boolean needsRecreation(String expression) {
    return recreationNeeded.computeIfAbsent(expression, this::usesChange);
  }

  private boolean usesChange(String expression) {
    return mentions(expression, converted)
        || mentions(expression, recreated)
        || (expression.contains("'") && mentions(expression, retyped));
  }

  /** Whether an expression uses a column whose values are converted. */
  boolean isConvertedIn(String expression) {
    return mentions(expression, converted);
  }

  private boolean mentions(String expression, Set<String> columns) {
    return !columns.isEmpty() && words().names(expression).stream().anyMatch(columns::contains);
  }

  /** Whether an index that stays in the database does the same as a plain unique constraint. */
  boolean isEnforcing(Index index) {
    return index
            .withStorage(List.of(), null)
            .equals(Index.of(index.name(), true, ConstraintDiff.plainColumns(index)))
        && !targetIndexNames.contains(index.name());
  }

  private String normal(String sql) {
    return normals.computeIfAbsent(sql, words()::normal);
  }

  /**
   * Whether two expressions mean the same, by their text or by the form in which the database
   * prints them.
   */
  boolean same(Kind kind, @Nullable Column column, @Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    if (normal(one).equals(normal(other))) {
      return true;
    }
    String word = rules.word(new Expression(target, kind, column, one));
    return word != null && word.equals(rules.word(new Expression(target, kind, column, other)));
  }
}

package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Expression.Kind;
import dev.autogen.schema.Index;
import dev.autogen.schema.Table;
import dev.autogen.sql.SqlWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of two tables of one name that differ in text and may still mean the same. The
 * database is asked about both sides, in the context of the target's columns.
 */
final class AmbiguousExpressions {

  private final Table target;
  private final SqlWords words;
  private final List<Expression> expressions = new ArrayList<>();

  private AmbiguousExpressions(Table target, SqlWords words) {
    this.target = target;
    this.words = words;
  }

  static List<Expression> of(Table target, Table actual, SqlWords words) {
    AmbiguousExpressions ambiguous = new AmbiguousExpressions(target, words);
    for (Column column : target.columns()) {
      actual.column(column.name()).ifPresent(other -> ambiguous.column(column, other));
    }
    ambiguous.unmatched(Kind.CHECK, checks(target), checks(actual));
    ambiguous.unmatched(Kind.INDEX_KEY, keys(target), keys(actual));
    ambiguous.unmatched(Kind.INDEX_PREDICATE, predicates(target), predicates(actual));
    return ambiguous.expressions;
  }

  private void column(Column column, Column other) {
    pair(Kind.SERVER_DEFAULT, column, column.serverDefault(), other.serverDefault());
    if (column.generated() != null && other.generated() != null) {
      pair(Kind.GENERATED, column, column.generated().expression(), other.generated().expression());
    }
  }

  private void pair(Kind kind, Column column, @Nullable String one, @Nullable String other) {
    if (one != null && other != null && !words.normal(one).equals(words.normal(other))) {
      expressions.add(new Expression(target, kind, column, one));
      expressions.add(new Expression(target, kind, column, other));
    }
  }

  private void unmatched(Kind kind, List<String> targets, List<String> actuals) {
    List<String> ones = without(targets, actuals);
    List<String> others = without(actuals, targets);
    if (!ones.isEmpty() && !others.isEmpty()) {
      Stream.concat(ones.stream(), others.stream())
          .map(sql -> new Expression(target, kind, null, sql))
          .forEach(expressions::add);
    }
  }

  private List<String> without(List<String> texts, List<String> others) {
    Set<String> known = new HashSet<>(others.stream().map(words::normal).toList());
    return texts.stream().filter(text -> !known.contains(words.normal(text))).toList();
  }

  private static List<String> checks(Table table) {
    return table.checks().stream().map(CheckConstraint::expression).toList();
  }

  private static List<String> keys(Table table) {
    return table.indexes().stream()
        .flatMap(index -> index.elements().stream())
        .filter(Index.Element::expression)
        .map(Index.Element::text)
        .toList();
  }

  private static List<String> predicates(Table table) {
    return table.indexes().stream()
        .filter(index -> index.predicate() != null)
        .map(Index::predicate)
        .toList();
  }
}

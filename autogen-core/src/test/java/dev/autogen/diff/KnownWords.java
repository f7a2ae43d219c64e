package dev.autogen.diff;

import dev.autogen.schema.Column;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import dev.autogen.testing.PostgreSql;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database of which these words for expressions are known, and nothing else. */
record KnownWords(Map<Expression, String> known) implements DatabaseRules {
  @Override
  public @Nullable String word(Expression expression) {
    return known.get(expression);
  }

  @Override
  public Schema spelledOut(Schema schema, QualifiedName table) {
    return schema;
  }

  @Override
  public @Nullable String conversion(Column from, Column to) {
    return null;
  }

  @Override
  public String enumConversion(Column from, Column to, List<String> names, boolean complete) {
    throw new IllegalStateException("There is nothing to convert: " + from.name());
  }

  @Override
  public boolean comparable(Column from, Column to) {
    return true;
  }

  @Override
  public boolean holds(SqlType wider, SqlType narrower) {
    return wider.equals(narrower);
  }

  @Override
  public boolean sortable(Column column) {
    return true;
  }

  @Override
  public @Nullable String neutralValue(Column column) {
    return null;
  }

  @Override
  public @Nullable String distinctValue(Column column) {
    return null;
  }

  @Override
  public String continueNumbering(Sequence sequence) {
    return "";
  }

  @Override
  public TextRules text() {
    return PostgreSql.TEXT;
  }
}

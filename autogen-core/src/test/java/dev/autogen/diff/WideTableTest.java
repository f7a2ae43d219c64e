package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Expression;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A table as wide as PostgreSQL takes it, of which every column has what can be doubtful. */
@Tag("attack")
class WideTableTest {

  private static final int COLUMNS = 1500;

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isComparedInTheTimeOfItsLength() {
    Table target = table("here", false);
    Table actual = table("there", true);
    Map<Expression, String> words = new HashMap<>();
    Diff diff =
        Diff.of(
            schema(target),
            schema(actual),
            (schema, name) -> schema,
            DiffOptions.everything(),
            PostgreSql.TEXT);
    for (Expression doubt : diff.ambiguous()) {
      words.put(doubt, doubt.sql().replaceFirst("(here|there)", "word"));
    }

    Comparison comparison = diff.differences(new KnownWords(words)).comparison(List.of());

    assertThat(words).hasSize(COLUMNS * 2 * 4);
    assertThat(comparison.operations()).isEmpty();
  }

  /** Named or not, in another order: as a catalog and a model give them. */
  private static Table table(String word, boolean named) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> checks = new ArrayList<>();
    List<Index> indexes = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      String column = "c" + i;
      columns.add(
          Column.of(column, SqlType.of("text")).withServerDefault("value_of(" + word + i + ")"));
      CheckConstraint check =
          CheckConstraint.of(named ? "check_" + i : null, column + " <> " + word + i);
      Index index =
          Index.of(named ? "index_" + i : null, false, List.of())
              .withElements(List.of(Index.Element.expression("lower(" + column + word + ")")))
              .withPredicate(column + " > " + word + i);
      checks.add(named ? 0 : i, check);
      indexes.add(named ? 0 : i, index);
    }
    return new Table(QualifiedName.of("wide"), columns, checks, indexes, null);
  }

  private static Schema schema(Table table) {
    return Schema.empty().withTables(List.of(table));
  }
}

package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.Dialects;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names a model may give twice: what each database takes, and Hibernate would leave out. */
class NameClashesTest {

  private static Table table(String name, List<Constraint> constraints, List<Index> indexes) {
    Column column = Column.of("a", SqlType.of("int"));
    return new Table(QualifiedName.of(name), List.of(column), constraints, indexes, null);
  }

  private static Schema schema(Table... tables) {
    return new Schema(List.of(), List.of(tables), List.of(), List.of());
  }

  private static final Index INDEX = Index.of("same", false, List.of("a"));
  private static final Constraint KEY = UniqueConstraint.of("same", List.of("a"));

  private static void check(String url, Schema schema, boolean taken) {
    DatabaseTarget target =
        new DatabaseTarget("the database", 1, 0, "public", Dialects.of(url).textRules());
    if (taken) {
      assertThatCode(() -> NameClashes.refuse(schema, target)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> NameClashes.refuse(schema, target))
          .hasMessageContaining("The name 'same' is given twice");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql:, false, false, false, false",
    "jdbc:sqlite:a.db, false, true,  true,  false",
    "jdbc:h2:mem:a,    false, false, true,  true",
    "jdbc:mysql:a,     true,  true,  false, true"
  })
  void names_are_refused_where_the_database_takes_them_once(
      String url, boolean indexes, boolean keys, boolean both, boolean tables) {
    Table first = table("t", List.of(), List.of(INDEX));

    check(url, schema(first, table("u", List.of(), List.of(INDEX))), indexes);
    check(
        url,
        schema(table("t", List.of(KEY), List.of()), table("u", List.of(KEY), List.of())),
        keys);
    check(url, schema(table("t", List.of(KEY), List.of(INDEX))), both);
    check(url, schema(first, table("same", List.of(), List.of())), tables);
    assertThat(url).isNotEmpty();
  }
}

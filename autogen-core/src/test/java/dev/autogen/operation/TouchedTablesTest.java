package dev.autogen.operation;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables whose rows operations can change. */
class TouchedTablesTest {

  private static final QualifiedName MOOD = QualifiedName.of("mood");
  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final QualifiedName PETS = QualifiedName.of("pets");

  private static final Schema SCHEMA =
      Schema.empty()
          .withTables(
              List.of(
                  table(USERS, column("id", bigint()).column()),
                  table(PETS, column("mood", type(MOOD)).column())));

  private static Table table(QualifiedName name, Column column) {
    return new Table(name, List.of(column), List.of(), List.of(), null);
  }

  @Test
  void a_change_of_a_column_touches_its_table_alone() {
    Operation add = new AddColumn(USERS, column("n", bigint()).column());

    assertThat(TouchedTables.of(List.of(add), SCHEMA)).contains(Set.of(USERS));
  }

  @Test
  void an_enum_touches_the_tables_that_have_it() {
    EnumType before = new EnumType(MOOD, List.of("SAD"));
    EnumType after = new EnumType(MOOD, List.of("GLAD"));
    Operation change = new AlterEnum(before, after, true);

    assertThat(TouchedTables.of(List.of(change), SCHEMA)).contains(Set.of(PETS));
  }

  @Test
  void sql_may_touch_any_table() {
    Operation add = new AddColumn(USERS, column("n", bigint()).column());
    Operation sql = new ExecuteSql("select 1", null);

    assertThat(TouchedTables.of(List.of(add, sql), SCHEMA)).isEmpty();
  }
}

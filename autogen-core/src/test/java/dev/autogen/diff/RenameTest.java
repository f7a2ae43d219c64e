package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenameTest {

  private static final DiffOptions OPTIONS =
      DiffOptions.everything()
          .withRenames(
              Stream.of("table:people=users", "users.email=mail").map(Rename::parse).toList());

  /** A database that knows nothing: the names alone decide. */
  private static final DatabaseRules RULES = new KnownWords(Map.of());

  private static Schema schema(String table, String column) {
    return Schema.empty()
        .withTables(
            List.of(
                new Table(
                    QualifiedName.of(table),
                    List.of(Column.of(column, SqlType.of("text"))),
                    List.of(),
                    List.of(),
                    null)));
  }

  private static List<Operation> compare(Schema actual) {
    return Diff.compare(schema("users", "mail"), actual, RULES, OPTIONS).operations();
  }

  @Test
  void aRenameIsDoneOnce() {
    Schema before = schema("people", "email");

    List<Operation> operations = compare(before);

    assertThat(operations)
        .extracting(Operation::summary)
        .containsExactly("rename table people to users", "rename column users.email to mail");
    assertThat(compare(SchemaChange.apply(before, operations))).isEmpty();
  }

  @Test
  void aRenameThatIsHalfDoneIsFinished() {
    assertThat(compare(schema("users", "email")))
        .extracting(Operation::summary)
        .containsExactly("rename column users.email to mail");
  }
}

package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.PostgreSql;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
    assertThat(compare(PostgreSql.EFFECTS.apply(before, operations))).isEmpty();
  }

  @Test
  void aRenameThatIsHalfDoneIsFinished() {
    assertThat(compare(schema("users", "email")))
        .extracting(Operation::summary)
        .containsExactly("rename column users.email to mail");
  }

  /** It is no name for "no schema". */
  @ParameterizedTest
  @EnumSource(names = {"TABLE", "SEQUENCE", "TYPE"})
  void aSchemaMayBeCalledNull(Rename.Kind kind) {
    QualifiedName before = QualifiedName.of("null", "people");
    QualifiedName after = QualifiedName.of("null", "users");
    QualifiedName other = QualifiedName.of("people");
    DiffOptions options =
        DiffOptions.everything().withRenames(List.of(Rename.of(kind, before, "users")));

    Comparison inSchema =
        Diff.compare(objects(kind, after, other), objects(kind, before, other), RULES, options);
    Comparison beside =
        Diff.compare(
            objects(kind, other, QualifiedName.of("users")), objects(kind, other), RULES, options);

    assertThat(inSchema.operations()).containsExactly(Rename.of(kind, before, "users").operation());
    assertThat(inSchema.refused()).isEmpty();
    assertThat(beside.operations())
        .as("a schema without a name is not meant")
        .doesNotContain(Rename.of(kind, other, "users").operation())
        .hasSize(1);
  }

  private static Schema objects(Rename.Kind kind, QualifiedName... names) {
    Stream<QualifiedName> all = Stream.of(names);
    Schema schema = Schema.empty().withNamespaces(List.of("null"));
    return switch (kind) {
      case TABLE ->
          schema.withTables(
              all.map(name -> new Table(name, List.of(), List.of(), List.of(), null)).toList());
      case SEQUENCE -> schema.withSequences(all.map(name -> Sequence.of(name, 1, 1)).toList());
      case TYPE -> schema.withEnumTypes(all.map(name -> new EnumType(name, List.of())).toList());
      case COLUMN -> throw new IllegalArgumentException();
    };
  }

  @Test
  void aSequenceGoesWithItsTableOnlyWhereTheModelGivesItUp() {
    Sequence old = Sequence.of(QualifiedName.of("people_seq"), 1, 50);
    Sequence fresh = Sequence.of(QualifiedName.of("users_seq"), 1, 50);
    Schema before = schema("people", "mail").withSequences(List.of(old));
    Schema both = schema("users", "mail").withSequences(List.of(old, fresh));
    Schema renamed = schema("users", "mail").withSequences(List.of(fresh));

    assertThat(Diff.compare(both, before, RULES, OPTIONS).operations())
        .extracting(Operation::summary)
        .containsExactly("rename table people to users", "create sequence users_seq");
    assertThat(Diff.compare(renamed, before, RULES, OPTIONS).operations())
        .extracting(Operation::summary)
        .containsExactly("rename table people to users", "rename sequence people_seq to users_seq");
  }

  @Test
  void aRenameToTheSameNameIsNone() {
    DiffOptions options =
        DiffOptions.everything()
            .withRenames(
                Stream.of("table:users=users", "users.mail=mail").map(Rename::parse).toList());

    Comparison comparison =
        Diff.compare(schema("users", "mail"), schema("users", "mail"), RULES, options);

    assertThat(comparison.operations()).isEmpty();
    assertThat(comparison.refused()).isEmpty();
  }
}

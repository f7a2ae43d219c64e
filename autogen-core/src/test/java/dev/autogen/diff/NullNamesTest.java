package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Schemas and indexes may be called {@code null}, which is not the same as to have no name. */
class NullNamesTest {

  private static final DatabaseRules RULES = new KnownWords(Map.of());
  private static final QualifiedName PLAIN = QualifiedName.of("people");
  private static final QualifiedName IN_NULL = QualifiedName.of("null", "people");

  @Test
  void constraintsOfTwoSchemasGetTheNamesThatTheDatabaseChooses() {
    Schema actual = tables(table(PLAIN), table(IN_NULL));
    UniqueConstraint unnamed = UniqueConstraint.of(null, List.of("email"));
    Schema target =
        tables(
            table(PLAIN).withConstraints(List.of(unnamed)),
            table(IN_NULL).withConstraints(List.of(unnamed)));

    assertThat(compare(target, actual).operations())
        .extracting(Operation::object)
        .containsExactlyInAnyOrder("people.people_email_key", "null.people.people_email_key");
  }

  @Test
  void anIndexStaysBesideOneWithoutAName() {
    Index kept = Index.of("null", false, List.of("email")).withPredicate("email is not null");
    Schema actual = tables(table(PLAIN).withIndexes(List.of(kept)));
    Schema target =
        tables(table(PLAIN).withIndexes(List.of(Index.of(null, false, List.of("email")))));

    Comparison comparison = compare(target, actual);

    assertThat(comparison.operations()).hasOnlyElementsOfType(CreateIndex.class);
    assertThat(comparison.kept()).hasSize(1);
  }

  @Test
  void anObjectOfOneIsNoCandidateForTheOther() {
    Schema actual = tables().withEnumTypes(List.of(new EnumType(PLAIN, List.of("A", "B"))));
    Schema target = tables().withEnumTypes(List.of(new EnumType(IN_NULL, List.of("A", "B"))));

    assertThat(RenameCandidates.of(compare(target, actual).operations(), Set.of())).isEmpty();
  }

  private static Comparison compare(Schema target, Schema actual) {
    return Diff.compare(target, actual, RULES, DiffOptions.everything());
  }

  private static Schema tables(Table... tables) {
    return Schema.empty().withNamespaces(List.of("null")).withTables(List.of(tables));
  }

  private static Table table(QualifiedName name) {
    List<Column> columns = List.of(Column.of("email", SqlType.of("text")));
    return new Table(name, columns, List.of(), List.of(), null);
  }
}

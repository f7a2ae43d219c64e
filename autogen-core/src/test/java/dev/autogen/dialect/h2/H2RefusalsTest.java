package dev.autogen.dialect.h2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameTable;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What H2 does not have is refused: a part of it would be something else. */
class H2RefusalsTest {

  private static final QualifiedName TABLE = QualifiedName.of("users");

  @Test
  void partsOfIndexesAndKeysAreNotLeftOut() {
    Index index = Index.of("ix", true, List.of("email"));
    refuses(
        new CreateIndex(TABLE, index.withPredicate("active"), false),
        "the index ix of users cannot be partial on H2");
    refuses(
        new CreateIndex(TABLE, index.withInclude(List.of("name")), false),
        "cannot include columns");
    refuses(
        new CreateIndex(
            TABLE, index.withElements(List.of(Index.Element.expression("lower(email)"))), false),
        "cannot be over an expression");
    UniqueConstraint unique = UniqueConstraint.of("u", List.of("email"));
    refuses(
        new AddConstraint(TABLE, unique.withDeferral(Deferral.INITIALLY_DEFERRED)),
        "the constraint u of users cannot be deferrable on H2");
  }

  @Test
  void aTableStaysInItsSchema() {
    refuses(
        new RenameTable(TABLE, QualifiedName.of("app", "users")),
        "H2 cannot move the table users to another schema");
  }

  private static void refuses(Operation operation, String words) {
    assertThatThrownBy(() -> new H2Dialect().sqlRenderer().render(operation, Schema.empty()))
        .hasMessageContaining(words);
  }
}

package dev.autogen.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.rows.RowReport;
import dev.autogen.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read of a proof. */
class ProofResultTest {

  @Test
  void namesTheTablesWithAnotherOrderOfColumnsInOneBreath() {
    assertThat(reordered().unrestored()).isEmpty();
    assertThat(reordered("users").unrestored())
        .containsExactly("the order of the columns of users");
    assertThat(reordered("users", "orders", "items").note())
        .isEqualTo(
            "proven on PostgreSQL 18.6: upgrade matches the model, downgrade restores the schema,"
                + " but not the order of the columns of users, orders and items.");
  }

  private static Proof.Result reordered(String... tables) {
    return new Proof.Result(
        "PostgreSQL 18.6",
        List.of(),
        List.of(),
        RowReport.NONE,
        Stream.of(tables).map(QualifiedName::of).toList());
  }
}

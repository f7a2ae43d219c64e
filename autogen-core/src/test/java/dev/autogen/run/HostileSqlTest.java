package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import dev.autogen.testing.PostgreSql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** SQL that hides from autogen what the server reads, or that keeps it busy. */
@Tag("attack")
class HostileSqlTest {

  @Test
  void a_comment_ends_where_it_ends_for_the_server() {
    assertThatThrownBy(() -> TransactionControl.refuse("-- harmless\rcommit", PostgreSql.TEXT))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("COMMIT");
    assertThat(PostgreSql.TEXT.statements("-- harmless\rselect 1; select 2"))
        .containsExactly("-- harmless\rselect 1", "select 2");
    assertThatThrownBy(
            () -> TransactionControl.refuse("/* /* within */ */ rollback", PostgreSql.TEXT))
        .isInstanceOf(AutogenException.class);
  }

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void comments_by_the_dozen_are_passed_over_once() {
    assertThatCode(
            () -> TransactionControl.refuse("/* */ ".repeat(60) + "select 1", PostgreSql.TEXT))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> TransactionControl.refuse(" \n".repeat(100_000) + "select 1", PostgreSql.TEXT))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> TransactionControl.refuse("--\n".repeat(100_000) + "commit", PostgreSql.TEXT))
        .isInstanceOf(AutogenException.class);
  }
}

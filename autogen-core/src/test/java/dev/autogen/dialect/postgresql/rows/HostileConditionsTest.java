package dev.autogen.dialect.postgresql.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Checks of a hostile database, from which values for synthetic rows are taken. */
@Tag("attack")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileConditionsTest {

  @Test
  void a_long_literal_is_read() {
    String literal = "a".repeat(200_000);

    assertThat(ConditionValues.of("(name <> '" + literal + "'::text)", "text"))
        .contains("'" + literal + "'");
    assertThat(ConditionValues.of("(name ~ '" + literal + "'::text)", "text"))
        .contains("'" + literal + "'");
  }

  @Test
  void a_number_of_many_digits_is_left_out() {
    assertThat(ConditionValues.of("(n <> " + "9".repeat(1_000_000) + ")", "numeric")).isEmpty();
  }

  @Test
  void a_pattern_that_stands_for_gigabytes_is_not_written_out() {
    String pattern = "(((((((a{255}){255}){255}){255}){255}){255}){255})";

    assertThat(ConditionValues.of("(name ~ '^" + pattern + "$'::text)", "text"))
        .allMatch(value -> value.length() < 100_000);
    assertThat(PatternSample.of("(".repeat(100_000) + "a")).isEmpty();
  }
}

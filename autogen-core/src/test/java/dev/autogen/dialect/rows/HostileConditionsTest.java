package dev.autogen.dialect.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.rows.ValueKind.Family;
import dev.autogen.sql.TextRules;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Checks of a hostile database, from which values for synthetic rows are taken. */
@Tag("attack")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostileConditionsTest {

  private static List<String> values(String condition, Family family) {
    ValueKind kind = family == Family.FRACTION ? ValueKind.fraction(-1) : ValueKind.of(family);
    return ConditionValues.of(condition, kind, TextRules::standard);
  }

  @Test
  void a_long_literal_is_read() {
    String literal = "a".repeat(200_000);

    assertThat(values("(name <> '" + literal + "'::text)", Family.TEXT))
        .contains("'" + literal + "'");
    assertThat(values("(name ~ '" + literal + "'::text)", Family.TEXT))
        .contains("'" + literal + "'");
  }

  @Test
  void a_number_of_many_digits_is_left_out() {
    assertThat(values("(n <> " + "9".repeat(1_000_000) + ")", Family.FRACTION)).isEmpty();
  }

  @Test
  void a_pattern_that_stands_for_gigabytes_is_not_written_out() {
    String pattern = "(((((((a{255}){255}){255}){255}){255}){255}){255})";

    assertThat(values("(name ~ '^" + pattern + "$'::text)", Family.TEXT))
        .allMatch(value -> value.length() < 100_000);
    assertThat(PatternSample.of("(".repeat(100_000) + "a")).isEmpty();
  }
}

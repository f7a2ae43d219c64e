package dev.autogen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.testing.PostgreSql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlWordsTest {

  private static final SqlWords WORDS = PostgreSql.TEXT.words();

  @Test
  void keepsLiteralsWhole() {
    assertThat(WORDS.of("a || E'it\\'s' || 'b''c' || \"Q \"\"x\" || B'01'::bit(2) + 1.5"))
        .containsExactly(
            "a",
            "|",
            "|",
            "E'it\\'s'",
            "|",
            "|",
            "'b''c'",
            "|",
            "|",
            "\"Q \"\"x\"",
            "|",
            "|",
            "B'01'",
            "::",
            "bit",
            "(",
            "2",
            ")",
            "+",
            "1.5");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "'x'::character varying | 'x'",
        "(a > 0) | a>0",
        "((a) > 0) | (a)>0",
        "'2 days'::interval AND b | '2 days' and B",
        "'a'::timestamp(6) without time zone | 'a'",
        "CURRENT_TIMESTAMP | current_timestamp",
        "'{a}'::character varying(20)[] | '{a}'",
      })
  void bringsSpellingsToOneForm(String one, String other) {
    assertThat(WORDS.normal(one)).isEqualTo(WORDS.normal(other));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "'A' | 'a'",
        "E'A' | E'a'",
        "$$A$$ | $$a$$",
        "\"A\" > 0 | a > 0",
        "(a) and (b) | a) and (b",
        "a > 0 | a > 1"
      })
  void keepsApartWhatDiffers(String one, String other) {
    assertThat(WORDS.normal(one)).isNotEqualTo(WORDS.normal(other));
  }

  @Test
  void renamesWordsAndNothingElse() {
    assertThat(WORDS.renamed("name > 0", "name", "user")).isEqualTo("\"user\" > 0");
    assertThat(WORDS.renamed("lower(name) = 'name' and \"name\" > names", "name", "full Name"))
        .isEqualTo("lower(\"full Name\") = 'name' and \"full Name\" > names");
  }

  @Test
  void findsNamesInAnyCaseUnlessQuoted() {
    assertThat(WORDS.mentions("LOWER(Name)", "name")).isTrue();
    assertThat(WORDS.mentions("lower(\"Name\")", "name")).isFalse();
    assertThat(WORDS.mentions("lower(x) = 'name'", "name")).isFalse();
  }
}

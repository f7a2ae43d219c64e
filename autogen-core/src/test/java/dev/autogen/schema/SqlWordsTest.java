package dev.autogen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlWordsTest {

  @Test
  void keepsLiteralsWhole() {
    assertThat(SqlWords.tokens("a || E'it\\'s' || 'b''c' || \"Q \"\"x\" || B'01'::bit(2) + 1.5"))
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
    assertThat(SqlWords.normal(one)).isEqualTo(SqlWords.normal(other));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {"'A' | 'a'", "\"A\" > 0 | a > 0", "(a) and (b) | a) and (b", "a > 0 | a > 1"})
  void keepsApartWhatDiffers(String one, String other) {
    assertThat(SqlWords.normal(one)).isNotEqualTo(SqlWords.normal(other));
  }

  @Test
  void renamesWordsAndNothingElse() {
    assertThat(SqlWords.renamed("name > 0", "name", "user")).isEqualTo("\"user\" > 0");
    assertThat(SqlWords.renamed("lower(name) = 'name' and \"name\" > names", "name", "full Name"))
        .isEqualTo("lower(\"full Name\") = 'name' and \"full Name\" > names");
  }

  @Test
  void findsNamesInAnyCaseUnlessQuoted() {
    assertThat(SqlWords.mentions("LOWER(Name)", "name")).isTrue();
    assertThat(SqlWords.mentions("lower(\"Name\")", "name")).isFalse();
    assertThat(SqlWords.mentions("lower(x) = 'name'", "name")).isFalse();
  }
}

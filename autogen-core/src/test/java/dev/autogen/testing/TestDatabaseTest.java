package dev.autogen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

  @ParameterizedTest
  @EnumSource
  void isEmptyAndOfTheVersionAskedFor(PostgreSqlVersion version) {
    try (TestDatabase one = TestDatabase.create(version);
        TestDatabase other = TestDatabase.create(version)) {
      one.execute(
          "create table t (a int)", "insert into t values (1); insert into t values (null)");

      assertThat(one.queryValue("show server_version_num")).startsWith("" + version.major());
      assertThat(one.query("select a, 'x' from t order by a").toString())
          .isEqualTo("[[1, x], [null, x]]");
      assertThat(other.queryValue("select count(*) from pg_class where relname = 't'"))
          .isEqualTo("0");
    }
  }
}

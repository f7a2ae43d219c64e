package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL's own errors are taken for. */
class ExtensionHintTest {

  @ParameterizedTest
  @CsvSource({
    "'create table t (a citext)', create extension if not exists citext",
    "'create table t (a hstore[])', create extension if not exists hstore",
    "'create table t (a vector(3))', create extension if not exists vector",
    "'create index on pg_temp.known using gin (a gin_trgm_ops)', create extension if not exists"
        + " pg_trgm",
    "'create table t (a somewhere.unheard)', ",
    "'create table t (a unheard)', create extension if not exists …",
    "'create table t (a integer default x)', "
  })
  void namesTheExtensionOfATypeOrOperatorClass(String sql, String hint) throws SQLException {
    try (TestDatabase database = TestDatabase.create(PostgreSqlVersion.values()[0]);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create temporary table known (a text)");

      SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));

      String message = ServerMessage.of(failure, sql);
      if (hint == null) {
        assertThat(message).doesNotContain("create extension");
      } else {
        assertThat(message).contains("\nHINT: ", hint);
      }
    }
  }
}

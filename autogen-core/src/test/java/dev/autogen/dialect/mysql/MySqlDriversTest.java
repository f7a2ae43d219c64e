package dev.autogen.dialect.mysql;

import static dev.autogen.migration.Definitions.bigint;
import static dev.autogen.migration.Definitions.column;
import static dev.autogen.migration.Definitions.primaryKey;
import static dev.autogen.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.autogen.dialect.ModelTarget;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.run.MySqlRun;
import dev.autogen.schema.Column;
import dev.autogen.schema.Schema;
import dev.autogen.testing.MySqlServer;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Either driver on either server. */
class MySqlDriversTest {

  private static Connection connect(MySqlServer server, String driver, String database)
      throws Exception {
    Properties login = new Properties();
    login.put("user", server.server().user());
    login.put("password", server.server().password());
    Driver chosen = (Driver) Class.forName(driver).getDeclaredConstructor().newInstance();
    String scheme = driver.contains("mariadb") ? "jdbc:mariadb:" : "jdbc:mysql:";
    return chosen.connect(
        server.server().jdbcUrl(database).replaceFirst("^jdbc:\\w+:", scheme), login);
  }

  @ParameterizedTest
  @CsvSource({
    "MARIADB, com.mysql.cj.jdbc.Driver", "MARIADB, org.mariadb.jdbc.Driver",
    "MYSQL, com.mysql.cj.jdbc.Driver", "MYSQL, org.mariadb.jdbc.Driver"
  })
  void the_server_says_what_it_is_and_runs_migrations(MySqlServer server, String driver)
      throws Exception {
    assumeTrue(server.isThere(), "NOT TRIED: " + server.label());
    String database = server.create();
    try (Connection connection = connect(server, driver, database)) {
      ModelTarget target = new MySqlDialect().modelTarget(connection);
      assertThat(target.product()).isEqualTo(server.label());
      assertThat(target.settings())
          .containsEntry("hibernate.dialect.mysql.bytes_per_character", "4")
          .containsEntry(
              "jakarta.persistence.database-product-version", server.server().release().version());
    }
    MySqlRun.upgrade(
        () -> connect(server, driver, database),
        op ->
            op.createTable(
                "trips",
                column("id", bigint()).notNull().identity(),
                column("name", varchar(20)).notNull().serverDefault("'it''s \\\\ x'"),
                primaryKey("id")));
    try (Connection connection = server.connect(database)) {
      Schema schema =
          new MySqlDialect()
              .inspector()
              .inspect(connection, InspectionScope.defaultSchema())
              .schema();
      Column name = schema.tables().get(0).column("name").orElseThrow();
      assertThat(name.serverDefault()).isEqualTo("'it''s \\\\ x'");
      assertThat(
              number(
                  connection,
                  "select abs(timestampdiff(second, started_at, utc_timestamp()))"
                      + " from autogen_journal where step = 0"))
          .as("the journal is in UTC")
          .isLessThan(60);
    }
  }

  /** What a session had before is there again: an application's pool may use it next. */
  @ParameterizedTest
  @EnumSource
  void a_session_gets_its_settings_back(MySqlServer server) throws Exception {
    assumeTrue(server.isThere(), "NOT TRIED: " + server.label());
    String database = server.create();
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("set sql_mode = 'ANSI_QUOTES', time_zone = '+02:00'");
      var rules = new MySqlDialect().executionRules();
      rules.prepare(connection, Duration.ofMillis(10));
      assertThatThrownBy(() -> statement.execute("select cast('x' as signed) from \"t\""))
          .isInstanceOf(SQLException.class);
      assertThat(number(connection, "select @@lock_wait_timeout")).isEqualTo(1);
      rules.restore(connection);
      assertThat(text(connection, "select concat(@@sql_mode, @@time_zone)"))
          .isEqualTo("ANSI_QUOTES+02:00");
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(text(connection, query));
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}

package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.RowRules;
import dev.autogen.rows.RowReport;
import dev.autogen.rows.RowTrial;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every table that Hibernate creates for entities takes rows. */
class EntityRowsTest {

  @ParameterizedTest(name = "Hibernate {0} on PostgreSQL {1}")
  @CsvSource({"V6,V14,entities", "V7,V18,entities", "V7,V18,latest"})
  void everyTableGetsRows(HibernateVersion hibernate, PostgreSqlVersion version, String name)
      throws Exception {
    try (TestDatabase database = TestDatabase.create(version);
        Connection connection = database.connect()) {
      database.execute("create schema other");
      List<String> packages = List.of("dev.autogen.model." + name);
      List<String> classes =
          List.copyOf(EntityScan.scan(hibernate.classpath(), packages).classes());
      hibernate.create(classes, database.url(), Map.of());
      RowRules rules = Dialects.of(database.url()).rowRules().orElseThrow();

      RowReport report = RowTrial.begin(connection, rules, Set.of(), RowRules.Reach.ALL).report();

      assertThat(report.withoutRows()).isEmpty();
      assertThat(report.tables())
          .isEqualTo(
              Integer.parseInt(
                  database.queryValue(
                      "select count(*) from pg_tables where schemaname in ('public', 'other')")));
      assertThat(report.rows()).isGreaterThan(6 * report.tables());
    }
  }
}

package dev.autogen.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RowRules.Reach;
import dev.autogen.dialect.RowRules.Table;
import dev.autogen.schema.QualifiedName;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which tables get rows where a migration changes some. */
class RowReachTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private List<Table> tables(Reach reach) throws SQLException {
    try (Connection connection = database.connect()) {
      RowRules rules = Dialects.of(database.url()).rowRules().orElseThrow();
      return rules.tables(connection, Set.of(), reach);
    }
  }

  private List<String> names(Reach reach) throws SQLException {
    return tables(reach).stream().map(table -> table.name().toString()).toList();
  }

  @Test
  void tables_reach_what_they_refer_to_and_what_inherits_from_them() throws SQLException {
    database.execute(
        """
        create schema other;
        create table other.countries (id int primary key);
        create table towns (id int primary key, country int references other.countries);
        create table users (id int primary key, town int references towns, boss int references users);
        create table admins (level int) inherits (users);
        create table orders (id int primary key, buyer int references users);
        create table unrelated (id int)
        """);

    assertThat(names(Reach.of(Set.of(QualifiedName.of("users")))))
        .containsExactlyInAnyOrder("users", "admins", "towns", "other.countries");
    assertThat(names(Reach.of(Set.of(QualifiedName.of("other", "countries")))))
        .containsExactly("other.countries");
    assertThat(names(Reach.ALL)).hasSize(6);
  }

  @Test
  void a_table_is_found_again_under_another_name() throws SQLException {
    database.execute(
        "create table towns (id int primary key)",
        "create table users (id int primary key, town int references towns)");
    Reach reach = Reach.of(Set.of(QualifiedName.of("users")));
    Reach later = reach.with(tables(reach));
    database.execute(
        "alter table users drop column town",
        "alter table users rename to members",
        "alter table towns rename to cities");

    assertThat(names(later)).containsExactlyInAnyOrder("members", "cities");
  }
}

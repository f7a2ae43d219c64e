package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.Autogen;
import dev.autogen.migration.Definitions;
import dev.autogen.schema.AutogenException;
import dev.autogen.testing.TestDatabase;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first start of an application on a database that was there before autogen. */
class BaselineAtTest {

  private final TestDatabase database = TestDatabase.create();

  private final InMemoryMigrations migrations =
      new InMemoryMigrations()
          .add(
              "a1",
              List.of(),
              op -> op.createTable("users", Definitions.column("id", Definitions.integer())),
              op -> op.dropTable("users"))
          .add(
              "b2",
              List.of("a1"),
              op -> op.execute("alter table users add column name text"),
              op -> op.dropColumn("users", "name"));

  @AfterEach
  void drop() {
    database.close();
  }

  private Autogen.Builder configured() {
    return Autogen.configure()
        .connections(() -> DriverManager.getConnection(database.url()))
        .migrations(migrations);
  }

  @Test
  void aDatabaseWithTablesBeginsAtTheBaseline() {
    database.execute("create table users (id int)", "insert into users values (1)");
    Autogen autogen = configured().baselineAt("a1").build();

    assertThat(autogen.upgrade("head").executed()).hasSize(1);

    assertThat(autogen.current()).containsExactly("b2");
    assertThat(database.queryValue("select count(name) || '/' || count(*) from users"))
        .isEqualTo("0/1");
    assertThat(autogen.upgrade("head").executed()).isEmpty();
  }

  @Test
  void theBaselineMayBeTheHead() {
    database.execute("create table users (id int, name text)");
    Autogen autogen = configured().baselineAt("b2").build();

    assertThat(autogen.upgrade("head").executed()).isEmpty();

    assertThat(autogen.current()).containsExactly("b2");
  }

  @Test
  void anEmptyDatabaseIsUpgradedFromNothing() {
    database.execute("create schema other", "create table other.users (id int)");
    Autogen autogen = configured().baselineAt("a1").build();

    assertThat(autogen.upgrade("head").executed()).hasSize(2);
  }

  @Test
  void aDatabaseThatAutogenMadeIsNotNotedAgain() {
    Autogen autogen = configured().baselineAt("b2").build();
    database.execute("create table users (id int)");
    autogen.stamp("a1");

    assertThat(autogen.upgrade("head").executed()).hasSize(1);
  }

  @Test
  void aBaselineThatDoesNotExistIsRefused() {
    database.execute("create table users (id int)");

    assertThatThrownBy(() -> configured().baselineAt("zzz9").build().upgrade("head"))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("zzz9");
    assertThat(configured().build().current()).isEmpty();
  }

  @Test
  void withoutABaselineTheStartIsRefused() {
    database.execute("create table users (id int)");

    assertThatThrownBy(() -> configured().build().upgrade("head"))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("baselineAt(\"a1\")");
  }
}

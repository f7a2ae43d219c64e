package dev.autogen.shadow;

import static dev.autogen.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.migration.Operations;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Schema;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a proof compares after each of its steps, and what it says of failures that follow. */
class ProofComparisonTest {

  private static final String USERS = "create table users (id bigserial primary key)";
  private static final String VIEW = "create view ids as select id from users";

  private final TestDatabase database = TestDatabase.create();
  private final TestDatabase origin = TestDatabase.create();
  private final Dialect dialect = Dialects.of(database.url());

  @AfterEach
  void drop() {
    database.close();
    origin.close();
  }

  private Proof.Result prove(
      List<DatabaseObject> objects, Consumer<Operations> up, Consumer<Operations> down) {
    InMemoryMigrations migrations =
        new InMemoryMigrations().sql("aaa1", USERS, "drop table users").then("aaa2", up, down);
    return new Proof(start(migrations).having(objects), true)
        .of(migrations.history().get("aaa2"), null, null);
  }

  private ProofStart start(InMemoryMigrations migrations) {
    Shadow shadow = new WipedShadow(database.connections(), dialect);
    return new ProofStart(shadow, dialect, migrations, RunSettings.DEFAULT, List.of());
  }

  private List<DatabaseObject> view() throws Exception {
    origin.execute(USERS, VIEW);
    try (Connection connection = origin.connect()) {
      return dialect.inspector().databaseObjects(connection, InspectionScope.defaultSchema());
    }
  }

  @Test
  void aSecondUpgradeThatMakesSomethingElseFails() {
    AtomicInteger runs = new AtomicInteger();

    Proof.Result result =
        prove(
            List.of(),
            op ->
                op.addColumn(
                    "users", column(runs.incrementAndGet() % 2 == 1 ? "odd" : "even", text())),
            op -> op.execute("alter table users drop column if exists odd, drop if exists even"));

    assertThat(result.failures())
        .containsExactlyInAnyOrder(
            "after the second upgrade: column users.even is there and should not be",
            "after the second upgrade: column users.odd is missing");
  }

  @Test
  void aDowngradeThatCreatesAnotherViewFails() throws Exception {
    Proof.Result result =
        prove(
            view(),
            op -> op.execute("drop view ids; " + VIEW),
            op -> op.execute("drop view ids; create view ids as select id, 1 as one from users"));

    assertThat(result.failures())
        .anySatisfy(line -> assertThat(line).startsWith("after the downgrade: view ids is "));
  }

  @Test
  void anUpgradeThatCreatesAnotherViewTheSecondTimeFails() throws Exception {
    AtomicInteger runs = new AtomicInteger();

    Proof.Result result =
        prove(
            view(),
            op ->
                op.execute(
                    "drop view ids; create view ids as select id"
                        + (runs.incrementAndGet() % 2 == 1 ? "" : ", 1 as one")
                        + " from users"),
            op -> op.execute("drop view ids; " + VIEW));

    assertThat(result.failures())
        .singleElement()
        .asString()
        .startsWith("after the second upgrade: view ids is ");
  }

  /** Division by zero where the constraint is missing. */
  @Test
  void aDowngradeThatFailsBecauseTheUpgradeFailedIsNotReported() {
    Proof.Result result =
        prove(
            List.of(),
            op -> op.execute("alter table users add constraint negative check (id < 0)"),
            op ->
                op.execute(
                    "update users set id = id / (select count(*) from pg_constraint"
                        + " where conname = 'negative');"
                        + " alter table users drop constraint if exists negative"));

    assertThat(result.rows().failures())
        .hasSize(2)
        .noneMatch(line -> line.contains("division by zero"))
        .first()
        .asString()
        .contains("negative");
  }

  /** The database of the second try has the view, too. */
  @Test
  void aRevisionThatFailsOnRowsIsTriedWithoutThemOnADatabaseWithItsViews() throws Exception {
    Proof.Result result =
        prove(
            view(),
            op ->
                op.execute(
                    "drop view ids; alter table users add constraint negative check (id < 0); "
                        + VIEW),
            op -> op.execute("drop view ids; alter table users drop constraint negative; " + VIEW));

    assertThat(result.failures()).isEmpty();
    assertThat(result.rows().fails()).isTrue();
  }

  /** A key can be dropped only if no foreign key rests on it. */
  @Test
  void aForeignKeyThatRestsOnAnotherKeyIsProvenOnACopy() throws Exception {
    String tables = "create table a (id int); create table b (a_id int);";
    String one = "alter table a add constraint a_one unique (id);";
    String two = "alter table a add constraint a_two unique (id);";
    String reference = "alter table b add constraint b_a foreign key (a_id) references a (id);";
    origin.execute(tables + two + reference + one);
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("aaa1", tables + one + two + reference, "drop table b, a")
            .then("aaa2", op -> {}, op -> {});
    Schema actual;
    try (Connection connection = origin.connect()) {
      actual = dialect.inspector().inspect(connection, InspectionScope.defaultSchema()).schema();
    }

    Proof.Result result =
        new Proof(start(migrations), false)
            .of(migrations.history().get("aaa2"), dialect.typeRules().canonical(actual), null);

    assertThat(result.reservations())
        .singleElement()
        .asString()
        .contains("proven on a copy", "b.b_a rests on a_one and should rest on a_two");
  }
}

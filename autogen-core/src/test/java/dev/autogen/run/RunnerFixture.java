package dev.autogen.run;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A database and runners for it, whose warnings are heard. */
abstract class RunnerFixture {

  final TestDatabase database = TestDatabase.create();
  final List<String> heard = new ArrayList<>();

  @AfterEach
  void drop() {
    database.close();
  }

  MigrationRunner runner(MigrationSource migrations) {
    return runner(migrations, RunSettings.DEFAULT);
  }

  MigrationRunner runner(MigrationSource migrations, RunSettings settings) {
    RunListener listener =
        new RunListener() {
          @Override
          public void warning(String message) {
            heard.add(message);
          }
        };
    return new MigrationRunner(
        database::connect, new PostgreSqlDialect(), migrations, settings.withListener(listener));
  }

  static InMemoryMigrations twoTables() {
    return new InMemoryMigrations()
        .sql("a1", "create table t (id int)", "drop table t")
        .sql("b2", "create table u (id int); insert into u values (1)", "drop table u");
  }
}

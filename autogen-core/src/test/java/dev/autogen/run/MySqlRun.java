package dev.autogen.run;

import dev.autogen.dialect.mysql.MySqlDialect;
import dev.autogen.migration.Operations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs one revision on MariaDB or MySQL, for tests of other packages. */
public final class MySqlRun {

  private MySqlRun() {}

  /** Upgrades a database by what the work does. */
  public static void upgrade(Callable<Connection> connections, Consumer<Operations> work) {
    InMemoryMigrations migrations = new InMemoryMigrations().then("a1", work::accept);
    new MigrationRunner(
            () -> {
              try {
                return connections.call();
              } catch (SQLException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            new MySqlDialect(),
            migrations,
            RunSettings.DEFAULT)
        .upgrade("head");
  }
}

package dev.autogen.workspace;

import dev.autogen.dialect.Dialect;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/**
 * Connections to a database that may be a file. To read one that does not exist leaves none behind:
 * a mistyped address would create it, and the next command would find it empty.
 */
final class ExistingFile implements ConnectionSource {

  private final JdbcConnections file;
  private final Dialect dialect;

  private ExistingFile(JdbcConnections file, Dialect dialect) {
    this.file = file;
    this.dialect = dialect;
  }

  static ConnectionSource of(JdbcConnections connections, Dialect dialect) {
    return new ExistingFile(connections, dialect);
  }

  @Override
  public Connection open() throws SQLException {
    Optional<String> empty = dialect.throwawayRules().emptyInstead(file.url());
    return empty.isPresent()
        ? new JdbcConnections(empty.get(), new Properties()).open()
        : file.open();
  }

  @Override
  public ConnectionSource toChange() {
    return file;
  }

  @Override
  public ConnectionSource as(String user, String password) {
    return file.as(user, password);
  }
}

package dev.autogen.model;

import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sqlite.SQLiteConnection;

/** A database that can be empty again, and go back to a point. */
interface ChangeBench extends AutoCloseable {

  /** A connection to it while it is empty. */
  Connection empty() throws SQLException;

  /** Remembers the present content. */
  void mark() throws SQLException;

  /** Goes back to the content of {@link #mark}; a connection to it. */
  Connection back() throws SQLException;

  @Override
  void close() throws SQLException;

  /** Everything happens in one transaction, which is rolled back. */
  final class OneTransaction implements ChangeBench {

    private final TestDatabase database;
    private final Connection connection;
    private Savepoint mark;

    OneTransaction(PostgreSqlVersion version) {
      database = TestDatabase.create(version);
      connection = database.connect();
    }

    @Override
    public Connection empty() throws SQLException {
      connection.setAutoCommit(false);
      connection.rollback();
      return connection;
    }

    @Override
    public void mark() throws SQLException {
      mark = connection.setSavepoint();
    }

    @Override
    public Connection back() throws SQLException {
      connection.rollback(mark);
      return connection;
    }

    @Override
    public void close() throws SQLException {
      connection.close();
      database.close();
    }
  }

  /** A new database in memory each time. */
  final class InMemory implements ChangeBench {

    private final List<String> script = new ArrayList<>();
    private Connection connection;

    @Override
    public Connection empty() throws SQLException {
      close();
      connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "");
      return connection;
    }

    @Override
    public void mark() throws SQLException {
      script.clear();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("script nosettings")) {
        while (rows.next()) {
          script.add(rows.getString(1));
        }
      }
    }

    @Override
    public Connection back() throws SQLException {
      Connection copy = empty();
      try (Statement statement = copy.createStatement()) {
        for (String sql : script) {
          statement.execute(sql);
        }
      }
      return copy;
    }

    @Override
    public void close() throws SQLException {
      if (connection != null) {
        connection.close();
      }
    }
  }

  /** A new database of SQLite in memory each time. */
  final class SqliteMemory implements ChangeBench {

    private byte[] marked;
    private Connection connection;

    @Override
    public Connection empty() throws SQLException {
      close();
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      return connection;
    }

    @Override
    public void mark() throws SQLException {
      marked = connection.unwrap(SQLiteConnection.class).serialize("main");
    }

    @Override
    public Connection back() throws SQLException {
      empty().unwrap(SQLiteConnection.class).deserialize("main", marked);
      return connection;
    }

    @Override
    public void close() throws SQLException {
      if (connection != null) {
        connection.close();
      }
    }
  }
}

package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.config.DatabaseUrl;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.JdbcConnections;
import dev.autogen.run.RunningStatements;
import dev.autogen.schema.AutogenException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database of a project while a command works on it. An embedded database runs only that long.
 */
public final class ProjectDatabase implements ConnectionSource, AutoCloseable {

  private final ConnectionSource connections;
  private final String description;
  private final Dialect dialect;
  private final AutoCloseable server;
  private final boolean embedded;

  private ProjectDatabase(
      ConnectionSource connections,
      String description,
      Dialect dialect,
      AutoCloseable server,
      boolean embedded) {
    this.connections = connections;
    this.description = description;
    this.dialect = dialect;
    this.server = server;
    this.embedded = embedded;
  }

  /**
   * Opens the configured database.
   *
   * @param statements tracks the statements that run on its connections
   * @throws AutogenException if none is configured, or the embedded one does not start
   */
  static ProjectDatabase of(
      Config config,
      Dialect dialect,
      ProjectSurroundings surroundings,
      RunningStatements statements) {
    DatabaseUrl url = config.database().requireUrl();
    Optional<String> own = dialect.throwawayRules().embeddedName();
    if (url.isEmbedded() && own.isPresent()) {
      String name = url.jdbcUrl().substring("embedded:".length());
      Path home = config.privateDirectory().resolve(own.get());
      EmbeddedMySqlServer server =
          EmbeddedMySqlServer.start(home, name, dialect, config, surroundings);
      return new ProjectDatabase(
          statements.of(server.connections()), url.toString(), dialect, server, true);
    } else if (url.isEmbedded()) {
      Path home = config.privateDirectory().resolve("postgresql");
      EmbeddedServer server = EmbeddedServer.start(home, config, surroundings);
      return new ProjectDatabase(
          statements.of(server.connections()), url.toString(), dialect, server, true);
    }
    if (dialect.throwawayRules().emptyInstead(url.jdbcUrl()).isPresent()) {
      surroundings
          .listener()
          .progress(
              "The file of "
                  + url
                  + " does not exist: it is read as an empty database, and \"autogen upgrade\""
                  + " creates it");
    }
    return of(url, dialect, statements);
  }

  /** The database at an address of a server that autogen does not run. */
  static ProjectDatabase of(DatabaseUrl url, Dialect dialect, RunningStatements statements) {
    return new ProjectDatabase(
        statements.of(ExistingFile.of(connections(url, dialect), dialect)),
        url.toString(),
        dialect,
        () -> {},
        false);
  }

  /** Connections to an address, with the dialect's settings where the address gives none. */
  static JdbcConnections connections(DatabaseUrl url, Dialect dialect) {
    Properties properties = url.properties();
    dialect.executionRules().connectionProperties().forEach(properties::putIfAbsent);
    return new JdbcConnections(url.jdbcUrl(), properties);
  }

  /** Uses the prepared shadow as the database. It is compared and not changed. */
  static ProjectDatabase of(ConnectionSource prepared, Dialect dialect) {
    return new ProjectDatabase(prepared, "the shadow database", dialect, () -> {}, false);
  }

  /** Whether autogen itself runs this database. */
  public boolean isEmbedded() {
    return embedded;
  }

  /**
   * The dialect for an address. No connection is opened.
   *
   * @param configured the configured address, whose kind of database the history is run on; or null
   */
  static Dialect dialect(DatabaseUrl url, @Nullable DatabaseUrl configured) {
    DatabaseUrl meant =
        !url.isHistory() ? url : configured != null ? configured : url.historyOf().orElse(url);
    if (meant.isEmbedded()) {
      return Dialects.ofEmbedded(meant.jdbcUrl().substring("embedded:".length()))
          .of(meant.jdbcUrl());
    }
    return Dialects.of(meant.isHistory() ? "jdbc:postgresql:" : meant.jdbcUrl());
  }

  /**
   * Opens a connection.
   *
   * @throws AutogenException if the database cannot be reached, or refuses the login; it names the
   *     address, never the password
   */
  @Override
  public Connection open() {
    try {
      return connections.open();
    } catch (SQLException e) {
      throw new DatabaseUnreachable("Cannot connect to " + description + ": " + reason(e), e);
    }
  }

  @Override
  public ConnectionSource toChange() {
    return new ProjectDatabase(connections.toChange(), description, dialect, () -> {}, embedded);
  }

  /**
   * The reason of a failure. The driver often says only that the attempt failed, and its cause says
   * why.
   */
  private String reason(SQLException e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(e.getMessage()).strip();
    if (cause instanceof UnknownHostException unknown) {
      message = "the host " + unknown.getMessage() + " is not known";
    } else if (cause != null
        && cause.getMessage() != null
        && !message.contains(cause.getMessage())) {
      message = message.replaceAll("[.:]$", "") + ": " + cause.getMessage();
    }
    String text = message;
    return dialect
        .executionRules()
        .connectAdvice(e)
        .map(advice -> text.replaceAll("\\.$", "") + ".\n" + advice)
        .orElse(text);
  }

  /** The version of the database's server. */
  ThrowawayRules.Version version() {
    try (Connection connection = open()) {
      return dialect.throwawayRules().version(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The first column of a query's rows.
   *
   * @throws AutogenException if the query fails, or a row has no value there
   */
  public List<String> strings(String query) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      Set<String> values = new LinkedHashSet<>();
      while (rows.next()) {
        values.add(Objects.requireNonNullElse(rows.getString(1), ""));
      }
      if (values.contains("")) {
        throw AutogenException.usage("The query \"" + query + "\" has rows without a name");
      }
      return List.copyOf(values);
    } catch (SQLException e) {
      throw AutogenException.usage("The query \"" + query + "\" cannot be used: " + e.getMessage());
    }
  }

  /** Whether a table of exactly that name exists in any schema of the database. */
  public boolean hasTable(String name) {
    try (Connection connection = open();
        ResultSet tables = connection.getMetaData().getTables(null, null, name, null)) {
      return tables.next();
    } catch (SQLException e) {
      throw AutogenException.failed("The database cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (AutogenException e) {
      throw e;
    } catch (Exception e) {
      throw AutogenException.failed("the database does not stop: " + e.getMessage(), e);
    }
  }
}

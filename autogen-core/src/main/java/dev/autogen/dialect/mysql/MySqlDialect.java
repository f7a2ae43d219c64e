package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExpressionRules;
import dev.autogen.dialect.Features;
import dev.autogen.dialect.ModelTarget;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.inspect.Inspector;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * MySQL and MariaDB. An address of one of them may lead to the other; which it is, and what it can
 * do, is asked of the server by the first connection.
 */
public final class MySqlDialect implements Dialect {

  private final KnownServer server;

  /** The dialect of a MySQL, until a connection tells otherwise. */
  public MySqlDialect() {
    this(Server.recentMySql());
  }

  private MySqlDialect(Server assumed) {
    this.server = new KnownServer(assumed);
  }

  @Override
  public List<String> ids() {
    return List.of("mysql", "mariadb");
  }

  @Override
  public String name() {
    return server.get().product();
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    String url = jdbcUrl.toLowerCase(Locale.ROOT);
    return url.startsWith("jdbc:mysql:") || url.startsWith("jdbc:mariadb:");
  }

  @Override
  public Dialect of(String jdbcUrl) {
    return new MySqlDialect(
        jdbcUrl.toLowerCase(Locale.ROOT).contains("mariadb")
            ? Server.recentMariaDb()
            : Server.recentMySql());
  }

  @Override
  public Addresses addresses() {
    return new MySqlAddresses();
  }

  @Override
  public Features features() {
    return new Features(false);
  }

  @Override
  public Inspector inspector() {
    return new MySqlInspector(server);
  }

  @Override
  public TextRules textRules() {
    return MySqlText.RULES;
  }

  @Override
  public TypeRules typeRules() {
    return new MySqlTypeRules(server);
  }

  @Override
  public ExpressionRules expressionRules() {
    return new MySqlExpressionRules(server);
  }

  @Override
  public SqlRenderer sqlRenderer() {
    return new MySqlRenderer(server);
  }

  @Override
  public RunnerLock runnerLock() {
    return new MySqlRunnerLock();
  }

  @Override
  public ThrowawayRules throwawayRules() {
    return new MySqlThrowawayRules(server);
  }

  @Override
  public Optional<RowRules> rowRules() {
    return Optional.of(new MySqlRowRules(server));
  }

  @Override
  public ExecutionRules executionRules() {
    return new MySqlExecutionRules(server);
  }

  @Override
  public ModelTarget modelTarget(Connection connection) throws SQLException {
    return MySqlModelTarget.of(server.of(connection), connection);
  }
}

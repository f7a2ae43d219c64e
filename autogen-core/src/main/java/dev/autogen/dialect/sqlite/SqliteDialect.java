package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExpressionRules;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.inspect.Inspector;
import dev.autogen.sql.TextRules;
import java.util.Optional;

/** SQLite 3.35 and later, by the driver of Xerial. */
public final class SqliteDialect implements Dialect {

  private static final String PREFIX = "jdbc:sqlite:";

  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return SqliteText.lower(jdbcUrl).startsWith(PREFIX);
  }

  @Override
  public Addresses addresses() {
    return new SqliteAddresses();
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector();
  }

  @Override
  public TextRules textRules() {
    return SqliteText.RULES;
  }

  @Override
  public TypeRules typeRules() {
    return new SqliteTypeRules();
  }

  @Override
  public ExpressionRules expressionRules() {
    return new SqliteExpressionRules();
  }

  @Override
  public SqlRenderer sqlRenderer() {
    return new SqliteRenderer();
  }

  @Override
  public RunnerLock runnerLock() {
    return new SqliteRunnerLock();
  }

  @Override
  public ThrowawayRules throwawayRules() {
    return new SqliteThrowawayRules();
  }

  @Override
  public Optional<RowRules> rowRules() {
    return Optional.of(new SqliteRowRules());
  }

  @Override
  public ExecutionRules executionRules() {
    return new SqliteExecutionRules();
  }
}

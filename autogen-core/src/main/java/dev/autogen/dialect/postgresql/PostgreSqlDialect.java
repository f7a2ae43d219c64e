package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExpressionRules;
import dev.autogen.dialect.HazardRules;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.SafeForms;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.dialect.postgresql.hazards.PostgreSqlHazardRules;
import dev.autogen.dialect.postgresql.rows.PostgreSqlRowRules;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.inspect.Inspector;
import dev.autogen.sql.TextRules;
import java.util.Optional;

/** PostgreSQL 14 and later. */
public final class PostgreSqlDialect implements Dialect {

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.startsWith("jdbc:postgresql:");
  }

  @Override
  public Addresses addresses() {
    return new PostgreSqlAddresses();
  }

  @Override
  public Inspector inspector() {
    return new PostgreSqlInspector();
  }

  @Override
  public TextRules textRules() {
    return PostgreSqlText.RULES;
  }

  @Override
  public TypeRules typeRules() {
    return new PostgreSqlTypeRules();
  }

  @Override
  public ExpressionRules expressionRules() {
    return new PostgreSqlExpressionRules();
  }

  @Override
  public SqlRenderer sqlRenderer() {
    return new PostgreSqlRenderer();
  }

  @Override
  public RunnerLock runnerLock() {
    return new PostgreSqlRunnerLock();
  }

  @Override
  public ThrowawayRules throwawayRules() {
    return new PostgreSqlThrowawayRules();
  }

  @Override
  public Optional<RowRules> rowRules() {
    return Optional.of(new PostgreSqlRowRules());
  }

  @Override
  public Optional<SafeForms> safeForms() {
    return Optional.of(new PostgreSqlSafeForms());
  }

  @Override
  public Optional<HazardRules> hazardRules() {
    return Optional.of(new PostgreSqlHazardRules());
  }

  @Override
  public ExecutionRules executionRules() {
    return new PostgreSqlExecutionRules();
  }
}

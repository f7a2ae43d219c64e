package dev.autogen.dialect.h2;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ExecutionRules;
import dev.autogen.dialect.ExpressionRules;
import dev.autogen.dialect.Features;
import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.RunnerLock;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.inspect.Inspector;
import dev.autogen.sql.TextRules;
import java.util.Locale;
import java.util.Optional;

/** H2 2.x. Its URL may say that names without quotes are not stored in capitals. */
public final class H2Dialect implements Dialect {

  private static final String PREFIX = "jdbc:h2:";

  private final H2Names names;
  private final String settings;

  /** The dialect of databases in which names without quotes are stored in capitals. */
  public H2Dialect() {
    this(PREFIX);
  }

  private H2Dialect(String jdbcUrl) {
    this.settings = H2Mode.of(jdbcUrl);
    this.names = new H2Names(H2Text.of(jdbcUrl), H2Text.defaultSchema(jdbcUrl));
  }

  @Override
  public Addresses addresses() {
    return new H2Addresses();
  }

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public boolean accepts(String jdbcUrl) {
    return jdbcUrl.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  @Override
  public Dialect of(String jdbcUrl) {
    return new H2Dialect(jdbcUrl);
  }

  @Override
  public Features features() {
    return new Features(false);
  }

  @Override
  public Inspector inspector() {
    return new H2Inspector(names);
  }

  @Override
  public TextRules textRules() {
    return names.text();
  }

  @Override
  public TypeRules typeRules() {
    return new H2TypeRules(names);
  }

  @Override
  public ExpressionRules expressionRules() {
    return new H2ExpressionRules(names);
  }

  @Override
  public SqlRenderer sqlRenderer() {
    return new H2Renderer(names);
  }

  @Override
  public RunnerLock runnerLock() {
    return new H2RunnerLock(names.text());
  }

  @Override
  public ThrowawayRules throwawayRules() {
    return new H2ThrowawayRules(names, settings);
  }

  @Override
  public Optional<RowRules> rowRules() {
    return Optional.of(new H2RowRules(names));
  }

  @Override
  public ExecutionRules executionRules() {
    return new H2ExecutionRules(names);
  }
}

package dev.autogen.dialect;

import dev.autogen.dialect.address.Addresses;
import dev.autogen.inspect.Inspector;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes one kind of database by several narrow facets; {@code ServiceLoader} finds it. */
public interface Dialect {

  /** The name in messages, such as {@code PostgreSQL}. */
  String name();

  /** The name in settings and in {@code @Revision}, such as {@code postgresql}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The names of all kinds of database that this dialect serves. */
  default List<String> ids() {
    return List.of(id());
  }

  /** Whether a JDBC URL of this form belongs to this kind of database. */
  boolean accepts(String jdbcUrl);

  /** The same dialect for the database at a URL, whose settings may change the rules. */
  default Dialect of(String jdbcUrl) {
    return this;
  }

  /** How its addresses are written. */
  default Addresses addresses() {
    return Addresses.JDBC_ALONE;
  }

  /** What this kind of database can do. */
  default Features features() {
    return new Features(true);
  }

  /** Reads live schemas. */
  Inspector inspector();

  /** How its SQL is read and written: names, literals, comments, scripts. */
  TextRules textRules();

  /** How its names are read and written. */
  default NameRules nameRules() {
    return textRules().names();
  }

  /** Decides which types and defaults are the same. */
  TypeRules typeRules();

  /** Asks a live database how it understands expressions. */
  ExpressionRules expressionRules();

  /** Writes the SQL of operations. */
  SqlRenderer sqlRenderer();

  /** Keeps two runners from working on one database. */
  RunnerLock runnerLock();

  /** Makes and throws away databases for trying things out. */
  ThrowawayRules throwawayRules();

  /** Puts rows into tables for proofs; empty if proofs on this database work without rows. */
  default Optional<RowRules> rowRules() {
    return Optional.empty();
  }

  /**
   * What Hibernate has to know of the database of a connection.
   *
   * @throws SQLException if it cannot be asked
   */
  default ModelTarget modelTarget(Connection connection) throws SQLException {
    return ModelTarget.of(connection);
  }

  /** Measures what migrations lock; empty if lint cannot measure on this database. */
  default Optional<HazardRules> hazardRules() {
    return Optional.empty();
  }

  /**
   * Writes migrations so that others wait for moments only; empty if the database has no such form.
   */
  default Optional<SafeForms> safeForms() {
    return Optional.empty();
  }

  /** What a runner must know while it executes migrations. */
  default ExecutionRules executionRules() {
    return new ExecutionRules() {};
  }
}

package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.rows.SchemaRowRules;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows for tables of SQLite. Foreign keys are not enforced while a migration runs, so that rows
 * need no order; they satisfy them all the same.
 */
final class SqliteRowRules extends SchemaRowRules {

  /** Result codes: a constraint, a value of the wrong type, a value that is too large. */
  private static final int CONSTRAINT = 19;

  /** {@code NOT NULL constraint failed: users.phone}. */
  private static final Pattern FAILED =
      Pattern.compile("(?:NOT NULL|UNIQUE) constraint failed: (.*)");

  private static final int MISMATCH = 20;
  private static final int TOO_BIG = 18;

  SqliteRowRules() {
    super(new SqliteInspector(), SqliteRowTypes.writer());
  }

  @Override
  protected Types types(Connection connection, Schema schema) {
    return new SqliteRowTypes();
  }

  /** A cast to a type that SQLite does not know makes a number of a date. */
  @Override
  public String cast(String expression, String type) {
    return expression;
  }

  @Override
  public boolean namesValues() {
    return false;
  }

  @Override
  public @Nullable String text(ResultSet row, int column) throws SQLException {
    return row.getObject(column) instanceof byte[] bytes
        ? text().literalOf(bytes)
        : row.getString(column);
  }

  @Override
  public String literal(ResultSet row, int column) throws SQLException {
    return text().literalOf(row.getObject(column));
  }

  @Override
  public boolean isOfRows(SQLException failure) {
    int code = failure.getErrorCode() & 0xff;
    return code == CONSTRAINT || code == MISMATCH || code == TOO_BIG;
  }

  @Override
  public List<String> names(SQLException failure, String statement) {
    Matcher failed = FAILED.matcher(words(failure, statement));
    return failed.matches() ? List.of(failed.group(1).split(", |\\.")) : List.of();
  }

  @Override
  public String words(SQLException failure, String statement) {
    return SqliteExecutionRules.words(failure);
  }

  @Override
  public boolean goesOn(String failed, String later) {
    return Rebuild.belongTogether(failed, later);
  }

  @Override
  public List<String> postpone(QualifiedName table, Reference reference) {
    return List.of();
  }

  @Override
  public List<String> restore(QualifiedName table, Reference reference) {
    return List.of();
  }
}

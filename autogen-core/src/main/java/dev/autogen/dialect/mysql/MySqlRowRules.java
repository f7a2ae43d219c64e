package dev.autogen.dialect.mysql;

import dev.autogen.dialect.rows.SchemaRowRules;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows for tables of MySQL and MariaDB. */
final class MySqlRowRules extends SchemaRowRules {

  /**
   * Errors of rows that have a general SQLState: data truncated, wrong value, out of range, no
   * partition, duplicate, a check that is violated (MySQL manual, Server Error Reference; MariaDB
   * Error Codes).
   */
  private static final Set<Integer> OF_ROWS =
      Set.of(
          1048, 1062, 1138, 1169, 1264, 1265, 1292, 1366, 1406, 1411, 1451, 1452, 1242, 1526, 1586,
          1690, 3140, 3819, 4025);

  private static final int NULL_VALUE = 1138;
  private static final int TRUNCATED = 1265;
  private static final int NO_NULL = 1048;

  /** The columns that a statement changes. */
  private static final Pattern CHANGED = Pattern.compile("modify column `?([^ `]+)");

  private final KnownServer server;

  MySqlRowRules(KnownServer server) {
    super(new MySqlInspector(server), MySqlRowTypes.writer());
    this.server = server;
  }

  @Override
  protected Types types(Connection connection, Schema schema) {
    return new MySqlRowTypes();
  }

  @Override
  public List<String> session() {
    return List.of(MySqlSession.STRICT_SETTINGS);
  }

  @Override
  public String withoutValues() {
    return "() values ()";
  }

  /** A cast takes other types than a column does, and columns convert by themselves. */
  @Override
  public String cast(String expression, String type) {
    return expression;
  }

  @Override
  public String castBack(String expression, String type) {
    SqlType former = SqlType.parse(type);
    String arguments = type.contains("(") ? type.substring(type.indexOf('(')) : "";
    return switch (MySqlTypeFamily.of(former)) {
      case EXACT -> "cast(" + expression + " as decimal" + arguments.split(" ", 2)[0] + ")";
      case DATE -> "cast(" + expression + " as date)";
      case MOMENT -> "cast(" + expression + " as datetime" + arguments + ")";
      case CLOCK -> "cast(" + expression + " as time" + arguments + ")";
      default -> expression;
    };
  }

  @Override
  public boolean namesValues() {
    return false;
  }

  @Override
  public @Nullable String text(ResultSet row, int column) throws SQLException {
    byte @Nullable [] bytes = bytes(row, column);
    return bytes == null ? row.getString(column) : text().literalOf(bytes);
  }

  @Override
  public String literal(ResultSet row, int column) throws SQLException {
    byte @Nullable [] bytes = bytes(row, column);
    return bytes == null ? super.literal(row, column) : text().literalOf(bytes);
  }

  private static byte @Nullable [] bytes(ResultSet row, int column) throws SQLException {
    return switch (row.getMetaData().getColumnType(column)) {
      case java.sql.Types.BINARY,
          java.sql.Types.VARBINARY,
          java.sql.Types.LONGVARBINARY,
          java.sql.Types.BLOB,
          java.sql.Types.OTHER ->
          row.getBytes(column);
      case java.sql.Types.BIT, java.sql.Types.BOOLEAN ->
          row.getObject(column) instanceof byte[] bits ? bits : null;
      default -> null;
    };
  }

  @Override
  public boolean isOfRows(SQLException failure) {
    return OF_ROWS.contains(failure.getErrorCode()) || super.isOfRows(failure);
  }

  @Override
  public List<String> names(SQLException failure, String statement) {
    return switch (failure.getErrorCode()) {
      case NULL_VALUE, TRUNCATED, NO_NULL ->
          CHANGED.matcher(statement).results().map(found -> found.group(1)).toList();
      default -> List.of();
    };
  }

  @Override
  public String words(SQLException failure, String statement) {
    return new MySqlExecutionRules(server).describe(failure, statement);
  }

  @Override
  public List<String> copy(String name, String from, String columns, String rows) {
    return List.of(
        "create table " + name + " like " + from,
        "insert into "
            + name
            + " ("
            + columns
            + ") select "
            + columns
            + " from "
            + from
            + " "
            + rows);
  }

  @Override
  public List<String> postpone(QualifiedName table, Reference reference) {
    return List.of("set foreign_key_checks = 0");
  }

  @Override
  public List<String> restore(QualifiedName table, Reference reference) {
    return List.of("set foreign_key_checks = 1");
  }
}

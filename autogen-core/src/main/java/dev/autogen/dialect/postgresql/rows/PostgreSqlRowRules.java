package dev.autogen.dialect.postgresql.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Rows for tables of PostgreSQL 14 and later. */
public final class PostgreSqlRowRules implements RowRules {

  @Override
  public TextRules text() {
    return PostgreSqlText.RULES;
  }

  @Override
  public List<Table> tables(Connection connection, Set<String> ownTables, Reach reach)
      throws SQLException {
    return new RowCatalog(connection, ownTables, reach).tables();
  }

  @Override
  public String withOwnNumbers() {
    return "overriding system value";
  }

  @Override
  public List<String> checkAtOnce() {
    return List.of("set constraints all immediate");
  }

  @Override
  public List<String> postpone(QualifiedName table, Reference reference) {
    String late = "set constraints " + constraint(table, reference) + " deferred";
    return reference.deferrable()
        ? List.of(late)
        : List.of(alter(table, reference) + " deferrable initially deferred", late);
  }

  @Override
  public List<String> restore(QualifiedName table, Reference reference) {
    String atOnce = "set constraints " + constraint(table, reference) + " immediate";
    return reference.deferrable()
        ? List.of(atOnce)
        : List.of(atOnce, alter(table, reference) + " not deferrable");
  }

  private static String alter(QualifiedName table, Reference reference) {
    return "alter table "
        + schema(table)
        + quoted(table.name())
        + " alter constraint "
        + quoted(reference.name());
  }

  private static String constraint(QualifiedName table, Reference reference) {
    return schema(table) + quoted(reference.name());
  }

  private static String schema(QualifiedName table) {
    return table.schema() == null ? "" : quoted(table.schema()) + ".";
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}

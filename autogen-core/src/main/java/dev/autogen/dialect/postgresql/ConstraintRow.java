package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.UniqueConstraint;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A row of {@code pg_constraint}. */
record ConstraintRow(
    ResultSet row,
    CatalogTable table,
    Map<Long, CatalogTable> tables,
    BiFunction<String, String, QualifiedName> names) {

  Constraint constraint() throws SQLException {
    String name = row.getString("conname");
    String kind = row.getString("contype");
    return switch (kind) {
      case "p" ->
          new PrimaryKey(name, columns(), include(), deferral(), row.getBoolean("conperiod"));
      case "u" ->
          new UniqueConstraint(
              name,
              columns(),
              include(),
              deferral(),
              row.getBoolean("nulls_not_distinct"),
              row.getBoolean("conperiod"));
      case "f" -> foreignKey(name);
      case "c" -> check(name);
      default -> throw new IllegalStateException("pg_constraint.contype " + kind);
    };
  }

  private CheckConstraint check(String name) throws SQLException {
    List<String> columns = columns();
    return new CheckConstraint(
        name,
        columns.size() == 1 ? columns.get(0) : null,
        PostgreSqlText.WORDS.unwrapped(row.getString("expression")),
        row.getBoolean("connoinherit"),
        enforcement());
  }

  private Enforcement enforcement() throws SQLException {
    if (!row.getBoolean("conenforced")) {
      return Enforcement.NOT_ENFORCED;
    }
    return row.getBoolean("convalidated") ? Enforcement.ENFORCED : Enforcement.NOT_VALID;
  }

  private ForeignKey foreignKey(String name) throws SQLException {
    Array outside = row.getArray("refcolumns");
    List<String> referenced =
        outside != null
            ? PgArrays.strings(outside)
            : tables
                .get(row.getLong("confrelid"))
                .columnNames(PgArrays.numbers(row.getString("confkey")));
    return new ForeignKey(
        name,
        columns(),
        names.apply(row.getString("refschema"), row.getString("refname")),
        referenced,
        action(row.getString("confdeltype")),
        columns("confdelsetcols"),
        action(row.getString("confupdtype")),
        row.getString("confmatchtype").equals("f"),
        row.getBoolean("conperiod"),
        deferral(),
        enforcement(),
        row.getString("rests_on"),
        false);
  }

  /** The columns; a check that names none has no {@code conkey}. */
  private List<String> columns() throws SQLException {
    return columns("conkey");
  }

  private List<String> columns(String label) throws SQLException {
    String numbers = row.getString(label);
    return numbers == null ? List.of() : table.columnNames(PgArrays.numbers(numbers));
  }

  private List<String> include() throws SQLException {
    String numbers = row.getString("indkey");
    if (numbers == null) {
      return List.of();
    }
    List<Integer> all = PgArrays.numbers(numbers);
    return table.columnNames(all.subList(row.getInt("indnkeyatts"), all.size()));
  }

  private Deferral deferral() throws SQLException {
    if (!row.getBoolean("condeferrable")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return row.getBoolean("condeferred")
        ? Deferral.INITIALLY_DEFERRED
        : Deferral.INITIALLY_IMMEDIATE;
  }

  private static Action action(String code) {
    return switch (code) {
      case "r" -> Action.RESTRICT;
      case "c" -> Action.CASCADE;
      case "n" -> Action.SET_NULL;
      case "d" -> Action.SET_DEFAULT;
      default -> Action.NO_ACTION;
    };
  }
}

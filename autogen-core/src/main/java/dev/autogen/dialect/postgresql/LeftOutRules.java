package dev.autogen.dialect.postgresql;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which relations are not part of the schema, and why. */
final class LeftOutRules {

  /** Relations that are no tables, by {@code pg_class.relkind}. */
  private static final Map<String, String> KINDS =
      Map.of("v", "view", "m", "materialized view", "f", "foreign table");

  private final InspectionScope scope;

  LeftOutRules(InspectionScope scope) {
    this.scope = scope;
  }

  /** Why the relation of this row is left out; empty for a table that is read. */
  Optional<LeftOut> relation(QualifiedName name, ResultSet row) throws SQLException {
    String kind = KINDS.getOrDefault(row.getString("relkind"), "table");
    if (row.getString("extname") != null) {
      return Optional.of(ofExtension(kind, name, row));
    }
    String reason = kind.equals("table") ? tableReason(name, row) : "not a table";
    return Optional.ofNullable(reason).map(text -> new LeftOut(kind, name.toString(), text));
  }

  private @Nullable String tableReason(QualifiedName name, ResultSet row) throws SQLException {
    if (row.getBoolean("relispartition")) {
      return "partition of " + row.getString("parent");
    } else if (row.getString("relpersistence").equals("t")) {
      return "temporary";
    }
    return scope.reasonToLeaveOut(name.name());
  }

  static LeftOut ofExtension(String kind, QualifiedName name, ResultSet row) throws SQLException {
    return new LeftOut(
        kind, name.toString(), "belongs to the extension " + row.getString("extname"));
  }
}

package dev.autogen.dialect.sqlite;

import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the statements that SQLite keeps, and asks it how it understood them: three queries. */
final class SqliteInspector implements Inspector {

  @Override
  public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
    SqliteVersion.refuseOld(connection);
    SqliteCatalog catalog = SqliteCatalog.read(connection);
    List<LeftOut> leftOut = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    Map<String, Table> all = new LinkedHashMap<>();
    for (SqliteCatalog.Entry entry : catalog.entries("table")) {
      String name = SqliteText.named(entry.name());
      String reason = reasonToLeaveOut(catalog, entry, scope);
      if (reason == null) {
        all.put(name, table(catalog, entry));
      } else if (!catalog.isInternal(entry)) {
        leftOut.add(new LeftOut("table", name, reason));
      }
    }
    all.values().forEach(table -> tables.add(References.resolved(table, all)));
    return new Inspection(
        new Schema(
            List.of(),
            tables.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
            List.of(),
            List.of()),
        leftOut);
  }

  private static @Nullable String reasonToLeaveOut(
      SqliteCatalog catalog, SqliteCatalog.Entry entry, InspectionScope scope) {
    if (catalog.isInternal(entry)) {
      return "SQLite's own";
    } else if (catalog.isVirtual(entry)) {
      return "a virtual table, or a part of one";
    }
    return scope.reasonToLeaveOut(SqliteText.named(entry.name()));
  }

  private static Table table(SqliteCatalog catalog, SqliteCatalog.Entry entry) throws SQLException {
    String sql = String.valueOf(entry.sql());
    Table table = TableText.of(sql).table();
    catalog.refuseMisread(entry, table);
    Set<String> columns =
        table.columns().stream().map(column -> column.name()).collect(Collectors.toSet());
    List<Index> indexes = new ArrayList<>();
    Map<String, String> indexTexts = new LinkedHashMap<>();
    Map<String, String> triggers = new LinkedHashMap<>();
    for (SqliteCatalog.Entry each : catalog.of(entry)) {
      String name = SqliteText.named(each.name());
      if (each.sql() != null && each.type().equals("index")) {
        indexTexts.put(name, each.sql());
        indexes.add(IndexText.of(each.sql(), name, columns));
      } else if (each.sql() != null && each.type().equals("trigger")) {
        triggers.put(name, each.sql());
      }
    }
    return table
        .withIndexes(indexes)
        .withForm(table.form().withSource(new TableSource(sql, indexTexts, triggers)));
  }

  @Override
  public List<DatabaseObject> databaseObjects(Connection connection, InspectionScope scope)
      throws SQLException {
    return SqliteObjects.of(SqliteCatalog.read(connection));
  }

  @Override
  public Optional<String> defaultSchema(Connection connection) {
    return Optional.empty();
  }

  /** Attached databases are no schemas: they exist for one connection alone. */
  @Override
  public Set<String> schemas(Connection connection) {
    return Set.of();
  }

  /** The table of that name. */
  static QualifiedName name(String stored) {
    return QualifiedName.of(SqliteText.named(stored));
  }
}

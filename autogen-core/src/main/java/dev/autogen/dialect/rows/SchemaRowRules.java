package dev.autogen.dialect.rows;

import dev.autogen.dialect.RowRules;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes tables by what the dialect's inspector reads of them. They are known by their names,
 * since these databases keep no other identity that a change of the table leaves as it is.
 */
public abstract class SchemaRowRules implements RowRules {

  /** The table by which throwaway databases of somebody else's server are recognised. */
  private static final String MARK = "autogen_claim";

  private final Inspector inspector;
  private final ValueWriter writer;

  /** Rules for the tables that an inspector reads. */
  protected SchemaRowRules(Inspector inspector, ValueWriter writer) {
    this.inspector = inspector;
    this.writer = writer;
  }

  /** What a type means for the rows of a table. */
  public interface Types {

    /** The type in SQL. */
    String sql(SqlType type);

    /** The type in SQL without conditions of its own. */
    default String plain(SqlType type) {
      return sql(type);
    }

    /** What kind of values it holds. */
    ValueKind kind(SqlType type);

    /** SQL expressions of values, an ordinary one first; none for a type that is not known. */
    List<String> values(SqlType type);

    /** The conditions of a column by its type. */
    default List<Condition> conditions(String column, SqlType type) {
      return List.of();
    }
  }

  /** The types of a database. */
  protected abstract Types types(Connection connection, Schema schema) throws SQLException;

  /** The schemas that are read besides the default one. */
  protected Set<String> schemas(Connection connection) throws SQLException {
    return Set.of();
  }

  @Override
  public final TextRules text() {
    return writer.rules();
  }

  @Override
  public final boolean undoesStatements() {
    return true;
  }

  @Override
  public final boolean restoreChecks() {
    return false;
  }

  @Override
  public List<String> checkAtOnce() {
    return List.of();
  }

  @Override
  public final List<Table> tables(Connection connection, Set<String> ownTables, Reach reach)
      throws SQLException {
    Set<String> own = new HashSet<>(ownTables);
    own.add(MARK);
    Schema schema =
        inspector.inspect(connection, new InspectionScope(schemas(connection), own)).schema();
    Types types = types(connection, schema);
    Set<QualifiedName> reached = reached(schema, reach);
    return schema.tables().stream()
        .filter(table -> reached.contains(table.name()))
        .map(table -> described(table, schema, types))
        .toList();
  }

  /** These tables, and those that they refer to. */
  private static Set<QualifiedName> reached(Schema schema, Reach reach) {
    Set<QualifiedName> reached = new HashSet<>();
    Deque<QualifiedName> open = new ArrayDeque<>();
    for (dev.autogen.schema.Table table : schema.tables()) {
      if (reach.all()
          || reach.names().contains(table.name())
          || reach.identities().contains(table.name().toString())) {
        open.add(table.name());
      }
    }
    while (!open.isEmpty()) {
      QualifiedName name = open.remove();
      if (reached.add(name)) {
        schema.table(name).stream()
            .flatMap(table -> table.foreignKeys().stream())
            .forEach(key -> open.add(key.referencedTable()));
      }
    }
    return reached;
  }

  private Table described(dev.autogen.schema.Table table, Schema schema, Types types) {
    List<Condition> conditions = conditions(table, types);
    List<List<String>> uniques = uniques(table);
    Set<String> inKeys = new HashSet<>();
    uniques.forEach(inKeys::addAll);
    return new Table(
        table.name().toString(),
        table.name(),
        table.columns().stream()
            .map(each -> described(each, types))
            .map(
                each ->
                    FittingValues.of(
                        each,
                        types.kind(table.column(each.name()).orElseThrow().type()),
                        writer,
                        inKeys.contains(each.name()),
                        conditions))
            .toList(),
        table.primaryKey().map(key -> key.columns()).orElse(List.of()),
        uniques,
        references(table, schema),
        conditions);
  }

  private static Column described(dev.autogen.schema.Column column, Types types) {
    Source source =
        column.generated() != null
            ? Source.COMPUTED
            : column.identity() != null ? Source.NUMBERED : Source.ROW;
    return new Column(
        column.name(),
        column.name(),
        types.sql(column.type()),
        types.plain(column.type()),
        column.nullable(),
        source,
        types.values(column.type()));
  }

  private List<Condition> conditions(dev.autogen.schema.Table table, Types types) {
    List<Condition> conditions = new ArrayList<>();
    table.checks().stream()
        .filter(check -> check.enforcement() != Enforcement.NOT_ENFORCED)
        .forEach(
            check -> {
              List<String> on =
                  table.columns().stream()
                      .map(dev.autogen.schema.Column::name)
                      .filter(name -> text().words().mentions(check.expression(), name))
                      .toList();
              conditions.add(
                  new Condition("check " + named(check.name(), on), on, check.expression()));
            });
    table.columns().forEach(each -> conditions.addAll(types.conditions(each.name(), each.type())));
    return conditions;
  }

  private static String named(@Nullable String name, List<String> columns) {
    return name == null ? "of " + String.join(", ", columns) : name;
  }

  private static List<List<String>> uniques(dev.autogen.schema.Table table) {
    List<List<String>> uniques = new ArrayList<>();
    table.primaryKey().ifPresent(key -> uniques.add(key.columns()));
    table.uniques().forEach(key -> uniques.add(key.columns()));
    table.indexes().stream()
        .filter(Index::unique)
        .map(
            index ->
                index.elements().stream()
                    .filter(each -> !each.expression())
                    .map(Index.Element::text)
                    .toList())
        .filter(columns -> !columns.isEmpty())
        .forEach(uniques::add);
    return uniques;
  }

  private static List<Reference> references(dev.autogen.schema.Table table, Schema schema) {
    List<Reference> references = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      List<String> referenced =
          key.referencedColumns().isEmpty()
              ? schema
                  .table(key.referencedTable())
                  .flatMap(dev.autogen.schema.Table::primaryKey)
                  .map(primary -> primary.columns())
                  .orElse(List.of())
              : key.referencedColumns();
      references.add(
          new Reference(
              key.name() == null ? String.join(",", key.columns()) : key.name(),
              key.columns(),
              key.referencedTable().toString(),
              referenced,
              key.deferral() != Deferral.NOT_DEFERRABLE));
    }
    return references;
  }
}

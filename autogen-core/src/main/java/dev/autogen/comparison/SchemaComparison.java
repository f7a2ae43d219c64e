package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeRules;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DatabaseRules;
import dev.autogen.diff.DefaultSchema;
import dev.autogen.diff.Diff;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Column;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Expression;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model compared with a live database: reads the database, puts both into canonical form, asks
 * the database about the expressions in doubt, and compares.
 *
 * @param target the model in canonical form
 * @param actual the database in canonical form
 * @param inspection what was read, and what was left out
 * @param comparison how the two differ
 * @param undecided how many expressions were compared by their text because the database could not
 *     be asked
 */
public record SchemaComparison(
    Schema target, Schema actual, Inspection inspection, Comparison comparison, int undecided) {

  /** Who is asked about expressions where the connection may not ask its database. */
  @FunctionalInterface
  public interface Deputy {

    /** Asks nobody. */
    public Deputy NONE = (actual, expressions) -> Map.of();

    /** What a database with that schema makes of the expressions; nothing if it cannot be asked. */
    Map<Expression, String> words(Schema actual, List<Expression> expressions);
  }

  /**
   * Compares a model with the database of a connection, which is left as it was.
   *
   * @throws SQLException if the database cannot be read
   */
  public static SchemaComparison of(
      Schema model,
      Connection connection,
      Dialect dialect,
      InspectionScope scope,
      DiffOptions options)
      throws SQLException {
    return of(model, connection, dialect, scope, options, Deputy.NONE);
  }

  static SchemaComparison of(
      Schema model,
      Connection connection,
      Dialect dialect,
      InspectionScope scope,
      DiffOptions given,
      Deputy deputy)
      throws SQLException {
    @Nullable String defaultSchema = dialect.inspector().defaultSchema(connection).orElse(null);
    Schema unqualified = DefaultSchema.unqualified(model, defaultSchema);
    Set<String> schemas = new HashSet<>(scope.schemas());
    schemas.addAll(namespaces(unqualified));
    InspectionScope wide = scope.withSchemas(schemas);
    Inspection inspection = dialect.inspector().inspect(connection, wide);
    boolean asked = DatabaseOnly.isAsked(given.databaseOnly());
    List<DatabaseObject> objects =
        asked ? dialect.inspector().databaseObjects(connection, wide) : List.of();
    DatabaseOnly extras = DatabaseOnly.of(objects, unqualified, given.databaseOnly());
    DiffOptions options = given.withDefaultSchema(defaultSchema).withExtras(extras.extras());
    TypeRules types = dialect.typeRules();
    Schema actual = types.canonical(inspection.schema());
    Schema target =
        withKnownTypes(types.canonical(withoutRelationsLeftOut(unqualified, inspection)), actual);
    List<Expression> doubts = Diff.doubtful(target, actual, options, dialect.textRules());
    Map<Expression, String> words =
        doubts.isEmpty() ? Map.of() : dialect.expressionRules().inDatabaseWords(connection, doubts);
    if (words.isEmpty() && !doubts.isEmpty()) {
      words = deputy.words(actual, doubts);
    }
    Rules rules = new Rules(types, dialect.textRules(), words);
    Comparison comparison = Diff.compare(target, actual, rules, options, objects);
    if (Diff.mayDisturb(comparison)) {
      InspectionScope all = wide.withSchemas(dialect.inspector().schemas(connection));
      objects = dialect.inspector().databaseObjects(connection, all);
      comparison = Diff.compare(target, actual, rules, options, objects);
    }
    return new SchemaComparison(
        target, actual, inspection, comparison, words.isEmpty() ? doubts.size() : 0);
  }

  /** A column whose type the model cannot tell has the type that it has. */
  private static Schema withKnownTypes(Schema target, Schema actual) {
    return target.withTables(
        target.tables().stream().map(table -> withKnownTypes(table, actual)).toList());
  }

  private static Table withKnownTypes(Table table, Schema actual) {
    if (table.columns().stream().noneMatch(column -> column.type().isUnknown())) {
      return table;
    }
    return actual
        .table(table.name())
        .map(
            known ->
                table.withColumns(
                    table.columns().stream().map(column -> withKnownType(column, known)).toList()))
        .orElse(table);
  }

  private static Column withKnownType(Column column, Table known) {
    return column.type().isUnknown()
        ? known.column(column.name()).map(it -> column.withType(it.type())).orElse(column)
        : column;
  }

  /** An entity may be mapped on a view, or on a table that another tool keeps. */
  private static Schema withoutRelationsLeftOut(Schema model, Inspection inspection) {
    Set<String> names = new HashSet<>();
    Set<String> withoutKeys = new HashSet<>();
    for (Inspection.LeftOut relation : inspection.leftOut()) {
      if (relation.kind().endsWith("view") || relation.kind().endsWith("table")) {
        names.add(relation.name());
      }
      if (relation.kind().endsWith("view") || relation.kind().equals("foreign table")) {
        withoutKeys.add(relation.name());
      }
    }
    return model.withTables(
        model.tables().stream()
            .filter(table -> !names.contains(table.name().toString()))
            .map(table -> withoutForeignKeysTo(table, withoutKeys))
            .toList());
  }

  /** Hibernate writes foreign keys to views too, which no database takes. */
  private static Table withoutForeignKeysTo(Table table, Set<String> names) {
    return table.withConstraints(
        table.constraints().stream()
            .filter(
                constraint ->
                    !(constraint instanceof ForeignKey key
                        && names.contains(key.referencedTable().toString())))
            .toList());
  }

  /** The schemas that a schema's objects are in, beside the default one. */
  public static Set<String> namespaces(Schema schema) {
    Set<String> names = new HashSet<>(schema.namespaces());
    Stream.of(
            schema.tables().stream().map(table -> table.name()),
            schema.sequences().stream().map(sequence -> sequence.name()),
            schema.enumTypes().stream().map(type -> type.name()))
        .flatMap(stream -> stream)
        .filter(name -> name.schema() != null)
        .forEach(name -> names.add(name.schema()));
    return names;
  }

  private record Rules(TypeRules types, TextRules text, Map<Expression, String> words)
      implements DatabaseRules {

    @Override
    public @Nullable String word(Expression expression) {
      return words.get(expression);
    }

    @Override
    public @Nullable String conversion(Column from, Column to) {
      return types.conversion(from, to);
    }

    @Override
    public String enumConversion(Column from, Column to, List<String> names, boolean complete) {
      return types.enumConversion(from, to, names, complete);
    }

    @Override
    public boolean comparable(Column from, Column to) {
      return types.comparable(from, to);
    }

    @Override
    public boolean sortable(Column column) {
      return types.sortable(column);
    }

    @Override
    public @Nullable String neutralValue(Column column) {
      return types.neutralValue(column);
    }

    @Override
    public @Nullable String distinctValue(Column column) {
      return types.distinctValue(column);
    }

    @Override
    public String continueNumbering(Sequence sequence) {
      return types.continueNumbering(sequence);
    }
  }
}

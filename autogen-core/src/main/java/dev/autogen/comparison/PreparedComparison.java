package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.TypeRules;
import dev.autogen.diff.Comparison;
import dev.autogen.diff.DatabaseOnlyObject;
import dev.autogen.diff.DatabaseRules;
import dev.autogen.diff.Diff;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.Differences;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Column;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.Expression;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model and a database, read and in canonical form, that can be compared with different options.
 * The catalog is read once, and the database is asked once about each expression.
 */
final class PreparedComparison {

  private final Connection connection;
  private final Dialect dialect;
  private final ExpressionFallback fallback;
  private final InspectionScope scope;
  private final Inspection inspection;
  private final @Nullable String defaultSchema;
  private final Schema unqualified;
  private final Schema actual;
  private final Schema target;
  private final Map<Expression, String> words = new HashMap<>();
  private final Set<Expression> unanswered = new HashSet<>();
  private @Nullable List<DatabaseObject> objectsInScope;
  private @Nullable List<DatabaseObject> allObjects;
  private @Nullable Schema everything;

  /**
   * Brings a model and what was read from a database into canonical form.
   *
   * @param model the model as the entities describe it
   * @param read what was read from the database
   * @param fallback answers for expressions where the connection may not ask its database
   */
  PreparedComparison(
      Schema model,
      DatabaseRead read,
      Connection connection,
      Dialect dialect,
      ExpressionFallback fallback) {
    this.connection = connection;
    this.dialect = dialect;
    this.fallback = fallback;
    this.scope = read.scope();
    this.inspection = read.inspection();
    this.defaultSchema = read.defaultSchema();
    this.unqualified = read.unqualified(model);
    this.actual = read.canonical();
    this.target = ModelAdjustment.of(unqualified, inspection, actual, dialect.typeRules());
  }

  /**
   * Compares the two.
   *
   * @throws SQLException if the database does not answer
   */
  SchemaComparison compare(DiffOptions given) throws SQLException {
    DiffOptions options = given.withDefaultSchema(defaultSchema).withExtras(extras(given));
    Diff diff =
        Diff.of(target, actual, dialect.typeRules()::spelledOut, options, dialect.textRules());
    List<Expression> ambiguous = diff.ambiguous();
    ask(ambiguous);
    Rules rules = new Rules(dialect.typeRules(), dialect.textRules(), words);
    Diff tolerant = diff.tolerating(rules);
    if (tolerant != diff) {
      ask(tolerant.ambiguous());
    }
    Differences differences = tolerant.differences(rules);
    List<DatabaseObject> objects =
        differences.mayAffectDependents()
            ? allObjects()
            : objectsInScope == null ? List.of() : objectsInScope;
    Comparison comparison = differences.comparison(objects);
    return new SchemaComparison(
        target,
        withUsersOfTypes(comparison),
        inspection,
        comparison,
        (int) ambiguous.stream().filter(unanswered::contains).count());
  }

  private List<DatabaseOnlyObject> extras(DiffOptions options) throws SQLException {
    if (DatabaseOnly.isAsked(options.databaseOnly()) && objectsInScope == null) {
      objectsInScope = dialect.inspector().databaseObjects(connection, scope);
    }
    List<DatabaseObject> objects = objectsInScope == null ? List.of() : objectsInScope;
    return DatabaseOnly.of(objects, unqualified, options.databaseOnly()).extras();
  }

  private List<DatabaseObject> allObjects() throws SQLException {
    if (allObjects == null) {
      InspectionScope all = scope.withSchemas(dialect.inspector().schemas(connection));
      allObjects = dialect.inspector().databaseObjects(connection, all);
    }
    return allObjects;
  }

  /**
   * The database's schema, with all tables, in any schema, that use a type which is created anew.
   */
  private Schema withUsersOfTypes(Comparison comparison) throws SQLException {
    if (TypeUsers.types(comparison).isEmpty()) {
      return actual;
    }
    if (everything == null) {
      InspectionScope all = scope.withSchemas(dialect.inspector().schemas(connection));
      everything =
          dialect.typeRules().canonical(dialect.inspector().inspect(connection, all).schema());
    }
    return TypeUsers.added(actual, everything, TypeUsers.types(comparison));
  }

  /** Asks about the expressions that were not asked about before. */
  private void ask(List<Expression> ambiguous) throws SQLException {
    List<Expression> open =
        ambiguous.stream()
            .filter(each -> !words.containsKey(each) && !unanswered.contains(each))
            .toList();
    if (open.isEmpty()) {
      return;
    }
    Map<Expression, String> answers = dialect.expressionRules().inDatabaseWords(connection, open);
    if (answers.isEmpty()) {
      answers = fallback.words(actual, open);
    }
    if (answers.isEmpty()) {
      unanswered.addAll(open);
    }
    words.putAll(answers);
  }

  private record Rules(TypeRules types, TextRules text, Map<Expression, String> words)
      implements DatabaseRules {

    @Override
    public @Nullable String word(Expression expression) {
      return words.get(expression);
    }

    @Override
    public Schema spelledOut(Schema schema, QualifiedName table) {
      return types.spelledOut(schema, table);
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
    public boolean keepsForeignKeys(Column from, Column to) {
      return types.keepsForeignKeys(from, to);
    }

    @Override
    public boolean holds(SqlType wider, SqlType narrower) {
      return types.holds(wider, narrower);
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

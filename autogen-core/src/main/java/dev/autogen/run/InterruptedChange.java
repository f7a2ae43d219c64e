package dev.autogen.run;

import dev.autogen.dialect.ExecutionRules.Outcome;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.ChangedObject;
import dev.autogen.operation.Nothing;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a statement that the database commits by itself and whose runner died:
 * what it changes is compared with what it was before, and with what it should be. The database
 * makes each statement whole or not at all.
 */
final class InterruptedChange {

  private final WorkSession session;
  private final SqlStatement statement;
  private final @Nullable Operation makes;
  private final Set<QualifiedName> names;

  InterruptedChange(WorkSession session, SqlStatement statement) {
    this.session = session;
    this.statement = statement;
    this.makes = statement.makes();
    this.names =
        makes == null
            ? Set.of()
            : makes.changes().stream().map(ChangedObject::name).collect(Collectors.toSet());
  }

  /** The part of a schema that the statement changes; null where that does not matter. */
  @Nullable Schema touched(Schema schema) {
    return makes == null || makes instanceof Nothing ? null : part(schema);
  }

  private Schema part(Schema schema) {
    return schema
        .withTables(schema.tables().stream().filter(each -> names.contains(each.name())).toList())
        .withSequences(
            schema.sequences().stream().filter(each -> names.contains(each.name())).toList())
        .withEnumTypes(
            schema.enumTypes().stream().filter(each -> names.contains(each.name())).toList())
        .withCompositeTypes(
            schema.compositeTypes().stream().filter(each -> names.contains(each.name())).toList());
  }

  /**
   * What became of it.
   *
   * @param before what the journal keeps of the schema before it
   */
  Outcome outcome(@Nullable String before) {
    if (makes instanceof Nothing) {
      return Outcome.REPEATABLE;
    }
    try {
      return makes == null || before == null
          ? session.rules().afterInterruption(session.connection(), statement.sql())
          : outcome(SchemaText.read(before), makes);
    } catch (SQLException e) {
      throw session.failed(statement.sql(), e);
    }
  }

  private Outcome outcome(Schema before, Operation change) throws SQLException {
    Schema after = new SchemaChange(session.dialect().textRules()).apply(before, change);
    boolean named =
        part(after).tables().stream()
            .flatMap(table -> table.constraints().stream())
            .allMatch(each -> each.name() != null);
    Schema now = comparable(part(read()), named);
    if (now.equals(comparable(part(before), named))) {
      // So it is too where only a text changes, which is not compared: it can be set again.
      return Outcome.REPEATABLE;
    }
    return now.equals(comparable(part(after), named)) ? Outcome.DONE : Outcome.UNKNOWN;
  }

  private Schema read() throws SQLException {
    Set<String> schemas = new HashSet<>(session.settings().schemas());
    names.stream().map(QualifiedName::schema).filter(each -> each != null).forEach(schemas::add);
    InspectionScope scope = new InspectionScope(schemas, session.settings().ownTables());
    return session.dialect().inspector().inspect(session.connection(), scope).schema();
  }

  /**
   * Without what the database writes in its own words, and without the order of constraints.
   *
   * @param named whether the names of constraints count; if not, the database chose one of them
   */
  private Schema comparable(Schema schema, boolean named) {
    Schema canonical = session.dialect().typeRules().canonical(schema);
    return canonical
        .withNamespaces(List.of())
        .withTables(canonical.tables().stream().map(table -> plain(table, named)).toList());
  }

  private static Table plain(Table table, boolean named) {
    return table
        .withColumns(table.columns().stream().map(InterruptedChange::plain).toList())
        .withConstraints(
            table.constraints().stream()
                .sorted(
                    Comparator.comparing((Constraint each) -> each.getClass().getName())
                        .thenComparing(each -> String.valueOf(each.name())))
                .map(each -> named ? plain(each) : plain(each).withName(null))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .sorted(Comparator.comparing(each -> String.valueOf(each.name())))
                .toList());
  }

  private static Column plain(Column column) {
    Generated generated = column.generated();
    return column
        .withServerDefault(column.serverDefault() == null ? null : "")
        .withGenerated(generated == null ? null : new Generated("", generated.stored()));
  }

  private static Constraint plain(Constraint constraint) {
    return constraint instanceof CheckConstraint check
        ? check.withExpression("").withColumn(null)
        : constraint instanceof ForeignKey key ? key.withRestsOn(null) : constraint;
  }
}

package dev.autogen.model.hibernate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Exportable;
import org.hibernate.boot.model.relational.InitCommand;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedName;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.QualifiedTableName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UserDefinedObjectType;
import org.hibernate.mapping.UserDefinedType;
import org.hibernate.tool.schema.spi.Exporter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the exporters of the dialect over the metadata, object by object and in the order in which
 * {@code SchemaCreatorImpl} does.
 */
final class DdlExport {

  private final Metadata metadata;
  private final Dialect dialect;
  private final SqlStringGenerationContext context;
  private final List<String> statements = new ArrayList<>();
  private final List<String> auxiliary = new ArrayList<>();
  private final List<List<@Nullable String>> comments = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  DdlExport(BootMetadata boot) {
    this.metadata = boot.metadata();
    this.dialect = boot.metadata().getDatabase().getDialect();
    this.context =
        SqlStringGenerationContextImpl.fromConfigurationMap(
            boot.registry().requireService(JdbcEnvironment.class),
            boot.metadata().getDatabase(),
            boot.settings());
  }

  void run() {
    metadata.getDatabase().getAuxiliaryDatabaseObjects().stream()
        .filter(object -> object.appliesToDialect(dialect))
        .forEach(object -> export(dialect.getAuxiliaryDatabaseObjectExporter(), object, auxiliary));
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      namespace.getDependencyOrderedUserDefinedTypes().forEach(this::type);
      namespace
          .getSequences()
          .forEach(sequence -> export(dialect.getSequenceExporter(), sequence, statements));
      List<Table> tables =
          namespace.getTables().stream()
              .filter(table -> table.isPhysicalTable() && !table.isView())
              .toList();
      tables.forEach(this::table);
      tables.forEach(this::indexesAndKeys);
    }
  }

  private void type(UserDefinedType type) {
    if (!(type instanceof UserDefinedObjectType object)) {
      export(dialect.getUserDefinedTypeExporter(), type, statements);
      return;
    }
    // The rest are comments.
    statements.add(
        dialect.getUserDefinedTypeExporter().getSqlCreateStrings(type, metadata, context)[0]);
    comments(
        context.format(type.getQualifiedTableName()), object.getComment(), object.getColumns());
  }

  private void table(Table table) {
    // The rest are comments, and the first number of a table that stands for a sequence.
    String[] sql = dialect.getTableExporter().getSqlCreateStrings(table, metadata, context);
    statements.add(sql[0]);
    comments(context.format(table.getQualifiedTableName()), table.getComment(), table.getColumns());
    if (!dialect.getSequenceSupport().supportsSequences()) {
      rows(table);
    }
  }

  /** Without its row, a table that stands for a sequence gives no number. */
  private void rows(Table table) {
    for (InitCommand command : table.getInitCommands(context)) {
      for (String statement : command.getInitCommands()) {
        rows.add(List.of(name(table), statement));
      }
    }
  }

  private void comments(String name, @Nullable String comment, Collection<Column> columns) {
    if (comment != null) {
      comments.add(Arrays.asList(name, null, comment));
    }
    for (Column column : columns) {
      if (column.getComment() != null) {
        String columnName = column.getQuotedName(dialect);
        comments.add(Arrays.asList(name, columnName, column.getComment()));
      }
    }
  }

  private void indexesAndKeys(Table table) {
    table
        .getIndexes()
        .values()
        .forEach(index -> export(dialect.getIndexExporter(), index, statements));
    if (!dialect.hasAlterTable()) {
      // The exporters of such a dialect leave out every key that is no part of CREATE TABLE.
      statements.addAll(new KeyStatements(this).of(table));
      return;
    }
    table
        .getUniqueKeys()
        .values()
        .forEach(key -> export(dialect.getUniqueKeyExporter(), key, statements));
    table
        .getForeignKeys()
        .values()
        .forEach(key -> export(dialect.getForeignKeyExporter(), key, statements));
  }

  private <E extends Exportable> void export(
      Exporter<? super E> exporter, E object, List<String> target) {
    for (String sql : exporter.getSqlCreateStrings(object, metadata, context)) {
      if (sql != null && !sql.isBlank()) {
        target.add(sql);
      }
    }
  }

  String name(Table table) {
    return context.format(table.getQualifiedTableName());
  }

  /** The table of that name. */
  String tableName(QualifiedName name) {
    return context.format(
        new QualifiedTableName(name.getCatalogName(), name.getSchemaName(), name.getObjectName()));
  }

  String name(QualifiedSequenceName sequence) {
    return context.format(sequence);
  }

  SqlStringGenerationContext context() {
    return context;
  }

  Dialect dialect() {
    return dialect;
  }

  String name(Column column) {
    return column.getQuotedName(dialect);
  }

  List<String> statements() {
    return statements;
  }

  List<String> auxiliary() {
    return auxiliary;
  }

  /** Lists of a table and a statement that fills it. */
  List<List<String>> rows() {
    return rows;
  }

  List<List<@Nullable String>> comments() {
    return comments;
  }
}

package dev.autogen.run;

import dev.autogen.migration.DatabaseWords;
import dev.autogen.migration.Operations;
import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The operations of a migration for several kinds of database, with the words of one. */
final class PortableOperations implements Operations {

  private final Operations operations;
  private final DatabaseWords words;

  PortableOperations(Operations operations, DatabaseWords words) {
    this.operations = operations;
    this.words = words;
  }

  @Override
  public void run(Operation operation) {
    operations.run(operation);
  }

  @Override
  public DatabaseWords words() {
    return words;
  }

  @Override
  public void on(List<String> dialects, Consumer<Operations> work) {
    if (dialects.contains(words.dialect())) {
      work.accept(operations);
    }
  }

  @Override
  public void execute(String sql) {
    throw ownSql();
  }

  @Override
  public void execute(String sql, String inverse) {
    throw ownSql();
  }

  private AutogenException ownSql() {
    return AutogenException.usage(
        "SQL means different things on the databases that this migration is for; write op.on(\""
            + words.dialect()
            + "\", own -> own.execute(…)) for each of them.");
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    operations.bulkInsert(table, rows);
  }

  @Override
  public void connection(ConnectionWork work) {
    operations.connection(work);
  }

  @Override
  public void losesRows(QualifiedName table, String reason) {
    operations.losesRows(table, reason);
  }

  @Override
  public void accept(String code, String reason) {
    operations.accept(code, reason);
  }

  @Override
  public Schema inspect() {
    return operations.inspect();
  }

  @Override
  public String argument(String key) {
    return operations.argument(key);
  }

  @Override
  public String argument(String key, String fallback) {
    return operations.argument(key, fallback);
  }

  @Override
  public Optional<String> tag() {
    return operations.tag();
  }

  @Override
  public void autocommit(Consumer<Operations> work) {
    operations.autocommit(inner -> work.accept(new PortableOperations(inner, words)));
  }
}

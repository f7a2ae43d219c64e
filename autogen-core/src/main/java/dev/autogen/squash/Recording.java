package dev.autogen.squash;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Operations;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records what a migration does, and whether it does more than its operations show. */
public final class Recording implements Operations {

  private final List<Operation> operations = new ArrayList<>();
  private @Nullable String unrecorded;

  private Recording() {}

  /** Records an upgrade without running it on a database. */
  public static Recording of(Migration migration) {
    Recording recording = new Recording();
    try {
      migration.upgrade(recording);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      recording.note("does what only a database can answer");
    }
    return recording;
  }

  /** The operations in order. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /**
   * What the migration does beyond its operations, in words that follow its name; empty where
   * nothing.
   */
  public Optional<String> unrecorded() {
    return Optional.ofNullable(unrecorded);
  }

  private void note(String what) {
    unrecorded = unrecorded == null ? what : unrecorded;
  }

  @Override
  public void run(Operation operation) {
    operations.add(operation);
    if (operation instanceof ExecuteSql) {
      note("runs SQL of its own");
    }
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    note("inserts rows");
  }

  @Override
  public void connection(ConnectionWork work) {
    note("works on a connection");
  }

  @Override
  public Schema inspect() {
    note("asks for the schema");
    return Schema.empty();
  }

  @Override
  public String argument(String key) {
    note("takes an argument");
    return "";
  }

  @Override
  public void autocommit(Consumer<Operations> work) {
    work.accept(this);
  }
}

package dev.autogen.run;

import dev.autogen.migration.Operations;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.sql.TextRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records operations instead of running them, for SQL scripts, lint and reports. It derives the
 * schema from a known one as far as the operations tell; work on a connection is left out.
 */
public final class RecordedOperations implements Operations {

  /**
   * An operation that a migration called.
   *
   * @param operation as it was written
   * @param autocommit whether it stood outside of the revision's transaction
   */
  public record Recorded(Operation operation, boolean autocommit) {}

  private final Supplier<Schema> start;
  private final Map<String, String> arguments;
  private final @Nullable String tag;
  private final TextRules text;
  private final SchemaChange effects;
  private final List<Recorded> recorded = new ArrayList<>();
  private @Nullable Schema schema;
  private int applied;
  private boolean autocommit;
  private int connectionWork;

  /**
   * Starts from a schema.
   *
   * @param start the schema before the first operation; read only if something needs it
   * @param text how SQL of the database is written
   */
  public RecordedOperations(Supplier<Schema> start, TextRules text) {
    this(start, RunSettings.DEFAULT, text);
  }

  RecordedOperations(Supplier<Schema> start, RunSettings settings, TextRules text) {
    this.start = start;
    this.arguments = settings.arguments();
    this.tag = settings.tag();
    this.text = text;
    this.effects = new SchemaChange(text);
  }

  /** The operations of a migration on a schema, with old values filled in if they are known. */
  public static List<Operation> of(Schema before, TextRules text, Consumer<Operations> migration) {
    RecordedOperations operations = new RecordedOperations(() -> before, text);
    migration.accept(operations);
    List<Operation> completed = new ArrayList<>();
    Schema at = before;
    for (Recorded each : operations.recorded) {
      Operation operation = each.operation().completed(at);
      completed.add(operation);
      at = operations.effects.apply(at, operation);
    }
    return List.copyOf(completed);
  }

  /** The operations in order, as they were written. */
  public List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  /** How often the migration would have used a connection. */
  public int connectionWork() {
    return connectionWork;
  }

  @Override
  public void run(Operation operation) {
    autocommit |= operation instanceof CommitEachStep;
    recorded.add(new Recorded(operation, autocommit || leavesTransaction(operation)));
  }

  /** Whether an operation runs outside of the revision's transaction wherever it stands. */
  public static boolean leavesTransaction(Operation operation) {
    return operation instanceof CommitEachStep
        || operation instanceof Online
        || operation instanceof BackfillInBatches
        || operation instanceof CreateIndex create && create.concurrently()
        || operation instanceof DropIndex drop && drop.concurrently();
  }

  @Override
  public String argument(String key) {
    String value = arguments.get(key);
    return value == null ? Operations.super.argument(key) : value;
  }

  @Override
  public Optional<String> tag() {
    return Optional.ofNullable(tag);
  }

  @Override
  public Schema inspect() {
    Schema at = schema == null ? start.get() : schema;
    for (; applied < recorded.size(); applied++) {
      at = effects.apply(at, recorded.get(applied).operation().completed(at));
    }
    schema = at;
    return at;
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    if (!rows.isEmpty()) {
      execute(InsertSql.of(table, rows, text));
    }
  }

  @Override
  public void connection(ConnectionWork work) {
    connectionWork++;
  }

  @Override
  public void autocommit(Consumer<Operations> operations) {
    boolean before = autocommit;
    autocommit = true;
    operations.accept(this);
    autocommit = before;
  }
}

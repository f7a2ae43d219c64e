package dev.autogen.run;

import dev.autogen.dialect.CollectedOperations;
import dev.autogen.dialect.JoinedStatements;
import dev.autogen.dialect.SqlRenderer;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Sha256;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.migration.Operations;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.BackfillInBatches;
import dev.autogen.operation.CommitEachStep;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.SchemaChange;
import dev.autogen.operation.TableOperation;
import dev.autogen.run.StepLog.Action;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.sql.TextRules;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs operations on a database when they are called. */
final class ExecutingOperations implements Operations {

  private final RevisionTransaction transaction;
  private final WorkSession session;
  private final StepLog log;
  private final SqlRenderer renderer;
  private final TextRules text;
  private final SchemaChange effects;
  private final NonTransactional nonTransactional;
  private final JoinedStatements joined;
  private final CollectedOperations collected;
  private @Nullable Schema known;
  private Set<String> knownSchemas = Set.of();

  ExecutingOperations(RevisionTransaction transaction) {
    this.transaction = transaction;
    this.session = transaction.session();
    this.log = transaction.log();
    this.renderer = session.dialect().sqlRenderer();
    this.text = session.dialect().textRules();
    this.effects = new SchemaChange(text);
    this.nonTransactional = new NonTransactional(transaction);
    this.joined = new JoinedStatements(this::send);
    this.collected =
        new CollectedOperations(renderer, (operations, sql) -> sql.forEach(joined::add));
  }

  @Override
  public void run(Operation operation) {
    if (operation instanceof ExecuteSql raw) {
      runScript(raw);
    } else if (operation instanceof CommitEachStep) {
      leaveTransaction();
    } else if (operation instanceof BackfillInBatches batches) {
      runBatches(batches);
    } else if (!session.dialect().features().transactionalDdl()) {
      runStatements(operation);
    } else if (isInSteps(operation) && session.dialect().safeForms().isPresent()) {
      runSteps(operation);
    } else {
      step(describe(operation), Sha256.of(operation.toString()), () -> carryOut(operation));
      if (known != null) {
        known = isForeseen(operation) ? effects.apply(known, operation.completed(known)) : null;
      }
    }
  }

  /** Whether the statements of an operation commit one by one, where the database needs that. */
  private static boolean isInSteps(Operation operation) {
    return operation instanceof Online || isConcurrent(operation);
  }

  /** Runs each statement of an operation as a step of its own. */
  private void runSteps(Operation operation) {
    String what = describe(operation);
    boolean within = transaction.isTransactional();
    leaveTransaction();
    for (SqlStatement statement : render(operation)) {
      String sql = statement.sql();
      if (statement.transactional()) {
        step(what, Sha256.of(sql), () -> send(sql));
      } else {
        nonTransactional.run(what, sql);
      }
    }
    known = null;
    enterTransaction(within);
  }

  /** What follows a step within a migration is in one transaction again. */
  private void enterTransaction(boolean within) {
    if (within) {
      transaction.begin();
    }
  }

  private void runBatches(BackfillInBatches batches) {
    boolean within = transaction.isTransactional();
    leaveTransaction();
    String what = describe(batches);
    nonTransactional.repeatable(
        what,
        Sha256.of(batches.toString()),
        () -> new BatchedBackfill(session, batches, key(batches.table())).run());
    enterTransaction(within);
  }

  /** The columns of a table's primary key; none if it has none. */
  private List<String> key(QualifiedName table) {
    @Nullable String schema = table.schema();
    return known(schema == null ? Set.of() : Set.of(schema)).table(table).stream()
        .flatMap(found -> found.constraints().stream())
        .filter(PrimaryKey.class::isInstance)
        .flatMap(key -> ((PrimaryKey) key).columns().stream())
        .toList();
  }

  /** Operations that the database carries out together wait for each other. */
  private void carryOut(Operation operation) {
    if (transaction.isTransactional() && renderer.collects(operation)) {
      collected.add((TableOperation) operation, known(operation));
    } else {
      collected.makeWayFor(operation);
      render(operation).forEach(this::join);
    }
  }

  /** Whether it is known what the operation does to the statements that the database keeps. */
  private boolean isForeseen(Operation operation) {
    boolean renames = operation instanceof RenameTable || operation instanceof RenameColumn;
    return !renames
        || known == null
        || known.tables().stream().allMatch(table -> table.form().source() == null);
  }

  /**
   * Runs the statements of an operation on a database that commits those which change the schema by
   * itself. Each of these is a step of its own.
   */
  private void runStatements(Operation operation) {
    String what = describe(operation);
    for (SqlStatement statement : renderer.render(operation, known(operation, what))) {
      if (statement.transactional()) {
        step(what, Sha256.of(statement.sql()), () -> send(statement.sql()));
      } else {
        leaveTransaction();
        nonTransactional.change(what, statement, () -> known(schemasOf(statement)));
        Operation makes = statement.makes();
        known = known == null || makes == null ? null : effects.apply(known, makes);
      }
    }
  }

  /** What is outside of the revision's transaction stays so; its end opens another one. */
  private void leaveTransaction() {
    if (transaction.isTransactional()) {
      flush();
      session.durability().restore();
      transaction.suspend();
    }
  }

  /**
   * The schema by which an operation is rendered. An interrupted run continues with the one that it
   * began with.
   */
  private Schema known(Operation operation, String what) {
    if (!renderer.needsSchema(operation)) {
      return Schema.empty();
    }
    leaveTransaction();
    String hash = Sha256.of(operation.toString());
    if (log.next("schema of " + what, hash) == Action.SKIP) {
      String answer = log.entry().map(JournalEntry::answer).orElse(null);
      return answer == null ? known(Set.of()) : SchemaText.read(answer);
    }
    Schema schema = part(known(operation), operation);
    transaction.recordAnswer("schema of " + what, hash, schema);
    return schema;
  }

  /** What the statements of an operation on a table depend on. */
  private static Schema part(Schema schema, Operation operation) {
    return operation instanceof TableOperation change
        ? schema.withTables(
            schema.tables().stream().filter(each -> each.name().equals(change.table())).toList())
        : schema;
  }

  /** The schema as it is now, with what is in these schemas. */
  private Schema known(Set<String> further) {
    if (known == null || !knownSchemas.containsAll(further)) {
      known = read(further);
    }
    return known;
  }

  private static Set<String> schemasOf(SqlStatement statement) {
    Operation makes = statement.makes();
    Set<String> schemas = new HashSet<>();
    if (makes != null) {
      makes.changes().stream()
          .map(each -> each.name().schema())
          .filter(Objects::nonNull)
          .forEach(schemas::add);
    }
    return schemas;
  }

  @Override
  public void losesRows(QualifiedName table, String reason) {
    session.settings().listener().losesRows(table, reason);
  }

  private static boolean isConcurrent(Operation operation) {
    return operation instanceof CreateIndex create && create.concurrently()
        || operation instanceof DropIndex drop && drop.concurrently();
  }

  /**
   * Changes of one table's columns within the transaction are sent together. What follows sees
   * their effect: everything else sends them first.
   */
  private void join(SqlStatement statement) {
    joined.add(statement);
    if (!transaction.isTransactional()) {
      joined.flush();
    }
  }

  /** Sends what waits for a statement with which it could be sent together. */
  void flush() {
    collected.flush();
    joined.flush();
  }

  /** Ends the work of a migration; the revision's transaction is open afterwards. */
  void finish() {
    flush();
    if (!transaction.isTransactional()) {
      transaction.begin();
    }
  }

  private void runScript(ExecuteSql raw) {
    flush();
    known = null;
    List<String> statements = text.statements(raw.sql());
    statements.forEach(each -> TransactionControl.refuse(each, text));
    if (!session.dialect().features().transactionalDdl()
        && statements.stream().anyMatch(session.rules()::needsNoTransaction)) {
      leaveTransaction();
    }
    if (transaction.isTransactional()) {
      step("execute_sql", Sha256.of(raw.sql()), () -> statements.forEach(this::send));
      session.restoreSettings(raw.sql());
    } else {
      for (String statement : statements) {
        if (session.rules().needsNoTransaction(statement)) {
          nonTransactional.run("execute_sql", statement);
        } else {
          nonTransactional.attempt("execute_sql", statement);
        }
      }
    }
  }

  /** Runs a step within the revision's transaction, or within its own. */
  private void step(String what, String hash, WorkSession.Work work) {
    if (log.next(what, hash) == Action.SKIP) {
      return;
    }
    if (!transaction.isTransactional()) {
      transaction.alone(what, hash, work);
      return;
    }
    try {
      work.run();
    } catch (SQLException e) {
      throw session.failed(what, e);
    }
    log.done(what, hash, null);
  }

  private void send(SqlStatement statement) {
    if (!statement.parts().isEmpty()) {
      RunSettings settings = session.settings();
      settings
          .listener()
          .joined(
              settings.masked(statement.sql()),
              statement.parts().stream().map(settings::masked).toList());
    }
    send(statement.sql());
  }

  private void send(String sql) {
    if (transaction.isTransactional()) {
      transaction.version().execute(sql);
    } else {
      session.execute(sql);
    }
  }

  private List<SqlStatement> render(Operation operation) {
    Schema before = renderer.needsSchema(operation) ? known(operation) : Schema.empty();
    return renderer.render(operation, before);
  }

  private Schema known(Operation operation) {
    Set<String> further = schemasOf(operation);
    if (known == null || !further.isEmpty()) {
      known = read(further);
    }
    return known;
  }

  /**
   * The schemas to read for an operation: tables of any schema may use a type, and their columns
   * change with it.
   */
  private Set<String> schemasOf(Operation operation) {
    if (operation instanceof AlterColumn change) {
      @Nullable String schema = change.table().schema();
      return schema == null ? Set.of() : Set.of(schema);
    }
    return operation.alteredType().isPresent() ? allSchemas() : Set.of();
  }

  private Set<String> allSchemas() {
    beginWork();
    try {
      return session.dialect().inspector().schemas(session.connection());
    } catch (SQLException e) {
      throw session.failed("inspection of the schema", e);
    }
  }

  /** What follows uses the connection itself. */
  private void beginWork() {
    flush();
    if (transaction.isTransactional()) {
      transaction.version().makeBeforeWork();
    }
  }

  private Schema read(Set<String> further) {
    beginWork();
    Set<String> schemas = new HashSet<>(session.settings().schemas());
    schemas.addAll(further);
    knownSchemas = schemas;
    InspectionScope scope = new InspectionScope(schemas, session.settings().ownTables());
    try {
      return session.dialect().inspector().inspect(session.connection(), scope).schema();
    } catch (SQLException e) {
      throw session.failed("inspection of the schema", e);
    }
  }

  private static String describe(Operation operation) {
    return operation.kind() + " " + operation.object();
  }

  @Override
  public void bulkInsert(QualifiedName table, List<? extends Map<String, ?>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    BulkInsert insert = new BulkInsert(session, table, rows);
    step(
        "bulk_insert " + table,
        Sha256.of(insert.sql() + " × " + rows.size()),
        () -> {
          beginWork();
          insert.run();
        });
  }

  @Override
  public void connection(ConnectionWork work) {
    known = null;
    session.requireOwnTransactions("op.connection");
    String what = "connection";
    String hash = Sha256.of(what);
    if (!transaction.isTransactional()) {
      nonTransactional.connection(what, hash, work);
      return;
    }
    if (log.next(what, hash) == Action.SKIP) {
      nonTransactional.read(work);
      return;
    }
    session.durability().restore();
    beginWork();
    session.watched(
        "op.connection", () -> work.run(GuardedConnection.of(session.connection(), true)));
    session.restoreSearchPath();
    log.done(what, hash, null);
  }

  @Override
  public String argument(String key) {
    String value = session.settings().arguments().get(key);
    return value == null ? Operations.super.argument(key) : value;
  }

  @Override
  public Optional<String> tag() {
    return Optional.ofNullable(session.settings().tag());
  }

  @Override
  public Schema inspect() {
    String what = "inspect";
    String hash = Sha256.of(what);
    if (log.next(what, hash) == Action.SKIP) {
      String answer = log.entry().map(JournalEntry::answer).orElse(null);
      return answer == null ? read(Set.of()) : SchemaText.read(answer);
    }
    Schema schema = read(Set.of());
    known = schema;
    if (transaction.isTransactional()) {
      log.done(what, hash, schema);
    } else {
      transaction.recordAnswer(what, hash, schema);
    }
    return schema;
  }

  @Override
  public void autocommit(Consumer<Operations> operations) {
    if (!transaction.isTransactional()) {
      operations.accept(this);
      return;
    }
    flush();
    session.durability().restore();
    transaction.suspend();
    operations.accept(this);
    transaction.begin();
  }
}

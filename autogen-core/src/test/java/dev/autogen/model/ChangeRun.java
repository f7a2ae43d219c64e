package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.diff.Catalogs;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.Rename;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One change on one database: what Hibernate creates, upgraded, compared, and downgraded. */
final class ChangeRun {

  /** Names that Hibernate or the database chose. */
  private static final Pattern CHOSEN =
      Pattern.compile(
          "(?i)(FK|UK|UC|IDX)_?[0-9a-z]{20,}|.*_(fkey|key|check|pkey|idx)\\d*|.*_chk_\\d+"
              + "|CONSTRAINT_[0-9A-F]+(_\\d+)?");

  private final ChangeBench bench;
  private final Engine engine;
  private final Dialect dialect;
  private final SchemaChange effects;
  private final Catalogs catalogs;
  private final ModelChange change;
  private final ChangedEntities.Side before;
  private final ChangedEntities.Side after;
  private final InspectionScope scope;
  private Connection database;

  ChangeRun(
      ChangeBench bench,
      Engine engine,
      ModelChange change,
      ChangedEntities.Side before,
      ChangedEntities.Side after) {
    this.bench = bench;
    this.engine = engine;
    this.dialect = engine.dialect();
    this.effects = new SchemaChange(dialect.textRules());
    this.catalogs = new Catalogs(dialect.textRules());
    this.change = change.on(engine);
    this.before = before;
    this.after = after;
    Set<String> schemas = new HashSet<>(ChangedEntities.schemas(before.schema()));
    schemas.addAll(ChangedEntities.schemas(after.schema()));
    this.scope = InspectionScope.defaultSchema().withSchemas(schemas);
  }

  void run() throws SQLException {
    database = bench.empty();
    after.script().forEach(this::execute);
    Schema wanted = assertNoOperations("what Hibernate created after the change", after.schema());

    database = bench.empty();
    before.script().forEach(this::execute);
    assertNoOperations("what Hibernate created before the change", before.schema());
    if (!change.part("rows").isBlank()) {
      execute(engine.isMySql() ? engine.query(change.part("rows")) : change.part("rows"));
    }

    SchemaComparison comparison = compare(after.schema());
    Schema original = catalog(comparison);
    List<Operation> upgrade = comparison.comparison().upgrade();
    assertThat(upgrade).as(change + ", upgrade").isNotEmpty();
    List<String> kept = change.lines("kept");
    assertThat(comparison.comparison().kept()).as(change + ", kept").hasSameSizeAs(kept);
    change
        .lines("says")
        .forEach(line -> assertThat(words(comparison.comparison().operations())).contains(line));
    Schema predicted = effects.apply(comparison.actual(), upgrade);
    apply(comparison.actual(), upgrade);
    Schema upgraded = assertNoOperations("after the upgrade", after.schema());
    assertThat(catalogs.differences("upgraded", comparable(wanted), comparable(upgraded)))
        .as(change + ", upgraded by " + words(upgrade))
        .filteredOn(line -> kept.stream().noneMatch(line::contains))
        .filteredOn(line -> change.lines("unlike").stream().noneMatch(line::contains))
        .isEmpty();
    bench.mark();
    assertShows("shows");

    database = bench.back();
    List<Operation> downgrade = comparison.comparison().downgrade();
    apply(predicted, downgrade);
    Schema downgraded = assertNoOperations("after the downgrade", before.schema());
    assertThat(catalogs.differences("downgraded", original, downgraded))
        .as(change + ", downgraded by " + words(downgrade))
        .isEmpty();
    assertShows("restores");
  }

  private void assertShows(String part) throws SQLException {
    for (Map.Entry<String, String> shown : change.pairs(part, "=>").entrySet()) {
      assertThat(query(shown.getKey()))
          .as(change + ", " + part + " " + shown.getKey())
          .isEqualTo(shown.getValue());
    }
  }

  /** Returns what the catalog says. */
  private Schema assertNoOperations(String when, Schema model) throws SQLException {
    DiffOptions options = DiffOptions.everything();
    if (model == after.schema()) {
      options = options.withFormerNames(formerNames()); // without effect once all is done
    }
    SchemaComparison comparison = SchemaComparison.of(model, database, dialect, scope, options);
    assertThat(comparison.comparison().operations()).as(change + ", " + when).isEmpty();
    return catalog(comparison);
  }

  private static String words(List<Operation> operations) {
    return operations.stream().map(Operation::summary).collect(Collectors.joining("; "));
  }

  private SchemaComparison compare(Schema model) throws SQLException {
    DiffOptions options =
        DiffOptions.everything()
            .withRenames(change.lines("renames").stream().map(Rename::parse).toList())
            .withFormerNames(formerNames());
    return SchemaComparison.of(model, database, dialect, scope, options);
  }

  List<Rename> formerNames() {
    return after.formerNames().stream()
        .map(
            former ->
                former.column() == null
                    ? Rename.of(
                        Rename.Kind.TABLE,
                        former.table().withName(former.name()),
                        former.table().name())
                    : Rename.column(former.table(), former.name(), former.column()))
        .toList();
  }

  /** What a comparison has read of the catalog. */
  private Schema catalog(SchemaComparison comparison) {
    return dialect.typeRules().canonical(comparison.inspection().schema());
  }

  private void apply(Schema start, List<Operation> operations) {
    Schema schema = start;
    for (Operation operation : operations) {
      for (SqlStatement sql : dialect.sqlRenderer().render(filled(operation, schema), schema)) {
        execute(sql.sql());
      }
      schema = effects.apply(schema, operation);
    }
  }

  /** The driver of SQLite runs the first statement of several alone. */
  private void execute(String script) {
    if (engine == Engine.SQLITE) {
      dialect.textRules().statements(script).forEach(this::executeOne);
    } else {
      executeOne(script);
    }
  }

  private void executeOne(String sql) {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(change + ": " + e.getMessage() + "\nin: " + sql, e);
    }
  }

  private String query(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(engine.query(sql))) {
      List<List<String>> result = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(value(rows, i));
        }
        result.add(row);
      }
      return result.toString();
    }
  }

  private static String value(ResultSet rows, int column) throws SQLException {
    int type = rows.getMetaData().getColumnType(column);
    String value = String.valueOf(rows.getString(column));
    boolean isTruth = type == Types.BOOLEAN || type == Types.BIT && !value.startsWith("b");
    if (!isTruth || rows.wasNull()) {
      return value;
    }
    return rows.getBoolean(column) ? "t" : "f";
  }

  /** What the author of the migration does: gives the rows that exist a value. */
  Operation filled(Operation operation, Schema schema) {
    if (!(operation instanceof Backfill backfill) || backfill.expression() != null) {
      return operation;
    }
    String path = backfill.table() + "." + backfill.column();
    SqlType type =
        schema.table(backfill.table()).orElseThrow().column(backfill.column()).orElseThrow().type();
    String value = change.pairs("fill", ":").getOrDefault(path, value(type.name()));
    return new Backfill(backfill.table(), backfill.column(), value);
  }

  private String value(String type) {
    return switch (type) {
      case "boolean", "bit" -> "false";
      case "tinyint", "smallint", "integer", "int", "bigint", "numeric", "decimal" -> "1";
      case "real", "double precision", "float", "double" -> "1";
      case "date", "timestamp", "timestamptz", "datetime" ->
          engine == Engine.SQLITE ? "current_timestamp" : "now()";
      case "blob" -> "x'00'";
      case "uuid" ->
          engine == Engine.H2 ? "random_uuid()" : engine.isMySql() ? "uuid()" : "gen_random_uuid()";
      case "binary" -> "uuid_to_bin(uuid())";
      case "json", "jsonb" -> "'{}'";
      default -> "'filled'";
    };
  }

  /** Without the names that nobody gave, and without defaults that are spelled in another way. */
  private Schema comparable(Schema schema) {
    List<String> alike = change.lines("alike");
    return schema.withTables(
        schema.tables().stream()
            .map(
                table ->
                    table
                        .withColumns(
                            table.columns().stream()
                                .map(
                                    column ->
                                        sorted(
                                            alike.contains(table.name() + "." + column.name())
                                                ? column.withServerDefault(null)
                                                : column))
                                .toList())
                        .withConstraints(
                            table.constraints().stream().map(ChangeRun::unnamed).toList())
                        .withIndexes(table.indexes().stream().map(ChangeRun::unnamed).toList()))
            .toList());
  }

  /** The order of values stays as it was. */
  private static Column sorted(Column column) {
    SqlType type = column.type();
    return type.name().equals("enum")
        ? column.withType(type.withArguments(type.arguments().stream().sorted().toList()))
        : column;
  }

  private static Constraint unnamed(Constraint constraint) {
    if (constraint instanceof CheckConstraint check
        && check.name() != null
        && check.name().equals(check.column())) {
      return check.withName(null).withColumn(null); // MariaDB calls it like the column
    }
    return isChosen(constraint.name()) ? constraint.withName(null) : constraint;
  }

  private static Index unnamed(Index index) {
    return isChosen(index.name()) ? index.withName(null) : index;
  }

  private static boolean isChosen(String name) {
    return name != null && CHOSEN.matcher(name).matches();
  }
}

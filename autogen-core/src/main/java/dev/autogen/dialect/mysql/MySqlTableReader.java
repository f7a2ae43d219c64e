package dev.autogen.dialect.mysql;

import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tables with all that belongs to them, and sequences. */
final class MySqlTableReader {

  private static final Pattern ROW_FORMAT = Pattern.compile("(?i)row_format=(\\w+)");

  private final MySqlCatalog catalog;
  private final Server server;
  private final InspectionScope scope;
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<QualifiedName> sequences = new ArrayList<>();
  private final Map<String, String> databaseCollations = new HashMap<>();
  private final Map<QualifiedName, String> collations = new HashMap<>();
  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

  MySqlTableReader(MySqlCatalog catalog, Server server, InspectionScope scope) {
    this.catalog = catalog;
    this.server = server;
    this.scope = scope;
  }

  /** What was not read. */
  List<LeftOut> leftOut() {
    return leftOut;
  }

  Schema read(List<String> namespaces) throws SQLException {
    catalog.rows(
        "select schema_name, default_collation_name from information_schema.schemata"
            + " where schema_name%s",
        row -> databaseCollations.put(row.getString(1), row.getString(2)));
    catalog.rows(
        "select table_schema, table_name, table_type, engine, table_collation, table_comment,"
            + " create_options from information_schema.tables where table_schema%s"
            + " order by table_schema, table_name",
        row -> {
          table(row);
          return "";
        });
    MySqlCheckReader checks = new MySqlCheckReader(catalog, server);
    Map<QualifiedName, List<Column>> columns =
        new MySqlColumnReader(catalog, server, checks, collations).columns();
    Map<QualifiedName, List<Index>> indexes = new MySqlIndexReader(catalog, server).indexes();
    Map<QualifiedName, List<ForeignKey>> keys = new MySqlForeignKeyReader(catalog).keys();
    List<Table> whole = new ArrayList<>();
    List<Sequence> numbers = new ArrayList<>(MySqlSequences.read(catalog, sequences));
    for (Table each : tables.values()) {
      QualifiedName name = each.name();
      Table table =
          whole(
              each.withColumns(columns.getOrDefault(name, List.of())),
              indexes.getOrDefault(name, List.of()),
              keys.getOrDefault(name, List.of()),
              checks.checks(name));
      if (!server.isMariaDb() && MySqlSequences.isSequence(table)) {
        numbers.add(Sequence.of(name, 1, 1));
      } else {
        whole.add(table);
      }
    }
    return new Schema(
        namespaces,
        whole.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
        numbers.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList(),
        List.of());
  }

  private void table(ResultSet row) throws SQLException {
    QualifiedName name = catalog.name(row, "table_schema", "table_name");
    String type = row.getString("table_type");
    @Nullable String reason = scope.reasonToLeaveOut(name.name());
    if (type.equals("SEQUENCE")) {
      sequences.add(name);
    } else if (type.endsWith("VIEW")) {
      leftOut.add(new LeftOut("view", name.toString(), "no table"));
    } else if (type.contains("TEMPORARY")) {
      leftOut.add(new LeftOut("table", name.toString(), "temporary"));
    } else if (reason != null) {
      leftOut.add(new LeftOut("table", name.toString(), reason));
    } else {
      @Nullable String collation = row.getString("table_collation");
      if (collation != null) {
        collations.put(name, collation);
      }
      tables.put(
          name,
          new Table(name, List.of(), List.of(), List.of(), row.getString("table_comment"))
              .withForm(form(row, type, collation)));
    }
  }

  /** What a table has that is not usual, so that it gets it back when it is created again. */
  private TableForm form(ResultSet row, String type, @Nullable String collation)
      throws SQLException {
    List<String> options = new ArrayList<>();
    @Nullable String engine = row.getString("engine");
    if (engine != null && !engine.equalsIgnoreCase("InnoDB")) {
      options.add("engine=" + engine);
    }
    if (collation != null
        && !collation.equals(databaseCollations.get(row.getString("table_schema")))) {
      options.add("collate=" + collation);
    }
    Matcher format = ROW_FORMAT.matcher(String.valueOf(row.getString("create_options")));
    if (format.find()) {
      options.add("row_format=" + format.group(1).toLowerCase(Locale.ROOT));
    }
    if (type.equals("SYSTEM VERSIONED")) {
      options.add("with system versioning");
    }
    return options.isEmpty() ? TableForm.PLAIN : TableForm.PLAIN.withParameters(options);
  }

  /**
   * A check of a column, called like the column. MariaDB's catalog calls it like the column was
   * called when it was declared.
   */
  private static CheckConstraint withColumn(CheckConstraint check, Table table) {
    if (check.column() == null) {
      return check;
    }
    Set<String> mentioned = MySqlText.RULES.words().names(check.expression());
    boolean same = table.column(check.column()).isPresent() && mentioned.contains(check.column());
    return same
        ? check
        : table.columns().stream()
            .map(Column::name)
            .filter(mentioned::contains)
            .findFirst()
            .map(name -> check.withName(name).withColumn(name))
            .orElse(check);
  }

  private static Table whole(
      Table table, List<Index> indexes, List<ForeignKey> keys, List<CheckConstraint> checks) {
    List<Constraint> constraints = new ArrayList<>();
    List<Index> others = new ArrayList<>();
    for (Index index : indexes) {
      if (MySqlIndexReader.PRIMARY.equals(index.name())) {
        // A table with system versioning has the end of a row's validity in its key.
        constraints.add(
            PrimaryKey.of(
                null,
                index.elements().stream()
                    .map(each -> MySqlNames.column(each).orElse(each.text()))
                    .filter(column -> table.column(column).isPresent())
                    .toList()));
      } else {
        others.add(index);
      }
    }
    constraints.addAll(keys);
    checks.forEach(check -> constraints.add(withColumn(check, table)));
    return MySqlKeys.withConstraints(
        MySqlKeys.withoutOwnIndexes(table.withConstraints(constraints).withIndexes(others)));
  }
}

package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.Inspection.LeftOut;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.TableForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a schema from the answers to {@link CatalogQueries}. */
final class CatalogReader {

  private final LeftOutRules rules;
  private final IndexRows indexRows = new IndexRows();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> namespaces = new ArrayList<>();
  private final Map<Long, Map<Integer, String>> comments = new HashMap<>();
  private final Map<Long, CatalogTable> tables = new HashMap<>();
  private final Map<List<Long>, Sequence> identities = new HashMap<>();
  private final List<Sequence> sequences = new ArrayList<>();
  private final List<EnumType> enumTypes = new ArrayList<>();
  private final Map<QualifiedName, CompositeType> compositeTypes = new HashMap<>();
  private final Map<String, SqlType> types = new HashMap<>();
  private final Map<String, String> typesInPath = new HashMap<>();
  private @Nullable String defaultSchema;

  CatalogReader(InspectionScope scope) {
    this.rules = new LeftOutRules(scope);
  }

  /** The readers of the answers, in the order of {@link CatalogQueries#all}. */
  List<CatalogQuestions.Answer> answers() {
    return List.of(
        this::namespace,
        this::comment,
        this::relation,
        this::sequence,
        this::column,
        this::constraint,
        indexRows::operatorClass,
        indexRows::collation,
        this::index,
        this::enumType,
        this::attribute,
        this::typeInPath);
  }

  Inspection inspection() {
    Schema schema =
        new Schema(
            namespaces,
            tables.values().stream()
                .filter(table -> !table.leftOut)
                .sorted(Comparator.comparing(table -> table.name))
                .map(CatalogTable::table)
                .toList(),
            sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList(),
            enumTypes.stream().sorted(Comparator.comparing(EnumType::name)).toList(),
            compositeTypes.values().stream()
                .sorted(Comparator.comparing(CompositeType::name))
                .toList());
    leftOut.sort(Comparator.comparing(LeftOut::kind).thenComparing(LeftOut::name));
    return new Inspection(schema, leftOut, typesInPath);
  }

  private void namespace(ResultSet row) throws SQLException {
    if (row.getBoolean("is_default")) {
      defaultSchema = row.getString("nspname");
    } else {
      namespaces.add(row.getString("nspname"));
    }
  }

  private void relation(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString("nspname"), row.getString("relname"));
    Optional<LeftOut> reason = rules.relation(name, row);
    reason.ifPresent(leftOut::add);
    tables.put(
        row.getLong("oid"),
        new CatalogTable(
            name,
            comments.getOrDefault(row.getLong("oid"), Map.of()),
            PgArrays.strings(row.getArray("partitioned_by")),
            form(row),
            reason.isPresent()));
  }

  private TableForm form(ResultSet row) throws SQLException {
    List<String> parents = PgArrays.strings(row.getArray("inherits"));
    List<QualifiedName> inherits = new ArrayList<>();
    for (int i = 0; i < parents.size(); i += 2) {
      inherits.add(name(parents.get(i), parents.get(i + 1)));
    }
    @Nullable String partitionBy = row.getString("partition_by");
    return new TableForm(
        row.getString("relpersistence").equals("u"),
        inherits,
        partitionBy == null ? null : lowerCaseMethod(partitionBy),
        PgArrays.strings(row.getArray("parameters")),
        row.getString("spcname"));
  }

  /** Writes the method in lower case, because the catalog prints {@code RANGE (at)}. */
  private static String lowerCaseMethod(String key) {
    int end = key.indexOf(' ');
    return key.substring(0, end).toLowerCase(Locale.ROOT) + key.substring(end);
  }

  private void comment(ResultSet row) throws SQLException {
    comments
        .computeIfAbsent(row.getLong("objoid"), table -> new HashMap<>())
        .put(row.getInt("objsubid"), row.getString("description"));
  }

  private void sequence(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString("nspname"), row.getString("relname"));
    Sequence.Owner owner =
        row.getString("ownertable") == null
            ? null
            : new Sequence.Owner(
                name(row.getString("ownerschema"), row.getString("ownertable")),
                row.getString("ownercolumn"));
    Sequence sequence =
        SequenceDefaults.withoutDefaults(
            Sequence.of(name, row.getLong("seqstart"), row.getLong("seqincrement"))
                .withCache(row.getLong("seqcache"))
                .withRange(
                    new NumberRange(
                        row.getString("seqtype"),
                        row.getLong("seqmin"),
                        row.getLong("seqmax"),
                        row.getBoolean("seqcycle")))
                .withOwner(owner)
                .withDefaultColumns(columns(PgArrays.strings(row.getArray("drawnby")))));
    CatalogTable table = tables.get(row.getLong("refobjid"));
    boolean isLeftOut = table != null && table.leftOut;
    if ("i".equals(row.getString("deptype"))) {
      identities.put(List.of(row.getLong("refobjid"), row.getLong("refobjsubid")), sequence);
      if (!isLeftOut) {
        sequences.add(sequence);
      }
    } else if (row.getString("extname") != null) {
      leftOut.add(LeftOutRules.ofExtension("sequence", name, row));
    } else if (isLeftOut) {
      leftOut.add(new LeftOut("sequence", name.toString(), "belongs to " + table.name));
    } else {
      sequences.add(sequence);
    }
  }

  /** The columns in a list of schema, table and name of each. */
  private List<Sequence.Owner> columns(List<String> names) {
    List<Sequence.Owner> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i += 3) {
      columns.add(new Sequence.Owner(name(names.get(i), names.get(i + 1)), names.get(i + 2)));
    }
    return columns;
  }

  private void column(ResultSet row) throws SQLException {
    CatalogTable table = tables.get(row.getLong("attrelid"));
    if (table == null) {
      return;
    }
    String expression = row.getString("expression");
    String generated = Objects.requireNonNullElse(row.getString("attgenerated"), "");
    int number = row.getInt("attnum");
    SqlType type = type(row);
    table.collations.put(number, row.getLong("attcollation"));
    table.columns.put(
        number,
        new Column(
            row.getString("attname"),
            type,
            !row.getBoolean("attnotnull"),
            generated.isEmpty() ? expression : null,
            identity(row, type),
            generated.isEmpty() || expression == null
                ? null
                : new Generated(PostgreSqlText.WORDS.unwrapped(expression), generated.equals("s")),
            row.getString("collname"),
            table.comments.get(number)));
  }

  private @Nullable Identity identity(ResultSet row, SqlType type) throws SQLException {
    String kind = row.getString("attidentity");
    if (kind == null || kind.isEmpty()) {
      return null;
    }
    Identity identity = kind.equals("a") ? Identity.generatedAlways() : Identity.byDefault();
    Sequence sequence = identities.get(List.of(row.getLong("attrelid"), row.getLong("attnum")));
    return sequence == null
        ? identity
        : SequenceDefaults.withoutDefaults(
            identity
                .from(sequence.start(), sequence.increment())
                .withCache(sequence.cache())
                .withRange(sequence.range()),
            type);
  }

  private SqlType type(ResultSet row) throws SQLException {
    return type(row, "typname");
  }

  private SqlType type(ResultSet row, String nameColumn) throws SQLException {
    SqlType type = types.computeIfAbsent(row.getString("type"), SqlType::parse);
    String name = row.getString(nameColumn);
    return name == null
        ? type
        : new SqlType(
            row.getString("typschema"), name, type.arguments(), row.getBoolean("is_array") ? 1 : 0);
  }

  private void constraint(ResultSet row) throws SQLException {
    CatalogTable table = tables.get(row.getLong("conrelid"));
    if (table == null || table.leftOut) {
      return;
    }
    if (row.getString("contype").equals("x")) {
      leftOut.add(
          new LeftOut(
              "exclusion constraint",
              table.name + "." + row.getString("conname"),
              "JPA cannot describe it"));
    } else {
      table.constraints.add(new ConstraintRow(row, table, tables, this::name).constraint());
    }
  }

  private void index(ResultSet row) throws SQLException {
    CatalogTable table = tables.get(row.getLong("indrelid"));
    if (table == null || table.leftOut) {
      return;
    }
    if (row.getBoolean("indisvalid")) {
      table.indexes.add(indexRows.index(row, table));
    } else {
      leftOut.add(
          new LeftOut(
              "index",
              table.name.withName(row.getString("relname")).toString(),
              "invalid: left by an interrupted CREATE INDEX CONCURRENTLY, or not yet attached to"
                  + " all partitions"));
    }
  }

  private void enumType(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString("nspname"), row.getString("typname"));
    if (row.getString("extname") != null) {
      leftOut.add(LeftOutRules.ofExtension("enum type", name, row));
    } else {
      enumTypes.add(
          new EnumType(
              name, PgArrays.strings(row.getArray("labels")), row.getBoolean("stringcasts")));
    }
  }

  /** A row for each attribute of a composite type, in order; one without name where it has none. */
  private void attribute(ResultSet row) throws SQLException {
    QualifiedName name = name(row.getString("nspname"), row.getString("typname"));
    if (row.getString("extname") != null) {
      LeftOut reason = LeftOutRules.ofExtension("composite type", name, row);
      if (!leftOut.contains(reason)) {
        leftOut.add(reason);
      }
      return;
    }
    CompositeType type = compositeTypes.get(name);
    List<CompositeType.Attribute> attributes =
        type == null ? new ArrayList<>() : new ArrayList<>(type.attributes());
    if (row.getString("attname") != null) {
      attributes.add(
          new CompositeType.Attribute(
              row.getString("attname"),
              type(row, "attribute_typname"),
              row.getString("collname"),
              row.getString("attribute_comment")));
    }
    compositeTypes.put(name, new CompositeType(name, attributes, row.getString("comment")));
  }

  private void typeInPath(ResultSet row) throws SQLException {
    typesInPath.put(row.getString("typname"), row.getString("nspname"));
  }

  private QualifiedName name(String schema, String name) {
    return new QualifiedName(schema.equals(defaultSchema) ? null : schema, name);
  }
}

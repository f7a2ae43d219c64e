package dev.autogen.dialect.mysql;

import dev.autogen.dialect.Narrowing;
import dev.autogen.dialect.TypeRules;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.SchemaChange;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which types and defaults are the same for MySQL and MariaDB. */
final class MySqlTypeRules implements TypeRules {

  private final KnownServer server;

  MySqlTypeRules(KnownServer server) {
    this.server = server;
  }

  @Override
  public Column ofWord(Column written) {
    return MySqlWords.of(server.get().isMariaDb()).column(written);
  }

  @Override
  public Schema canonical(Schema schema) {
    return schema
        .withNamespaces(schema.namespaces().stream().distinct().sorted().toList())
        .withTables(schema.tables().stream().map(this::table).toList())
        .withSequences(
            schema.sequences().stream().map(each -> each.withName(folded(each.name()))).toList());
  }

  /** The name of a table as the server stores it ({@code lower_case_table_names}). */
  private QualifiedName folded(QualifiedName name) {
    return server.get().foldsTableNames()
        ? name.withName(name.name().toLowerCase(Locale.ROOT))
        : name;
  }

  /** {@code serial} is a short form (MySQL manual, Numeric Data Type Syntax). */
  private static Table withoutSerials(Table table) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean serial = column.type().equals(SqlType.of("serial"));
      if (serial && table.uniques().stream().noneMatch(each -> isOver(each, column))) {
        constraints.add(UniqueConstraint.of(null, List.of(column.name())));
      }
      columns.add(
          serial
              ? column
                  .withType(SqlType.of("bigint unsigned"))
                  .withNullable(false)
                  .withIdentity(Identity.byDefault())
              : column);
    }
    return table.withColumns(columns).withConstraints(constraints);
  }

  private static boolean isOver(UniqueConstraint unique, Column column) {
    return unique.columns().equals(List.of(column.name()));
  }

  private Table table(Table declared) {
    Table table = withoutSerials(declared);
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    Table plain =
        table
            .withName(folded(table.name()))
            .withComment(blankToNull(table.comment()))
            .withColumns(
                table.columns().stream()
                    .map(this::column)
                    .map(each -> key.contains(each.name()) ? each.withNullable(false) : each)
                    .toList())
            .withConstraints(table.constraints().stream().map(this::constraint).toList())
            .withIndexes(table.indexes().stream().map(MySqlTypeRules::index).toList());
    return MySqlKeys.withConstraints(MySqlKeys.withoutOwnIndexes(plain));
  }

  private Column column(Column declared) {
    Column column = CharacterSets.resolved(declared, server.get());
    SqlType type = MySqlTypes.canonical(column.type());
    Generated generated = column.generated();
    boolean computed = generated != null;
    boolean numbered = column.identity() != null;
    return column
        .withType(type)
        // MariaDB has no NOT NULL on generated columns.
        .withNullable(!numbered && (column.nullable() || computed && server.get().isMariaDb()))
        .withIdentity(numbered ? Identity.byDefault() : null)
        .withServerDefault(computed ? null : MySqlDefaults.canonical(type, column.serverDefault()))
        .withComment(blankToNull(column.comment()));
  }

  private Constraint constraint(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.withName(null);
    } else if (constraint instanceof ForeignKey key) {
      return key.withOnDelete(plain(key.onDelete()), List.of())
          .withOnUpdate(plain(key.onUpdate()))
          .withReferenced(folded(key.referencedTable()), key.referencedColumns());
    }
    return constraint;
  }

  private static Action plain(Action action) {
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }

  /** Nulls are low, and there is one kind of index for most. */
  private static Index index(Index index) {
    Index plain =
        index.withElements(
            index.elements().stream()
                .map(
                    each ->
                        new Index.Element(
                            prefixed(each), each.expression(), each.descending(), null, null, null))
                .toList());
    return "hash".equals(plain.method()) || "btree".equals(plain.method())
        ? plain.withMethod(null)
        : plain;
  }

  /** {@code name ( 20 )} as {@code name(20)}. */
  private static String prefixed(Index.Element key) {
    return MySqlNames.prefix(key)
        .map(
            column ->
                MySqlNames.quote(column)
                    + "("
                    + MySqlText.RULES.tokens(key.text()).get(2).text()
                    + ")")
        .orElse(key.text());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public SqlType known(SqlType model, SqlType actual) {
    return MySqlEnums.known(model, actual);
  }

  /** The table that stands for a sequence on MySQL tells neither its first number nor its step. */
  @Override
  public Sequence known(Sequence model, Sequence actual) {
    return server.get().isMariaDb() ? model : model.from(actual.start(), actual.increment());
  }

  @Override
  public Schema spelledOut(Schema schema, QualifiedName table) {
    return schema;
  }

  /** The server converts all values in one statement; what it cannot, it refuses. */
  @Override
  public @Nullable String conversion(Column from, Column to) {
    return MySqlConversions.expression(from.name(), canonical(from), canonical(to));
  }

  private static SqlType canonical(Column column) {
    return MySqlTypes.canonical(column.type());
  }

  @Override
  public String enumConversion(Column from, Column to, List<String> values, boolean complete) {
    return MySqlEnums.conversion(from, values, complete);
  }

  @Override
  public boolean comparable(Column from, Column to) {
    MySqlTypeFamily before = MySqlTypeFamily.of(canonical(from));
    MySqlTypeFamily after = MySqlTypeFamily.of(canonical(to));
    return before == after && before != MySqlTypeFamily.OTHER
        || before.isNumber() && after.isNumber()
        || isText(before) && isText(after);
  }

  private static boolean isText(MySqlTypeFamily family) {
    return family == MySqlTypeFamily.TEXT || family == MySqlTypeFamily.ENUM;
  }

  /** Names of columns mean the same in any case (MySQL manual, Identifier Case Sensitivity). */
  @Override
  public Schema spelledLike(Schema actual, Schema model) {
    SchemaChange change = new SchemaChange(MySqlText.RULES);
    Schema spelled = model;
    for (Table table : model.tables()) {
      for (Column column : table.columns()) {
        Optional<Column> same =
            actual.table(table.name()).stream()
                .flatMap(other -> other.columns().stream())
                .filter(other -> other.name().equalsIgnoreCase(column.name()))
                .findFirst();
        if (same.isPresent() && !same.get().name().equals(column.name())) {
          spelled =
              change.apply(
                  spelled, new RenameColumn(table.name(), column.name(), same.get().name()));
        }
      }
    }
    return spelled;
  }

  /** InnoDB wants the same type on both sides of a foreign key; texts may differ in length. */
  @Override
  public boolean keepsForeignKeys(Column from, Column to) {
    SqlType before = canonical(from);
    SqlType after = canonical(to);
    if (!server.get().isMariaDb() && (from.identity() == null) != (to.identity() == null)) {
      return false; // MySQL changes no numbering of a column that a foreign key refers to
    }
    return before.equals(after) && Objects.equals(from.collation(), to.collation())
        || before.name().equals(after.name())
            && MySqlTypeFamily.of(before) == MySqlTypeFamily.TEXT
            && Objects.equals(from.collation(), to.collation())
            && MySqlWidths.holds(after, before);
  }

  @Override
  public boolean holds(SqlType wider, SqlType narrower) {
    return MySqlWidths.holds(MySqlTypes.canonical(wider), MySqlTypes.canonical(narrower));
  }

  @Override
  public Narrowing narrowing(Column from, Column to) {
    return from.generated() != null
        ? Narrowing.NONE
        : MySqlWidths.narrowing(canonical(from), canonical(to));
  }

  /** Texts and bytes of any length, and documents, need an index of their beginning. */
  @Override
  public boolean sortable(Column column) {
    return !MySqlTypes.isLarge(canonical(column));
  }

  @Override
  public String continueNumbering(Sequence sequence) {
    return new MySqlSequences(server.get()).continued(sequence);
  }

  @Override
  public @Nullable String neutralValue(Column column) {
    return MySqlValues.neutral(canonical(column));
  }

  @Override
  public @Nullable String distinctValue(Column column) {
    return MySqlValues.distinct(canonical(column));
  }

  @Override
  public @Nullable String advice(Column from, Column to) {
    return null;
  }

  @Override
  public @Nullable String replacement(SqlType type) {
    return switch (type.name()) {
      case "jsonb" -> "json";
      case "bytea" -> "longblob";
      case "timestamptz", "timestamp with time zone" -> "datetime(6)";
      case "uuid" -> "binary(16)";
      case "serial", "bigserial", "smallserial" -> "a column with GenerationType.IDENTITY";
      case "inet", "cidr", "citext" -> "varchar(255)";
      default -> null;
    };
  }
}

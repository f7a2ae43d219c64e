package dev.autogen.dialect.h2;

import dev.autogen.dialect.Narrowing;
import dev.autogen.dialect.PortableWords;
import dev.autogen.dialect.TypeRules;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which types and defaults are the same for H2. */
final class H2TypeRules implements TypeRules {

  private static final Set<String> UNSORTABLE = Set.of("clob", "blob", "json", "geometry");

  private final H2Names names;

  H2TypeRules(H2Names names) {
    this.names = names;
  }

  /** What H2 has for the words of migrations for several kinds of database. */
  private static final PortableWords WORDS =
      new PortableWords(
          Map.of(
              "jsonb", PortableWords.plain("json"),
              "bytea", PortableWords.plain("blob"),
              "text", PortableWords.plain("clob")),
          null,
          Map.of(PortableWords.RANDOM_UUID, PortableWords.sql("random_uuid()")));

  @Override
  public Column ofWord(Column written) {
    return WORDS.column(written);
  }

  @Override
  public Schema canonical(Schema schema) {
    return schema
        .withNamespaces(schema.namespaces().stream().distinct().sorted().toList())
        .withTables(schema.tables().stream().map(this::table).toList())
        .withSequences(schema.sequences().stream().map(H2Numbering::withoutDefaults).toList())
        .withEnumTypes(
            schema.enumTypes().stream()
                .map(type -> new EnumType(type.name(), type.values().stream().sorted().toList()))
                .toList());
  }

  private Table table(Table table) {
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return table
        .withComment(blankToNull(table.comment()))
        .withColumns(
            table.columns().stream()
                .map(this::column)
                .map(column -> key.contains(column.name()) ? column.withNullable(false) : column)
                .toList())
        .withConstraints(table.constraints().stream().map(H2TypeRules::constraint).toList())
        .withIndexes(table.indexes().stream().map(H2TypeRules::index).toList());
  }

  /** A generated column is always stored; collations belong to the whole database. */
  private Column column(Column declared) {
    Column column = H2Numbering.identityOfSerial(declared);
    Generated generated = column.generated();
    return column
        .withType(H2Types.canonical(column.type()))
        .withNullable(column.nullable() && column.identity() == null)
        .withIdentity(
            column.identity() == null
                ? null
                : H2Numbering.withoutDefaults(column.identity(), H2Types.canonical(column.type())))
        .withServerDefault(serverDefault(column.serverDefault()))
        .withGenerated(generated == null ? null : new Generated(generated.expression(), true))
        .withCollation(null)
        .withComment(blankToNull(column.comment()));
  }

  private @Nullable String serverDefault(@Nullable String sql) {
    boolean none = sql == null || sql.isBlank() || names.text().words().normal(sql).equals("null");
    return none ? null : sql.strip();
  }

  private static Constraint constraint(Constraint constraint) {
    if (!(constraint instanceof ForeignKey key)) {
      return constraint;
    }
    // H2 checks both at once (ConstraintActionType).
    return key.withOnDelete(plain(key.onDelete()), List.of()).withOnUpdate(plain(key.onUpdate()));
  }

  private static Action plain(Action action) {
    return action == Action.RESTRICT ? Action.NO_ACTION : action;
  }

  /** Nulls are low (setting {@code DEFAULT_NULL_ORDERING}). */
  private static Index index(Index index) {
    return index.withElements(
        index.elements().stream()
            .map(
                each ->
                    each.nulls() == (each.descending() ? Nulls.LAST : Nulls.FIRST)
                        ? new Index.Element(
                            each.text(), each.expression(), each.descending(), null, null, null)
                        : each)
            .toList());
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public Schema spelledOut(Schema schema, QualifiedName table) {
    return schema;
  }

  @Override
  public @Nullable String conversion(Column from, Column to) {
    return new H2Conversions(names)
        .using(from.name(), H2Types.canonical(from.type()), H2Types.canonical(to.type()));
  }

  @Override
  public String enumConversion(Column from, Column to, List<String> values, boolean complete) {
    return new H2EnumValues(names).conversion(from, to, values, complete);
  }

  @Override
  public boolean comparable(Column from, Column to) {
    SqlType before = H2Types.canonical(from.type());
    SqlType after = H2Types.canonical(to.type());
    return before.dimensions() == after.dimensions()
        && H2TypeFamily.of(before) == H2TypeFamily.of(after)
        && H2TypeFamily.of(before) != H2TypeFamily.OTHER;
  }

  @Override
  public boolean holds(SqlType wider, SqlType narrower) {
    return H2Widths.holds(H2Types.canonical(wider), H2Types.canonical(narrower));
  }

  @Override
  public Narrowing narrowing(Column from, Column to) {
    return from.generated() != null
        ? Narrowing.NONE
        : H2Widths.narrowing(H2Types.canonical(from.type()), H2Types.canonical(to.type()));
  }

  @Override
  public boolean sortable(Column column) {
    SqlType type = H2Types.canonical(column.type());
    return type.dimensions() > 0 || !UNSORTABLE.contains(type.name());
  }

  @Override
  public String continueNumbering(Sequence sequence) {
    return new H2Numbering(names).continued(sequence);
  }

  @Override
  public @Nullable String neutralValue(Column column) {
    return H2Values.neutral(H2Types.canonical(column.type()));
  }

  @Override
  public @Nullable String distinctValue(Column column) {
    return H2Values.distinct(H2Types.canonical(column.type()));
  }

  @Override
  public @Nullable String advice(Column from, Column to) {
    return null;
  }

  @Override
  public @Nullable String replacement(SqlType type) {
    return switch (type.name()) {
      case "jsonb" -> "json";
      case "serial", "bigserial", "smallserial" -> "a column with GenerationType.IDENTITY";
      case "inet", "cidr", "citext" -> "varchar";
      default -> null;
    };
  }
}

package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.Narrowing;
import dev.autogen.dialect.PortableWords;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Identity;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which types, defaults and expressions are the same for PostgreSQL. */
public final class PostgreSqlTypeRules implements TypeRules {

  /** Types without an operator class for {@code btree} (catalog {@code pg_opclass}). */
  private static final Set<String> UNSORTABLE =
      Set.of(
          "json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "cid", "xid");

  /** What PostgreSQL has for words that are not its own. */
  private static final PortableWords WORDS =
      new PortableWords(Map.of("tinyint", PortableWords.plain("smallint")), null, Map.of());

  @Override
  public Column ofWord(Column written) {
    return WORDS.column(written);
  }

  @Override
  public Schema canonical(Schema declared) {
    Schema schema = LongNames.cut(declared);
    Map<QualifiedName, Sequence> owned = new HashMap<>();
    for (Sequence sequence : schema.sequences()) {
      if (sequence.owner() != null) {
        owned.put(sequence.name(), sequence);
      }
    }
    return schema
        .withNamespaces(schema.namespaces().stream().distinct().sorted().toList())
        .withTables(schema.tables().stream().map(table -> table(table, owned)).toList())
        .withSequences(schema.sequences().stream().map(SequenceDefaults::withoutDefaults).toList())
        .withCompositeTypes(
            schema.compositeTypes().stream().map(PostgreSqlTypeRules::compositeType).toList());
  }

  private static CompositeType compositeType(CompositeType type) {
    return type.withComment(blankToNull(type.comment()))
        .withAttributes(
            type.attributes().stream()
                .map(
                    each ->
                        each.withType(TypeNames.canonical(each.type()))
                            .withCollation(
                                "default".equals(each.collation()) ? null : each.collation())
                            .withComment(blankToNull(each.comment())))
                .toList());
  }

  @Override
  public Schema spelledOut(Schema schema, QualifiedName table) {
    return SerialTypes.spelledOut(schema, table);
  }

  @Override
  public @Nullable String conversion(Column from, Column to) {
    return Conversions.using(
        from.name(), TypeNames.canonical(from.type()), TypeNames.canonical(to.type()));
  }

  @Override
  public String enumConversion(Column from, Column to, List<String> names, boolean complete) {
    return EnumValues.conversion(from, to, names, complete);
  }

  @Override
  public boolean comparable(Column from, Column to) {
    return Conversions.comparable(TypeNames.canonical(from.type()), TypeNames.canonical(to.type()));
  }

  @Override
  public boolean holds(SqlType wider, SqlType narrower) {
    return WiderTypes.holds(TypeNames.canonical(wider), TypeNames.canonical(narrower));
  }

  @Override
  public Narrowing narrowing(Column from, Column to) {
    return from.generated() != null
        ? Narrowing.NONE
        : NarrowerTypes.of(TypeNames.canonical(from.type()), TypeNames.canonical(to.type()));
  }

  /** Virtual columns have no indexes (PostgreSQL manual, 5.4 Generated Columns). */
  @Override
  public boolean sortable(Column column) {
    SqlType type = TypeNames.canonical(column.type());
    boolean isVirtual = column.generated() != null && !column.generated().stored();
    return !isVirtual && (type.schema() != null || !UNSORTABLE.contains(type.name()));
  }

  /** {@code @Lob} is a large object, whose {@code oid} the column holds ({@code ClobJdbcType}). */
  @Override
  public @Nullable String advice(Column from, Column to) {
    String old = TypeNames.canonical(from.type()).name();
    boolean isLarge = to.type().equals(SqlType.of("oid"));
    if (isLarge && Set.of("text", "varchar").contains(old)) {
      return "@Lob makes Hibernate keep a large object and its oid here; for "
          + old
          + " write @JdbcTypeCode(SqlTypes.LONG32VARCHAR) instead of @Lob";
    }
    return isLarge && old.equals("bytea")
        ? "@Lob makes Hibernate keep a large object and its oid here; for bytea leave @Lob out"
        : null;
  }

  @Override
  public @Nullable String replacement(SqlType type) {
    return OtherDatabaseTypes.replacement(type);
  }

  @Override
  public String continueNumbering(Sequence sequence) {
    return SequenceSql.continueNumbering(sequence);
  }

  @Override
  public @Nullable String neutralValue(Column column) {
    return NeutralValues.of(TypeNames.canonical(column.type()));
  }

  @Override
  public @Nullable String distinctValue(Column column) {
    return NeutralValues.distinct(TypeNames.canonical(column.type()));
  }

  private static Table table(Table table, Map<QualifiedName, Sequence> owned) {
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    return ExpressionSimplifier.of(table)
        .withComment(blankToNull(table.comment()))
        .withColumns(
            table.columns().stream()
                .map(column -> column(table.name(), column, owned))
                .map(column -> key.contains(column.name()) ? column.withNullable(false) : column)
                .toList());
  }

  private static Column column(
      QualifiedName table, Column declared, Map<QualifiedName, Sequence> owned) {
    Column column = SerialTypes.canonical(declared);
    SqlType type = TypeNames.canonical(column.type());
    String serverDefault = ExpressionSimplifier.serverDefault(column.serverDefault(), type);
    Identity identity = column.identity();
    Sequence sequence = owned.get(SerialTypes.sequence(table, column.name()));
    if (sequence != null && isSerial(table, column, type, serverDefault, sequence)) {
      identity = Identity.serial();
      serverDefault = null;
    }
    return column
        .withType(type)
        .withNullable(column.nullable() && identity == null)
        .withIdentity(identity == null ? null : SequenceDefaults.withoutDefaults(identity, type))
        .withServerDefault(serverDefault)
        .withCollation("default".equals(column.collation()) ? null : column.collation())
        .withComment(blankToNull(column.comment()));
  }

  /**
   * Whether the column is what {@code serial} makes (PostgreSQL manual, 8.1.4 Serial Types), and no
   * other column uses its sequence.
   */
  private static boolean isSerial(
      QualifiedName table,
      Column column,
      SqlType type,
      @Nullable String serverDefault,
      Sequence sequence) {
    Sequence.Owner owner = new Sequence.Owner(table, column.name());
    return serverDefault != null
        && owner.equals(sequence.owner())
        && sequence.defaultColumns().stream().allMatch(owner::equals)
        && SerialTypes.hasSerial(type)
        && !column.nullable()
        && SequenceDefaults.isPlain(sequence, type)
        && serverDefault.startsWith("nextval(")
        && PostgreSqlText.WORDS.literals(serverDefault).stream()
            .anyMatch(text -> SqlType.parse(text).name().equals(sequence.name().name()));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}

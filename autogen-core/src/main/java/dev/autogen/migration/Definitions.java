package dev.autogen.migration;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of a migration, for static import: columns, types, constraints and index keys. */
public final class Definitions {

  private Definitions() {}

  /** A name in a schema other than the default one. */
  public static QualifiedName qualified(String schema, String name) {
    return new QualifiedName(schema, name);
  }

  /** A nullable column. */
  public static ColumnDefinition column(String name, SqlType type) {
    return new ColumnDefinition(Column.of(name, type));
  }

  /** An attribute of a composite type. */
  public static AttributeDefinition attribute(String name, SqlType type) {
    return new AttributeDefinition(CompositeType.Attribute.of(name, type));
  }

  /** The comment of a new table or composite type. */
  public static TableComment comment(String text) {
    return new TableComment(text);
  }

  /** Several elements as one, for a table whose definition is too long for one method. */
  public static TableElements elements(TableElement... elements) {
    return new TableElements(List.of(elements));
  }

  /**
   * Elements of a new table on one kind of database alone, in its own words: {@code on("sqlite",
   * check("kind in ('A','B')"))}.
   *
   * @param dialect such as {@code mysql}
   */
  public static TableElement on(String dialect, TableElement... elements) {
    return on(List.of(dialect), elements);
  }

  /** Elements of a new table on some kinds of database alone, in their own words. */
  public static TableElement on(List<String> dialects, TableElement... elements) {
    return new DialectElements(Set.copyOf(dialects), List.of(elements));
  }

  /** The default of the present time, for migrations that run on several kinds of database. */
  public static String currentTimestamp() {
    return "CURRENT_TIMESTAMP";
  }

  /** The default of the present day, for migrations that run on several kinds of database. */
  public static String currentDate() {
    return "CURRENT_DATE";
  }

  /** The default of a random identifier, for migrations that run on several kinds of database. */
  public static String randomUuid() {
    return "gen_random_uuid()";
  }

  /** The default of an empty JSON object, for migrations that run on several kinds of database. */
  public static String emptyJson() {
    return "'{}'";
  }

  /** A new table whose rows are not written to the log. */
  public static TableOption unlogged() {
    return new TableOption(TableForm::withUnlogged);
  }

  /** A new table that has the columns of another one too. */
  public static TableOption inherits(String table) {
    return inherits(QualifiedName.of(table));
  }

  /** A new table that has the columns of another one too. */
  public static TableOption inherits(QualifiedName table) {
    return new TableOption(
        form ->
            form.withInherits(Stream.concat(form.inherits().stream(), Stream.of(table)).toList()));
  }

  /** A new table with its rows in partitions: {@code partitionBy("range (created_at)")}. */
  public static TableOption partitionBy(String key) {
    return new TableOption(form -> form.withPartitionBy(key));
  }

  /** A new table with storage parameters: {@code parameters("fillfactor=70")}. */
  public static TableOption parameters(String... parameters) {
    return new TableOption(form -> form.withParameters(List.of(parameters)));
  }

  /** A new table in a tablespace. */
  public static TableOption tablespace(String name) {
    return new TableOption(form -> form.withTablespace(name));
  }

  /** A primary key over those columns. */
  public static PrimaryKeyDefinition primaryKey(String... columns) {
    return new PrimaryKeyDefinition(PrimaryKey.of(null, List.of(columns)));
  }

  /** A unique constraint over those columns. */
  public static UniqueDefinition unique(String... columns) {
    return new UniqueDefinition(UniqueConstraint.of(null, List.of(columns)));
  }

  /** A foreign key from those columns; say where to with {@code references}. */
  public static ForeignKeyDefinition foreignKey(String... columns) {
    return new ForeignKeyDefinition(
        ForeignKey.of(null, List.of(columns), QualifiedName.of(""), List.of()));
  }

  /** A check of that SQL condition. */
  public static CheckDefinition check(String condition) {
    return new CheckDefinition(CheckConstraint.of(null, condition));
  }

  /** An index over plain columns. */
  public static IndexDefinition index(String name, String... columns) {
    return new IndexDefinition(Index.of(name, false, List.of(columns)));
  }

  /** An index over keys with an order, an expression or an operator class. */
  public static IndexDefinition index(String name, IndexKey... keys) {
    return new IndexDefinition(
        Index.of(name, false, List.of())
            .withElements(Arrays.stream(keys).map(IndexKey::element).toList()));
  }

  /** A column as the key of an index. */
  public static IndexKey key(String column) {
    return new IndexKey(Index.Element.column(column));
  }

  /** An SQL expression as the key of an index. */
  public static IndexKey expression(String sql) {
    return new IndexKey(Index.Element.expression(sql));
  }

  /** A sequence, from 1 in steps of 1. */
  public static SequenceDefinition sequence(String name) {
    return sequence(QualifiedName.of(name));
  }

  /** A sequence, from 1 in steps of 1. */
  public static SequenceDefinition sequence(QualifiedName name) {
    return new SequenceDefinition(Sequence.of(name, 1, 1));
  }

  /** Any type in the database's own words, such as {@code inet} or {@code vector(3)}. */
  public static SqlType type(String sql) {
    return SqlType.parse(sql);
  }

  /** A named enum type, or any other type of one's own. */
  public static SqlType type(QualifiedName name) {
    return SqlType.named(name);
  }

  /** An array of that type. */
  public static SqlType array(SqlType element) {
    return element.array();
  }

  /** {@code boolean}. */
  public static SqlType bool() {
    return SqlType.of("boolean");
  }

  /** {@code smallint}, 2 bytes. */
  public static SqlType smallint() {
    return SqlType.of("smallint");
  }

  /** {@code integer}, 4 bytes. */
  public static SqlType integer() {
    return SqlType.of("integer");
  }

  /** {@code bigint}, 8 bytes. */
  public static SqlType bigint() {
    return SqlType.of("bigint");
  }

  /** {@code numeric} of any precision. */
  public static SqlType numeric() {
    return SqlType.of("numeric");
  }

  /** {@code numeric} with that many digits in all, and that many of them after the point. */
  public static SqlType numeric(int precision, int scale) {
    return SqlType.of("numeric", precision, scale);
  }

  /** {@code real}, 4 bytes. */
  public static SqlType real() {
    return SqlType.of("real");
  }

  /** {@code double precision}, 8 bytes. */
  public static SqlType doublePrecision() {
    return SqlType.of("double precision");
  }

  /** {@code char} of exactly that many characters. */
  public static SqlType character(int length) {
    return SqlType.of("char", length);
  }

  /** {@code varchar} of any length. */
  public static SqlType varchar() {
    return SqlType.of("varchar");
  }

  /** {@code varchar} of at most that many characters. */
  public static SqlType varchar(int length) {
    return SqlType.of("varchar", length);
  }

  /** {@code text}. */
  public static SqlType text() {
    return SqlType.of("text");
  }

  /** {@code bytea}, bytes of any number. */
  public static SqlType bytea() {
    return SqlType.of("bytea");
  }

  /** {@code date}. */
  public static SqlType date() {
    return SqlType.of("date");
  }

  /** {@code time} without a zone, to the microsecond. */
  public static SqlType time() {
    return SqlType.of("time");
  }

  /** {@code time} without a zone, with that many fractional digits of a second. */
  public static SqlType time(int precision) {
    return SqlType.of("time", precision);
  }

  /** {@code timestamp} without a zone, to the microsecond. */
  public static SqlType timestamp() {
    return SqlType.of("timestamp");
  }

  /** {@code timestamp} without a zone, with that many fractional digits of a second. */
  public static SqlType timestamp(int precision) {
    return SqlType.of("timestamp", precision);
  }

  /** {@code timestamp with time zone}, to the microsecond. */
  public static SqlType timestamptz() {
    return SqlType.of("timestamptz");
  }

  /** {@code timestamp with time zone}, with that many fractional digits of a second. */
  public static SqlType timestamptz(int precision) {
    return SqlType.of("timestamptz", precision);
  }

  /** {@code uuid}. */
  public static SqlType uuid() {
    return SqlType.of("uuid");
  }

  /** {@code json}, kept as it was written. */
  public static SqlType json() {
    return SqlType.of("json");
  }

  /** {@code jsonb}. */
  public static SqlType jsonb() {
    return SqlType.of("jsonb");
  }
}

package dev.autogen.dialect.postgresql;

import static java.util.Map.entry;

import dev.autogen.schema.Column;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Removes defaults from the keys of indexes. */
final class IndexKeys {

  /** The default operator classes of {@code btree} (catalog {@code pg_opclass}). */
  private static final Map<String, String> BTREE =
      Map.ofEntries(
          entry("smallint", "int2_ops"),
          entry("integer", "int4_ops"),
          entry("bigint", "int8_ops"),
          entry("numeric", "numeric_ops"),
          entry("real", "float4_ops"),
          entry("double precision", "float8_ops"),
          entry("boolean", "bool_ops"),
          entry("varchar", "text_ops"),
          entry("text", "text_ops"),
          entry("char", "bpchar_ops"),
          entry("date", "date_ops"),
          entry("time", "time_ops"),
          entry("timetz", "timetz_ops"),
          entry("timestamp", "timestamp_ops"),
          entry("timestamptz", "timestamptz_ops"),
          entry("interval", "interval_ops"),
          entry("uuid", "uuid_ops"),
          entry("bytea", "bytea_ops"),
          entry("inet", "inet_ops"),
          entry("jsonb", "jsonb_ops"),
          entry("oid", "oid_ops"));

  private static final Map<String, String> GIN =
      Map.of("jsonb", "jsonb_ops", "tsvector", "tsvector_ops");

  private IndexKeys() {}

  static Index canonical(Table table, Index index) {
    return index.withElements(
        index.elements().stream().map(key -> canonical(table, index, key)).toList());
  }

  private static Element canonical(Table table, Index index, Element key) {
    return new Element(
        key.text(),
        key.expression(),
        key.descending(),
        key.nulls() == (key.descending() ? Nulls.FIRST : Nulls.LAST) ? null : key.nulls(),
        isDefault(table, index, key) ? null : key.operatorClass(),
        isCollatedSo(table, key) ? null : key.collation());
  }

  /** Whether the column itself has the collation of the key. */
  private static boolean isCollatedSo(Table table, Element key) {
    return key.collation() != null
        && !key.expression()
        && table
            .column(key.text())
            .map(column -> Objects.requireNonNullElse(column.collation(), "default"))
            .filter(key.collation()::equals)
            .isPresent();
  }

  private static boolean isDefault(Table table, Index index, Element key) {
    return key.operatorClass() != null
        && !key.expression()
        && table
            .column(key.text())
            .map(Column::type)
            .map(type -> defaultClass(index.method(), TypeNames.canonical(type)))
            .filter(key.operatorClass()::equals)
            .isPresent();
  }

  private static @Nullable String defaultClass(@Nullable String method, SqlType type) {
    boolean isArray = type.dimensions() > 0;
    if (method == null || method.equals("hash")) {
      return isArray ? "array_ops" : BTREE.get(type.name());
    }
    return !method.equals("gin") ? null : isArray ? "array_ops" : GIN.get(type.name());
  }
}

package dev.autogen.dialect.sqlite;

import static java.util.Map.entry;

import dev.autogen.dialect.Narrowing;
import dev.autogen.dialect.PortableWords;
import dev.autogen.dialect.TypeRules;
import dev.autogen.dialect.sqlite.SqliteTypes.Affinity;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which types and defaults are the same for SQLite. */
final class SqliteTypeRules implements TypeRules {

  /** What SQLite has for the words of migrations for several kinds of database. */
  private static final PortableWords WORDS =
      new PortableWords(
          Map.ofEntries(
              entry("timestamptz", PortableWords.named("timestamp")),
              entry("real", PortableWords.plain("float")),
              entry("double precision", PortableWords.plain("float")),
              entry("uuid", PortableWords.plain("blob")),
              entry("json", PortableWords.plain("clob")),
              entry("jsonb", PortableWords.plain("clob")),
              entry("bytea", PortableWords.plain("blob"))),
          SqlType.of("blob"),
          Map.of(
              PortableWords.NOW,
              PortableWords.sql("CURRENT_TIMESTAMP"),
              PortableWords.RANDOM_UUID,
              PortableWords.sql("(randomblob(16))")));

  /** A numbered key is SQLite's own row number, and there are no comments. */
  @Override
  public Column ofWord(Column written) {
    Column column = WORDS.column(written).withComment(null);
    return written.identity() == null
        ? column
        : column.withType(SqlType.of("integer")).withIdentity(null);
  }

  @Override
  public Schema canonical(Schema schema) {
    return schema
        .withNamespaces(schema.namespaces().stream().distinct().sorted().toList())
        .withTables(schema.tables().stream().map(CanonicalTable::of).toList());
  }

  @Override
  public List<String> leftOut(Schema model) {
    long comments =
        model.tables().stream()
            .flatMap(
                table ->
                    Stream.concat(
                        Stream.of(String.valueOf(table.comment())),
                        table.columns().stream().map(each -> String.valueOf(each.comment()))))
            .filter(each -> !each.equals("null"))
            .count();
    return comments == 0
        ? List.of()
        : List.of("SQLite has no comments: " + comments + " of the entities are left out.");
  }

  @Override
  public Schema spelledOut(Schema schema, QualifiedName table) {
    return schema;
  }

  /** A value takes the form of its new column, where that is possible, when it is written. */
  @Override
  public @Nullable String conversion(Column from, Column to) {
    return BooleanValues.conversion(from, to);
  }

  @Override
  public String enumConversion(Column from, Column to, List<String> values, boolean complete) {
    boolean names = SqliteTypes.affinity(to.type()) == Affinity.TEXT;
    String column = SqliteText.quote(from.name());
    StringBuilder sql = new StringBuilder("case ").append(column);
    for (int i = 0; i < values.size(); i++) {
      String name = SqliteText.literal(values.get(i));
      sql.append(" when ").append(names ? i : name).append(" then ").append(names ? name : i);
    }
    if (!complete) {
      sql.append(" else iif(").append(column).append(" is null, null, ");
      sql.append(
          SqliteErrors.raised(
              SqliteText.literal("a value of " + from.name() + " is none of the enum's: ")
                  + " || "
                  + column));
      sql.append(")");
    }
    return sql.append(" end").toString();
  }

  @Override
  public boolean comparable(Column from, Column to) {
    return true;
  }

  @Override
  public boolean holds(SqlType wider, SqlType narrower) {
    return SqliteTypes.holds(SqliteTypes.canonical(wider), SqliteTypes.canonical(narrower));
  }

  /** Lengths are not looked at; a text such as {@code 007} becomes a number in a numeric column. */
  @Override
  public Narrowing narrowing(Column from, Column to) {
    if (from.generated() != null) {
      return Narrowing.NONE;
    }
    Affinity before = SqliteTypes.affinity(from.type());
    Affinity after = SqliteTypes.affinity(to.type());
    boolean changes =
        before == Affinity.TEXT && SqliteTypes.isNumber(to.type())
            || after == Affinity.REAL && (before == Affinity.INTEGER || before == Affinity.NUMERIC);
    return changes ? Narrowing.CHANGES : Narrowing.NONE;
  }

  @Override
  public boolean sortable(Column column) {
    return true;
  }

  /** There are no sequences. */
  @Override
  public String continueNumbering(Sequence sequence) {
    return "select 1";
  }

  @Override
  public @Nullable String neutralValue(Column column) {
    return switch (SqliteTypes.affinity(column.type())) {
      case TEXT -> "''";
      case BLOB -> "x''";
      case INTEGER, REAL, NUMERIC -> "0";
    };
  }

  @Override
  public @Nullable String distinctValue(Column column) {
    return switch (SqliteTypes.affinity(column.type())) {
      case TEXT -> "lower(hex(randomblob(16)))";
      case BLOB -> "randomblob(16)";
      case INTEGER, REAL, NUMERIC -> "rowid";
    };
  }

  @Override
  public @Nullable String advice(Column from, Column to) {
    return null;
  }

  @Override
  public @Nullable String replacement(SqlType type) {
    return switch (type.name()) {
      case "serial", "bigserial", "smallserial" -> "a column with GenerationType.IDENTITY";
      case "jsonb" -> "json";
      case "bytea" -> "blob";
      default -> null;
    };
  }
}

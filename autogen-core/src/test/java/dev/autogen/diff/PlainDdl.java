package dev.autogen.diff;

import static dev.autogen.diff.RandomColumns.quote;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema as a person would declare it by hand, a clause at a time: it shares nothing with the SQL
 * of the dialect, so that what that forgets is missed.
 */
final class PlainDdl {

  private final List<String> statements = new ArrayList<>();

  private PlainDdl() {}

  /** The script that creates a schema out of nothing. */
  static String of(Schema schema) {
    PlainDdl ddl = new PlainDdl();
    schema.namespaces().forEach(name -> ddl.add("CREATE SCHEMA IF NOT EXISTS " + quote(name)));
    schema.enumTypes().forEach(ddl::type);
    schema.sequences().forEach(ddl::sequence);
    schema.tables().forEach(ddl::table);
    schema.tables().forEach(ddl::members);
    schema.tables().forEach(ddl::foreignKeys);
    return String.join(";\n", ddl.statements);
  }

  private void add(String statement) {
    statements.add(statement);
  }

  static String name(QualifiedName name) {
    return (name.schema() == null ? "" : quote(name.schema()) + ".") + quote(name.name());
  }

  private static String literal(@Nullable String text) {
    return text == null ? "NULL" : "'" + text.replace("'", "''") + "'";
  }

  private void type(EnumType type) {
    String values =
        type.values().stream().map(PlainDdl::literal).collect(Collectors.joining(", ", "(", ")"));
    add("CREATE TYPE " + name(type.name()) + " AS ENUM " + values);
    if (type.stringCasts()) {
      add("CREATE CAST (varchar AS " + name(type.name()) + ") WITH INOUT AS IMPLICIT");
      add("CREATE CAST (" + name(type.name()) + " AS varchar) WITH INOUT AS IMPLICIT");
    }
  }

  private void sequence(Sequence sequence) {
    add(
        "CREATE SEQUENCE "
            + name(sequence.name())
            + numbers(
                sequence.start(), sequence.increment(), sequence.cache(), sequence.range(), true));
  }

  private static String numbers(
      @Nullable Long start,
      @Nullable Long increment,
      @Nullable Long cache,
      NumberRange range,
      boolean typed) {
    return clause(typed && range.type() != null, " AS " + range.type())
        + clause(increment != null, " INCREMENT " + increment)
        + clause(range.minimum() != null, " MINVALUE " + range.minimum())
        + clause(range.maximum() != null, " MAXVALUE " + range.maximum())
        + clause(start != null, " START " + start)
        + clause(cache != null, " CACHE " + cache)
        + clause(range.cycle(), " CYCLE");
  }

  private static String clause(boolean applies, String text) {
    return applies ? text : "";
  }

  private void table(Table table) {
    String columns =
        table.columns().stream().map(PlainDdl::column).collect(Collectors.joining(",\n  "));
    add("CREATE TABLE " + name(table.name()) + " (\n  " + columns + "\n)");
    if (table.comment() != null) {
      add("COMMENT ON TABLE " + name(table.name()) + " IS " + literal(table.comment()));
    }
    for (Column column : table.columns()) {
      if (column.comment() != null) {
        String target = name(table.name()) + "." + quote(column.name());
        add("COMMENT ON COLUMN " + target + " IS " + literal(column.comment()));
      }
    }
  }

  private static String column(Column column) {
    Identity identity = column.identity();
    boolean serial = identity != null && identity.kind() == Identity.Kind.SERIAL;
    return quote(column.name())
        + " "
        + (serial ? serial(column.type()) : type(column.type()))
        + clause(column.collation() != null, " COLLATE " + quote("" + column.collation()))
        + clause(column.serverDefault() != null, " DEFAULT " + column.serverDefault())
        + (column.generated() == null
            ? ""
            : " GENERATED ALWAYS AS ("
                + column.generated().expression()
                + (column.generated().stored() ? ") STORED" : ") VIRTUAL"))
        + (identity == null || serial ? "" : identity(identity))
        + clause(!column.nullable(), " NOT NULL");
  }

  private static String serial(SqlType type) {
    return type.name().replace("integer", "int").replaceAll("int$", "serial");
  }

  private static String identity(Identity identity) {
    return (identity.kind() == Identity.Kind.ALWAYS
            ? " GENERATED ALWAYS AS IDENTITY"
            : " GENERATED BY DEFAULT AS IDENTITY")
        + ("("
                + numbers(
                    identity.start(),
                    identity.increment(),
                    identity.cache(),
                    identity.range(),
                    false)
                + ")")
            .replace("()", "");
  }

  private static String type(SqlType type) {
    boolean isPlain =
        type.schema() == null
            && type.name().matches("[a-z0-9]+|double precision|bit varying|interval [a-z ]+");
    String arguments =
        type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")";
    return (isPlain
            ? type.name()
            : type.name().startsWith("\"") ? type.name() : name(type.qualifiedName()))
        + arguments
        + "[]".repeat(type.dimensions());
  }

  private void members(Table table) {
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof ForeignKey)) {
        constraint(table, constraint, body(constraint));
      }
    }
    table.indexes().forEach(index -> index(table, index));
  }

  private void foreignKeys(Table table) {
    table.foreignKeys().forEach(key -> constraint(table, key, body(key)));
  }

  private void constraint(Table table, Constraint constraint, String body) {
    add(
        "ALTER TABLE "
            + name(table.name())
            + " ADD"
            + clause(constraint.name() != null, " CONSTRAINT " + quote("" + constraint.name()))
            + " "
            + body);
  }

  private static String body(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY "
          + keys(key.columns(), key.withoutOverlaps(), key.include(), key.deferral());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "UNIQUE "
          + clause(unique.nullsNotDistinct(), "NULLS NOT DISTINCT ")
          + keys(unique.columns(), unique.withoutOverlaps(), unique.include(), unique.deferral());
    } else if (constraint instanceof CheckConstraint check) {
      return "CHECK ("
          + check.expression()
          + ")"
          + clause(check.noInherit(), " NO INHERIT")
          + enforcement(check.enforcement());
    }
    return body((ForeignKey) constraint);
  }

  private static String keys(
      List<String> columns, boolean withoutOverlaps, List<String> include, Deferral deferral) {
    String list = list(columns);
    return (withoutOverlaps ? list.substring(0, list.length() - 1) + " WITHOUT OVERLAPS)" : list)
        + clause(!include.isEmpty(), " INCLUDE " + list(include))
        + deferral(deferral);
  }

  private static String body(ForeignKey key) {
    return "FOREIGN KEY "
        + list(key.columns())
        + " REFERENCES "
        + name(key.referencedTable())
        + " "
        + list(key.referencedColumns())
        + clause(key.matchFull(), " MATCH FULL")
        + " ON UPDATE "
        + key.onUpdate().sql()
        + " ON DELETE "
        + key.onDelete().sql()
        + clause(!key.onDeleteColumns().isEmpty(), list(key.onDeleteColumns()))
        + deferral(key.deferral())
        + enforcement(key.enforcement());
  }

  private static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }

  private static String enforcement(Enforcement enforcement) {
    return switch (enforcement) {
      case ENFORCED -> "";
      case NOT_VALID -> " NOT VALID";
      case NOT_ENFORCED -> " NOT ENFORCED";
    };
  }

  private static String list(List<String> columns) {
    return columns.stream().map(RandomColumns::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  private void index(Table table, Index index) {
    add(
        "CREATE"
            + clause(index.unique(), " UNIQUE")
            + " INDEX"
            + clause(index.name() != null, " " + quote("" + index.name()))
            + " ON "
            + name(table.name())
            + clause(index.method() != null, " USING " + index.method())
            + index.elements().stream()
                .map(PlainDdl::element)
                .collect(Collectors.joining(", ", " (", ")"))
            + clause(!index.include().isEmpty(), " INCLUDE " + list(index.include()))
            + clause(index.nullsNotDistinct(), " NULLS NOT DISTINCT")
            + clause(
                !index.parameters().isEmpty(),
                " WITH (" + String.join(", ", index.parameters()) + ")")
            + clause(index.predicate() != null, " WHERE " + index.predicate()));
  }

  private static String element(Index.Element element) {
    return (element.expression() ? "(" + element.text() + ")" : quote(element.text()))
        + clause(element.collation() != null, " COLLATE " + quote("" + element.collation()))
        + clause(element.operatorClass() != null, " " + element.operatorClass())
        + clause(element.descending(), " DESC")
        + (element.nulls() == null
            ? ""
            : element.nulls() == Index.Nulls.FIRST ? " NULLS FIRST" : " NULLS LAST");
  }
}

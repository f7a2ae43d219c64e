package dev.autogen.dialect.sqlite;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes tables, columns and constraints in SQL (manual, lang_createtable). */
final class Definitions {

  private Definitions() {}

  /** The statement that creates a table, without its indexes. */
  static String create(Table given) {
    refuseSchema(given.name());
    Table table = given.withColumns(given.columns().stream().map(Definitions::numbered).toList());
    Optional<String> rowid = CanonicalTable.rowid(table);
    boolean counted = table.form().parameters().contains(TableText.AUTOINCREMENT);
    List<String> parts = new ArrayList<>();
    for (Column column : table.columns()) {
      boolean isRowid = rowid.isPresent() && rowid.get().equals(column.name());
      String definition = definition(column, CanonicalTable.isNeverNull(table, column.name()));
      parts.add(isRowid && counted ? definition + " " + counted(table) : definition);
    }
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof PrimaryKey && counted)) {
        parts.add(constraint(table.name(), constraint));
      }
    }
    return "create table "
        + SqliteText.quote(table.name())
        + " (\n  "
        + String.join(",\n  ", parts)
        + "\n)"
        + tail(table);
  }

  private static String counted(Table table) {
    String name = table.primaryKey().map(PrimaryKey::name).orElse(null);
    return (name == null ? "" : "constraint " + SqliteText.quote(name) + " ")
        + "primary key autoincrement";
  }

  /** What stands behind the parentheses. */
  static String tail(Table table) {
    List<String> options =
        table.form().parameters().stream()
            .filter(each -> !each.equals(TableText.AUTOINCREMENT))
            .toList();
    for (String option : options) {
      if (!List.of("strict", "without rowid").contains(option.toLowerCase(Locale.ROOT))) {
        throw impossible(
            "create the table " + table.name() + " with '" + option + "'",
            "SQLite has the parameters \"strict\", \"without rowid\" and \"autoincrement\"");
      }
    }
    return options.isEmpty() ? "" : " " + String.join(", ", options);
  }

  /** A column with an identity is another name for the row's number. */
  static Column numbered(Column column) {
    return column.identity() == null
        ? column
        : column.withType(SqlType.of("integer")).withIdentity(null).withNullable(false);
  }

  /**
   * A column.
   *
   * @param isNeverNull whether it holds no null without saying so
   */
  static String definition(Column column, boolean isNeverNull) {
    StringBuilder sql = new StringBuilder(SqliteText.quote(column.name()));
    String type = SqliteTypes.sql(column.type());
    sql.append(type.isEmpty() ? "" : " ").append(type);
    if (column.serverDefault() != null) {
      sql.append(" ").append(defaultClause(column.serverDefault()));
    }
    if (column.collation() != null) {
      sql.append(" ").append(collateClause(column.collation()));
    }
    if (column.generated() != null) {
      sql.append(" ").append(generatedClause(column));
    }
    if (!column.nullable() && !isNeverNull) {
      sql.append(" not null");
    }
    return sql.toString();
  }

  static String defaultClause(String value) {
    String text = SqliteText.RULES.words().unwrapped(value.strip());
    UnknownFunctions.refuse(text);
    return "default " + (Literals.isLiteral(text) ? text : "(" + text + ")");
  }

  static String collateClause(String collation) {
    return "collate " + SqliteText.quote(collation);
  }

  static String generatedClause(Column column) {
    var generated = column.generated();
    return generated == null
        ? ""
        : "generated always as ("
            + generated.expression()
            + ")"
            + (generated.stored() ? " stored" : " virtual");
  }

  /** A constraint of a table. */
  static String constraint(QualifiedName table, Constraint constraint) {
    return prefix(constraint) + body(table, constraint);
  }

  private static String prefix(Constraint constraint) {
    String name = constraint.name();
    return name == null ? "" : "constraint " + SqliteText.quote(name) + " ";
  }

  private static String body(QualifiedName table, Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      refuseInclude(table, key.name(), key.include(), key.withoutOverlaps());
      return "primary key " + SqliteText.list(key.columns());
    } else if (constraint instanceof UniqueConstraint unique) {
      refuseInclude(table, unique.name(), unique.include(), unique.withoutOverlaps());
      if (unique.nullsNotDistinct()) {
        throw impossible(
            "take nulls for duplicates in the unique constraint " + unique.name() + " of " + table,
            "create a unique index over an expression such as coalesce("
                + unique.columns().get(0)
                + ", '')");
      }
      return "unique " + SqliteText.list(unique.columns());
    } else if (constraint instanceof CheckConstraint check) {
      return "check (" + check.expression() + ")";
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key " + SqliteText.list(key.columns()) + " " + references(table, key);
    }
    throw impossible("create the constraint " + constraint.name() + " of " + table, "leave it out");
  }

  /** A constraint of one column, to stand in its definition. */
  static String inline(QualifiedName table, Constraint constraint) {
    return prefix(constraint)
        + (constraint instanceof ForeignKey key ? references(table, key) : body(table, constraint));
  }

  private static String references(QualifiedName table, ForeignKey key) {
    refuseSchema(key.referencedTable());
    if (!key.onDeleteColumns().isEmpty() || key.period()) {
      throw impossible(
          "set only some columns on delete, or look at ranges, in the foreign key "
              + key.name()
              + " of "
              + table,
          "leave that out");
    }
    StringBuilder sql = new StringBuilder("references ");
    sql.append(SqliteText.quote(key.referencedTable()));
    if (!key.referencedColumns().isEmpty()) {
      sql.append(' ').append(SqliteText.list(key.referencedColumns()));
    }
    action(sql, " on delete ", key.onDelete());
    action(sql, " on update ", key.onUpdate());
    if (key.deferral() == Deferral.INITIALLY_DEFERRED) {
      sql.append(" deferrable initially deferred");
    }
    return sql.toString();
  }

  private static void action(StringBuilder sql, String words, Action action) {
    if (action != Action.NO_ACTION) {
      sql.append(words).append(action.sql().toLowerCase(Locale.ROOT));
    }
  }

  private static void refuseInclude(
      QualifiedName table, @Nullable String name, List<String> include, boolean ranges) {
    if (!include.isEmpty() || ranges) {
      throw impossible(
          "store further columns, or look at ranges, in the key " + name + " of " + table,
          "leave that out");
    }
  }

  /** The statement that creates an index. */
  static String create(QualifiedName table, Index index) {
    if (index.method() != null && !index.method().equals("btree")
        || !index.include().isEmpty()
        || index.nullsNotDistinct()
        || !index.parameters().isEmpty()
        || index.tablespace() != null
        || index.elements().stream().anyMatch(each -> each.operatorClass() != null)) {
      throw impossible(
          "create the index " + index.name() + " of " + table + " as it is given",
          "SQLite's indexes have columns, expressions, collations, desc, unique and where");
    }
    refuseSchema(table);
    return IndexText.create(SqliteText.quote(table), index);
  }

  /** Refuses a name with a schema. */
  static void refuseSchema(QualifiedName name) {
    if (name.schema() != null) {
      throw impossible(
          "put " + name.name() + " into the schema " + name.schema(),
          "it has no schemas; leave the schema out of the entity or the migration");
    }
  }

  /** What SQLite cannot do, and what to do in its place. */
  static AutogenException impossible(String what, String instead) {
    return AutogenException.failed("SQLite cannot " + what + "; " + instead, null);
  }
}

package dev.autogen.operation;

import static java.util.stream.Collectors.joining;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes the objects of a database in words, for messages. Objects that differ also differ in
 * their descriptions.
 */
public final class TableDescription {

  private TableDescription() {}

  /** The type of a column and the rules for its values: {@code varchar(255) not null}. */
  public static String column(Column column) {
    StringBuilder words = new StringBuilder(column.type().toString());
    if (column.collation() != null) {
      words.append(" collate ").append(column.collation());
    }
    if (!column.nullable()) {
      words.append(" not null");
    }
    if (column.serverDefault() != null) {
      words.append(" default ").append(column.serverDefault());
    }
    if (column.identity() != null) {
      words.append(" ").append(NumberWords.identity(column.identity()));
    }
    if (column.generated() != null) {
      words.append(" ").append(generated(column.generated()));
    }
    return words.toString();
  }

  /** What changes of a column: {@code type int to bigint, set not null}. */
  public static String change(Column from, Column to) {
    if (from.type().isUnknown()) {
      return column(to);
    }
    List<String> changes = new ArrayList<>();
    add(changes, "type", from.type().toString(), to.type().toString());
    if (from.nullable() != to.nullable()) {
      changes.add(to.nullable() ? "drop not null" : "set not null");
    }
    add(changes, "default", from.serverDefault(), to.serverDefault());
    add(
        changes,
        "identity",
        NumberWords.identity(from.identity()),
        NumberWords.identity(to.identity()));
    add(changes, "generated", generated(from.generated()), generated(to.generated()));
    add(changes, "collation", from.collation(), to.collation());
    if (!Objects.equals(from.comment(), to.comment())) {
      changes.add("comment " + quoted(from.comment()) + " to " + quoted(to.comment()));
    }
    return String.join(", ", changes);
  }

  /** A sequence: {@code start 1, increment 50}. */
  public static String sequence(Sequence sequence) {
    return NumberWords.sequence(sequence);
  }

  /**
   * A table with its columns, constraints and indexes: {@code (id int not null, primary key (id))}.
   */
  public static String table(Table table) {
    List<String> parts = new ArrayList<>();
    table.columns().forEach(column -> parts.add(column.name() + " " + column(column)));
    table.constraints().stream().map(TableDescription::constraint).sorted().forEach(parts::add);
    table.indexes().stream().map(TableDescription::index).sorted().forEach(parts::add);
    return parts.stream().collect(joining(", ", "(", ")"));
  }

  /** What changes of a sequence: {@code increment 1 to 50}. */
  public static String change(Sequence from, Sequence to) {
    return NumberWords.change(from, to);
  }

  /** The values of an enum type: {@code ('NEW', 'DONE')}. */
  public static String values(EnumType type) {
    return type.values().stream().map(value -> "'" + value + "'").collect(joining(", ", "(", ")"))
        + (type.stringCasts() ? " with casts from strings and to them" : "");
  }

  /** The attributes of a composite type: {@code (x double precision, y double precision)}. */
  public static String attributes(CompositeType type) {
    return type.attributes().stream()
            .map(TableDescription::attribute)
            .collect(joining(", ", "(", ")"))
        + (type.comment() == null ? "" : " comment " + quoted(type.comment()));
  }

  private static String attribute(CompositeType.Attribute attribute) {
    return attribute.name()
        + " "
        + attribute.type()
        + (attribute.collation() == null ? "" : " collate " + attribute.collation())
        + (attribute.comment() == null ? "" : " comment " + quoted(attribute.comment()));
  }

  /** What changes of a composite type: {@code add z integer, y from integer to bigint}. */
  public static String change(CompositeType from, CompositeType to) {
    List<String> changes = new ArrayList<>();
    for (CompositeType.Attribute old : from.attributes()) {
      CompositeType.Attribute now = to.attribute(old.name()).orElse(null);
      if (now == null) {
        changes.add("drop " + attribute(old));
      } else if (!now.equals(old)) {
        changes.add(attribute(old) + " to " + attribute(now));
      }
    }
    to.attributes().stream()
        .filter(each -> from.attribute(each.name()).isEmpty())
        .forEach(each -> changes.add("add " + attribute(each)));
    if (changes.isEmpty() && !from.attributes().equals(to.attributes())) {
      changes.add("attributes in the order" + list(names(to)) + " instead of" + list(names(from)));
    }
    add(changes, "comment", quoted(from.comment()), quoted(to.comment()));
    return String.join(", ", changes);
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }

  /** The form of a table: {@code unlogged, partitioned by range (day)}. */
  public static String form(TableForm form) {
    List<String> words = new ArrayList<>();
    if (form.unlogged()) {
      words.add("unlogged");
    }
    if (!form.inherits().isEmpty()) {
      words.add(
          "inheriting from "
              + form.inherits().stream().map(Object::toString).collect(joining(" and ")));
    }
    if (form.partitionBy() != null) {
      words.add("partitioned by " + form.partitionBy());
    }
    if (!form.parameters().isEmpty()) {
      words.add("with" + list(form.parameters()));
    }
    if (form.tablespace() != null) {
      words.add("in tablespace " + form.tablespace());
    }
    return words.isEmpty() ? "a plain table" : String.join(", ", words);
  }

  /** A constraint: {@code unique constraint uk_users_email (email)}. */
  public static String constraint(Constraint constraint) {
    String name = constraint.name() == null ? "" : " " + constraint.name();
    if (constraint instanceof PrimaryKey key) {
      return "primary key"
          + name
          + list(key.columns())
          + (key.withoutOverlaps() ? " without overlaps" : "")
          + include(key.include())
          + deferral(key.deferral());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "unique constraint"
          + name
          + list(unique.columns())
          + (unique.withoutOverlaps() ? " without overlaps" : "")
          + include(unique.include())
          + (unique.nullsNotDistinct() ? " nulls not distinct" : "")
          + deferral(unique.deferral());
    } else if (constraint instanceof ForeignKey key) {
      return foreignKey(name, key);
    } else if (constraint instanceof CheckConstraint check) {
      return "check"
          + name
          + " ("
          + check.expression()
          + ")"
          + (check.noInherit() ? " no inherit" : "")
          + enforcement(check.enforcement());
    }
    return "constraint" + name;
  }

  private static String foreignKey(String name, ForeignKey key) {
    return "foreign key"
        + name
        + list(key.columns())
        + " to "
        + key.referencedTable()
        + (key.referencedColumns().isEmpty() ? "" : list(key.referencedColumns()))
        + (key.period() ? " by period" : "")
        + (key.matchFull() ? " match full" : "")
        + action(" on delete ", key.onDelete())
        + (key.onDeleteColumns().isEmpty() ? "" : list(key.onDeleteColumns()))
        + action(" on update ", key.onUpdate())
        + deferral(key.deferral())
        + enforcement(key.enforcement());
  }

  private static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " include" + list(columns);
  }

  private static String enforcement(Constraint.Enforcement enforcement) {
    return switch (enforcement) {
      case ENFORCED -> "";
      case NOT_VALID -> " not valid";
      case NOT_ENFORCED -> " not enforced";
    };
  }

  private static String action(String clause, ForeignKey.Action action) {
    return action == ForeignKey.Action.NO_ACTION ? "" : clause + action.sql().toLowerCase();
  }

  private static String deferral(Constraint.Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case INITIALLY_IMMEDIATE -> " deferrable";
      case INITIALLY_DEFERRED -> " deferrable initially deferred";
    };
  }

  /** An index: {@code unique index users_email_key (email) where active}. */
  public static String index(Index index) {
    String name = index.name() == null ? "" : " " + index.name();
    List<String> keys = index.elements().stream().map(TableDescription::element).toList();
    return (index.unique() ? "unique index" : "index")
        + name
        + (index.method() == null ? "" : " using " + index.method())
        + (keys.isEmpty() ? "" : list(keys))
        + include(index.include())
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + (index.parameters().isEmpty() ? "" : " with" + list(index.parameters()))
        + (index.tablespace() == null ? "" : " in tablespace " + index.tablespace())
        + (index.predicate() == null ? "" : " where " + index.predicate());
  }

  private static String element(Index.Element element) {
    return (element.expression() ? "(" + element.text() + ")" : element.text())
        + (element.collation() == null ? "" : " collate " + element.collation())
        + (element.operatorClass() == null ? "" : " " + element.operatorClass())
        + (element.descending() ? " desc" : "")
        + (element.nulls() == null ? "" : " nulls " + element.nulls().name().toLowerCase());
  }

  static String quoted(@Nullable String text) {
    return text == null ? "none" : "\"" + text + "\"";
  }

  static String list(List<String> names) {
    return names.stream().collect(joining(", ", " (", ")"));
  }

  /**
   * How a column numbers its rows: {@code generated by default as identity}; null for not at all.
   */
  public static @Nullable String identity(@Nullable Identity identity) {
    return NumberWords.identity(identity);
  }

  /** The expression of a generated column: {@code generated as (a + b) stored}; null for none. */
  public static @Nullable String generated(@Nullable Generated generated) {
    return generated == null
        ? null
        : "generated as (" + generated.expression() + ")" + (generated.stored() ? " stored" : "");
  }

  static void add(List<String> changes, String what, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      changes.add(
          what + " " + (from == null ? "none" : from) + " to " + (to == null ? "none" : to));
    }
  }
}

package dev.autogen.dialect.postgresql.hazards;

import static dev.autogen.dialect.Hazard.SafeStep.inside;
import static dev.autogen.dialect.Hazard.SafeStep.outside;

import dev.autogen.dialect.Hazard.SafeStep;
import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the statements that do the same as another while readers and writers go on. */
final class SafeForms {

  private static final int NOT_NULL_NOT_VALID = 18;

  private static final Pattern KEY =
      Pattern.compile(
          "(?is).*?\\b(unique|primary\\s+key)(\\s+nulls\\s+(?:not\\s+)?distinct)?\\s*\\(([^)]*)\\).*");

  private static final Pattern DEFAULT =
      Pattern.compile("(?is)^(add\\s.*?)\\s+default\\s+(.+?)(\\s+not\\s+null|\\s+null)?\\s*$");

  private final int version;

  /** The forms for a major version of PostgreSQL. */
  SafeForms(int version) {
    this.version = version;
  }

  /** A name as it is usually written: in quotes only where it needs them. */
  static String written(QualifiedName name) {
    return PostgreSqlText.RULES.names().written(name.schema(), name.name());
  }

  private static String written(String name) {
    return PostgreSqlText.RULES.names().written(name);
  }

  private static String alter(QualifiedName table) {
    return "alter table " + written(table) + " ";
  }

  List<SafeStep> concurrently(String sql, String before) {
    return List.of(outside(sql.replaceFirst("(?is)^(" + before + ")\\s+", "$1 concurrently ")));
  }

  List<SafeStep> of(Clause clause, QualifiedName table) {
    return switch (clause.kind()) {
      case SET_NOT_NULL -> notNull(table, clause.name());
      case ADD_NOT_NULL, ADD_CHECK, ADD_FOREIGN_KEY -> notValid(clause, table);
      case ADD_UNIQUE, ADD_PRIMARY_KEY -> usingIndex(clause, table);
      case VALIDATE ->
          List.of(outside(alter(table) + "validate constraint " + written(clause.name())));
      case ADD_COLUMN -> column(clause, table);
      case TYPE -> type(clause, table);
      case ATTACH -> attach(clause, table);
      default -> List.of();
    };
  }

  private List<SafeStep> notNull(QualifiedName table, String column) {
    String name = written(table.name() + "_" + column + "_not_null");
    String validate = alter(table) + "validate constraint " + name;
    if (version >= NOT_NULL_NOT_VALID) {
      return List.of(
          inside(
              alter(table)
                  + "add constraint "
                  + name
                  + " not null "
                  + written(column)
                  + " not valid"),
          outside(validate));
    }
    return List.of(
        inside(
            alter(table)
                + "add constraint "
                + name
                + " check ("
                + written(column)
                + " is not null) not valid"),
        outside(validate),
        outside(alter(table) + "alter column " + written(column) + " set not null"),
        outside(alter(table) + "drop constraint " + name));
  }

  private static List<SafeStep> notValid(Clause clause, QualifiedName table) {
    String word =
        switch (clause.kind()) {
          case ADD_CHECK -> "check";
          case ADD_NOT_NULL -> "not_null";
          default -> "fkey";
        };
    String name = clause.name().isEmpty() ? table.name() + "_" + word : clause.name();
    String text =
        clause.name().isEmpty()
            ? clause.text().replaceFirst("(?i)^add", "add constraint " + written(name))
            : clause.text();
    return List.of(
        inside(alter(table) + text + " not valid"),
        outside(alter(table) + "validate constraint " + written(name)));
  }

  private List<SafeStep> usingIndex(Clause clause, QualifiedName table) {
    Matcher key = KEY.matcher(clause.text());
    if (!key.matches()) {
      return List.of();
    }
    boolean primary = clause.kind() == Clause.Kind.ADD_PRIMARY_KEY;
    String name =
        clause.name().isEmpty() ? table.name() + (primary ? "_pkey" : "_key") : clause.name();
    String distinct = key.group(2) == null ? "" : key.group(2);
    List<SafeStep> steps = new ArrayList<>();
    if (primary) {
      for (String column : key.group(3).split(",")) {
        steps.addAll(notNull(table, PostgreSqlText.RULES.name(column.strip())));
      }
    }
    steps.add(
        outside(
            "create unique index concurrently "
                + written(name)
                + " on "
                + written(table)
                + " ("
                + key.group(3)
                + ")"
                + distinct));
    steps.add(
        outside(
            alter(table)
                + "add constraint "
                + written(name)
                + (primary ? " primary key" : " unique")
                + " using index "
                + written(name)));
    return steps;
  }

  private static List<SafeStep> column(Clause clause, QualifiedName table) {
    String column = written(clause.name());
    Matcher match = DEFAULT.matcher(clause.text());
    if (!match.matches()) {
      return List.of();
    }
    String expression = match.group(2);
    return List.of(
        inside(alter(table) + match.group(1)),
        inside(alter(table) + "alter column " + column + " set default " + expression),
        outside(batch(table, column, expression)));
  }

  /** One batch of a backfill; it is repeated until it changes no row. */
  private static String batch(QualifiedName table, String column, String expression) {
    return "update "
        + written(table)
        + " set "
        + column
        + " = "
        + expression
        + " where ctid = any (array(select ctid from "
        + written(table)
        + " where "
        + column
        + " is null limit 1000)) /* again until it changes no row */";
  }

  private static List<SafeStep> type(Clause clause, QualifiedName table) {
    Matcher match =
        Pattern.compile("(?is).*?\\btype\\s+(.+?)(\\s+using\\s+.*|\\s+collate\\s+.*)?")
            .matcher(clause.text());
    if (!match.matches()) {
      return List.of();
    }
    String other = written(clause.name() + "_new");
    return List.of(
        inside(alter(table) + "add column " + other + " " + match.group(1)),
        outside(batch(table, other, written(clause.name()))));
  }

  private static List<SafeStep> attach(Clause clause, QualifiedName table) {
    String child = written(clause.name());
    String name = written(clause.name() + "_bounds");
    return List.of(
        inside(
            "alter table "
                + child
                + " add constraint "
                + name
                + " check (/* the bounds, and that the key is not null */) not valid"),
        outside("alter table " + child + " validate constraint " + name),
        outside(alter(table) + clause.text()));
  }
}

package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.operation.AlterComposite;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that create and change composite types (PostgreSQL manual, {@code CREATE
 * TYPE} and {@code ALTER TYPE}).
 */
final class CompositeTypeSql {

  private CompositeTypeSql() {}

  /** Creates a type with its comments. */
  static List<String> create(CompositeType type) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "create type "
            + quote(type.name())
            + " as "
            + type.attributes().stream()
                .map(CompositeTypeSql::definition)
                .collect(Collectors.joining(", ", "(", ")")));
    comments(new CompositeType(type.name(), List.of(), null), type, statements);
    return statements;
  }

  private static String definition(Attribute attribute) {
    return quote(attribute.name())
        + " "
        + TypeNames.sql(TypeNames.canonical(attribute.type()))
        + (attribute.collation() == null
            ? ""
            : " collate " + ColumnSql.collation(attribute.collation()));
  }

  /** Changes a type in place where that is possible, and puts a new one in its place elsewhere. */
  static List<String> alter(AlterComposite operation, Schema before) {
    if (!operation.isInPlace()) {
      return TypeRebuild.of(operation, before);
    }
    List<String> actions = new ArrayList<>();
    operation.dropped().forEach(each -> actions.add("drop attribute " + quote(each.name())));
    operation.added().forEach(each -> actions.add("add attribute " + definition(each)));
    List<String> statements = new ArrayList<>();
    if (!actions.isEmpty()) {
      statements.add(
          "alter type " + quote(operation.to().name()) + " " + String.join(", ", actions));
    }
    comments(operation.from(), operation.to(), statements);
    return statements;
  }

  private static void comments(CompositeType from, CompositeType to, List<String> statements) {
    QualifiedName name = to.name();
    if (!Objects.equals(from.comment(), to.comment())) {
      statements.add("comment on type " + quote(name) + " is " + text(to.comment()));
    }
    for (Attribute attribute : to.attributes()) {
      String old = from.attribute(attribute.name()).map(Attribute::comment).orElse(null);
      if (!Objects.equals(old, attribute.comment())) {
        statements.add(
            "comment on column "
                + quote(name)
                + "."
                + quote(attribute.name())
                + " is "
                + text(attribute.comment()));
      }
    }
  }

  private static String text(@Nullable String comment) {
    return comment == null ? "null" : literal(comment);
  }
}

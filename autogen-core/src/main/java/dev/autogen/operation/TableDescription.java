package dev.autogen.operation;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Generated;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a table in words. */
final class TableDescription {

  private TableDescription() {}

  static String column(Column column) {
    StringBuilder words = new StringBuilder(column.type().toString());
    if (!column.nullable()) {
      words.append(" not null");
    }
    if (column.serverDefault() != null) {
      words.append(" default ").append(column.serverDefault());
    }
    if (column.identity() != null) {
      words.append(" ").append(identity(column.identity()));
    }
    if (column.generated() != null) {
      words.append(" ").append(generated(column.generated()));
    }
    return words.toString();
  }

  static String change(Column from, Column to) {
    if (from.type().isUnknown()) {
      return column(to);
    }
    List<String> changes = new ArrayList<>();
    add(changes, "type", from.type(), to.type());
    if (from.nullable() != to.nullable()) {
      changes.add(to.nullable() ? "drop not null" : "set not null");
    }
    add(changes, "default", from.serverDefault(), to.serverDefault());
    add(changes, "identity", identity(from.identity()), identity(to.identity()));
    add(changes, "generated", generated(from.generated()), generated(to.generated()));
    add(changes, "collation", from.collation(), to.collation());
    if (!Objects.equals(from.comment(), to.comment())) {
      changes.add("comment " + quoted(from.comment()) + " to " + quoted(to.comment()));
    }
    return String.join(", ", changes);
  }

  static String change(Sequence from, Sequence to) {
    List<String> changes = new ArrayList<>();
    add(changes, "start", from.start(), to.start());
    add(changes, "increment", from.increment(), to.increment());
    add(changes, "cache", from.cache(), to.cache());
    add(changes, "type", from.range().type(), to.range().type());
    add(changes, "minimum", from.range().minimum(), to.range().minimum());
    add(changes, "maximum", from.range().maximum(), to.range().maximum());
    add(changes, "cycle", from.range().cycle(), to.range().cycle());
    return String.join(", ", changes);
  }

  static String constraint(Constraint constraint) {
    String name = constraint.name() == null ? "" : " " + constraint.name();
    if (constraint instanceof PrimaryKey key) {
      return "primary key" + name + list(key.columns());
    } else if (constraint instanceof UniqueConstraint unique) {
      return "unique constraint"
          + name
          + list(unique.columns())
          + (unique.nullsNotDistinct() ? " nulls not distinct" : "")
          + deferral(unique.deferral());
    } else if (constraint instanceof ForeignKey key) {
      return "foreign key"
          + name
          + list(key.columns())
          + " to "
          + key.referencedTable()
          + action(" on delete ", key.onDelete())
          + action(" on update ", key.onUpdate())
          + deferral(key.deferral());
    } else if (constraint instanceof CheckConstraint check) {
      return "check" + name + " (" + check.expression() + ")";
    }
    return "constraint" + name;
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

  static String index(Index index) {
    String name = index.name() == null ? "" : " " + index.name();
    List<String> keys = index.elements().stream().map(TableDescription::element).toList();
    return (index.unique() ? "unique index" : "index")
        + name
        + (keys.isEmpty() ? "" : list(keys))
        + (index.predicate() == null ? "" : " where " + index.predicate());
  }

  private static String element(Index.Element element) {
    return element.text()
        + (element.descending() ? " desc" : "")
        + (element.nulls() == null ? "" : " nulls " + element.nulls().name().toLowerCase());
  }

  static String quoted(@Nullable String text) {
    return text == null ? "none" : "\"" + text + "\"";
  }

  private static String list(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private static @Nullable String identity(@Nullable Identity identity) {
    if (identity == null) {
      return null;
    }
    return switch (identity.kind()) {
      case ALWAYS -> "generated always as identity";
      case BY_DEFAULT -> "generated by default as identity";
      case SERIAL -> "serial";
    };
  }

  private static @Nullable String generated(@Nullable Generated generated) {
    return generated == null
        ? null
        : "generated as (" + generated.expression() + ")" + (generated.stored() ? " stored" : "");
  }

  private static void add(
      List<String> changes, String what, @Nullable Object from, @Nullable Object to) {
    if (!Objects.equals(from, to)) {
      changes.add(
          what + " " + (from == null ? "none" : from) + " to " + (to == null ? "none" : to));
    }
  }
}

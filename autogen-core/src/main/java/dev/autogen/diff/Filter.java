package dev.autogen.diff;

import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes what the settings leave alone out of a schema. */
final class Filter {

  private final List<Pattern> ignore;
  private final List<Pattern> include;

  Filter(DiffOptions options) {
    ignore = options.ignore().stream().map(Filter::glob).toList();
    include = options.include().stream().map(Filter::glob).toList();
  }

  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }

  Schema apply(Schema schema) {
    if (ignore.isEmpty() && include.isEmpty()) {
      return schema;
    }
    return new Schema(
        schema.namespaces().stream().filter(name -> !matches(ignore, name + ".")).toList(),
        schema.tables().stream()
            .filter(table -> isCompared(table.name()))
            .map(this::members)
            .toList(),
        schema.sequences().stream().filter(sequence -> isCompared(sequence.name())).toList(),
        schema.enumTypes().stream().filter(type -> isCompared(type.name())).toList());
  }

  private boolean isCompared(QualifiedName name) {
    return !matches(ignore, name.toString())
        && !matches(ignore, name.name())
        && (include.isEmpty()
            || matches(include, name.toString())
            || matches(include, name.name()));
  }

  private Table members(Table table) {
    List<String> columns =
        table.columns().stream()
            .map(column -> column.name())
            .filter(name -> !isIgnoredMember(table, name))
            .toList();
    return table
        .withColumns(
            table.columns().stream().filter(column -> columns.contains(column.name())).toList())
        .withConstraints(
            table.constraints().stream()
                .filter(constraint -> !isIgnoredMember(table, constraint.name()))
                .filter(constraint -> columns.containsAll(columnsOf(constraint)))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .filter(index -> !isIgnoredMember(table, index.name()))
                .filter(
                    index ->
                        index.elements().stream()
                            .allMatch(key -> key.expression() || columns.contains(key.text())))
                .toList());
  }

  private static List<String> columnsOf(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns();
    } else if (constraint instanceof UniqueConstraint unique) {
      return unique.columns();
    } else if (constraint instanceof ForeignKey key) {
      return key.columns();
    } else if (constraint instanceof CheckConstraint check && check.column() != null) {
      return List.of(check.column());
    }
    return List.of();
  }

  private boolean isIgnoredMember(Table table, @Nullable String member) {
    return member != null && matches(ignore, table.name() + "." + member);
  }

  private static boolean matches(List<Pattern> globs, String name) {
    return globs.stream().anyMatch(glob -> glob.matcher(name).matches());
  }
}

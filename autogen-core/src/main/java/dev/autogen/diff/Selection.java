package dev.autogen.diff;

import dev.autogen.schema.Constraint;
import dev.autogen.schema.Index;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides which objects are compared, by their names and kinds. */
final class Selection {

  private final List<Selector> ignore;
  private final List<Selector> include;
  private final @Nullable String defaultSchema;

  Selection(DiffOptions options) {
    ignore = options.ignore().stream().map(Selector::parse).toList();
    include = options.include().stream().map(Selector::parse).toList();
    defaultSchema = options.defaultSchema();
  }

  /** Whether everything is compared. */
  boolean isEverything() {
    return ignore.isEmpty() && include.isEmpty();
  }

  boolean isNamespaceCompared(String name) {
    return isSchemaCompared(name)
        && ignore.stream().noneMatch(each -> each.kind() == null && each.matches(name + "."));
  }

  private boolean isSchemaCompared(@Nullable String name) {
    String schema = Objects.requireNonNullElse(name, "");
    return ignore.stream().noneMatch(each -> isSchema(each) && each.matches(schema))
        && (include.stream().noneMatch(Selection::isSchema)
            || include.stream().anyMatch(each -> isSchema(each) && each.matches(schema)));
  }

  private static boolean isSchema(Selector selector) {
    return selector.kind() == ObjectKind.SCHEMA;
  }

  /** Whether a table, sequence or type is compared. */
  boolean isCompared(ObjectKind kind, QualifiedName name) {
    List<String> names = new ArrayList<>(List.of(name.name(), name.toString()));
    if (name.schema() == null && defaultSchema != null) {
      names.add(defaultSchema + "." + name.name());
    }
    return isSchemaCompared(name.schema() == null ? defaultSchema : name.schema())
        && isCompared(kind, names, names);
  }

  /** Whether a column is compared. */
  boolean isColumnCompared(QualifiedName table, String name) {
    return isMemberCompared(ObjectKind.COLUMN, table, name);
  }

  boolean isCompared(QualifiedName table, Constraint constraint) {
    return isMemberCompared(ObjectKind.of(constraint), table, constraint.name());
  }

  boolean isCompared(QualifiedName table, Index index) {
    return isMemberCompared(ObjectKind.INDEX, table, index.name());
  }

  /** Whether an object that no model can describe is compared. */
  boolean isExtraCompared(String kind, String name) {
    List<String> names = List.of(name, name.substring(name.lastIndexOf('.') + 1));
    return isCompared(ObjectKind.of(kind, kind), names, names);
  }

  /**
   * Whether a constraint or index is compared. One without a name counts as one with an empty name,
   * which only a glob such as {@code *} matches.
   */
  private boolean isMemberCompared(ObjectKind kind, QualifiedName table, @Nullable String member) {
    String name = Objects.requireNonNullElse(member, "");
    List<String> paths = new ArrayList<>(List.of(table + "." + name));
    if (table.schema() == null && defaultSchema != null) {
      paths.add(defaultSchema + "." + table.name() + "." + name);
    }
    List<String> names = new ArrayList<>(paths);
    names.add(name);
    names.add(table.name() + "." + name);
    return isCompared(kind, name.isEmpty() ? List.of() : paths, names);
  }

  /**
   * Whether an object is compared.
   *
   * @param plain its names for globs without a kind
   * @param named its names for globs of its kind
   */
  private boolean isCompared(ObjectKind kind, List<String> plain, List<String> named) {
    if (ignore.stream().anyMatch(each -> matches(each, kind, plain, named))) {
      return false;
    }
    List<Selector> only = include.stream().filter(each -> concerns(each, kind)).toList();
    return only.isEmpty() || only.stream().anyMatch(each -> matches(each, kind, plain, named));
  }

  /**
   * Whether a selector restricts objects of a kind. A glob without a kind selects among tables,
   * sequences and types; columns, constraints and indexes follow their table.
   */
  private static boolean concerns(Selector selector, ObjectKind kind) {
    return selector.kind() == null ? kind.isRelation() : selector.kind().covers(kind);
  }

  private static boolean matches(
      Selector selector, ObjectKind kind, List<String> plain, List<String> named) {
    return selector.kind() == null
        ? plain.stream().anyMatch(selector::matches)
        : selector.kind().covers(kind) && named.stream().anyMatch(selector::matches);
  }
}

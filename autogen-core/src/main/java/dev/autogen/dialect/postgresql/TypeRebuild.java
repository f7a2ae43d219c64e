package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.dialect.postgresql.text.PostgreSqlText;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.Index;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a new type in the place of an old one, and new composite types in the place of those that
 * have attributes of the old one. The columns of all these types are converted.
 */
final class TypeRebuild {

  private final QualifiedName changed;
  private final Schema before;
  private final List<CompositeType> composites = new ArrayList<>();
  private final Map<QualifiedName, CompositeType> old = new HashMap<>();
  private final List<String> first = new ArrayList<>();
  private final List<String> middle = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  private TypeRebuild(QualifiedName changed, Schema before) {
    this.changed = changed;
    this.before = before;
  }

  /** Gives an enum type other values. */
  static List<String> of(AlterEnum operation, Schema before) {
    TypeRebuild rebuild = new TypeRebuild(operation.to().name(), before);
    EnumType type = operation.to();
    return rebuild.statements(
        List.of(AlterEnumSql.create(type)),
        List.of(EnumCasts.move(before(type.name()), type.name())));
  }

  /** Gives a composite type other attributes. */
  static List<String> of(AlterComposite operation, Schema before) {
    TypeRebuild rebuild = new TypeRebuild(operation.to().name(), before);
    rebuild.composites.add(operation.to());
    rebuild.old.put(operation.from().name(), operation.from());
    return rebuild.statements(CompositeTypeSql.create(operation.to()), List.of());
  }

  private static QualifiedName before(QualifiedName type) {
    return type.withName(LongNames.suffixed(type.name(), "_before"));
  }

  private static QualifiedName converted(QualifiedName type) {
    return type.withName(LongNames.suffixed(type.name(), "_converted"));
  }

  private List<String> statements(List<String> creation, List<String> moves) {
    List<CompositeType> containers = before.compositeTypesOver(changed);
    composites.addAll(containers);
    containers.forEach(each -> old.put(each.name(), each));
    for (Table table : before.tables()) {
      for (Column column : table.columns()) {
        if (isOfChangedType(column)) {
          Heirs heirs = new Heirs(table, column.name(), before);
          convert(table, column, heirs);
          heirs.defaults(column, first, last);
          detach(table, column, heirs);
        }
      }
    }
    foreignKeys();
    List<QualifiedName> names = new ArrayList<>(List.of(changed));
    containers.forEach(each -> names.add(each.name()));
    List<String> statements = new ArrayList<>(first.stream().distinct().toList());
    names.forEach(
        name ->
            statements.add(
                "alter type " + quote(name) + " rename to " + quote(before(name).name())));
    statements.addAll(creation);
    containers.forEach(each -> statements.addAll(CompositeTypeSql.create(each)));
    composites.forEach(each -> statements.addAll(functions(each)));
    statements.addAll(middle);
    for (int i = composites.size() - 1; i >= 0; i--) {
      QualifiedName name = composites.get(i).name();
      String drop = "drop function " + quote(converted(name)) + "(" + quote(before(name));
      if (hasArrays(name)) {
        statements.add(drop + "[])");
      }
      statements.add(drop + ")");
    }
    statements.addAll(moves);
    for (int i = names.size() - 1; i >= 0; i--) {
      statements.add("drop type " + quote(before(names.get(i))));
    }
    statements.addAll(last.stream().distinct().toList());
    return statements;
  }

  private boolean isOfChangedType(Column column) {
    return isChanged(column.type().qualifiedName());
  }

  private boolean isChanged(QualifiedName type) {
    return type.equals(changed) || old.containsKey(type);
  }

  /**
   * A function that makes a value of a composite type from one of the old type, and one for arrays
   * where there are any. The result is assigned to the attributes, so that a value that does not
   * fit is refused rather than cut off.
   */
  private List<String> functions(CompositeType type) {
    String name = quote(converted(type.name()));
    String from = quote(before(type.name()));
    String to = quote(type.name());
    List<String> functions = new ArrayList<>();
    functions.add(
        function(name, from, to, "select " + values(type) + " from (select ($1).*) as old"));
    if (hasArrays(type.name())) {
      String refused =
          "cast('an array of ' || array_ndims($1) || ' dimensions cannot be converted' as integer)";
      functions.add(
          function(
              name,
              from + "[]",
              to + "[]",
              "select case when array_ndims($1) > 1 then "
                  + refused
                  + "::text::"
                  + to
                  + "[] else array(select "
                  + name
                  + "(($1)[i]) from generate_subscripts($1, 1) as i order by i) end"));
    }
    return functions;
  }

  private static String function(String name, String from, String to, String body) {
    return "create function "
        + name
        + "("
        + from
        + ") returns "
        + to
        + " language sql strict as "
        + literal(body);
  }

  private boolean hasArrays(QualifiedName type) {
    return Stream.concat(
            before.tables().stream().flatMap(table -> table.columns().stream()).map(Column::type),
            composites.stream().flatMap(each -> each.attributes().stream()).map(Attribute::type))
        .anyMatch(each -> each.dimensions() > 0 && each.qualifiedName().equals(type));
  }

  private String values(CompositeType type) {
    CompositeType from = old.get(type.name());
    return type.attributes().stream()
        .map(
            each ->
                from.attribute(each.name())
                    .map(was -> value(was, each))
                    .orElse("null::" + TypeNames.sql(each.type())))
        .collect(Collectors.joining(", "));
  }

  private String value(Attribute from, Attribute to) {
    if (isChanged(to.type().qualifiedName()) && from.type().equals(to.type())) {
      return conversion(from.name(), to.type());
    }
    String using = Conversions.using(from.name(), from.type(), to.type());
    return using == null ? quote(from.name()) : using;
  }

  /** The value of the new type that a column of the old type becomes. */
  private String conversion(String column, SqlType type) {
    String name = quote(column);
    if (!old.containsKey(type.qualifiedName())) {
      String text = type.dimensions() == 0 ? "::text::" : "::text[]::";
      return name + text + TypeNames.sql(type);
    }
    return quote(converted(type.qualifiedName())) + "(" + name + ")";
  }

  /**
   * A column with the tables that inherit it: its type changes together with that in the table that
   * declares it, but each table has its own default.
   */
  private record Heirs(Table table, String column, Schema schema) {

    private Stream<Table> parents() {
      return table.form().inherits().stream().flatMap(name -> schema.table(name).stream());
    }

    boolean isInherited() {
      return parents().anyMatch(parent -> parent.column(column).isPresent());
    }

    boolean isInherited(CheckConstraint check) {
      return parents()
          .flatMap(parent -> parent.checks().stream())
          .anyMatch(other -> String.valueOf(check.name()).equals(other.name()));
    }

    boolean isAlone() {
      return !isInherited()
          && schema.tables().stream()
              .noneMatch(other -> other.form().inherits().contains(table.name()));
    }

    void defaults(Column column, List<String> first, List<String> last) {
      if (column.serverDefault() != null && !isAlone()) {
        String alter =
            "alter table only " + quote(table.name()) + " alter column " + quote(column.name());
        first.add(alter + " drop default");
        last.add(alter + " set default " + column.serverDefault());
      }
    }
  }

  private void convert(Table table, Column column, Heirs heirs) {
    if (heirs.isInherited()) {
      return;
    }
    boolean hasDefault = column.serverDefault() != null && heirs.isAlone();
    String alter = "alter table " + quote(table.name()) + " alter column " + quote(column.name());
    if (hasDefault) {
      middle.add(alter + " drop default");
    }
    middle.add(
        alter
            + " type "
            + TypeNames.sql(column.type())
            + " using "
            + conversion(column.name(), column.type()));
    if (hasDefault) {
      middle.add(alter + " set default " + column.serverDefault());
    }
  }

  /**
   * Drops what compares the column with values of the old type, and creates it again afterwards.
   */
  private void detach(Table table, Column column, Heirs heirs) {
    String alter = "alter table " + quote(table.name());
    for (CheckConstraint check : table.checks()) {
      if (check.name() != null
          && !heirs.isInherited(check)
          && PostgreSqlText.WORDS.mentions(check.expression(), column.name())) {
        first.add(alter + " drop constraint " + quote(check.name()));
        last.add(alter + " add " + ConstraintSql.definition(check));
      }
    }
    for (Index index : table.indexes()) {
      if (index.name() != null && hasExpressionOver(index, column.name())) {
        first.add("drop index " + quote(table.name().withName(index.name())));
        last.add(ConstraintSql.createIndex(table.name(), index, false));
      }
    }
  }

  /**
   * Drops the foreign keys over columns of the type, and those to a key whose index stores such a
   * column: PostgreSQL drops that index, and refuses to while a foreign key of another table
   * depends on it.
   */
  private void foreignKeys() {
    for (Table table : before.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        List<String> held =
            before.table(key.referencedTable()).stream()
                .flatMap(other -> includedIn(other, key.referencedColumns()).map(other::column))
                .flatMap(Optional::stream)
                .filter(this::isOfChangedType)
                .map(Column::name)
                .toList();
        boolean own =
            key.columns().stream()
                .flatMap(name -> table.column(name).stream())
                .anyMatch(this::isOfChangedType);
        if (key.name() != null && (own || !held.isEmpty())) {
          String alter = "alter table " + quote(table.name());
          first.add(alter + " drop constraint " + quote(key.name()));
          last.add(alter + " add " + ConstraintSql.definition(key));
        }
      }
    }
  }

  private static Stream<String> includedIn(Table table, List<String> key) {
    Set<String> columns = Set.copyOf(key);
    return Stream.concat(
            table.primaryKey().stream()
                .filter(found -> Set.copyOf(found.columns()).equals(columns))
                .map(PrimaryKey::include),
            table.uniques().stream()
                .filter(found -> Set.copyOf(found.columns()).equals(columns))
                .map(UniqueConstraint::include))
        .flatMap(List::stream);
  }

  private static boolean hasExpressionOver(Index index, String column) {
    return (index.predicate() != null && PostgreSqlText.WORDS.mentions(index.predicate(), column))
        || index.elements().stream()
            .anyMatch(
                element ->
                    element.expression() && PostgreSqlText.WORDS.mentions(element.text(), column));
  }
}

package dev.autogen.dialect.postgresql;

import static dev.autogen.dialect.postgresql.Identifiers.literal;
import static dev.autogen.dialect.postgresql.Identifiers.quote;

import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final List<String> middle = new ArrayList<>();
  private final DetachedMembers members;

  private TypeRebuild(QualifiedName changed, Schema before) {
    this.changed = changed;
    this.before = before;
    this.members = new DetachedMembers(before, this::isOfChangedType);
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
          HeirColumn heirs = new HeirColumn(table, column.name(), before);
          convert(table, column, heirs);
          members.detach(table, column, heirs);
        }
      }
    }
    members.detachForeignKeys();
    List<QualifiedName> names = new ArrayList<>(List.of(changed));
    containers.forEach(each -> names.add(each.name()));
    List<String> statements = new ArrayList<>(members.drops());
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
    statements.addAll(members.creations());
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

  private void convert(Table table, Column column, HeirColumn heirs) {
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
}

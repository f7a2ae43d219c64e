package dev.autogen.render.java;

import dev.autogen.render.java.Code.Call;
import dev.autogen.render.java.Code.Chain;
import dev.autogen.render.java.Code.Constant;
import dev.autogen.render.java.Code.Word;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Column;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.Constraint.Deferral;
import dev.autogen.schema.Constraint.Enforcement;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.ForeignKey.Action;
import dev.autogen.schema.Identity;
import dev.autogen.schema.Index;
import dev.autogen.schema.Index.Element;
import dev.autogen.schema.Index.Nulls;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Columns, constraints and indexes in the words of {@link dev.autogen.migration.Definitions}. */
final class DefinitionCode {

  private final List<Call> calls = new ArrayList<>();

  private DefinitionCode() {}

  static Code column(Column column) {
    return column(column, Map.of());
  }

  /**
   * A column.
   *
   * @param types its types on kinds of database where the word means something else
   */
  static Code column(Column column, Map<String, SqlType> types) {
    Call first = new Call("column", Code.literal(column.name()), TypeCode.of(column.type()));
    DefinitionCode code = new DefinitionCode();
    code.types(types);
    code.flag("notNull", !column.nullable());
    code.text("serverDefault", column.serverDefault());
    if (column.identity() != null) {
      code.identity(column.identity());
    }
    if (column.generated() != null) {
      code.text(
          column.generated().stored() ? "generatedAs" : "generatedVirtual",
          column.generated().expression());
    }
    code.text("collation", column.collation());
    code.text("comment", column.comment());
    return Chain.of(first, code.calls);
  }

  /** The attributes and the comment of a composite type. */
  static List<Code> elements(CompositeType type) {
    List<Code> elements = new ArrayList<>();
    for (CompositeType.Attribute attribute : type.attributes()) {
      DefinitionCode code = new DefinitionCode();
      code.text("collation", attribute.collation());
      code.text("comment", attribute.comment());
      Call first =
          new Call("attribute", Code.literal(attribute.name()), TypeCode.of(attribute.type()));
      elements.add(Chain.of(first, code.calls));
    }
    if (type.comment() != null) {
      elements.add(new Call("comment", Code.literal(type.comment())));
    }
    return elements;
  }

  /** A constraint; the name of a primary key is left out where PostgreSQL would choose it. */
  static Code constraint(QualifiedName table, Constraint constraint) {
    DefinitionCode code = new DefinitionCode();
    if (constraint instanceof PrimaryKey key) {
      boolean standard = (table.name() + "_pkey").equals(key.name());
      code.flag("withoutOverlaps", key.withoutOverlaps());
      code.names("include", key.include());
      code.deferral(key.deferral());
      code.text("named", standard ? null : key.name());
      return Chain.of(new Call("primaryKey", NameCode.literals(key.columns())), code.calls);
    } else if (constraint instanceof UniqueConstraint unique) {
      code.flag("withoutOverlaps", unique.withoutOverlaps());
      code.flag("nullsNotDistinct", unique.nullsNotDistinct());
      code.names("include", unique.include());
      code.deferral(unique.deferral());
      code.text("named", unique.name());
      return Chain.of(new Call("unique", NameCode.literals(unique.columns())), code.calls);
    } else if (constraint instanceof ForeignKey key) {
      code.foreignKey(key);
      return Chain.of(new Call("foreignKey", NameCode.literals(key.columns())), code.calls);
    } else if (constraint instanceof CheckConstraint check) {
      code.flag("noInherit", check.noInherit());
      code.enforcement(check.enforcement());
      code.text("named", check.name());
      return Chain.of(new Call("check", Code.literal(check.expression())), code.calls);
    }
    NamedConstraint named = (NamedConstraint) constraint;
    throw new IllegalArgumentException(
        "constraint " + named.name() + " of " + table + " has no definition");
  }

  static Code index(Index index) {
    boolean plain =
        index.elements().stream().allMatch(key -> key.equals(Element.column(key.text())));
    List<Code> arguments = new ArrayList<>();
    arguments.add(index.name() == null ? new Word("null") : Code.literal(index.name()));
    index
        .elements()
        .forEach(key -> arguments.add(plain ? Code.literal(key.text()) : indexKey(key)));
    DefinitionCode code = new DefinitionCode();
    code.flag("unique", index.unique());
    code.text("method", index.method());
    code.names("include", index.include());
    code.text("where", index.predicate());
    code.flag("nullsNotDistinct", index.nullsNotDistinct());
    code.names("with", index.parameters());
    code.text("tablespace", index.tablespace());
    return Chain.of(new Call("index", arguments), code.calls);
  }

  private static Code indexKey(Element key) {
    DefinitionCode code = new DefinitionCode();
    code.text("collation", key.collation());
    code.text("operatorClass", key.operatorClass());
    code.flag("desc", key.descending());
    code.flag("nullsFirst", key.nulls() == Nulls.FIRST);
    code.flag("nullsLast", key.nulls() == Nulls.LAST);
    String word = key.expression() ? "expression" : "key";
    return Chain.of(new Call(word, Code.literal(key.text())), code.calls);
  }

  private void types(Map<String, SqlType> types) {
    Map<SqlType, List<String>> dialects = new LinkedHashMap<>();
    new TreeMap<>(types)
        .forEach(
            (dialect, type) ->
                dialects.computeIfAbsent(type, key -> new ArrayList<>()).add(dialect));
    dialects.forEach(
        (type, names) -> calls.add(new Call("on", dialects(names), TypeCode.of(type))));
  }

  /** The names of one or several kinds of database. */
  static Code dialects(List<String> names) {
    return names.size() == 1
        ? Code.literal(names.get(0))
        : new Call("List.of", NameCode.literals(names));
  }

  private void flag(String word, boolean set) {
    if (set) {
      calls.add(new Call(word));
    }
  }

  private void names(String word, List<String> names) {
    if (!names.isEmpty()) {
      calls.add(new Call(word, NameCode.literals(names)));
    }
  }

  private void text(String word, @Nullable String value) {
    if (value != null) {
      calls.add(new Call(word, Code.literal(value)));
    }
  }

  private void identity(Identity identity) {
    String word =
        switch (identity.kind()) {
          case ALWAYS -> "identityAlways";
          case BY_DEFAULT -> "identity";
          case SERIAL -> "serial";
        };
    if (identity.start() == null && identity.increment() == null) {
      calls.add(new Call(word));
    } else {
      long increment = identity.increment() == null ? 1 : identity.increment();
      // A descending sequence starts at -1 (PostgreSQL manual, CREATE SEQUENCE).
      long first = increment < 0 ? -1 : 1;
      Long end = increment < 0 ? identity.range().maximum() : identity.range().minimum();
      long start =
          identity.start() != null ? identity.start() : Objects.requireNonNullElse(end, first);
      calls.add(new Call(word, Code.number(start), Code.number(increment)));
    }
    range(identity.range());
    number("cache", identity.cache());
  }

  /** A sequence in the words of {@link dev.autogen.migration.SequenceDefinition}. */
  static Code sequence(Sequence sequence) {
    DefinitionCode code = new DefinitionCode();
    String type = sequence.range().type();
    if (type != null) {
      code.calls.add(new Call("type", TypeCode.of(SqlType.of(type))));
    }
    code.number("start", sequence.start() == 1 ? null : sequence.start());
    code.number("increment", sequence.increment() == 1 ? null : sequence.increment());
    code.range(sequence.range());
    code.number("cache", sequence.cache() == 1 ? null : sequence.cache());
    return Chain.of(new Call("sequence", NameCode.of(sequence.name())), code.calls);
  }

  private void range(NumberRange range) {
    number("minValue", range.minimum());
    number("maxValue", range.maximum());
    flag("cycle", range.cycle());
  }

  private void number(String word, @Nullable Long value) {
    if (value != null) {
      calls.add(new Call(word, Code.number(value)));
    }
  }

  private void foreignKey(ForeignKey key) {
    List<Code> references = new ArrayList<>();
    references.add(NameCode.of(key.referencedTable()));
    references.addAll(NameCode.literals(key.referencedColumns()));
    calls.add(new Call("references", references));
    flag("matchFull", key.matchFull());
    flag("period", key.period());
    action("onDelete", key.onDelete(), key.onDeleteColumns());
    action("onUpdate", key.onUpdate(), List.of());
    deferral(key.deferral());
    enforcement(key.enforcement());
    text("named", key.name());
  }

  private void action(String word, Action action, List<String> columns) {
    if (action != Action.NO_ACTION) {
      List<Code> arguments = new ArrayList<>();
      arguments.add(new Constant(action));
      arguments.addAll(NameCode.literals(columns));
      calls.add(new Call(word, arguments));
    }
  }

  private void enforcement(Enforcement enforcement) {
    flag("notValid", enforcement == Enforcement.NOT_VALID);
    flag("notEnforced", enforcement == Enforcement.NOT_ENFORCED);
  }

  private void deferral(Deferral deferral) {
    flag("deferrable", deferral == Deferral.INITIALLY_IMMEDIATE);
    flag("initiallyDeferred", deferral == Deferral.INITIALLY_DEFERRED);
  }
}

package dev.autogen.render.java;

import dev.autogen.render.java.Code.Call;
import dev.autogen.schema.QualifiedName;
import java.util.List;

/** Names of tables and types, and lists of columns. */
final class NameCode {

  private NameCode() {}

  /** A string in the default schema, {@code qualified(…)} in another. */
  static Code of(QualifiedName name) {
    return name.schema() == null
        ? Code.literal(name.name())
        : new Call("qualified", Code.literal(name.schema()), Code.literal(name.name()));
  }

  static List<Code> literals(List<String> names) {
    return names.stream().map(Code::literal).toList();
  }
}

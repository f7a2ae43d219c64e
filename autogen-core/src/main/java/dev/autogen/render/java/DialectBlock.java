package dev.autogen.render.java;

import dev.autogen.render.java.Code.Call;
import java.util.List;

/** Writes the statements that run on some kinds of database alone: a call of {@code op.on}. */
final class DialectBlock {

  /** How the block calls the operations of the database itself. */
  private static final String OWN = "own";

  private static final String OPERATIONS = "op.";
  private static final String INDENT = "  ";

  private DialectBlock() {}

  /** The block as a format of JavaPoet. */
  static String format(List<String> dialects, List<Statement> statements, int indent) {
    String names = Layout.format(DefinitionCode.dialects(dialects), indent, "");
    StringBuilder text = new StringBuilder("op.on(" + names + ", " + OWN + " -> {\n");
    for (Statement each : statements) {
      Statement own =
          new Statement(each.comment(), each.alternative(), renamed((Call) each.code()));
      own.format(indent + INDENT.length())
          .lines()
          .forEach(line -> text.append(line.isEmpty() ? "" : INDENT + line).append('\n'));
    }
    return text.append("});\n").toString();
  }

  private static Call renamed(Call call) {
    return call.name().startsWith(OPERATIONS)
        ? new Call(OWN + "." + call.name().substring(OPERATIONS.length()), call.arguments())
        : call;
  }
}

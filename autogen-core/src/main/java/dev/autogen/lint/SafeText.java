package dev.autogen.lint;

import dev.autogen.dialect.Hazard.SafeStep;
import java.util.List;
import java.util.stream.Collectors;

/** Writes safe forms so that they can be pasted into the file of the migration. */
final class SafeText {

  private SafeText() {}

  static String java(List<SafeStep> steps) {
    return steps.stream().map(SafeText::java).collect(Collectors.joining("\n"));
  }

  private static String java(SafeStep step) {
    String literal =
        "\""
            + step.sql()
                .strip()
                .replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", " \\n")
                .replace("\r", "\\r")
            + "\"";
    return step.outside()
        ? "op.autocommit(o -> o.execute(" + literal + "));"
        : "op.execute(" + literal + ");";
  }

  static String sql(List<SafeStep> steps) {
    return steps.stream().map(SafeText::sql).collect(Collectors.joining("\n"));
  }

  private static String sql(SafeStep step) {
    return (step.outside() ? "-- in a transaction of its own, or without one\n" : "")
        + step.sql().strip()
        + ";";
  }
}

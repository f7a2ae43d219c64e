package dev.autogen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table in {@code docs/coverage.md}: a row per case, a column per stack. */
final class CoverageTable {

  private static final Path FILE = Path.of("..", "docs", "coverage.md");
  private static final String HEADER =
      """
      # Coverage

      What a model can say, and how each change of it fares. `ModelChangesTest` writes this page \
      from what it
      measures; the columns are Hibernate and the version of PostgreSQL, or the name of the database.

      For each case Hibernate's own DDL creates the tables of the entities as they were, rows are \
      put into
      them, and the changed entities are compared with the database. ✓ means all of this:

      - what Hibernate created needs no operation, before and after the change;
      - the upgrade runs on the tables with their rows, and then nothing is left to do;
      - the catalog is then what Hibernate creates for the changed entities;
      - the downgrade runs, the catalog is again what it was, and nothing is left to do.

      ✗ means that one of them fails, – that the annotations or the database cannot express the \
      case.

      """;

  private final Map<ModelChange, Set<Stack>> passed = new HashMap<>();

  /** The table in which every case passed. */
  static CoverageTable complete(List<ModelChange> changes) {
    CoverageTable table = new CoverageTable();
    changes.forEach(change -> Stack.ALL.forEach(stack -> table.passed(change, stack)));
    return table;
  }

  void passed(ModelChange change, Stack stack) {
    passed.computeIfAbsent(change, key -> new HashSet<>()).add(stack);
  }

  List<String> rows(List<ModelChange> changes) {
    return changes.stream().map(this::row).toList();
  }

  private String row(ModelChange change) {
    return Stack.all()
        .map(stack -> state(change, stack))
        .collect(
            Collectors.joining(
                " | ", "| " + change.section() + " | " + change.name() + " | ", " |"));
  }

  private String state(ModelChange change, Stack stack) {
    if (!change.isExpressibleOn(stack)) {
      return "–";
    }
    return passed.getOrDefault(change, Set.of()).contains(stack) ? "✓" : "✗";
  }

  void write(List<ModelChange> changes) throws IOException {
    String columns = Stack.all().map(Stack::toString).collect(Collectors.joining(" | "));
    StringBuilder text = new StringBuilder(HEADER);
    text.append("| section | case | ")
        .append(columns)
        .append(" |\n|" + "---|".repeat(2 + Stack.ALL.size()) + "\n");
    rows(changes).forEach(row -> text.append(row).append('\n'));
    Files.writeString(FILE, text);
  }

  /** The rows of the committed page. */
  static List<String> rows() throws IOException {
    return Files.readAllLines(FILE).stream().filter(line -> line.startsWith("| ")).skip(1).toList();
  }
}

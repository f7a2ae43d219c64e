package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import java.util.List;

/** The names of the objects that others use, after the renames among operations. */
final class RenamedUses {

  private final List<Operation> renames;

  RenamedUses(List<Operation> operations) {
    this.renames =
        operations.stream()
            .filter(
                each ->
                    each instanceof RenameTable
                        || each instanceof RenameColumn
                        || each instanceof RenameType)
            .toList();
  }

  /** The name of an object after the renames. */
  String currentName(String name) {
    String now = name;
    for (Operation rename : renames) {
      if (rename instanceof RenameTable table) {
        now = table(now, table.from().toString(), table.to().toString());
      } else if (rename instanceof RenameColumn column) {
        String from = column.table() + "." + column.from();
        now = now.equals(from) ? column.table() + "." + column.to() : now;
      } else if (rename instanceof RenameType type) {
        now = now.equals("type " + type.from()) ? "type " + type.to() : now;
      }
    }
    return now;
  }

  boolean isRenamed(String name) {
    return !currentName(name).equals(name);
  }

  private static String table(String name, String from, String to) {
    int space = name.startsWith("constraint ") ? "constraint ".length() : 0;
    String rest = name.substring(space);
    return rest.equals(from) || rest.startsWith(from + ".")
        ? name.substring(0, space) + to + rest.substring(from.length())
        : name;
  }
}

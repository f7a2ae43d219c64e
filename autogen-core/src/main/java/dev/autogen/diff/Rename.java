package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object that has another name in the model than in the database.
 *
 * @param table the table as the database has it, or for a column as the model has it
 * @param column the column as the database has it, or null where the table itself was renamed
 * @param to the name in the model
 */
public record Rename(QualifiedName table, @Nullable String column, String to) {

  /**
   * Reads {@code users.email=email_address}, {@code audit.users.email=email_address} or {@code
   * table:people=users}.
   *
   * @throws AutogenException if the text has another form
   */
  public static Rename parse(String text) {
    int equals = text.indexOf('=');
    String from = equals < 0 ? "" : text.substring(0, equals).strip();
    String to = text.substring(equals + 1).strip();
    boolean isTable = from.startsWith("table:");
    String path = isTable ? from.substring("table:".length()) : from;
    int dot = path.lastIndexOf('.');
    if (path.isEmpty() || to.isEmpty() || (!isTable && dot <= 0)) {
      throw AutogenException.usage(
          "\""
              + text
              + "\" names no rename: write users.email=email_address for a column, or"
              + " table:people=users for a table");
    }
    return isTable
        ? new Rename(name(path), null, to.substring(to.lastIndexOf('.') + 1))
        : new Rename(name(path.substring(0, dot)), path.substring(dot + 1), to);
  }

  private static QualifiedName name(String path) {
    int dot = path.indexOf('.');
    return dot < 0
        ? QualifiedName.of(path)
        : QualifiedName.of(path.substring(0, dot), path.substring(dot + 1));
  }

  /** Whether it is still to be done: the old name is there, and the new one is not. */
  boolean isOpenIn(Schema actual) {
    Optional<Table> found = actual.table(table);
    return column == null
        ? found.isPresent() && actual.table(table.withName(to)).isEmpty()
        : found.flatMap(each -> each.column(column)).isPresent()
            && found.flatMap(each -> each.column(to)).isEmpty();
  }

  /** The rename as {@link #parse} reads it. */
  @Override
  public String toString() {
    return column == null ? "table:" + table + "=" + to : table + "." + column + "=" + to;
  }

  /** The operation that renames. */
  public Operation operation() {
    return column == null
        ? new Operation.RenameTable(table, table.withName(to))
        : new Operation.RenameColumn(table, column, to);
  }
}

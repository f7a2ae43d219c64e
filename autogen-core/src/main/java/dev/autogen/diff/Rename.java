package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object that has another name in the model than in the database.
 *
 * @param kind the kind of object
 * @param object the table, sequence or type under its name in the database; for a column its table,
 *     under its old or new name
 * @param column the column's name in the database, or null for other kinds
 * @param to the name in the model
 */
public record Rename(Kind kind, QualifiedName object, @Nullable String column, String to) {

  /** The kinds of objects that can be renamed. */
  public enum Kind {
    TABLE,
    COLUMN,
    SEQUENCE,
    TYPE;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|([^.\"]+)");
  private static final Pattern WITH_KIND = Pattern.compile("(table|column|sequence|type):(.*)");

  /** A column that has another name in the model. */
  public static Rename column(QualifiedName table, String from, String to) {
    return new Rename(Kind.COLUMN, table, from, to);
  }

  /** A table, sequence or type that has another name in the model. */
  public static Rename of(Kind kind, QualifiedName from, String to) {
    return new Rename(kind, from, null, to);
  }

  /**
   * Reads {@code users.email=email_address}, {@code audit.users.email=email_address}, {@code
   * table:people=users}, {@code sequence:people_seq=users_seq} or {@code type:mood=feeling}. A name
   * with a dot stands between double quotes.
   *
   * @throws AutogenException if the text has another form
   */
  public static Rename parse(String text) {
    int equals = text.lastIndexOf('=');
    String from = equals < 0 ? "" : text.substring(0, equals).strip();
    Matcher matcher = WITH_KIND.matcher(from);
    boolean hasKind = matcher.matches();
    Kind kind = hasKind ? Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)) : Kind.COLUMN;
    List<String> path = parts(hasKind ? matcher.group(2) : from);
    List<String> target = parts(text.substring(equals + 1).strip());
    boolean isColumn = kind == Kind.COLUMN;
    if (path.size() < (isColumn ? 2 : 1) || path.size() > (isColumn ? 3 : 2) || target.isEmpty()) {
      throw AutogenException.usage(
          "\""
              + text
              + "\" names no rename: write users.email=email_address for a column, or"
              + " table:people=users for a table");
    }
    String to = target.get(target.size() - 1);
    return isColumn
        ? column(name(path.subList(0, path.size() - 1)), path.get(path.size() - 1), to)
        : of(kind, name(path), to);
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(path);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      String quoted = matcher.group(1);
      parts.add(quoted == null ? matcher.group(2).strip() : quoted.replace("\"\"", "\""));
      end = Math.min(path.length(), matcher.end() + 1);
      matcher.region(end, path.length());
    }
    return parts;
  }

  private static QualifiedName name(List<String> parts) {
    return parts.size() == 1
        ? QualifiedName.of(parts.get(0))
        : QualifiedName.of(parts.get(0), parts.get(1));
  }

  /** The object's name in the database. */
  String from() {
    return column == null ? object.name() : column;
  }

  /** The same rename for an object under another name. */
  Rename withObject(QualifiedName other) {
    return new Rename(kind, other, column, to);
  }

  /** The rename as {@link #parse} reads it. */
  @Override
  public String toString() {
    String path =
        (object.schema() == null ? "" : part(object.schema()) + ".") + part(object.name());
    return kind == Kind.COLUMN
        ? path + "." + part(Objects.requireNonNull(column)) + "=" + part(to)
        : kind.word() + ":" + path + "=" + part(to);
  }

  private static String part(String name) {
    return name.contains(".") || name.contains("\"")
        ? "\"" + name.replace("\"", "\"\"") + "\""
        : name;
  }

  /** The operation that renames. */
  public Operation operation() {
    QualifiedName other = object.withName(to);
    return switch (kind) {
      case TABLE -> new RenameTable(object, other);
      case COLUMN -> new RenameColumn(object, Objects.requireNonNull(column), to);
      case SEQUENCE -> new RenameSequence(object, other);
      case TYPE -> new RenameType(object, other);
    };
  }
}

package dev.autogen.diff;

import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.TableDescription;
import dev.autogen.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The properties of a column that can differ, each by itself. */
final class ColumnProperties {

  private ColumnProperties() {}

  /** The single differences that an operation on a column removes. */
  static List<Difference> differences(AlterColumn alter) {
    Column from = alter.from();
    Column to = alter.to();
    List<Difference> found = new ArrayList<>();
    add(found, alter, DifferenceKind.TYPE, to.type().toString(), from.type().toString());
    add(found, alter, DifferenceKind.NOT_NULL, nullability(to), nullability(from));
    add(found, alter, DifferenceKind.SERVER_DEFAULT, to.serverDefault(), from.serverDefault());
    add(
        found,
        alter,
        DifferenceKind.IDENTITY,
        TableDescription.identity(to.identity()),
        TableDescription.identity(from.identity()));
    add(
        found,
        alter,
        DifferenceKind.GENERATED,
        TableDescription.generated(to.generated()),
        TableDescription.generated(from.generated()));
    add(found, alter, DifferenceKind.COLLATION, to.collation(), from.collation());
    add(found, alter, DifferenceKind.COMMENT, to.comment(), from.comment());
    return found;
  }

  private static String nullability(Column column) {
    return column.nullable() ? "null" : "not null";
  }

  private static void add(
      List<Difference> found,
      AlterColumn alter,
      DifferenceKind kind,
      @Nullable String model,
      @Nullable String database) {
    if (!Objects.equals(model, database)) {
      found.add(
          new Difference(kind, alter.table(), alter.to().name(), model, database, alter, null));
    }
  }

  /** The column with one property of another column. */
  static Column with(Column column, DifferenceKind property, Column other) {
    return switch (property) {
      case TYPE -> column.withType(other.type());
      case NOT_NULL -> column.withNullable(other.nullable());
      case SERVER_DEFAULT -> column.withServerDefault(other.serverDefault());
      case IDENTITY -> column.withIdentity(other.identity());
      case GENERATED -> column.withGenerated(other.generated());
      case COLLATION -> column.withCollation(other.collation());
      case COMMENT -> column.withComment(other.comment());
      default -> throw new IllegalArgumentException(property + " is no property of a column");
    };
  }
}

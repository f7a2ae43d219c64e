package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object, or a part of one, that other objects of a database may use.
 *
 * @param object the table, sequence or type itself, or the one that contains the part
 * @param name the name of a part of a table; null for the object itself, and for a part that the
 *     database will name
 */
public record Member(Kind kind, QualifiedName object, @Nullable String name) {

  /** The kind of object or part. */
  public enum Kind {
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    SEQUENCE,
    TYPE
  }

  /** A column. */
  public static Member column(QualifiedName table, String name) {
    return new Member(Kind.COLUMN, table, name);
  }

  /** A constraint. */
  public static Member constraint(QualifiedName table, @Nullable String name) {
    return new Member(Kind.CONSTRAINT, table, name);
  }

  /** An index. */
  public static Member index(QualifiedName table, @Nullable String name) {
    return new Member(Kind.INDEX, table, name);
  }

  static Member sequence(QualifiedName name) {
    return new Member(Kind.SEQUENCE, name, null);
  }

  static Member type(QualifiedName name) {
    return new Member(Kind.TYPE, name, null);
  }

  /** A table with all that is in it. */
  static List<Member> of(Table table) {
    QualifiedName name = table.name();
    List<Member> members = new ArrayList<>();
    members.add(new Member(Kind.TABLE, name, null));
    table.columns().forEach(each -> members.add(column(name, each.name())));
    table.constraints().forEach(each -> members.add(constraint(name, each.name())));
    table.indexes().forEach(each -> members.add(index(name, each.name())));
    return List.copyOf(members);
  }
}

package dev.autogen.diff;

import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which a database differs from its model. Several operations can be one difference:
 * an index that keeps its name and changes its columns is dropped and created.
 *
 * @param kind what differs
 * @param container the table, sequence, type or schema itself, or the table of a member
 * @param member the name of a column, constraint or index; null for an object that is no member
 * @param model what the model has, in words; null for nothing
 * @param database what the database has, in words; null for nothing
 * @param wanted the operation that creates or changes what the model has, or null
 * @param unwanted the operation that drops what the database has, or null
 */
public record Difference(
    DifferenceKind kind,
    QualifiedName container,
    @Nullable String member,
    @Nullable String model,
    @Nullable String database,
    @Nullable Operation wanted,
    @Nullable Operation unwanted) {

  /** The name of the object for messages: {@code users.email}. */
  public String object() {
    return member == null ? container.toString() : container + "." + member;
  }

  /** The difference as a person can accept it. */
  public AcceptedDifference key() {
    return new AcceptedDifference(kind, object(), model, database);
  }

  /** The difference in one line: {@code type of users.email: model varchar(255), database text}. */
  public String summary() {
    String subject = kind.of(object());
    if (model == null || database == null) {
      return subject + ": only in the " + (model == null ? "database" : "model");
    }
    return subject + ": model " + model + ", database " + database;
  }
}

package dev.autogen.operation;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One change of a schema, with the whole old and new values.
 *
 * <p>An operation that an author wrote may lack old values ({@code op.dropColumn("t", "c")});
 * {@link #completed} takes them from the schema at that point.
 */
public sealed interface Operation
    permits TableOperation,
        CreateSchema,
        DropSchema,
        CreateTable,
        DropTable,
        RenameTable,
        CreateSequence,
        DropSequence,
        AlterSequence,
        RenameSequence,
        OwnSequence,
        CreateEnum,
        DropEnum,
        AlterEnum,
        CreateComposite,
        DropComposite,
        AlterComposite,
        RenameType,
        ExecuteSql,
        CommitEachStep,
        Nothing {

  /** The operation that undoes this one, or empty where it is not known. */
  Optional<Operation> reverse();

  /** Calls the visitor's method for this kind of operation. */
  <R> R accept(Visitor<R> visitor);

  /** The same operation with the old values that its author left out, taken from {@code before}. */
  default Operation completed(Schema before) {
    return this;
  }

  /**
   * The tables, sequences, types and schemas that this operation changes; empty where these are not
   * known.
   */
  List<ChangedObject> changes();

  /** The type that this operation changes in all tables that use it; empty for most. */
  default Optional<QualifiedName> alteredType() {
    return Optional.empty();
  }

  /** What this operation creates. Nothing was set on it before, such as grants. */
  default List<Member> makes() {
    return List.of();
  }

  /** What this operation drops or changes. No other object may depend on it meanwhile. */
  default List<Member> takes() {
    return List.of();
  }

  /** Whether what this operation drops or changes exists again afterwards, in a new form. */
  default boolean makesAnew() {
    return false;
  }

  /** Whether rows or values are lost. */
  default boolean losesData() {
    return false;
  }

  /** The kind in snake case, for programs: {@code add_column}. */
  default String kind() {
    return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** The name of the changed object for messages: {@code users.email}. */
  default String object() {
    return accept(ObjectName.VISITOR);
  }

  /** The operation in one line of words: {@code add column users.email varchar(255) not null}. */
  default String summary() {
    return accept(Summary.VISITOR);
  }

  /**
   * One method per kind of operation. A new kind does not compile until every visitor handles it.
   */
  interface Visitor<R> {
    R visit(CreateSchema operation);

    R visit(DropSchema operation);

    R visit(CreateTable operation);

    R visit(DropTable operation);

    R visit(RenameTable operation);

    R visit(CommentTable operation);

    R visit(AddColumn operation);

    R visit(DropColumn operation);

    R visit(RenameColumn operation);

    R visit(AlterColumn operation);

    R visit(Backfill operation);

    R visit(BackfillInBatches operation);

    R visit(Online operation);

    R visit(CommitEachStep operation);

    R visit(AddConstraint operation);

    R visit(DropConstraint operation);

    R visit(RenameConstraint operation);

    R visit(CreateIndex operation);

    R visit(DropIndex operation);

    R visit(RenameIndex operation);

    R visit(CreateSequence operation);

    R visit(DropSequence operation);

    R visit(AlterSequence operation);

    R visit(RenameSequence operation);

    R visit(OwnSequence operation);

    R visit(CreateEnum operation);

    R visit(DropEnum operation);

    R visit(AlterEnum operation);

    R visit(CreateComposite operation);

    R visit(DropComposite operation);

    R visit(AlterComposite operation);

    R visit(RenameType operation);

    R visit(ExecuteSql operation);

    R visit(Nothing operation);
  }
}

package dev.autogen.operation;

import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change of a schema, with the whole old and new values.
 *
 * <p>An operation that an author wrote may lack old values ({@code op.dropColumn("t", "c")});
 * {@link #completed} takes them from the schema at that point.
 */
public sealed interface Operation {

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

  /** A change within a table. */
  sealed interface OfTable extends Operation {

    /** The table. */
    QualifiedName table();

    @Override
    default List<ChangedObject> changes() {
      return List.of(ChangedObject.table(table()));
    }
  }

  /** Creates a schema, unless it exists. */
  record CreateSchema(String name) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropSchema(name));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.schema(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops an empty schema. */
  record DropSchema(String name) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new CreateSchema(name));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.schema(name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Creates a table with its columns, constraints, comment and indexes. */
  record CreateTable(Table table) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropTable(table));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.table(table.name()));
    }

    @Override
    public List<Member> makes() {
      return Member.of(table);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Drops a table with its rows. A table without columns is one of which only the name is known.
   */
  record DropTable(Table table) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return table.columns().isEmpty() ? Optional.empty() : Optional.of(new CreateTable(table));
    }

    @Override
    public Operation completed(Schema before) {
      return table.columns().isEmpty()
          ? before.table(table.name()).map(DropTable::new).orElse(this)
          : this;
    }

    @Override
    public boolean losesData() {
      return true;
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.table(table.name()));
    }

    @Override
    public List<Member> takes() {
      return Member.of(table);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives a table another name. */
  record RenameTable(QualifiedName from, QualifiedName to) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameTable(to, from));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.table(from), ChangedObject.table(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Sets, changes or removes the comment of a table. */
  record CommentTable(QualifiedName table, @Nullable String from, @Nullable String to)
      implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new CommentTable(table, to, from));
    }

    @Override
    public Operation completed(Schema before) {
      return new CommentTable(table, before.table(table).map(Table::comment).orElse(from), to);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Adds a column at the end of a table. */
  record AddColumn(QualifiedName table, Column column) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropColumn(table, column));
    }

    @Override
    public List<Member> makes() {
      return List.of(Member.column(table, column.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops a column with its values. */
  record DropColumn(QualifiedName table, Column column) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return column.type().isUnknown()
          ? Optional.empty()
          : Optional.of(new AddColumn(table, column));
    }

    @Override
    public Operation completed(Schema before) {
      return column.type().isUnknown()
          ? before
              .table(table)
              .flatMap(found -> found.column(column.name()))
              .map(found -> new DropColumn(table, found))
              .orElse(this)
          : this;
    }

    @Override
    public boolean losesData() {
      return column.generated() == null;
    }

    @Override
    public List<Member> takes() {
      return List.of(Member.column(table, column.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives a column another name. */
  record RenameColumn(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameColumn(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Changes type, nullability, default, identity, generation, collation or comment of a column.
   *
   * @param from the column as it is; of unknown type where its author left it out
   * @param to the column as it shall be, of the same name
   * @param using the SQL expression that converts existing values, or null for the dialect's own
   */
  record AlterColumn(QualifiedName table, Column from, Column to, @Nullable String using)
      implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return from.type().isUnknown()
          ? Optional.empty()
          : Optional.of(new AlterColumn(table, to, from, null));
    }

    @Override
    public Operation completed(Schema before) {
      return from.type().isUnknown()
          ? before
              .table(table)
              .flatMap(found -> found.column(to.name()))
              .map(found -> new AlterColumn(table, found, to, using))
              .orElse(this)
          : this;
    }

    @Override
    public boolean makesAnew() {
      return true;
    }

    @Override
    public List<Member> takes() {
      return makesOther() ? List.of(Member.column(table, to.name())) : List.of();
    }

    /**
     * Whether the objects that use the column must be created again: its type or collation changes,
     * or a virtual generated column becomes a plain one.
     */
    public boolean makesOther() {
      return !from.type().equals(to.type())
          || !Objects.equals(from.collation(), to.collation())
          || (from.generated() != null && !from.generated().stored() && to.generated() == null);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Sets a value in the rows whose column is null.
   *
   * @param expression the SQL expression of the value, or null where the author of the migration
   *     still has to write it; the operation then fails if there is such a row
   */
  record Backfill(QualifiedName table, String column, @Nullable String expression)
      implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new Nothing());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Adds a constraint to a table. */
  record AddConstraint(QualifiedName table, Constraint constraint) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropConstraint(table, constraint));
    }

    @Override
    public List<Member> makes() {
      return List.of(Member.constraint(table, constraint.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops a constraint of a table. */
  record DropConstraint(QualifiedName table, Constraint constraint) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return constraint instanceof NamedConstraint
          ? Optional.empty()
          : Optional.of(new AddConstraint(table, constraint));
    }

    @Override
    public Operation completed(Schema before) {
      if (!(constraint instanceof NamedConstraint named)) {
        return this;
      }
      return before.table(table).stream()
          .flatMap(found -> found.constraints().stream())
          .filter(found -> named.name().equals(found.name()))
          .findFirst()
          .<Operation>map(found -> new DropConstraint(table, found))
          .orElse(this);
    }

    @Override
    public List<Member> takes() {
      return List.of(Member.constraint(table, constraint.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives a constraint another name. */
  record RenameConstraint(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameConstraint(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Creates an index on a table. */
  record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropIndex(table, index, concurrently));
    }

    @Override
    public List<Member> makes() {
      return List.of(Member.index(table, index.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops an index of a table. */
  record DropIndex(QualifiedName table, Index index, boolean concurrently) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return index.elements().isEmpty()
          ? Optional.empty()
          : Optional.of(new CreateIndex(table, index, concurrently));
    }

    @Override
    public Operation completed(Schema before) {
      if (!index.elements().isEmpty()) {
        return this;
      }
      return before.table(table).stream()
          .flatMap(found -> found.indexes().stream())
          .filter(found -> Objects.equals(found.name(), index.name()))
          .findFirst()
          .<Operation>map(found -> new DropIndex(table, found, concurrently))
          .orElse(this);
    }

    @Override
    public List<Member> takes() {
      return List.of(Member.index(table, index.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives an index another name. */
  record RenameIndex(QualifiedName table, String from, String to) implements OfTable {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameIndex(table, to, from));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Creates a sequence. */
  record CreateSequence(Sequence sequence) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropSequence(sequence));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.sequence(sequence.name()));
    }

    @Override
    public List<Member> makes() {
      return List.of(Member.sequence(sequence.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops a sequence. An increment of 0 means that only the name is known. */
  record DropSequence(Sequence sequence) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return sequence.increment() == 0
          ? Optional.empty()
          : Optional.of(new CreateSequence(sequence));
    }

    @Override
    public Operation completed(Schema before) {
      return sequence.increment() == 0
          ? before.sequence(sequence.name()).map(DropSequence::new).orElse(this)
          : this;
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.sequence(sequence.name()));
    }

    @Override
    public List<Member> takes() {
      return List.of(Member.sequence(sequence.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Changes start, increment or cache of a sequence. */
  record AlterSequence(Sequence from, Sequence to) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return from.increment() == 0 ? Optional.empty() : Optional.of(new AlterSequence(to, from));
    }

    @Override
    public Operation completed(Schema before) {
      return from.increment() == 0
          ? before.sequence(to.name()).map(found -> new AlterSequence(found, to)).orElse(this)
          : this;
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.sequence(to.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives a sequence another name; it keeps its current number. */
  record RenameSequence(QualifiedName from, QualifiedName to) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameSequence(to, from));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.sequence(from), ChangedObject.sequence(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Sets the column that owns a sequence, or removes its owner. A sequence is dropped with its
   * owner.
   *
   * @param from the owner as it is, or null
   * @param to the owner as it shall be, or null
   */
  record OwnSequence(
      QualifiedName sequence, Sequence.@Nullable Owner from, Sequence.@Nullable Owner to)
      implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new OwnSequence(sequence, to, from));
    }

    @Override
    public Operation completed(Schema before) {
      return new OwnSequence(
          sequence, before.sequence(sequence).map(Sequence::owner).orElse(from), to);
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.sequence(sequence));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Creates an enum type. */
  record CreateEnum(EnumType type) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new DropEnum(type));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.type(type.name()));
    }

    @Override
    public List<Member> makes() {
      return List.of(Member.type(type.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Drops an enum type. */
  record DropEnum(EnumType type) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return type.values().isEmpty() ? Optional.empty() : Optional.of(new CreateEnum(type));
    }

    @Override
    public Operation completed(Schema before) {
      return type.values().isEmpty()
          ? before.enumType(type.name()).map(DropEnum::new).orElse(this)
          : this;
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.type(type.name()));
    }

    @Override
    public List<Member> takes() {
      return List.of(Member.type(type.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Changes the values of an enum type; the rows keep their values.
   *
   * @param rebuild whether a new type replaces the old one even where values are only added: a
   *     value added in place cannot be used before the transaction ends
   */
  record AlterEnum(EnumType from, EnumType to, boolean rebuild) implements Operation {

    /** Adds values in place where that is possible. */
    public AlterEnum(EnumType from, EnumType to) {
      this(from, to, false);
    }

    /** Whether the existing values keep their order, so that the new ones can be added in place. */
    public boolean addsInPlace() {
      List<String> kept = new ArrayList<>(to.values());
      kept.retainAll(new HashSet<>(from.values()));
      return !rebuild && kept.equals(from.values());
    }

    @Override
    public Optional<Operation> reverse() {
      return from.values().isEmpty()
          ? Optional.empty()
          : Optional.of(new AlterEnum(to, from, rebuild));
    }

    @Override
    public Operation completed(Schema before) {
      return from.values().isEmpty()
          ? before.enumType(to.name()).map(found -> new AlterEnum(found, to, rebuild)).orElse(this)
          : this;
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.type(to.name()));
    }

    @Override
    public List<Member> makes() {
      return addsInPlace() ? List.of() : List.of(Member.type(to.name()));
    }

    @Override
    public boolean makesAnew() {
      return true;
    }

    @Override
    public List<Member> takes() {
      return addsInPlace() ? List.of() : List.of(Member.type(to.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Gives an enum type another name; columns keep their values. */
  record RenameEnum(QualifiedName from, QualifiedName to) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(new RenameEnum(to, from));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of(ChangedObject.type(from), ChangedObject.type(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /**
   * Runs SQL unchanged.
   *
   * @param inverse the SQL that undoes it, or null
   */
  record ExecuteSql(String sql, @Nullable String inverse) implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.ofNullable(inverse).map(undo -> new ExecuteSql(undo, sql));
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
  }

  /** Does nothing: the inverse of an operation that needs none. */
  record Nothing() implements Operation {
    @Override
    public Optional<Operation> reverse() {
      return Optional.of(this);
    }

    @Override
    public List<ChangedObject> changes() {
      return List.of();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }
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

    R visit(RenameEnum operation);

    R visit(ExecuteSql operation);

    R visit(Nothing operation);
  }
}

package dev.autogen.migration;

import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AddConstraint;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.AlterEnum;
import dev.autogen.operation.AlterSequence;
import dev.autogen.operation.CommentTable;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateIndex;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateSequence;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropColumn;
import dev.autogen.operation.DropComposite;
import dev.autogen.operation.DropConstraint;
import dev.autogen.operation.DropEnum;
import dev.autogen.operation.DropIndex;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.DropSequence;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.Online;
import dev.autogen.operation.Operation;
import dev.autogen.operation.OwnSequence;
import dev.autogen.operation.RenameColumn;
import dev.autogen.operation.RenameConstraint;
import dev.autogen.operation.RenameIndex;
import dev.autogen.operation.RenameSequence;
import dev.autogen.operation.RenameTable;
import dev.autogen.operation.RenameType;
import dev.autogen.schema.Column;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.EnumType;
import dev.autogen.schema.Index;
import dev.autogen.schema.NamedConstraint;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Sequence;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.schema.TableForm;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a schema that a migration can make. Tables in the default schema are named by a
 * string, others by {@link Definitions#qualified}.
 */
public interface SchemaOperations {

  /** Runs an operation. */
  void run(Operation operation);

  /** What the words of this migration mean on the database. */
  default DatabaseWords words() {
    return DatabaseWords.OWN;
  }

  /** Creates a schema, unless it exists. */
  default void createSchema(String name) {
    run(new CreateSchema(name));
  }

  /** Drops an empty schema. */
  default void dropSchema(String name) {
    run(new DropSchema(name));
  }

  /** Creates a table. */
  default void createTable(String table, TableElement... elements) {
    createTable(QualifiedName.of(table), elements);
  }

  /** Creates a table. */
  default void createTable(QualifiedName table, TableElement... elements) {
    List<Column> columns = new ArrayList<>();
    List<Constraint> constraints = new ArrayList<>();
    @Nullable String comment = null;
    TableForm form = TableForm.PLAIN;
    for (TableElement element : TableElements.single(List.of(elements), words())) {
      if (element instanceof ColumnDefinition definition) {
        columns.add(definition.column());
      } else if (element instanceof ConstraintDefinition definition) {
        constraints.add(definition.constraint());
      } else if (element instanceof TableComment text) {
        comment = text.text();
      } else if (element instanceof TableOption option) {
        form = option.change().apply(form);
      }
    }
    run(new CreateTable(new Table(table, columns, constraints, List.of(), comment).withForm(form)));
  }

  /** Drops a table with its rows. */
  default void dropTable(String table) {
    dropTable(QualifiedName.of(table));
  }

  /** Drops a table with its rows. */
  default void dropTable(QualifiedName table) {
    run(new DropTable(new Table(table, List.of(), List.of(), List.of(), null)));
  }

  /** Gives a table another name. */
  default void renameTable(String from, String to) {
    renameTable(QualifiedName.of(from), QualifiedName.of(to));
  }

  /** Gives a table another name in its schema. */
  default void renameTable(QualifiedName from, QualifiedName to) {
    run(new RenameTable(from, to));
  }

  /** Sets the comment of a table, or removes it where that is null. */
  default void commentTable(String table, @Nullable String comment) {
    commentTable(QualifiedName.of(table), comment);
  }

  /** Sets the comment of a table, or removes it where that is null. */
  default void commentTable(QualifiedName table, @Nullable String comment) {
    run(new CommentTable(table, null, comment));
  }

  /** Adds a column. */
  default void addColumn(String table, ColumnDefinition column) {
    addColumn(QualifiedName.of(table), column);
  }

  /** Adds a column. */
  default void addColumn(QualifiedName table, ColumnDefinition column) {
    run(new AddColumn(table, column.in(words())));
  }

  /** Drops a column with its values. */
  default void dropColumn(String table, String column) {
    dropColumn(QualifiedName.of(table), column);
  }

  /** Drops a column with its values. */
  default void dropColumn(QualifiedName table, String column) {
    run(new DropColumn(table, Column.of(column, SqlType.unknown())));
  }

  /** Gives a column another name. */
  default void renameColumn(String table, String from, String to) {
    renameColumn(QualifiedName.of(table), from, to);
  }

  /** Gives a column another name. */
  default void renameColumn(QualifiedName table, String from, String to) {
    run(new RenameColumn(table, from, to));
  }

  /** Changes a column to what is given, whatever it was. */
  default void alterColumn(String table, ColumnDefinition to) {
    alterColumn(QualifiedName.of(table), to);
  }

  /** Changes a column to what is given, whatever it was. */
  default void alterColumn(QualifiedName table, ColumnDefinition to) {
    Column unknown = Column.of(to.column().name(), SqlType.unknown());
    run(new AlterColumn(table, unknown, to.in(words()), null));
  }

  /** Changes a column from one definition to another of the same name. */
  default void alterColumn(String table, ColumnDefinition from, ColumnDefinition to) {
    alterColumn(QualifiedName.of(table), from, to);
  }

  /** Changes a column from one definition to another of the same name. */
  default void alterColumn(QualifiedName table, ColumnDefinition from, ColumnDefinition to) {
    run(new AlterColumn(table, from.in(words()), to.in(words()), null));
  }

  /** Changes a column, and converts its values by an SQL expression. */
  default void alterColumn(String table, ColumnDefinition from, ColumnDefinition to, String using) {
    alterColumn(QualifiedName.of(table), from, to, using);
  }

  /** Changes a column, and converts its values by an SQL expression. */
  default void alterColumn(
      QualifiedName table, ColumnDefinition from, ColumnDefinition to, String using) {
    run(new AlterColumn(table, from.in(words()), to.in(words()), using));
  }

  /** Adds a constraint. */
  default void addConstraint(String table, ConstraintDefinition constraint) {
    addConstraint(QualifiedName.of(table), constraint);
  }

  /** Adds a constraint. */
  default void addConstraint(QualifiedName table, ConstraintDefinition constraint) {
    run(new AddConstraint(table, constraint.constraint()));
  }

  /** Drops a constraint of any kind. */
  default void dropConstraint(String table, String name) {
    dropConstraint(QualifiedName.of(table), name);
  }

  /** Drops a constraint of any kind. */
  default void dropConstraint(QualifiedName table, String name) {
    run(new DropConstraint(table, new NamedConstraint(name)));
  }

  /** Gives a constraint another name. */
  default void renameConstraint(String table, String from, String to) {
    renameConstraint(QualifiedName.of(table), from, to);
  }

  /** Gives a constraint another name. */
  default void renameConstraint(QualifiedName table, String from, String to) {
    run(new RenameConstraint(table, from, to));
  }

  /** Creates an index. */
  default void createIndex(String table, IndexDefinition index) {
    createIndex(QualifiedName.of(table), index);
  }

  /** Creates an index. */
  default void createIndex(QualifiedName table, IndexDefinition index) {
    run(new CreateIndex(table, index.index(), false));
  }

  /** Creates an index while others write; what was done before commits first. */
  default void createIndexConcurrently(String table, IndexDefinition index) {
    createIndexConcurrently(QualifiedName.of(table), index);
  }

  /** Creates an index while others write; what was done before commits first. */
  default void createIndexConcurrently(QualifiedName table, IndexDefinition index) {
    run(new CreateIndex(table, index.index(), true));
  }

  /** Drops an index. */
  default void dropIndex(String table, String name) {
    dropIndex(QualifiedName.of(table), name);
  }

  /** Drops an index. */
  default void dropIndex(QualifiedName table, String name) {
    run(new DropIndex(table, Index.of(name, false, List.of()), false));
  }

  /** Drops an index while others write; what was done before commits first. */
  default void dropIndexConcurrently(String table, String name) {
    dropIndexConcurrently(QualifiedName.of(table), name);
  }

  /** Drops an index while others write; what was done before commits first. */
  default void dropIndexConcurrently(QualifiedName table, String name) {
    run(new DropIndex(table, Index.of(name, false, List.of()), true));
  }

  /**
   * Adds a foreign key while others read and write both tables: it holds for new rows at once, and
   * the rows that are there are checked afterwards, in a transaction of their own.
   */
  default void addForeignKeyOnline(String table, ForeignKeyDefinition foreignKey) {
    addForeignKeyOnline(QualifiedName.of(table), foreignKey);
  }

  /** Adds a foreign key while others read and write both tables. */
  default void addForeignKeyOnline(QualifiedName table, ForeignKeyDefinition foreignKey) {
    run(new Online(new AddConstraint(table, foreignKey.constraint())));
  }

  /**
   * Adds a check while others read and write the table: it holds for new rows at once, and the rows
   * that are there are checked afterwards, in a transaction of their own.
   */
  default void addCheckOnline(String table, CheckDefinition check) {
    addCheckOnline(QualifiedName.of(table), check);
  }

  /** Adds a check while others read and write the table. */
  default void addCheckOnline(QualifiedName table, CheckDefinition check) {
    run(new Online(new AddConstraint(table, check.constraint())));
  }

  /** Adds a unique constraint by an index that is built while others read and write the table. */
  default void addUniqueOnline(String table, UniqueDefinition unique) {
    addUniqueOnline(QualifiedName.of(table), unique);
  }

  /** Adds a unique constraint by an index that is built while others read and write the table. */
  default void addUniqueOnline(QualifiedName table, UniqueDefinition unique) {
    run(new Online(new AddConstraint(table, unique.constraint())));
  }

  /**
   * Adds a primary key by an index that is built while others read and write the table. Make its
   * columns not null first, by {@link #setNotNullOnline}.
   */
  default void addPrimaryKeyOnline(String table, PrimaryKeyDefinition primaryKey) {
    addPrimaryKeyOnline(QualifiedName.of(table), primaryKey);
  }

  /** Adds a primary key by an index that is built while others read and write the table. */
  default void addPrimaryKeyOnline(QualifiedName table, PrimaryKeyDefinition primaryKey) {
    run(new Online(new AddConstraint(table, primaryKey.constraint())));
  }

  /**
   * Makes a column not null while others read and write the table: its rows are checked by a
   * constraint that is there for the time being. It fails if a row has no value.
   */
  default void setNotNullOnline(String table, String column) {
    setNotNullOnline(QualifiedName.of(table), column);
  }

  /** Makes a column not null while others read and write the table. */
  default void setNotNullOnline(QualifiedName table, String column) {
    run(Online.notNull(table, Column.of(column, SqlType.unknown())));
  }

  /** Gives an index another name. */
  default void renameIndex(String table, String from, String to) {
    renameIndex(QualifiedName.of(table), from, to);
  }

  /** Gives an index another name. */
  default void renameIndex(QualifiedName table, String from, String to) {
    run(new RenameIndex(table, from, to));
  }

  /** Gives a sequence another name; it goes on where it is. */
  default void renameSequence(String from, String to) {
    renameSequence(QualifiedName.of(from), QualifiedName.of(to));
  }

  /** Gives a sequence another name in its schema; it goes on where it is. */
  default void renameSequence(QualifiedName from, QualifiedName to) {
    run(new RenameSequence(from, to));
  }

  /** Creates a sequence that starts at {@code start} and steps by {@code increment}. */
  default void createSequence(String name, long start, long increment) {
    createSequence(QualifiedName.of(name), start, increment);
  }

  /** Creates a sequence that starts at {@code start} and steps by {@code increment}. */
  default void createSequence(QualifiedName name, long start, long increment) {
    run(new CreateSequence(Sequence.of(name, start, increment)));
  }

  /** Creates a sequence of which a session takes {@code cache} values at once. */
  default void createSequence(String name, long start, long increment, long cache) {
    createSequence(QualifiedName.of(name), start, increment, cache);
  }

  /** Creates a sequence of which a session takes {@code cache} values at once. */
  default void createSequence(QualifiedName name, long start, long increment, long cache) {
    run(new CreateSequence(Sequence.of(name, start, increment).withCache(cache)));
  }

  /** Creates a sequence. */
  default void createSequence(SequenceDefinition definition) {
    run(new CreateSequence(definition.sequence()));
  }

  /** Drops a sequence. */
  default void dropSequence(String name) {
    dropSequence(QualifiedName.of(name));
  }

  /** Drops a sequence. */
  default void dropSequence(QualifiedName name) {
    run(new DropSequence(Sequence.of(name, 0, 0)));
  }

  /** Changes start and step of a sequence; the next value stays. */
  default void alterSequence(String name, long start, long increment) {
    alterSequence(QualifiedName.of(name), start, increment);
  }

  /** Changes start and step of a sequence; the next value stays. */
  default void alterSequence(QualifiedName name, long start, long increment) {
    alterSequence(name, start, increment, 1);
  }

  /** Changes start, step and cache of a sequence; the next value stays. */
  default void alterSequence(String name, long start, long increment, long cache) {
    alterSequence(QualifiedName.of(name), start, increment, cache);
  }

  /** Changes start, step and cache of a sequence; the next value stays. */
  default void alterSequence(QualifiedName name, long start, long increment, long cache) {
    run(
        new AlterSequence(
            Sequence.of(name, 0, 0), Sequence.of(name, start, increment).withCache(cache)));
  }

  /** Changes a sequence to what is given; the next value stays. */
  default void alterSequence(SequenceDefinition from, SequenceDefinition to) {
    run(new AlterSequence(from.sequence(), to.sequence()));
  }

  /** Gives a sequence to a column, with which it is dropped. */
  default void ownSequence(String sequence, String table, String column) {
    ownSequence(QualifiedName.of(sequence), QualifiedName.of(table), column);
  }

  /** Gives a sequence to a column, with which it is dropped. */
  default void ownSequence(QualifiedName sequence, QualifiedName table, String column) {
    run(new OwnSequence(sequence, null, new Sequence.Owner(table, column)));
  }

  /** Takes a sequence from the column that owns it, so that it outlives the column. */
  default void disownSequence(String sequence) {
    disownSequence(QualifiedName.of(sequence));
  }

  /** Takes a sequence from the column that owns it, so that it outlives the column. */
  default void disownSequence(QualifiedName sequence) {
    run(new OwnSequence(sequence, null, null));
  }

  /** Creates an enum type with its values in sort order. */
  default void createEnum(String name, String... values) {
    createEnum(QualifiedName.of(name), values);
  }

  /** Creates an enum type with its values in sort order. */
  default void createEnum(QualifiedName name, String... values) {
    run(new CreateEnum(new EnumType(name, List.of(values))));
  }

  /** Creates an enum type as Hibernate does, with casts from strings and back. */
  default void createEnumWithCasts(String name, String... values) {
    createEnumWithCasts(QualifiedName.of(name), values);
  }

  /** Creates an enum type as Hibernate does, with casts from strings and back. */
  default void createEnumWithCasts(QualifiedName name, String... values) {
    run(new CreateEnum(new EnumType(name, List.of(values), true)));
  }

  /** Drops an enum type. */
  default void dropEnum(String name) {
    dropEnum(QualifiedName.of(name));
  }

  /** Drops an enum type. */
  default void dropEnum(QualifiedName name) {
    run(new DropEnum(new EnumType(name, List.of())));
  }

  /** Gives an enum type another name, as {@link #renameType(String, String)} does. */
  default void renameEnum(String from, String to) {
    renameType(from, to);
  }

  /** Gives an enum type another name in its schema. */
  default void renameEnum(QualifiedName from, QualifiedName to) {
    renameType(from, to);
  }

  /** Gives an enum or composite type another name; columns keep their values. */
  default void renameType(String from, String to) {
    renameType(QualifiedName.of(from), QualifiedName.of(to));
  }

  /** Gives an enum or composite type another name in its schema; columns keep their values. */
  default void renameType(QualifiedName from, QualifiedName to) {
    run(new RenameType(from, to));
  }

  /** Changes the values of an enum type to those given; columns keep theirs. */
  default void alterEnum(String name, List<String> from, List<String> to) {
    alterEnum(QualifiedName.of(name), from, to);
  }

  /** Changes the values of an enum type to those given; columns keep theirs. */
  default void alterEnum(QualifiedName name, List<String> from, List<String> to) {
    run(new AlterEnum(new EnumType(name, from), new EnumType(name, to)));
  }

  /**
   * Changes the values of an enum type by a new type in its place, so that values which are added
   * can be used at once; the tables with columns of the type are rewritten.
   */
  default void rebuildEnum(String name, List<String> from, List<String> to) {
    rebuildEnum(QualifiedName.of(name), from, to);
  }

  /** Changes the values of an enum type by a new type in its place. */
  default void rebuildEnum(QualifiedName name, List<String> from, List<String> to) {
    run(new AlterEnum(new EnumType(name, from), new EnumType(name, to), true));
  }

  /** Creates a composite type with its attributes in order. */
  default void createComposite(String name, CompositeElement... elements) {
    createComposite(QualifiedName.of(name), elements);
  }

  /** Creates a composite type with its attributes in order. */
  default void createComposite(QualifiedName name, CompositeElement... elements) {
    run(new CreateComposite(CompositeDefinition.of(name, List.of(elements))));
  }

  /** Drops a composite type. */
  default void dropComposite(String name) {
    dropComposite(QualifiedName.of(name));
  }

  /** Drops a composite type. */
  default void dropComposite(QualifiedName name) {
    run(new DropComposite(CompositeDefinition.of(name, List.of())));
  }

  /**
   * Changes the attributes of a composite type to those given, in that order. Columns keep the
   * values of the attributes that stay; a new attribute is null in existing rows. Where an
   * attribute changes its type or place, the tables with columns of the type are rewritten.
   */
  default void alterComposite(
      String name, List<? extends CompositeElement> from, List<? extends CompositeElement> to) {
    alterComposite(QualifiedName.of(name), from, to);
  }

  /** Changes the attributes of a composite type to those given, in that order. */
  default void alterComposite(
      QualifiedName name,
      List<? extends CompositeElement> from,
      List<? extends CompositeElement> to) {
    run(new AlterComposite(CompositeDefinition.of(name, from), CompositeDefinition.of(name, to)));
  }
}

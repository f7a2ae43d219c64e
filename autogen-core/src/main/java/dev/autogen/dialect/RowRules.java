package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has to be known to put rows into tables, and to find them again after a migration. */
public interface RowRules {

  /** How names and values are written. */
  TextRules text();

  /**
   * A table that can hold rows.
   *
   * @param identity stays the same when the table is renamed
   * @param name without a schema in the connection's default schema
   * @param primaryKey the columns of the primary key; none where there is none
   * @param uniques the columns of each unique constraint or index, the primary key among them
   */
  record Table(
      String identity,
      QualifiedName name,
      List<Column> columns,
      List<String> primaryKey,
      List<List<String>> uniques,
      List<Reference> references,
      List<Condition> conditions) {
    public Table {
      columns = List.copyOf(columns);
      primaryKey = List.copyOf(primaryKey);
      uniques = List.copyOf(uniques);
      references = List.copyOf(references);
      conditions = List.copyOf(conditions);
    }

    /** The column of that name. */
    public Optional<Column> column(String columnName) {
      return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }
  }

  /** Who gives a column its values. */
  enum Source {
    /** Whoever inserts the row. */
    ROW,
    /** The database, from a sequence. */
    NUMBERED,
    /** The database, from other columns. */
    COMPUTED
  }

  /**
   * A column.
   *
   * @param identity stays the same when the column is renamed
   * @param type the type in SQL
   * @param plainType the type in SQL without conditions of its own: for a domain, what it is over
   * @param values SQL expressions of values, a plain one first and then those at the type's bounds;
   *     the null is not among them
   */
  record Column(
      String identity,
      String name,
      String type,
      String plainType,
      boolean nullable,
      Source source,
      List<String> values) {
    public Column {
      values = List.copyOf(values);
    }
  }

  /**
   * A foreign key.
   *
   * @param table the identity of the table to which it points
   * @param deferrable whether it can be checked at the end of a transaction
   */
  record Reference(
      String name,
      List<String> columns,
      String table,
      List<String> referencedColumns,
      boolean deferrable) {
    public Reference {
      columns = List.copyOf(columns);
      referencedColumns = List.copyOf(referencedColumns);
    }
  }

  /**
   * What a row must not contradict: a check, the checks of a domain, the bounds of partitions.
   *
   * @param name what it is, for messages
   * @param columns the columns that it is about
   * @param sql the condition over the names of these columns; as a check does, it holds for null
   */
  record Condition(String name, List<String> columns, String sql) {
    public Condition {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Which tables get rows: some, and whatever these refer to by foreign keys.
   *
   * @param all whether all tables do
   * @param names tables by name
   * @param identities tables by what stays the same when they are renamed
   */
  record Reach(boolean all, Set<QualifiedName> names, Set<String> identities) {

    /** All tables. */
    public static final Reach ALL = new Reach(true, Set.of(), Set.of());

    public Reach {
      names = Set.copyOf(names);
      identities = Set.copyOf(identities);
    }

    /** These tables. */
    public static Reach of(Set<QualifiedName> names) {
      return new Reach(false, names, Set.of());
    }

    /** The same tables, and those of another time. */
    public Reach with(List<Table> tables) {
      Set<String> known = new HashSet<>(identities);
      tables.forEach(table -> known.add(table.identity()));
      return new Reach(all, names, known);
    }
  }

  /**
   * The tables of all schemas that a project can have rows in, sorted by name; without those of
   * extensions and without partitions, whose rows are those of the partitioned table. Takes a
   * number of round trips that does not grow with the tables.
   *
   * @param ownTables the names of autogen's own tables, which are left out
   */
  List<Table> tables(Connection connection, Set<String> ownTables, Reach reach) throws SQLException;

  /** Statements that have all constraints of the transaction checked at once, where they can be. */
  List<String> checkAtOnce();

  /** Statements that have a foreign key checked at the end of the transaction. */
  List<String> postpone(QualifiedName table, Reference reference);

  /** Statements that check a postponed foreign key, and make it what it was. */
  List<String> restore(QualifiedName table, Reference reference);
}

package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Describes tables so that rows can be put into them, and found again after a migration. */
public interface RowRules {

  /** How names and values are written. */
  TextRules text();

  /**
   * A table that can hold rows.
   *
   * @param identity stays the same when the table is renamed
   * @param name the name; it has no schema if the table is in the connection's default schema
   * @param primaryKey the columns of the primary key; empty if there is none
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
    /** The statement that inserts the row. */
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
   * @param plainType the type in SQL without conditions of its own: for a domain, its base type
   * @param values SQL expressions of values, a plain one first and then those at the type's bounds;
   *     null is not among them
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
   * A condition that rows must meet: a check, the checks of a domain, the bounds of partitions.
   *
   * @param name a description, for messages
   * @param columns the columns that it is about
   * @param sql the condition over the names of these columns; like a check, it holds if its value
   *     is null
   */
  record Condition(String name, List<String> columns, String sql) {
    public Condition {
      columns = List.copyOf(columns);
    }
  }

  /**
   * The tables that get rows: these, and the tables that they refer to by foreign keys.
   *
   * @param all whether all tables get rows
   * @param names tables by name
   * @param identities tables by their identities, which stay the same when a table is renamed
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

    /** The same tables, and these tables as they were read at another time. */
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

  /**
   * What stands between the columns and the values of an {@code insert} that brings numbers for an
   * identity column; empty where nothing is needed. It must change nothing for other tables.
   */
  default String withOwnNumbers() {
    return "";
  }

  /**
   * Statements that check all constraints at the end of each statement, as far as the constraints
   * allow it.
   */
  List<String> checkAtOnce();

  /** Statements that postpone the check of a foreign key to the end of the transaction. */
  List<String> postpone(QualifiedName table, Reference reference);

  /** Statements that check a postponed foreign key, and restore its former setting. */
  List<String> restore(QualifiedName table, Reference reference);
}

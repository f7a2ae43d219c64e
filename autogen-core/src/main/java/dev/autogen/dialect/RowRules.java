package dev.autogen.dialect;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.TextRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes tables so that rows can be put into them, and found again after a migration. */
public interface RowRules {

  /** Names in quotes, in a message. */
  Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** How names and values are written. */
  TextRules text();

  /**
   * A table that can hold rows.
   *
   * @param identity stays the same when the table is renamed; or its name, where the database keeps
   *     nothing else
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
   * @param identity stays the same when the column is renamed; or its name, where the database
   *     keeps nothing else
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

  /** Statements that make a session refuse what the database refuses in its usual settings. */
  default List<String> session() {
    return List.of();
  }

  /**
   * What stands between the columns and the values of an {@code insert} that brings numbers for an
   * identity column; empty where nothing is needed. It must change nothing for other tables.
   */
  default String withOwnNumbers() {
    return "";
  }

  /** What stands behind the table in an {@code insert} that brings no value at all. */
  default String withoutValues() {
    return "default values";
  }

  /** An expression as a value of a type; the expression itself where that cannot be said. */
  default String cast(String expression, String type) {
    return "cast(" + expression + " as " + type + ")";
  }

  /**
   * An expression as a value of the type that its column had earlier; the expression itself where
   * that cannot be said.
   */
  default String castBack(String expression, String type) {
    return cast(expression, type);
  }

  /** Whether {@code (values …) as t (a, b)} gives columns their names. */
  default boolean namesValues() {
    return true;
  }

  /** Whether a statement that fails is undone alone, so that its transaction goes on. */
  default boolean undoesStatements() {
    return false;
  }

  /** A value that was read, as a text in which equal values are equal. */
  default @Nullable String text(ResultSet row, int column) throws SQLException {
    return row.getString(column);
  }

  /** A value that was read and is not null, as SQL. */
  default String literal(ResultSet row, int column) throws SQLException {
    return text().literal(row.getString(column));
  }

  /** Whether a statement failed because of the rows that it met. */
  default boolean isOfRows(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    // Data exceptions and violated constraints (SQL:2016, 24.1).
    return state.length() == 5 && (state.startsWith("22") || state.startsWith("23"));
  }

  /**
   * The names that the message of a violated constraint tells; empty where it tells values, or
   * nothing.
   */
  default List<String> names(SQLException failure, String statement) {
    if (!String.valueOf(failure.getSQLState()).startsWith("23")) {
      return List.of();
    }
    return QUOTED
        .matcher(String.valueOf(failure.getMessage()))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The database's words for the failure of a statement. */
  default String words(SQLException failure, String statement) {
    return String.valueOf(failure.getMessage()).replaceFirst("^ERROR: ", "");
  }

  /** Whether a statement cannot be run alone, since it goes on from one that failed. */
  default boolean goesOn(String failed, String later) {
    return false;
  }

  /**
   * Statements that create a table, with some of the rows of another one.
   *
   * @param name the new table in SQL
   * @param from the other table in SQL
   * @param columns the columns that store data, in SQL
   * @param rows which rows: {@code where …} or {@code limit …}
   */
  default List<String> copy(String name, String from, String columns, String rows) {
    return List.of("create table " + name + " as select * from " + from + " " + rows);
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

  /** Whether {@link #restore} fails where rows do not satisfy the foreign key. */
  default boolean restoreChecks() {
    return true;
  }
}

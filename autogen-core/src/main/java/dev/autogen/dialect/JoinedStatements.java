package dev.autogen.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Joins statements that change columns of the same table one after the other. Statements are held
 * back until one comes that cannot be joined with them, or until {@link #flush}.
 */
public final class JoinedStatements {

  private final Consumer<SqlStatement> then;
  private final List<TableClause> clauses = new ArrayList<>();
  private final List<SqlStatement> single = new ArrayList<>();
  private final List<SqlStatement> afterwards = new ArrayList<>();
  private final Map<String, TableClause> last = new HashMap<>();
  private final Set<String> read = new HashSet<>();
  private String table = "";

  /**
   * Joins statements.
   *
   * @param then what to do with each statement that is complete
   */
  public JoinedStatements(Consumer<SqlStatement> then) {
    this.then = then;
  }

  /** The statements, joined where they can be. */
  public static List<SqlStatement> of(List<SqlStatement> statements) {
    List<SqlStatement> result = new ArrayList<>();
    JoinedStatements joined = new JoinedStatements(result::add);
    statements.forEach(joined::add);
    joined.flush();
    return List.copyOf(result);
  }

  /** Takes the next statement. */
  public void add(SqlStatement statement) {
    TableClause clause = statement.clause();
    if (clause == null) {
      flush();
      then.accept(statement);
      return;
    }
    if (!fits(clause)) {
      flush();
    }
    table = clause.table();
    last.put(clause.column(), clause);
    read.addAll(clause.reads());
    if (clause.text() == null) {
      afterwards.add(statement);
    } else {
      clauses.add(clause);
      single.add(statement);
    }
  }

  private boolean fits(TableClause clause) {
    if (last.isEmpty()) {
      return true;
    }
    TableClause before = last.get(clause.column());
    boolean isInOrder =
        before == null || (!clause.isOnly() && !before.isOnly() && before.rank() < clause.rank());
    return table.equals(clause.table())
        && isInOrder
        && !read.contains(clause.column())
        && clause.reads().stream().noneMatch(last::containsKey);
  }

  /** Completes what is held back. */
  public void flush() {
    List<SqlStatement> complete = new ArrayList<>();
    if (clauses.size() > 1) {
      List<String> texts = clauses.stream().map(clause -> "\n  " + clause.text()).toList();
      List<String> parts = single.stream().map(SqlStatement::sql).toList();
      complete.add(new SqlStatement(table + String.join(",", texts), true, null, parts));
    } else {
      complete.addAll(single);
    }
    complete.addAll(afterwards);
    clauses.clear();
    single.clear();
    afterwards.clear();
    last.clear();
    read.clear();
    complete.forEach(then);
  }
}

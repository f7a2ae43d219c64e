package dev.autogen.liquibase.inside;

import dev.autogen.liquibase.ChangesetSql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.ExecutablePreparedStatement;
import liquibase.statement.SqlStatement;

/** Reads the statements that Liquibase makes of a changeset. */
final class ReadStatements {

  /** Changes that run something else than SQL. */
  private static final Set<String> OTHER =
      Set.of("customChange", "executeCommand", "loadUpdateData");

  private final ChangeSet changeSet;
  private final Database database;

  ReadStatements(ChangeSet changeSet, Database database) {
    this.changeSet = changeSet;
    this.database = database;
  }

  ChangesetSql read() {
    boolean inTransaction = changeSet.isRunInTransaction();
    try {
      List<String> upgrade = new ArrayList<>();
      for (Change each : changeSet.getChanges()) {
        requireSql(each);
        upgrade.addAll(sql(each.generateStatements(database)));
      }
      return new ChangesetSql(upgrade, rollback(), inTransaction, null);
    } catch (Exception e) {
      return new ChangesetSql(List.of(), List.of(), inTransaction, String.valueOf(e.getMessage()));
    }
  }

  private static void requireSql(Change change) {
    String name = change.createChangeMetaData().getName();
    if (OTHER.contains(name)) {
      throw new IllegalStateException("it has a " + name + ", which is not SQL");
    }
  }

  private List<String> rollback() throws Exception {
    if (!changeSet.supportsRollback(database)) {
      return List.of();
    }
    List<String> result = new ArrayList<>();
    List<Change> own = changeSet.getRollback().getChanges();
    if (own != null && !own.isEmpty()) {
      for (Change each : own) {
        requireSql(each);
        result.addAll(sql(each.generateStatements(database)));
      }
      return result;
    }
    List<Change> backwards = new ArrayList<>(changeSet.getChanges());
    Collections.reverse(backwards);
    for (Change each : backwards) {
      result.addAll(sql(each.generateRollbackStatements(database)));
    }
    return result;
  }

  private List<String> sql(SqlStatement[] statements) {
    List<String> result = new ArrayList<>();
    for (SqlStatement statement : statements) {
      if (statement instanceof ExecutablePreparedStatement) {
        throw new IllegalStateException("it loads rows from a file");
      }
      for (Sql each : SqlGeneratorFactory.getInstance().generateSql(statement, database)) {
        if (!each.toSql().isBlank()) {
          result.add(each.toSql());
        }
      }
    }
    return result;
  }
}

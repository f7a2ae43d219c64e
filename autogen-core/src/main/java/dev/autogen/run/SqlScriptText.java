package dev.autogen.run;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Step;
import dev.autogen.text.SqlComment;
import java.util.List;

/** A script that a person runs by another client: a transaction per revision. */
final class SqlScriptText {

  private final StringBuilder text = new StringBuilder();
  private final boolean together;
  private boolean open;

  private SqlScriptText(boolean together) {
    this.together = together;
  }

  static String of(List<StepSql> steps, RunSettings settings, Dialect dialect) {
    SqlScriptText script = new SqlScriptText(!settings.transactionPerMigration());
    if (!steps.isEmpty()) {
      script.begin();
      BookkeepingSql.definitions(settings, dialect).forEach(script::statement);
      script.commitRevision();
    }
    steps.forEach(script::step);
    script.commit();
    return script.text.toString();
  }

  /** Statements in one transaction. */
  static String of(List<String> statements) {
    SqlScriptText script = new SqlScriptText(true);
    script.begin();
    statements.forEach(script::statement);
    script.commit();
    return script.text.toString();
  }

  private void step(StepSql sql) {
    Step step = sql.step();
    comment(
        (step.direction() == Step.Direction.UPGRADE ? "Upgrade to " : "Downgrade of ")
            + step.script().id()
            + ": "
            + step.script().message());
    if (sql.connectionWork() > 0) {
      comment("This revision also works on a connection, which a script cannot show.");
    }
    for (SqlStatement statement : sql.statements()) {
      if (statement.transactional()) {
        begin();
      } else if (together) {
        throw SingleTransactionRunner.notTogether(step);
      } else {
        commit();
      }
      statement(statement.sql());
    }
    begin();
    sql.bookkeeping().forEach(this::statement);
    commitRevision();
  }

  private void commitRevision() {
    if (!together) {
      commit();
    }
  }

  private void comment(String comment) {
    text.append(SqlComment.line(comment));
  }

  private void begin() {
    if (!open) {
      text.append("begin;\n");
      open = true;
    }
  }

  private void commit() {
    if (open) {
      text.append("commit;\n\n");
      open = false;
    }
  }

  private void statement(String sql) {
    text.append(sql).append(";\n");
  }
}

package dev.autogen.run;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.Step;
import java.util.List;

/** A script that a person runs by another client: a transaction per revision. */
final class SqlScriptText {

  private final StringBuilder text = new StringBuilder();
  private boolean open;

  private SqlScriptText() {}

  static String of(List<StepSql> steps, RunSettings settings) {
    SqlScriptText script = new SqlScriptText();
    if (!steps.isEmpty()) {
      script.begin();
      script.statement(OfflineSql.versionTable(settings).definition());
      script.statement(OfflineSql.journal(settings).definition());
      script.commit();
    }
    steps.forEach(script::step);
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
      } else {
        commit();
      }
      statement(statement.sql());
    }
    begin();
    sql.bookkeeping().forEach(this::statement);
    commit();
  }

  private void comment(String comment) {
    text.append("-- ").append(comment.replaceAll("\\R", " ")).append('\n');
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

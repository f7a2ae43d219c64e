package dev.autogen.authoring;

import dev.autogen.comparison.ModelDrift;
import dev.autogen.comparison.RenderedChanges;
import dev.autogen.dialect.DataLoss;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.JoinedStatements;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.operation.Backfill;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.render.java.OperationNotes;
import dev.autogen.schema.Schema;
import dev.autogen.text.SqlComment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of a SQL migration with the comments above them.
 *
 * @param steps the operations in order, each with its comment and its statements
 * @param choosesTransactions whether the database can change its schema in a transaction, so that a
 *     statement which cannot run in one needs a word
 */
record SqlDraft(List<Step> steps, boolean choosesTransactions) {

  /**
   * An operation.
   *
   * @param comment what a reader must know, or an empty text
   */
  record Step(String comment, List<SqlStatement> statements) {}

  /** The statements that remove the differences. */
  static SqlDraft upgrade(ModelDrift drift, Dialect dialect) {
    return of(drift.comparison().upgrade(), drift.actual(), dialect, true);
  }

  /** The statements that bring the differences back. */
  static SqlDraft downgrade(ModelDrift drift, Dialect dialect) {
    Schema after =
        new SchemaChange(dialect.textRules()).apply(drift.actual(), drift.comparison().upgrade());
    return of(drift.comparison().downgrade(), after, dialect, false);
  }

  private static SqlDraft of(
      List<Operation> operations, Schema before, Dialect dialect, boolean upgrade) {
    DataLoss loss = new DataLoss(dialect.typeRules());
    List<Operation> filled = operations.stream().map(SqlDraft::filled).toList();
    List<List<SqlStatement>> rendered = RenderedChanges.statements(filled, before, dialect);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      List<String> sentences = new ArrayList<>();
      if (upgrade) {
        loss.remark(operations.get(i)).ifPresent(sentences::add);
      }
      note(operations.get(i), upgrade).ifPresent(sentences::add);
      steps.add(new Step(String.join(" ", sentences), rendered.get(i)));
    }
    return new SqlDraft(joined(steps), dialect.features().transactionalDdl());
  }

  /** Changes of one table's columns become one statement where no comment stands between them. */
  private static List<Step> joined(List<Step> steps) {
    List<Step> result = new ArrayList<>();
    List<SqlStatement> statements = new ArrayList<>();
    String comment = "";
    for (Step step : steps) {
      if (!step.comment().isEmpty()) {
        add(result, comment, statements);
        comment = step.comment();
      }
      statements.addAll(step.statements());
    }
    add(result, comment, statements);
    return result;
  }

  private static void add(List<Step> steps, String comment, List<SqlStatement> statements) {
    if (!statements.isEmpty()) {
      steps.add(new Step(comment, JoinedStatements.of(statements)));
      statements.clear();
    }
  }

  /** A backfill that its reader has to fill in becomes a statement that fails on the next line. */
  private static Operation filled(Operation operation) {
    return operation instanceof Backfill backfill && backfill.expression() == null
        ? new Backfill(backfill.table(), backfill.column(), "null")
        : operation;
  }

  private static Optional<String> note(Operation operation, boolean upgrade) {
    if (operation instanceof Backfill backfill && backfill.expression() == null) {
      return Optional.of(
          "Say what "
              + backfill.column()
              + " is in existing rows: put an expression such as 0, now() or 'unknown' in place of"
              + " null.");
    }
    return OperationNotes.of(operation, upgrade);
  }

  /** The statements in order. */
  List<SqlStatement> statements() {
    return steps.stream().flatMap(step -> step.statements().stream()).toList();
  }

  /** The steps as parts that each can run in one transaction, or outside of any. */
  List<SqlDraft> parts() {
    List<SqlDraft> parts = new ArrayList<>();
    List<Step> part = new ArrayList<>();
    boolean inside = true;
    for (Step step : steps) {
      for (SqlStatement each : step.statements()) {
        if (!part.isEmpty() && isOutside(each) == inside) {
          parts.add(new SqlDraft(List.copyOf(part), choosesTransactions));
          part.clear();
        }
        inside = !isOutside(each);
        boolean first = each == step.statements().get(0);
        part.add(new Step(first ? step.comment() : "", List.of(each)));
      }
    }
    parts.add(new SqlDraft(part, choosesTransactions));
    return parts;
  }

  /** Whether it must run outside of a transaction. */
  boolean isOutsideOfTransactions() {
    return statements().stream().anyMatch(this::isOutside);
  }

  /** A database that commits each change of the schema by itself needs no word for it. */
  private boolean isOutside(SqlStatement statement) {
    return choosesTransactions && !statement.transactional();
  }

  /** The text of the statements, with the comments. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (!step.comment().isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n").append(SqlComment.line(step.comment()));
      }
      step.statements().forEach(each -> text.append(each.sql()).append(";\n"));
    }
    return text.toString();
  }
}

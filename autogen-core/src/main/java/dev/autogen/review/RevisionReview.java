package dev.autogen.review;

import dev.autogen.authoring.HazardLint;
import dev.autogen.comparison.RenderedChanges;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.lint.Finding;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.migration.Migration;
import dev.autogen.operation.Operation;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RecordedOperations;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ProofStart;
import dev.autogen.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gathers what a reviewer needs to know of revisions, on a throwaway database. */
public final class RevisionReview {

  private final Workspace workspace;
  private final Dialect dialect;
  private final RunSettings settings;

  /** A review of the project's revisions. */
  public RevisionReview(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.settings = workspace.proofSettings();
  }

  /**
   * The review of revisions.
   *
   * @param proofs how each ran up and down; each revision has one
   * @throws AutogenException if another tool runs the project's migrations
   */
  public List<ReviewedRevision> of(Map<RevisionScript, Proof.Result> proofs) {
    List<ReviewedRevision> reviewed = new ArrayList<>();
    boolean measured = dialect.hazardRules().isPresent();
    proofs.forEach(
        (script, proof) -> {
          List<Finding> findings =
              measured ? new HazardLint(workspace).of(List.of(script)) : List.of();
          reviewed.add(of(script, proof, findings, measured));
        });
    return List.copyOf(reviewed);
  }

  private ReviewedRevision of(
      RevisionScript script, Proof.Result proof, List<Finding> findings, boolean measured) {
    List<String> remarks = new ArrayList<>();
    if (!measured) {
      remarks.add("Locks are not measured on " + dialect.name() + ".");
    }
    ProofStart start =
        new ProofStart(
            workspace.shadow().get(), dialect, workspace.runnable(), settings, List.of());
    boolean ran = false;
    Schema before = Schema.empty();
    Schema after = before;
    List<Operation> up = List.of();
    List<Operation> down = List.of();
    try {
      ConnectionSource copy = start.before(script);
      MigrationRunner runner = new MigrationRunner(copy, dialect, workspace.runnable(), settings);
      before = read(copy);
      after = before;
      runner.migrations().prepare(List.of(script));
      Migration migration = runner.migrations().migration(script);
      Schema at = before;
      up = recorded("upgrade", remarks, () -> recorded(at, migration, true));
      runner.upgrade(script.id());
      after = read(copy);
      Schema then = after;
      ran = true;
      down = recorded("downgrade", remarks, () -> recorded(then, migration, false));
    } catch (AutogenException | SQLException e) {
      remarks.add("It does not run on the throwaway database: " + e.getMessage());
    }
    return new ReviewedRevision(
        script,
        place(script),
        up,
        statements(up, before),
        statements(down, after),
        before,
        after,
        proof,
        findings,
        measured && ran,
        remarks);
  }

  private List<Operation> recorded(Schema at, Migration migration, boolean upgrade) {
    return RecordedOperations.of(
        at,
        dialect.textRules(),
        op -> {
          if (upgrade) {
            migration.upgrade(op);
          } else {
            migration.downgrade(op);
          }
        });
  }

  /** What a direction does; what only a database can answer becomes a remark. */
  private static List<Operation> recorded(
      String direction, List<String> remarks, Supplier<List<Operation>> operations) {
    try {
      return operations.get();
    } catch (IrreversibleMigration e) {
      remarks.add("It cannot be undone: " + e.getMessage());
    } catch (RuntimeException e) {
      remarks.add("What its " + direction + " does is known only when it runs.");
    }
    return List.of();
  }

  private List<SqlStatement> statements(List<Operation> operations, Schema before) {
    return RenderedChanges.statements(operations, before, dialect).stream()
        .flatMap(List::stream)
        .toList();
  }

  private Schema read(ConnectionSource connections) throws SQLException {
    try (Connection connection = connections.open()) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.typeRules().canonical(dialect.inspector().inspect(connection, scope).schema());
    }
  }

  private String place(RevisionScript script) {
    Path directory = workspace.config().directory();
    Path file = workspace.runnable().file(script).toAbsolutePath().normalize();
    return (file.startsWith(directory) ? directory.relativize(file) : file)
        .toString()
        .replace('\\', '/');
  }
}

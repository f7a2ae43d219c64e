package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Catalogs;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.Sha256;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a revision on a throwaway database, upwards, downwards and upwards again, and compares what
 * is there with what should be.
 */
public final class Proof {

  /** Compares the target with the database of a connection, and describes each difference. */
  @FunctionalInterface
  public interface Comparer {

    /** The differences that are left, a line each. */
    List<String> differences(Connection connection) throws SQLException;
  }

  /**
   * What a proof found.
   *
   * @param product the database on which it was tried
   * @param failures what is not as it should be; none for a proof that holds
   */
  public record Result(String product, List<String> failures) {
    public Result {
      failures = List.copyOf(failures);
    }

    /** Whether upgrade and downgrade do what they should. */
    public boolean holds() {
      return failures.isEmpty();
    }
  }

  private final Shadow shadow;
  private final Dialect dialect;
  private final MigrationSource migrations;
  private final RunSettings settings;
  private final List<String> preparation;

  /**
   * A proof on that shadow.
   *
   * @param migrations the history, with the revision to prove in it
   * @param preparation SQL that the history takes for granted, such as {@code create extension}
   */
  public Proof(
      Shadow shadow,
      Dialect dialect,
      MigrationSource migrations,
      RunSettings settings,
      List<String> preparation) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.migrations = migrations;
    this.settings = settings;
    this.preparation = List.copyOf(preparation);
  }

  /**
   * Proves a revision: before it, its parents are applied.
   *
   * @param comparer compares the model after the upgrade, or null where there is none to match
   * @throws AutogenException if the shadow cannot be brought to the revision's parents
   */
  public Result of(RevisionScript revision, @Nullable Comparer comparer) {
    MigrationRunner runner = runner(shadow.connections());
    List<String> failures = new ArrayList<>();
    try {
      shadow.prepare(key(revision), connections -> fill(connections, revision));
      Schema before = catalog();
      runner.upgrade(revision.id());
      Schema after = catalog();
      if (comparer != null) {
        left(comparer).forEach(line -> failures.add("left after the upgrade: " + line));
      }
      runner.downgrade("-1");
      failures.addAll(Catalogs.differences("after the downgrade", before, catalog()));
      runner.upgrade(revision.id());
      failures.addAll(Catalogs.differences("after the second upgrade", after, catalog()));
    } catch (AutogenException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      failures.add("the shadow database failed: " + e.getMessage());
    }
    return new Result(shadow.product(), failures);
  }

  private MigrationRunner runner(ConnectionSource connections) {
    return new MigrationRunner(connections, dialect, migrations, settings);
  }

  /** Stands for what the revision's parents and the preparation make of an empty database. */
  private String key(RevisionScript revision) {
    StringBuilder text = new StringBuilder(String.join("\n", preparation));
    RevisionGraph history = migrations.history();
    for (RevisionScript parent :
        history.ordered(history.withAncestors(history.parentsOf(revision.id())))) {
      text.append('\n').append(migrations.sha256(parent).orElse(parent.id()));
    }
    return Sha256.of(text.toString());
  }

  private void fill(ConnectionSource connections, RevisionScript revision) throws SQLException {
    try (Connection connection = connections.open();
        Statement statement = connection.createStatement()) {
      for (String sql : preparation) {
        statement.execute(sql);
      }
    }
    MigrationRunner parents = runner(connections);
    for (String parent : migrations.history().parentsOf(revision.id())) {
      parents.upgrade(parent);
    }
  }

  private Schema catalog() throws SQLException {
    try (Connection connection = shadow.connections().open()) {
      InspectionScope scope = new InspectionScope(settings.schemas(), settings.ownTables());
      return dialect.typeRules().canonical(dialect.inspector().inspect(connection, scope).schema());
    }
  }

  private List<String> left(Comparer comparer) throws SQLException {
    try (Connection connection = shadow.connections().open()) {
      return comparer.differences(connection);
    }
  }
}

package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Catalogs;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.IrreversibleMigration;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves on a throwaway database that two ways through a history lead to the same catalog and the
 * same rows. The ways are a squash and the revisions that it replaces, or branches in different
 * orders.
 */
public final class EquivalenceProof {

  private final Shadow shadow;
  private final Dialect dialect;
  private final RunSettings settings;
  private final MigrationRunner runner;
  private final ProofStart base;

  /** A proof on that shadow, for revisions of this history. */
  public EquivalenceProof(
      Shadow shadow, Dialect dialect, MigrationSource migrations, RunSettings settings) {
    this.shadow = shadow;
    this.dialect = dialect;
    this.settings = settings;
    this.runner = new MigrationRunner(shadow.connections(), dialect, migrations, settings);
    this.base = new ProofStart(shadow, dialect, migrations, settings, List.of());
  }

  private interface Work {
    void run(List<String> failures, List<String> reservations) throws SQLException;
  }

  private Result prove(Work work) {
    List<String> failures = new ArrayList<>();
    List<String> reservations = new ArrayList<>();
    try {
      work.run(failures, reservations);
    } catch (AutogenException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      failures.add("the shadow database failed: " + e.getMessage());
    }
    return new Result(shadow.product(), failures, reservations);
  }

  /**
   * Proves that branches lead to the same database in whichever order they run.
   *
   * @param fork the revisions where the branches begin
   * @param orders the heads of the branches; each list is one order
   */
  public Result orders(Set<String> fork, List<List<String>> orders) {
    return prove(
        (failures, reservations) -> {
          @Nullable DatabaseSnapshot first = null;
          for (List<String> order : orders) {
            String branches = String.join(", then ", order);
            base.replay(fork);
            try {
              order.forEach(runner::upgrade);
            } catch (AutogenException e) {
              failures.add(branches + ": " + e.getMessage());
              continue;
            }
            DatabaseSnapshot found = contents();
            if (first == null) {
              first = found;
            } else {
              compare(
                  "after " + branches + " instead of the other way round",
                  first,
                  found,
                  failures,
                  reservations);
            }
          }
        });
  }

  /**
   * Proves that a squash does the same as the revisions that it replaces, in both directions.
   *
   * @param first the first of these revisions
   */
  public Result squash(RevisionScript squash, RevisionScript first, boolean reversible) {
    return prove(
        (failures, reservations) -> {
          Set<String> parents = Set.copyOf(squash.revises());
          String last = squash.replaces().get(squash.replaces().size() - 1);
          base.replay(parents);
          Schema before = catalog();
          runner.upgrade(last);
          DatabaseSnapshot wanted = contents();
          @Nullable Schema undone = undone(first);
          base.replay(parents);
          runner.upgrade(squash.id());
          compare("after the squash", wanted, contents(), failures, reservations);
          if (!reversible) {
            reservations.add(
                "it has no downgrade, as one of the revisions that it replaces has none");
            return;
          }
          runner.downgrade(below(squash));
          List<String> left =
              new Catalogs(dialect.textRules())
                  .differences("after the downgrade of the squash", before, catalog());
          if (left.isEmpty()) {
            runner.upgrade(squash.id());
            failures.addAll(
                new Catalogs(dialect.textRules())
                    .differences("after its second upgrade", wanted.catalog(), catalog()));
          } else if (undone != null
              && new Catalogs(dialect.textRules()).differences("", undone, catalog()).isEmpty()) {
            reservations.add(
                "its downgrade leaves what those of the revisions leave that it replaces: "
                    + left.get(0));
          } else {
            failures.addAll(left);
          }
        });
  }

  /** The schema after the downgrades of the revisions, or null where one has no downgrade. */
  private @Nullable Schema undone(RevisionScript first) throws SQLException {
    try {
      runner.downgrade(below(first));
      return catalog();
    } catch (IrreversibleMigration e) {
      return null;
    }
  }

  private static String below(RevisionScript revision) {
    return revision.id() + "@" + (revision.isBase() ? "base" : revision.revises().get(0));
  }

  private void compare(
      String when,
      DatabaseSnapshot wanted,
      DatabaseSnapshot found,
      List<String> failures,
      List<String> reservations) {
    failures.addAll(
        new Catalogs(dialect.textRules()).differences(when, wanted.catalog(), found.catalog()));
    wanted.lost(found).forEach(line -> failures.add(when + ": " + line));
    List<QualifiedName> changed = wanted.changed(found);
    if (!changed.isEmpty()) {
      reservations.add(
          when
              + " there are as many rows in "
              + changed.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
              + ", and their values differ; see whether that is the time or chance");
    }
  }

  private Schema catalog() throws SQLException {
    return ProofStart.catalog(shadow.connections(), dialect, settings);
  }

  private DatabaseSnapshot contents() throws SQLException {
    Schema catalog = catalog();
    try (Connection connection = shadow.connections().open()) {
      return DatabaseSnapshot.read(connection, catalog, dialect.nameRules());
    }
  }
}

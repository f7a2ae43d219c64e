package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.operation.Operation;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.Schema;
import dev.autogen.schema.Table;
import dev.autogen.testing.OtherDatabase;
import dev.autogen.testing.TestSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random pairs of schemas on H2, SQLite, MariaDB and MySQL: revisions from one to the other leave
 * no difference, and lead back to the catalog that was there. {@code -Dautogen.test.pairs=1000}
 * runs more than the usual share, {@code -Dautogen.test.seed=…} those of another day or a failed
 * one.
 */
class OtherRandomDiffTest {

  private static final int SHARE = 10;

  private static final DiffOptions STRICT =
      DiffOptions.everything().withDatabaseOnly(Set.of("index", "constraint"));

  private int operations;

  @Timeout(value = 6, unit = TimeUnit.HOURS) // for thousands of pairs
  @ParameterizedTest(name = "on {0}")
  @MethodSource("dev.autogen.testing.OtherDatabase#present")
  void operations_lead_there_and_back(OtherDatabase kind) throws Exception {
    int pairs = Integer.getInteger("autogen.test.pairs", SHARE);
    long seed = TestSeed.of("OtherRandomDiffTest");
    List<String> faults = new ArrayList<>();
    for (long each = seed; each < seed + pairs; each++) {
      String fault = fault(kind, each);
      if (!fault.isEmpty()) {
        faults.add("seed " + each + ": " + fault);
      }
    }
    System.out.printf(
        "%d random pairs of schemas on %s, from seed %d: %d operations there and back; %d failed%n",
        pairs, kind, seed, operations, faults.size());
    assertThat(faults).isEmpty();
  }

  private String fault(OtherDatabase kind, long seed) throws Exception {
    List<Schema> pair = OtherRandomSchemas.pair(seed, kind);
    OtherDatabase.Empty database = kind.create();
    try {
      return fault(database, pair.get(0), pair.get(1));
    } catch (RuntimeException e) {
      return "failed: " + e.getMessage();
    } finally {
      database.drop();
    }
  }

  private String fault(OtherDatabase.Empty database, Schema first, Schema second)
      throws SQLException {
    SchemaComparison creation = compare(database, first);
    InMemoryMigrations migrations = new InMemoryMigrations();
    migrations.then("a1", op -> creation.comparison().upgrade().forEach(op::run), op -> {});
    runner(database, migrations).upgrade("head");
    SchemaComparison created = compare(database, first);
    if (created.comparison().drift()) {
      return "left after the creation: " + texts(created.comparison().operations());
    }

    SchemaComparison change = compare(database, second);
    List<Operation> up = change.comparison().upgrade();
    List<Operation> down = change.comparison().downgrade();
    operations += up.size();
    migrations.then("b2", op -> up.forEach(op::run), op -> down.forEach(op::run));
    runner(database, migrations).upgrade("head");
    SchemaComparison changed = compare(database, second);
    if (changed.comparison().drift()) {
      return "left after " + texts(up) + "\n  are " + texts(changed.comparison().operations());
    }
    runner(database, migrations).downgrade("a1");
    SchemaComparison back = compare(database, first);
    if (back.comparison().drift()) {
      return "left after " + texts(down) + "\n  are " + texts(back.comparison().operations());
    }
    List<String> other = new ArrayList<>();
    for (Table table : back.actual().tables()) {
      Table before = created.actual().table(table.name()).orElseThrow();
      other.addAll(missing("gone from " + table.name(), parts(before), parts(table)));
      other.addAll(missing("left in " + table.name(), parts(table), parts(before)));
    }
    return other.isEmpty() ? "" : String.join("\n  ", other) + "\n  after " + texts(down);
  }

  private static List<Object> parts(Table table) {
    List<Object> parts = new ArrayList<>(table.columns());
    parts.addAll(table.constraints());
    parts.addAll(table.indexes());
    return parts;
  }

  private static List<String> missing(String what, List<Object> some, List<Object> others) {
    return some.stream()
        .filter(each -> !others.contains(each))
        .map(each -> what + ": " + each)
        .toList();
  }

  private static MigrationRunner runner(
      OtherDatabase.Empty database, InMemoryMigrations migrations) {
    return new MigrationRunner(
        database.connections(), database.dialect(), migrations, RunSettings.DEFAULT);
  }

  private static SchemaComparison compare(OtherDatabase.Empty database, Schema model)
      throws SQLException {
    try (Connection connection = database.connections().open()) {
      return SchemaComparison.of(
          model, connection, database.dialect(), InspectionScope.defaultSchema(), STRICT);
    }
  }

  private static String texts(List<Operation> operations) {
    return String.join("\n    ", operations.stream().map(Operation::toString).toList());
  }
}

package dev.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.diff.PairCheck.Fault;
import dev.autogen.render.java.WrittenMigrations;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestSeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random pairs of schemas: the operations from one to the other leave no difference, lead to the
 * catalog of the second as it is when declared by hand, lead back to exactly the catalog that was
 * there, and come back from the source that is written of them.
 *
 * <p>{@code -Dautogen.test.pairs=10000} runs more than the usual share, {@code
 * -Dautogen.test.seed=…} those of another day or a failed one. A failure is printed with its seed
 * and the smallest pair that has it.
 */
class RandomDiffTest {

  /** Pairs that are run at once: reading a catalog takes as long for many tables as for few. */
  private static final int GROUP = 20;

  /** Groups after which another database is taken: what is rolled back leaves dead rows. */
  private static final int GROUPS_PER_DATABASE = 5;

  /** To make a pair smaller takes as long as hundreds of pairs. */
  private static final int REPORTED = 5;

  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final RowsCheck rows = new RowsCheck();
  private int failed;
  private int operations;

  @Timeout(value = 6, unit = TimeUnit.HOURS) // for thousands of pairs
  @ParameterizedTest(name = "on PostgreSQL {0}")
  @CsvSource({"V18,100", "V14,40"})
  void operationsLeadThereAndBack(PostgreSqlVersion version, int share) throws SQLException {
    int pairs = Integer.getInteger("autogen.test.pairs", share);
    long seed = TestSeed.of("RandomDiffTest");
    long end = seed + pairs;
    int perDatabase = GROUP * GROUPS_PER_DATABASE;
    for (long first = seed; first < end; first += perDatabase) {
      try (TestDatabase database = TestDatabase.create(version);
          Connection connection = database.connect()) {
        database.execute(Beside.TYPES_AND_FUNCTIONS);
        long last = Math.min(end, first + perDatabase);
        for (long group = first; group < last; group += GROUP) {
          group(connection, version, group, Math.min(last, group + GROUP));
        }
      }
      written(seed);
    }
    System.out.printf(
        "%d random pairs of schemas on PostgreSQL %d, from seed %d: %d operations there, run,"
            + " reverted, run again and read back from their source; %d rows kept, %d upgrades not"
            + " allowed by rows; %d pairs failed%n",
        pairs, version.major(), seed, operations, rows.rows(), rows.refused(), failed);
    assertThat(faults).as("%d of %d pairs", failed, pairs).isEmpty();
  }

  private void group(Connection connection, PostgreSqlVersion version, long from, long to)
      throws SQLException {
    List<SchemaPair> pairs =
        LongStream.range(from, to)
            .mapToObj(seed -> RandomSchemas.pair(seed, version.major()))
            .toList();
    boolean strict = from / GROUP % 2 == 0;
    rows(pairs.get(0), version);
    check(
        pairs,
        new PairCheck(connection, strict, comparisons::add),
        new PairCheck(connection, strict, comparison -> {}));
  }

  private void rows(SchemaPair pair, PostgreSqlVersion version) throws SQLException {
    Optional<Fault> fault = rows.fault(pair, version);
    if (fault.isPresent()) {
      failed++;
      faults.add("seed " + pair.seed() + ": " + fault.get().step());
      System.out.printf(
          "seed %d: %s: %s%n%s%n", pair.seed(), fault.get().step(), fault.get().text(), pair.ddl());
    }
  }

  /** Looks for the pairs that fail by halving a group that does. */
  private void check(List<SchemaPair> pairs, PairCheck first, PairCheck again) {
    SchemaPair all = SchemaPair.union(pairs);
    Optional<Fault> fault = first.fault(all);
    if (fault.isEmpty()) {
      return;
    }
    int before = failed;
    if (pairs.size() > 1) {
      int half = pairs.size() / 2;
      check(pairs.subList(0, half), again, again);
      check(pairs.subList(half, pairs.size()), again, again);
    }
    if (failed == before) {
      report(all, fault.get(), again::fault);
    }
  }

  private void report(SchemaPair pair, Fault fault, Function<SchemaPair, Optional<Fault>> check) {
    failed++;
    String text = "seed " + pair.seed() + ": " + fault.step();
    faults.add(text);
    System.out.println(failed > REPORTED ? text : PairShrinker.report(pair, fault, check));
  }

  private void written(long seed) {
    if (comparisons.isEmpty()) {
      return;
    }
    List<String> differences = WrittenMigrations.differences(comparisons);
    differences.forEach(text -> faults.add("among the pairs from seed " + seed + ": " + text));
    failed += differences.size();
    operations += comparisons.stream().mapToInt(comparison -> comparison.operations().size()).sum();
    comparisons.clear();
  }
}

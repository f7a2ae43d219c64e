package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every change that entities can express, on tables with rows, up and down.
 *
 * <p>Runs all cases on the newest versions and a share on each of the others; {@code
 * -Dautogen.coverage=all} runs all on all, {@code -Dautogen.coverage=write} writes {@code
 * docs/coverage.md} besides, and {@code -Dautogen.coverage.case=REGEX} and {@code
 * -Dautogen.coverage.stack=REGEX} confine the run.
 */
class ModelChangesTest {

  private static final String RUN = System.getProperty("autogen.coverage", "");
  private static final Pattern STACKS =
      Pattern.compile(System.getProperty("autogen.coverage.stack", ""));
  private static final List<ModelChange> CHANGES = ModelChange.all();

  @TempDir static Path directory;

  private static final Map<Engine, ChangeBench> benches = new EnumMap<>(Engine.class);
  private static final CoverageTable measured = new CoverageTable();
  private static ChangedEntities entities;

  @BeforeAll
  static void prepare() {
    entities = ChangedEntities.compile(CHANGES, directory);
  }

  @AfterAll
  static void finish() throws Exception {
    if (RUN.equals("write")) {
      measured.write(CHANGES);
    }
    entities.close();
    for (ChangeBench bench : benches.values()) {
      bench.close();
    }
  }

  static Stream<Arguments> cases() {
    Pattern wanted = Pattern.compile(System.getProperty("autogen.coverage.case", ""));
    return CHANGES.stream()
        .filter(change -> wanted.matcher(change.toString()).find())
        .flatMap(
            change ->
                Stack.all()
                    .filter(change::isExpressibleOn)
                    .filter(stack -> STACKS.matcher(stack.toString()).find())
                    .filter(stack -> isRun(change, stack))
                    .map(stack -> Arguments.of(change, stack)));
  }

  private static boolean isRun(ModelChange change, Stack stack) {
    return !RUN.isEmpty()
        || stack.equals(Stack.NEWEST)
        || change.number() % Stack.ALL.size() == Stack.ALL.indexOf(stack);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void upgradesAndDowngrades(ModelChange change, Stack stack) throws Exception {
    assumeTrue(stack.database().isThere(), "NOT TRIED: " + stack.database().label());
    new ChangeRun(
            benches.computeIfAbsent(stack.database(), Engine::bench),
            stack.database(),
            change,
            entities.side(change, "before", stack),
            entities.side(change, "after", stack))
        .run();
    measured.passed(change, stack);
  }

  @Test
  void isWhatTheDocumentationStates() throws Exception {
    if (!RUN.equals("write")) {
      assertThat(CoverageTable.rows()).isEqualTo(CoverageTable.complete(CHANGES).rows(CHANGES));
    }
  }
}

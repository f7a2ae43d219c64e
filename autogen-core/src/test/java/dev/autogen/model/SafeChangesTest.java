package dev.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.autogen.comparison.SchemaComparison;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.Rename;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.lint.Finding;
import dev.autogen.lint.LintedRevision;
import dev.autogen.lint.RevisionLint;
import dev.autogen.operation.Operation;
import dev.autogen.operation.SchemaChange;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.InMemoryMigrations;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.WipedShadow;
import dev.autogen.testing.PostgreSqlVersion;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of entities in the safe form: they do the same as the plain form, up and down, and lint
 * has nothing to say but what no form can spare.
 *
 * <p>Runs a share of the cases; {@code -Dautogen.test.safe=all} runs all on PostgreSQL 18 and 14,
 * and {@code -Dautogen.test.case=REGEX} confines the run.
 */
class SafeChangesTest {

  private static final boolean ALL = System.getProperty("autogen.test.safe", "").equals("all");
  private static final Pattern WANTED =
      Pattern.compile(System.getProperty("autogen.test.case", ""));
  private static final int SHARE = 12;

  private static final List<ModelChange> CHANGES = ModelChange.all();
  private static final Map<String, Integer> FOUND = new TreeMap<>();

  @TempDir static Path directory;

  private static final Map<Engine, TestDatabase> databases = new EnumMap<>(Engine.class);
  private static ChangedEntities entities;

  @BeforeAll
  static void prepare() {
    entities = ChangedEntities.compile(CHANGES, directory);
  }

  @AfterAll
  static void finish() throws Exception {
    System.out.println("findings above note: " + FOUND);
    entities.close();
    databases.values().forEach(TestDatabase::close);
  }

  static Stream<Arguments> cases() {
    List<Stack> stacks = ALL ? Stack.ALL.subList(0, 2) : List.of(Stack.NEWEST);
    return CHANGES.stream()
        .filter(change -> WANTED.matcher(change.toString()).find())
        .flatMap(
            change ->
                stacks.stream()
                    .filter(change::isExpressibleOn)
                    .filter(
                        stack -> ALL || !WANTED.pattern().isEmpty() || change.number() % SHARE == 0)
                    .map(stack -> Arguments.of(change, stack)));
  }

  private static TestDatabase database(Engine engine) {
    return TestDatabase.create(
        engine == Engine.POSTGRESQL_14 ? PostgreSqlVersion.V14 : PostgreSqlVersion.V18);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("cases")
  void isSafe(ModelChange given, Stack stack) throws Exception {
    Engine engine = stack.database();
    Dialect dialect = engine.dialect();
    ModelChange change = given.on(engine);
    ChangedEntities.Side before = entities.side(given, "before", stack);
    ChangedEntities.Side after = entities.side(given, "after", stack);
    Set<String> schemas = new HashSet<>(ChangedEntities.schemas(before.schema()));
    schemas.addAll(ChangedEntities.schemas(after.schema()));
    RunSettings settings = RunSettings.DEFAULT.withSchemas(schemas);
    InspectionScope scope = new InspectionScope(schemas, settings.ownTables());
    WipedShadow shadow =
        new WipedShadow(
            databases.computeIfAbsent(engine, SafeChangesTest::database).connections(), dialect);

    List<String> base = new ArrayList<>(before.script());
    if (!change.part("rows").isBlank()) {
      base.add(change.part("rows"));
    }
    InMemoryMigrations migrations =
        new InMemoryMigrations().then("first", op -> base.forEach(op::execute));
    ConnectionSource connections =
        new ProofStart(shadow, dialect, migrations, settings, List.of())
            .before(migrations.history().get("first"));
    new MigrationRunner(connections, dialect, migrations, settings).upgrade("first");
    ChangeRun plain = new ChangeRun(null, engine, given, before, after);
    DiffOptions options =
        DiffOptions.everything()
            .withRenames(change.lines("renames").stream().map(Rename::parse).toList())
            .withFormerNames(plain.formerNames());
    SchemaComparison comparison = compare(connections, after.schema(), dialect, scope, options);
    Schema actual = comparison.actual();
    List<Operation> upgrade = filled(comparison.comparison().upgrade(), actual, plain, dialect);
    Schema changed = new SchemaChange(dialect.textRules()).apply(actual, upgrade);
    List<Operation> downgrade =
        filled(comparison.comparison().downgrade(), changed, plain, dialect);
    List<Operation> safe = dialect.safeForms().orElseThrow().of(upgrade, actual);
    List<Operation> safeDown = dialect.safeForms().orElseThrow().of(downgrade, changed);
    migrations.then("next", op -> safe.forEach(op::run), op -> safeDown.forEach(op::run));
    String words = safe.stream().map(Operation::summary).collect(Collectors.joining("; "));

    MigrationRunner runner = new MigrationRunner(connections, dialect, migrations, settings);
    assertThatCode(() -> runner.upgrade("next")).as(words).doesNotThrowAnyException();
    DiffOptions everything = DiffOptions.everything();
    assertThat(left(compare(connections, after.schema(), dialect, scope, everything)))
        .as("after the upgrade by " + words)
        .isEmpty();
    runner.downgrade("first");
    assertThat(left(compare(connections, before.schema(), dialect, scope, everything)))
        .as("after the downgrade of " + words)
        .isEmpty();

    RevisionScript script = migrations.history().get("next");
    ProofStart start = new ProofStart(shadow, dialect, migrations, settings, List.of());
    List<Finding> findings =
        new RevisionLint(dialect, settings)
            .of(new LintedRevision(script, migrations, start, "M_next.java", words, null));
    List<Finding> loud =
        findings.stream().filter(each -> each.level().compareTo(Level.NOTE) > 0).toList();
    loud.forEach(each -> FOUND.merge(engine.label() + " " + each.code(), 1, Integer::sum));
    assertThat(loud).as(words).filteredOn(each -> !isUnavoidable(each, words)).isEmpty();
  }

  /** Whether no form of one revision can spare it. */
  private static boolean isUnavoidable(Finding finding, String words) {
    return switch (finding.code()) {
      // What the old application uses goes, or becomes something else.
      case AG201, AG202, AG203, AG204, AG206, AG207 -> true;
      // A type changes, or the type of a sequence with it.
      case AG111, AG112 -> true;
      // A table is rewritten for a value in each row, or for the condition of a domain.
      case AG110 -> words.matches("(?s).*( stored|identity|serial| email).*");
      // A type is made anew together with all that uses it; tables exchange their names.
      case AG107, AG120, AG210 ->
          words.matches("(?s).*(alter (enum|composite) type|: (type|identity|generated) ).*")
              || words.matches("rename table (\\w+) to .*rename table \\w+ to \\1;.*");
      // The index lies on a column that goes.
      case AG216 -> words.contains("drop column");
      // Rows of the trial that this change cannot take, in whatever form.
      case AG301, AG302 -> finding.message().matches("(?s).*(is duplicated|large object).*");
      default -> false;
    };
  }

  private static List<Operation> filled(
      List<Operation> operations, Schema start, ChangeRun run, Dialect dialect) {
    List<Operation> filled = new ArrayList<>();
    Schema at = start;
    for (Operation operation : operations) {
      filled.add(run.filled(operation, at));
      at = new SchemaChange(dialect.textRules()).apply(at, operation);
    }
    return filled;
  }

  private static SchemaComparison compare(
      ConnectionSource connections,
      Schema model,
      Dialect dialect,
      InspectionScope scope,
      DiffOptions options)
      throws Exception {
    try (Connection connection = connections.open()) {
      return SchemaComparison.of(model, connection, dialect, scope, options);
    }
  }

  private static List<String> left(SchemaComparison comparison) {
    return comparison.comparison().operations().stream().map(Operation::summary).toList();
  }
}

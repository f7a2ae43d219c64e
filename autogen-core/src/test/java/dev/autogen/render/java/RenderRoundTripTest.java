package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.history.SourceHeader;
import dev.autogen.migration.Definitions;
import dev.autogen.migration.Migration;
import dev.autogen.operation.AddColumn;
import dev.autogen.operation.AlterColumn;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.CreateTable;
import dev.autogen.operation.DropSchema;
import dev.autogen.operation.DropTable;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import dev.autogen.schema.Column;
import dev.autogen.schema.Identity;
import dev.autogen.schema.NumberRange;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
import dev.autogen.testing.TestSeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RenderRoundTripTest {

  private static final Instant CREATED = Instant.parse("2026-11-20T14:32:07Z");

  @Test
  void randomOperationsComeBackFromTheCompiledSource() {
    long seed = TestSeed.of("RenderRoundTripTest");
    int count = Integer.getInteger("autogen.test.files", 150);
    RandomOperations operations = new RandomOperations(new Random(seed));
    Map<String, MigrationFile> files = new HashMap<>();
    Map<String, String> sources = new HashMap<>();
    for (int i = 0; i < count; i++) {
      MigrationFile file =
          file("M" + i, operations.message(), operations.list(20), operations.list(5));
      files.put(file.className(), file);
      sources.put(file.className(), JavaRenderer.render(file));
    }

    Map<String, Migration> migrations = InMemoryCompiler.compile("db.migrations", sources);

    files.forEach(
        (name, file) -> {
          String description = "-Dautogen.test.seed=" + seed + " " + name;
          Migration migration = migrations.get(name);
          assertThat(RecordedOperations.of(migration::upgrade))
              .as(description)
              .isEqualTo(AsWritten.of(file.upgrade()));
          assertThat(RecordedOperations.of(migration::downgrade))
              .as(description)
              .isEqualTo(AsWritten.of(file.downgrade()));
          assertThat(SourceHeader.read(sources.get(name), name).orElseThrow().message())
              .as(description)
              .isEqualTo(file.message().replaceAll("[\\s\\u0085\\u2028]+", " ").strip());
          RenderedSource.assertFormatted(sources.get(name));
        });
  }

  @Test
  void aThousandTablesCompile() {
    List<Operation> upgrade = new ArrayList<>();
    List<Operation> downgrade = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Table table = table("table_" + i, 12);
      upgrade.add(new CreateTable(table));
      downgrade.add(0, new DropTable(table));
    }
    MigrationFile file = file("Large", "a thousand tables", upgrade, downgrade);

    String source = JavaRenderer.render(file);

    Migration migration = InMemoryCompiler.compile(file, source);
    assertThat(RecordedOperations.of(migration::upgrade)).isEqualTo(upgrade);
    assertThat(RecordedOperations.of(migration::downgrade)).isEqualTo(AsWritten.of(downgrade));
    assertThat(source).contains("    createTables1(op);\n    createTables2(op);\n");
    RenderedSource.assertFormatted(source);
  }

  /** The most that one method takes, and one more; the last goes into a method of its own. */
  @Test
  void sixHundredElementsStandInOneMethod() {
    List<Operation> most =
        IntStream.range(0, 600).<Operation>mapToObj(i -> drop("schema_" + i)).toList();
    String one = JavaRenderer.render(file("Most", "600 schemas", most, List.of()));
    assertThat(one).doesNotContain("dropSchemas1");

    List<Operation> more = new ArrayList<>(most);
    more.add(drop("schema_600"));
    MigrationFile file = file("More", "601 schemas", more, List.of());
    String two = JavaRenderer.render(file);
    assertThat(two)
        .containsPattern(
            "dropSchemas2\\(Operations op\\) \\{\n    op.dropSchema\\(\"schema_600\"\\);\n  }");
    assertThat(RecordedOperations.of(InMemoryCompiler.compile(file, two)::upgrade)).isEqualTo(more);
  }

  /** From half a method on, the next one begins with the next kind of operation. */
  @Test
  void aMethodThatIsHalfFullEndsWithItsKind() {
    for (int drops : List.of(299, 300)) {
      List<Operation> upgrade = new ArrayList<>();
      IntStream.range(0, drops).forEach(i -> upgrade.add(drop("schema_" + i)));
      IntStream.range(0, 400).forEach(i -> upgrade.add(new CreateSchema("schema_" + i)));
      MigrationFile file = file("Kinds" + drops, "two kinds", upgrade, List.of());

      String source = JavaRenderer.render(file);

      assertThat(source.contains("    dropSchemas1(op);\n    createSchemas1(op);\n"))
          .isEqualTo(drops == 300);
      assertThat(RecordedOperations.of(InMemoryCompiler.compile(file, source)::upgrade))
          .isEqualTo(upgrade);
    }
  }

  @Test
  void indexesThatDoNotFitIntoTheMethodOfTheirTableFollowIt() {
    for (int indexes : List.of(590, 591)) {
      Table table =
          table("wide", 10)
              .withIndexes(
                  IntStream.range(0, indexes)
                      .mapToObj(i -> Definitions.index("index_" + i, "column_1").index())
                      .toList());
      List<Operation> upgrade = List.of(drop("old"), new CreateTable(table));
      MigrationFile file = file("Indexes" + indexes, "many indexes", upgrade, List.of());

      String source = JavaRenderer.render(file);

      assertThat(source)
          .contains(
              indexes == 590
                  ? "    dropSchemas1(op);\n    createTables1(op);\n  }"
                  : "    changeSchema1(op);\n    createIndexes1(op);\n  }");
      assertThat(RecordedOperations.of(InMemoryCompiler.compile(file, source)::upgrade))
          .isEqualTo(AsWritten.of(upgrade));
    }
  }

  /** A descending sequence starts at -1, or at its greatest number, where nothing else is said. */
  @Test
  void anIdentityThatCountsDownStartsAtItsEnd() {
    Identity down = Identity.byDefault().from(null, -2L);
    MigrationFile file =
        file(
            "Down",
            "count down",
            List.of(
                addNumber(down),
                addNumber(
                    down.withRange(
                        NumberRange.unspecified().withMinimum(-500L).withMaximum(-100L))),
                addNumber(Identity.byDefault().from(null, 2L)),
                addNumber(
                    Identity.byDefault()
                        .from(null, 2L)
                        .withRange(NumberRange.unspecified().withMinimum(50L).withMaximum(500L)))),
            List.of());

    assertThat(JavaRenderer.render(file))
        .contains(
            "bigint()).identity(-1, -2)",
            "bigint()).identity(-100, -2)",
            "bigint()).identity(1, 2)",
            "bigint()).identity(50, 2)");
  }

  private static Operation addNumber(Identity identity) {
    return new AddColumn(
        QualifiedName.of("t"),
        Definitions.column("n", Definitions.bigint()).column().withIdentity(identity));
  }

  private static Operation drop(String schema) {
    return new DropSchema(schema);
  }

  @Test
  void twoHundredColumnsAreAlteredInOneMethod() {
    List<Operation> upgrade = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Column to =
          Column.of("column_" + i, SqlType.of("varchar", 300))
              .withNullable(false)
              .withServerDefault("'x" + i + "'")
              .withCollation("C")
              .withComment("comment " + i);
      upgrade.add(
          new AlterColumn(
              QualifiedName.of("shop", "table_" + i), to.withNullable(true), to, "using_" + i));
    }
    MigrationFile file = file("Altered", "a wide change", upgrade, List.of());

    String source = JavaRenderer.render(file);

    assertThat(RecordedOperations.of(InMemoryCompiler.compile(file, source)::upgrade))
        .isEqualTo(upgrade);
    assertThat(source).doesNotContain("alterColumns1");
  }

  @Test
  void theWidestTableOfPostgreSqlCompiles() {
    List<Operation> upgrade = List.of(new CreateTable(table("wide", 1600)));
    MigrationFile file = file("Wide", "a wide table", upgrade, List.of());

    Migration migration = InMemoryCompiler.compile(file, JavaRenderer.render(file));

    assertThat(RecordedOperations.of(migration::upgrade)).isEqualTo(upgrade);
  }

  @Test
  void aTextLongerThanAConstantCompiles() {
    String sql = "select '" + "é\"\\ ".repeat(40_000) + "'";
    List<Operation> upgrade = List.of(new ExecuteSql(sql, "select 1\n" + sql));
    MigrationFile file = file("Long", "a long text", upgrade, List.of());

    Migration migration = InMemoryCompiler.compile(file, JavaRenderer.render(file));

    assertThat(RecordedOperations.of(migration::upgrade)).isEqualTo(upgrade);
  }

  private static Table table(String name, int columns) {
    List<Column> list =
        IntStream.range(0, columns)
            .mapToObj(
                i ->
                    Definitions.column("column_" + i, Definitions.varchar(100 + i))
                        .notNull()
                        .serverDefault("'" + i + "'")
                        .column())
            .toList();
    return new Table(QualifiedName.of(name), list, List.of(), List.of(), null);
  }

  private static MigrationFile file(
      String className, String message, List<Operation> upgrade, List<Operation> downgrade) {
    return new MigrationFile(
        "db.migrations",
        className,
        message,
        "3f2a9c1b7d4e",
        List.of("ae1027a6acf0"),
        CREATED,
        List.of(),
        List.of(),
        upgrade,
        downgrade,
        null,
        "Generated from the model; not proven.");
  }
}

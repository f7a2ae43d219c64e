package dev.autogen.render.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.history.SourceHeader;
import dev.autogen.migration.Definitions;
import dev.autogen.migration.Migration;
import dev.autogen.operation.Operation;
import dev.autogen.operation.Operation.CreateTable;
import dev.autogen.operation.Operation.DropTable;
import dev.autogen.schema.Column;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.SqlType;
import dev.autogen.schema.Table;
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
    long seed = Long.getLong("render.seed", System.nanoTime());
    int count = Integer.getInteger("render.count", 150);
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
          String description = "-Drender.seed=" + seed + " " + name;
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
          new Operation.AlterColumn(
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
    List<Operation> upgrade = List.of(new Operation.ExecuteSql(sql, "select 1\n" + sql));
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

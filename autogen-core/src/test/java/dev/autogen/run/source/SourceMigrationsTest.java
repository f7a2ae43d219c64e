package dev.autogen.run.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.run.MigrationRunner;
import dev.autogen.run.RunSettings;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMigrationsTest {

  private static final String SOURCE =
      """
      package db.migrations;

      import dev.autogen.migration.Migration;
      import dev.autogen.migration.Operations;
      import dev.autogen.migration.Revision;

      /** make t */
      @Revision(id = "%1$s"%2$s)
      public final class M_%1$s implements Migration {
        @Override
        public void upgrade(Operations op) {
          %3$s
        }
      }
      """;

  @TempDir Path temporary;
  private Path directory;
  private Path cache;

  @BeforeEach
  void directories() throws IOException {
    directory = Files.createDirectories(temporary.resolve("db/migrations"));
    cache = temporary.resolve("cache");
  }

  private void write(String id, String more, String upgrade) throws IOException {
    Files.writeString(directory.resolve("M_" + id + ".java"), SOURCE.formatted(id, more, upgrade));
  }

  private SourceMigrations migrations() {
    return new SourceMigrations(List.of(directory), List.of(), cache);
  }

  private long cached() throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void compilesAndRunsWhatThePersonWrote() throws IOException {
    write("a1", "", "op.execute(\"create table t (id int)\");");
    write("b2", ", revises = \"a1\"", "Rows.insert(op);");
    Files.writeString(
        directory.resolve("Rows.java"),
        "package db.migrations; final class Rows { static void insert("
            + "dev.autogen.migration.Operations op) { op.execute(\"insert into t values (7)\"); } }");

    try (TestDatabase database = TestDatabase.create()) {
      new MigrationRunner(
              database::connect, new PostgreSqlDialect(), migrations(), RunSettings.DEFAULT)
          .upgrade("head");
      assertThat(database.queryValue("select id from t")).isEqualTo("7");
    }
    assertThat(cached()).as("compiled at a time, one file").isEqualTo(1);
  }

  @Test
  void compilesEachSourceOnceAndAgainWhenItChanges() throws IOException {
    write("a1", "", "");
    migrations().migration(migrations().history().get("a1"));
    assertThat(cached()).isEqualTo(1);

    SourceMigrations warm = migrations();
    assertThat(warm.migration(warm.history().get("a1"))).isNotNull();
    assertThat(cached()).isEqualTo(1);

    write("a1", "", "op.execute(\"select 1\");");
    SourceMigrations edited = migrations();
    edited.migration(edited.history().get("a1"));
    assertThat(cached()).isEqualTo(2);
  }

  @Test
  void aDamagedCacheIsCompiledAnew() throws IOException {
    write("a1", "", "");
    migrations().migration(migrations().history().get("a1"));
    try (Stream<Path> files = Files.walk(cache)) {
      Files.write(files.filter(Files::isRegularFile).findFirst().orElseThrow(), new byte[] {1, 2});
    }

    assertThat(migrations().migration(migrations().history().get("a1"))).isNotNull();
  }

  @Test
  void namesFileAndLineOfWhatDoesNotCompile() throws IOException {
    write("a1", "", "op.exekute(\"x\");");

    assertThatThrownBy(() -> migrations().migration(migrations().history().get("a1")))
        .hasMessageContaining("migrations do not compile")
        .hasMessageContaining("M_a1.java:12: cannot find symbol")
        .hasMessageContaining("exekute");
  }

  @Test
  void historyNeedsNoCompiler() throws IOException {
    write("a1", "", "this does not compile;");

    assertThat(migrations().history().get("a1").message()).isEqualTo("make t");
  }

  @Test
  void hundredsOfSourcesCompileAtOnce() throws IOException {
    for (int i = 0; i < 300; i++) {
      write(
          "r" + i,
          i == 0 ? "" : ", revises = \"r" + (i - 1) + "\"",
          "op.addColumn(\"t\", dev.autogen.migration.Definitions.column(\"c"
              + i
              + "\", dev.autogen.migration.Definitions.bool()).notNull());");
    }
    SourceMigrations first = migrations();
    first.prepare(first.history().all());
    SourceMigrations second = migrations();
    second.prepare(second.history().all());
    second.history().all().forEach(second::migration);
    assertThat(second.history().all()).hasSize(300);
  }
}

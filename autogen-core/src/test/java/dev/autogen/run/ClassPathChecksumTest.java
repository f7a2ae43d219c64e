package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.dialect.postgresql.PostgreSqlDialect;
import dev.autogen.run.RevisionStatus.Remark;
import dev.autogen.run.source.SourceMigrations;
import dev.autogen.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications whose jar holds the sources of migrations see edits as the command line does. */
class ClassPathChecksumTest {

  private static final String SOURCE =
      """
      package app;
      import dev.autogen.migration.*;
      /** makes t */
      @Revision(id = "a1")
      public final class M_a1 implements Migration {
        @Override public void upgrade(Operations op) { op.execute("create table t ()"); }
      }
      """;

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void drop() {
    database.close();
  }

  private MigrationRunner runner(MigrationSource migrations, List<String> heard) {
    RunListener listener =
        new RunListener() {
          @Override
          public void warning(String message) {
            heard.add(message);
          }
        };
    return new MigrationRunner(
        database::connect,
        new PostgreSqlDialect(),
        migrations,
        RunSettings.DEFAULT.withListener(listener));
  }

  /** An application of that source, with it as a resource or without. */
  private ClassPathMigrations application(String name, String source, boolean withSource)
      throws IOException {
    Path classes = Files.createDirectories(directory.resolve(name));
    Path file = Files.createDirectories(classes.resolve("app")).resolve("M_a1.java");
    Files.writeString(file, source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
    assertThat(status).isZero();
    if (!withSource) {
      Files.delete(file);
    }
    URL[] urls = {classes.toUri().toURL()};
    return ClassPathMigrations.inPackage("app", new URLClassLoader(urls));
  }

  @Test
  void anEditIsSeenWhereSourcesAreInTheJar() throws IOException {
    List<String> heard = new ArrayList<>();
    Path sources = Files.createDirectories(directory.resolve("src/app"));
    Files.writeString(sources.resolve("M_a1.java"), SOURCE.replace("\n", "\r\n"));
    SourceMigrations commandLine =
        new SourceMigrations(List.of(sources), List.of(), directory.resolve("cache"));
    runner(commandLine, heard).upgrade("head");

    runner(application("same", SOURCE, true), heard).upgrade("head");
    runner(application("without", SOURCE, false), heard).upgrade("head");
    assertThat(heard).isEmpty();

    MigrationRunner edited =
        runner(
            application("edited", SOURCE.replace("create table t", "create table u"), true), heard);
    edited.upgrade("head");

    assertThat(heard).singleElement().asString().contains("a1 was edited after it was applied");
    assertThat(edited.status().get(0).remarks()).containsExactly(Remark.EDITED);
  }

  @Test
  void whatAnApplicationAppliesIsRecorded() throws IOException {
    runner(application("app", SOURCE, true), new ArrayList<>()).upgrade("head");

    assertThat(database.queryValue("select length(sha256) from autogen_journal")).isEqualTo("64");
  }
}

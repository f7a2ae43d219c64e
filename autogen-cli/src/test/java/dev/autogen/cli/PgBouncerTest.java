package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Upgrades through a real PgBouncer. */
@EnabledIf("isInstalled")
class PgBouncerTest {

  @TempDir Path directory;
  private final TestDatabase database = TestDatabase.create();

  static boolean isInstalled() {
    return PgBouncer.isInstalled();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private TestProject project() {
    return TestProject.at(directory, database.url())
        .migration("a1", "", "op.execute(\"create table done (id int)\");")
        .migration(
            "b2",
            "a1",
            "op.autocommit(o -> o.execute(\"create index concurrently done_id on done (id)\"));");
  }

  private Result throughPooler(String mode, String... command) throws Exception {
    int port = Integer.parseInt(database.url().replaceAll(".*:(\\d+)/.*", "$1"));
    try (PgBouncer pooler = PgBouncer.start(directory, port, mode)) {
      String url = database.url().replace(":" + port + "/", ":" + pooler.port() + "/");
      return project().with("AUTOGEN_URL", url).run(command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"transaction", "statement"})
  void sessions_that_are_shared_are_refused(String mode) throws Exception {
    Result result = throughPooler(mode, "upgrade");

    assertThat(result.err())
        .contains("a pooler that shares sessions between transactions")
        .contains("Give the URL of the database itself; nothing was done")
        .containsOnlyOnce("autogen: ");
    assertThat(result.code()).isEqualTo(3);
    assertThat(
            database.query(
                "select relname from pg_class where relnamespace = 'public'::regnamespace"))
        .isEmpty();
    assertThat(project().run("upgrade").code()).isZero();
    assertThat(throughPooler(mode, "upgrade").out()).contains("Nothing to do");
  }

  @Test
  void a_session_for_each_connection_is_a_database_like_any_other() throws Exception {
    Result result = throughPooler("session", "upgrade");

    assertThat(result.code()).as(result.all()).isZero();
    assertThat(throughPooler("session", "current").out()).contains("b2 (head)");
    assertThat(throughPooler("session", "downgrade", "a1").code()).isZero();
  }
}

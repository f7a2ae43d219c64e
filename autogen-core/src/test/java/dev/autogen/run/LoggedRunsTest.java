package dev.autogen.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.Autogen;
import dev.autogen.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that says nothing of a listener finds in its log what was done at its start. */
class LoggedRunsTest {

  private final TestDatabase database = TestDatabase.create();
  private final Logger log = Logger.getLogger("dev.autogen");
  private final List<String> lines = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          lines.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(handler);
    log.setUseParentHandlers(false);
  }

  @AfterEach
  void drop() {
    log.removeHandler(handler);
    log.setUseParentHandlers(true);
    database.close();
  }

  private Autogen.Builder application(InMemoryMigrations migrations) {
    return Autogen.configure().connections(database::connect).migrations(migrations);
  }

  @Test
  void a_start_says_what_ran_and_what_had_not_to() {
    InMemoryMigrations migrations =
        new InMemoryMigrations()
            .sql("a1", "create table a ()", "drop table a")
            .sql("b2", "create table b ()", "drop table b");

    application(migrations).build().upgrade("head");

    assertThat(lines)
        .hasSize(4)
        .contains("INFO 1 of 2: upgrade of a1, message of a1")
        .anyMatch(line -> line.matches("INFO upgrade a1 -> b2, message of b2 \\(\\d+ ms\\)"));

    lines.clear();
    application(migrations.edit("a1", "other")).build().upgrade("head");

    assertThat(lines)
        .hasSize(2)
        .anyMatch(line -> line.startsWith("WARNING revision a1 was edited"))
        .contains("INFO Nothing to do: the database is at b2.");

    lines.clear();
    application(migrations).build().downgrade("a1");
    assertThat(lines).anyMatch(line -> line.startsWith("INFO downgrade b2 -> a1"));
  }

  @Test
  void a_listener_takes_the_place_of_the_log() {
    InMemoryMigrations migrations =
        new InMemoryMigrations().sql("a1", "create table a ()", "drop table a");

    application(migrations).onProgress(RunListener.SILENT).build().upgrade("head");

    assertThat(lines).isEmpty();
  }
}

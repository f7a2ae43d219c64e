package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autogen.cli.TestProject.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ports behind which there is no PostgreSQL. */
class SilentServerTest {

  @TempDir Path directory;

  private Result run(int port, String more, String command) {
    return new TestProject(directory)
        .run(command, "--url", "jdbc:postgresql://localhost:" + port + "/app?user=ann" + more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"upgrade", "current", "status"})
  void one_that_takes_connections_and_never_answers(String command) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
      Result result = run(silent.getLocalPort(), "&loginTimeout=1", command);

      assertThat(result.err())
          .contains("Cannot connect to jdbc:postgresql://localhost:", " as ann", "timed out")
          .contains("'autogen current -v' says where address, user and password are from");
      assertThat(result.code()).isEqualTo(3);
    }
  }

  @Test
  void one_where_nobody_listens() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }

    Result result = run(port, "", "upgrade");

    assertThat(result.err()).contains("Cannot connect to", "refused").containsOnlyOnce("autogen: ");
    assertThat(result.code()).isEqualTo(3);
  }
}

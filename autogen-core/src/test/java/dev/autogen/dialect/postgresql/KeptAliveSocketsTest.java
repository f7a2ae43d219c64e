package dev.autogen.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.SocketOption;
import org.junit.jupiter.api.Test;

class KeptAliveSocketsTest {

  @Test
  void a_sign_of_life_every_minute() throws Exception {
    try (Socket socket = new KeptAliveSockets().createSocket()) {
      for (SocketOption<?> each : socket.supportedOptions()) {
        if (each.name().equals("TCP_KEEPIDLE")) {
          assertThat(socket.getOption(each)).isEqualTo(60);
        }
      }
      assertThat(new PostgreSqlExecutionRules().connectionProperties())
          .containsEntry("tcpKeepAlive", "true")
          .containsEntry("loginTimeout", "30");
    }
  }
}

package dev.autogen.dialect.postgresql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;

/**
 * Creates sockets with keep-alive probes every minute, so that a firewall does not close the
 * connection as idle while a long statement runs; a closed connection is noticed within two
 * minutes. If the platform does not support these options, the system's own values apply: two hours
 * on Linux (tcp(7)).
 *
 * <p>The driver creates one by the class name in its property {@code socketFactory}.
 */
public final class KeptAliveSockets extends SocketFactory {

  /** Names of {@code jdk.net.ExtendedSocketOptions}, a module that a runtime need not have. */
  private static final Map<String, Integer> OPTIONS =
      Map.of("TCP_KEEPIDLE", 60, "TCP_KEEPINTERVAL", 10, "TCP_KEEPCOUNT", 6);

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    for (SocketOption<?> each : socket.supportedOptions()) {
      Integer value = OPTIONS.get(each.name());
      if (value != null) {
        set(socket, each, value);
      }
    }
    return socket;
  }

  private static <T> void set(Socket socket, SocketOption<T> option, Object value)
      throws IOException {
    socket.setOption(option, option.type().cast(value));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return new Socket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return new Socket(address, port, localAddress, localPort);
  }
}

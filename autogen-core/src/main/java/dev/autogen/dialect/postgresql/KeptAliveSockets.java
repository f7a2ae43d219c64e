package dev.autogen.dialect.postgresql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that show a sign of life every minute while a long statement runs, so that a firewall
 * does not take their connection for an idle one, and that find out within two minutes if it did.
 * Where the system has no such settings its own hold, which are two hours on Linux (tcp(7)).
 *
 * <p>The driver makes one by its name, {@code socketFactory}.
 */
public final class KeptAliveSockets extends SocketFactory {

  private static final Map<SocketOption<Integer>, Integer> SECONDS =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, 60,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, 10,
          ExtendedSocketOptions.TCP_KEEPCOUNT, 6);

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = new Socket();
    for (Map.Entry<SocketOption<Integer>, Integer> each : SECONDS.entrySet()) {
      if (socket.supportedOptions().contains(each.getKey())) {
        socket.setOption(each.getKey(), each.getValue());
      }
    }
    return socket;
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

package dev.autogen.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Gives a client a session of the server for one transaction at a time, as PgBouncer does with
 * {@code pool_mode = transaction}: the next one may run in another session.
 */
final class TransactionPooler implements AutoCloseable {

  private static final int SESSIONS = 3;
  private static final int PROTOCOL_3 = 196608;

  /** A message of the frontend/backend protocol. */
  private record Message(int type, byte[] body) {

    static Message read(DataInputStream in) throws IOException {
      int type = in.readUnsignedByte();
      return new Message(type, in.readNBytes(in.readInt() - 4));
    }

    void write(DataOutputStream out) throws IOException {
      out.writeByte(type);
      out.writeInt(body.length + 4);
      out.write(body);
    }
  }

  /** A session of the server, logged in. */
  private record Session(DataInputStream in, DataOutputStream out, byte[] greeting) {

    static Session open(int port, byte[] startup) throws IOException {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
      out.writeInt(startup.length + 4);
      out.write(startup);
      out.flush();
      ByteArrayOutputStream greeting = new ByteArrayOutputStream();
      Message message;
      do {
        message = Message.read(in);
        message.write(new DataOutputStream(greeting));
      } while (message.type() != 'Z');
      return new Session(in, out, greeting.toByteArray());
    }
  }

  private final ServerSocket listener;
  private final int serverPort;
  private final LinkedBlockingDeque<Session> free = new LinkedBlockingDeque<>();

  TransactionPooler(int serverPort) {
    this.serverPort = serverPort;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                // One side hung up.
              }
            },
            "pooler");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      daemon(() -> serve(client));
    }
  }

  private void serve(Socket client) throws Exception {
    DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
    byte[] startup = in.readNBytes(in.readInt() - 4);
    while (ByteBuffer.wrap(startup).getInt() != PROTOCOL_3) {
      out.write('N');
      out.flush();
      startup = in.readNBytes(in.readInt() - 4);
    }
    synchronized (free) {
      while (free.size() < SESSIONS) {
        free.add(Session.open(serverPort, startup));
      }
    }
    out.write(free.getFirst().greeting());
    out.flush();
    Session held = null;
    while (true) {
      Message message = Message.read(in);
      if (message.type() == 'X') {
        return;
      }
      held = held == null ? free.takeFirst() : held;
      message.write(held.out());
      if (message.type() == 'Q' || message.type() == 'S') {
        held.out().flush();
        if (answered(held, out)) {
          free.addLast(held);
          held = null;
        }
      }
    }
  }

  /** Passes the answers on, and says whether the transaction has ended with them. */
  private static boolean answered(Session session, DataOutputStream out) throws IOException {
    Message answer;
    do {
      answer = Message.read(session.in());
      answer.write(out);
    } while (answer.type() != 'Z');
    out.flush();
    return answer.body()[0] == 'I';
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

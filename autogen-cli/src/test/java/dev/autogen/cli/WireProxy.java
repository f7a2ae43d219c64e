package dev.autogen.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL, counts the client's statements, and strikes at one of
 * them. It speaks the frontend/backend protocol (PostgreSQL manual, chapter "Frontend/Backend
 * Protocol"), so that neither side knows of it.
 */
final class WireProxy implements AutoCloseable {

  /** When it strikes, seen from the statement. */
  enum Moment {
    /** The server has everything that stands before the statement, and not the statement. */
    BEFORE,
    /** The server has just been given the statement. */
    DURING,
    /** The server is done with the statement, and its answer is kept back. */
    AFTER
  }

  /** What happens at the boundary. */
  @FunctionalInterface
  interface Strike {
    void at(int backendPid) throws Exception;
  }

  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;

  private final ServerSocket listener;
  private final int serverPort;
  private final Moment moment;
  private final int boundary;
  private final Strike strike;
  private final AtomicInteger count = new AtomicInteger();
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private volatile boolean struck;

  /** A proxy that strikes at the boundary of that number, counted from 1. */
  WireProxy(int serverPort, Moment moment, int boundary, Strike strike) {
    this.serverPort = serverPort;
    this.moment = moment;
    this.boundary = boundary;
    this.strike = strike;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** A proxy that only counts. */
  static WireProxy counting(int serverPort, Moment moment) {
    return new WireProxy(serverPort, moment, -1, pid -> {});
  }

  int port() {
    return listener.getLocalPort();
  }

  /** The statement boundaries that were seen, over all connections. */
  int boundaries() {
    return count.get();
  }

  /** Whether the boundary was reached. */
  boolean hasStruck() {
    return struck;
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "wire-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Link link = new Link(listener.accept(), new Socket(listener.getInetAddress(), serverPort));
        links.add(link);
        daemon(() -> link.pump(link::fromClient));
      }
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public void close() {
    closeQuietly(listener);
    links.forEach(Link::close);
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      // It is gone, as it should be.
    }
  }

  private interface Pump {
    void run() throws Exception;
  }

  /** One connection of the client's, and its twin to the server. */
  private final class Link {
    private final Socket client;
    private final Socket server;
    private final DataInputStream clientIn;
    private final DataInputStream serverIn;
    private final DataOutputStream clientOut;
    private final DataOutputStream serverOut;
    private volatile int pid;
    private volatile CountDownLatch keptBack;

    Link(Socket client, Socket server) throws IOException {
      this.client = client;
      this.server = server;
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      clientIn = new DataInputStream(new BufferedInputStream(client.getInputStream()));
      serverIn = new DataInputStream(new BufferedInputStream(server.getInputStream()));
      clientOut = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
      serverOut = new DataOutputStream(new BufferedOutputStream(server.getOutputStream()));
    }

    void pump(Pump pump) {
      try {
        pump.run();
      } catch (Exception e) {
        // One side hung up; the other is told by the end of its connection.
      }
      close();
    }

    void close() {
      if (keptBack != null) {
        keptBack.countDown();
      }
      closeQuietly(client);
      closeQuietly(server);
    }

    void fromClient() throws Exception {
      while (true) {
        int length = clientIn.readInt();
        byte[] body = clientIn.readNBytes(length - 4);
        int code = ByteBuffer.wrap(body).getInt();
        if (code != SSL_REQUEST && code != GSS_REQUEST) {
          serverOut.writeInt(length);
          serverOut.write(body);
          serverOut.flush();
          break;
        }
        clientOut.write('N');
        clientOut.flush();
      }
      daemon(() -> pump(this::fromServer));
      while (true) {
        int type = clientIn.readUnsignedByte();
        int length = clientIn.readInt();
        byte[] body = clientIn.readNBytes(length - 4);
        boolean hit = isBoundary(type) && count.incrementAndGet() == boundary;
        if (hit && moment == Moment.BEFORE) {
          serverOut.flush();
          strike();
        }
        if (hit && moment == Moment.AFTER) {
          keptBack = new CountDownLatch(1);
        }
        serverOut.writeByte(type);
        serverOut.writeInt(length);
        serverOut.write(body);
        if (hit || clientIn.available() == 0) {
          serverOut.flush();
        }
        if (hit && moment == Moment.AFTER) {
          keptBack.await();
        }
        if (hit && moment != Moment.BEFORE) {
          strike();
        }
      }
    }

    /** Statements within a pipeline have boundaries of their own, before they are sent. */
    private boolean isBoundary(int type) {
      return type == 'Q' || type == 'S' || type == 'E' && moment == Moment.BEFORE;
    }

    private void strike() throws Exception {
      struck = true;
      strike.at(pid);
    }

    void fromServer() throws Exception {
      boolean keeping = false;
      while (true) {
        int type = serverIn.readUnsignedByte();
        int length = serverIn.readInt();
        byte[] body = serverIn.readNBytes(length - 4);
        if (type == 'K') {
          pid = ByteBuffer.wrap(body).getInt();
        }
        keeping |= keptBack != null && keptBack.getCount() > 0;
        if (!keeping) {
          clientOut.writeByte(type);
          clientOut.writeInt(length);
          clientOut.write(body);
          if (serverIn.available() == 0) {
            clientOut.flush();
          }
        } else if (type == 'Z') {
          keeping = false;
          keptBack.countDown();
        }
      }
    }
  }
}

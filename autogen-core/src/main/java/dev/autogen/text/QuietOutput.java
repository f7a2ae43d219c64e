package dev.autogen.text;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * Keeps what the current thread prints from the console, until it is closed: code of a project must
 * not appear between the lines of a report that a program reads.
 */
public final class QuietOutput implements AutoCloseable {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  /** Begins to keep back what the current thread prints. */
  public QuietOutput() {
    Thread thread = Thread.currentThread();
    System.setOut(quiet(out, thread));
    System.setErr(quiet(err, thread));
  }

  /** Passes on what other threads write; a build may run other work at the same time. */
  private static PrintStream quiet(PrintStream target, Thread silenced) {
    OutputStream filter =
        new OutputStream() {
          @Override
          public void write(int b) {
            if (Thread.currentThread() != silenced) {
              target.write(b);
            }
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            if (Thread.currentThread() != silenced) {
              target.write(bytes, offset, length);
            }
          }
        };
    return new PrintStream(filter, true, Charset.defaultCharset());
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
  }
}

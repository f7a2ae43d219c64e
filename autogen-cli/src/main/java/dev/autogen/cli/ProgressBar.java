package dev.autogen.cli;

import dev.autogen.text.Visible;
import java.io.PrintWriter;

/** How far something has come, on one line of a terminal that is written again and again. */
final class ProgressBar {

  private static final int CELLS = 30;
  private static final long PERIOD_NANOS = 80_000_000L;
  static final String ERASE = "\r\u001b[K";

  private final PrintWriter terminal;
  private final int total;
  private int done;
  private long drawnNanos;
  private boolean drawn;

  ProgressBar(PrintWriter terminal, int total) {
    this.terminal = terminal;
    this.total = total;
    this.drawnNanos = System.nanoTime() - PERIOD_NANOS;
  }

  /** Shows that so many are done, unless that was shown a moment ago. */
  void show(int nowDone, String label) {
    done = nowDone;
    long now = System.nanoTime();
    if (now - drawnNanos < PERIOD_NANOS && done < total) {
      return;
    }
    drawnNanos = now;
    drawn = true;
    int full = total == 0 ? CELLS : (int) ((long) CELLS * done / total);
    String cells = "#".repeat(full) + "-".repeat(CELLS - full);
    String visible = Visible.line(label);
    String text = visible.length() > 30 ? visible.substring(0, 29) + "…" : visible;
    terminal.print(ERASE + "[" + cells + "] " + done + "/" + total + " " + text);
    terminal.flush();
  }

  /** Takes the bar away, so that a line can be written. */
  void clear() {
    if (drawn) {
      terminal.print(ERASE);
      terminal.flush();
      drawn = false;
      drawnNanos = System.nanoTime() - PERIOD_NANOS;
    }
  }
}

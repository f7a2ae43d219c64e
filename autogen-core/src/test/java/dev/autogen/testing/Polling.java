package dev.autogen.testing;

/** The pause of a loop that waits for something: whoever spins takes the time of what it awaits. */
public final class Polling {

  private static final long MILLISECONDS = 10;

  private Polling() {}

  /** Pauses for a moment. */
  public static void pause() {
    try {
      Thread.sleep(MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}

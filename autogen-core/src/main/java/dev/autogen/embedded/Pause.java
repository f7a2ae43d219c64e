package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;

/** A short wait between two checks of something that cannot notify the caller. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for the embedded database", e);
    }
  }
}

package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;

/** A short wait between two looks at something that has no other way to tell. */
final class Pause {

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AutogenException.failed("interrupted while waiting for PostgreSQL", e);
    }
  }
}

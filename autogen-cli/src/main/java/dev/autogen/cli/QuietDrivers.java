package dev.autogen.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences what a driver logs: a command says it in its own words, without addresses and passwords.
 * The process that logs nothing does not read how ({@link java.util.logging.LogManager}).
 */
public final class QuietDrivers {

  /** Kept, because loggers without a reference are forgotten together with their levels. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  /** Called by the log manager when the first logger is asked for. */
  public QuietDrivers() {
    DRIVER.setLevel(Level.OFF);
  }
}

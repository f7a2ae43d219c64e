package dev.autogen.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Silences the log of a driver: a command reports failures in its own words, without addresses and
 * passwords. A process that logs nothing does not read a log configuration ({@link
 * java.util.logging.LogManager}).
 */
public final class QuietDrivers {

  /** Kept, because loggers without a reference are forgotten together with their levels. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  /** Called by the log manager when the first logger is asked for. */
  public QuietDrivers() {
    DRIVER.setLevel(Level.OFF);
  }
}

package dev.autogen.cli;

import dev.autogen.history.RevisionGraph;

/** The command that brings a database to the end of the history. */
final class UpgradeAdvice {

  private UpgradeAdvice() {}

  static String command(RevisionGraph history) {
    return command(history, "");
  }

  /**
   * The command with options.
   *
   * @param options as they are written, with a space before each
   */
  static String command(RevisionGraph history, String options) {
    return "autogen upgrade" + (history.heads().size() > 1 ? " heads" : "") + options;
  }
}

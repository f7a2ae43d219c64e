package dev.autogen.history;

import dev.autogen.schema.AutogenException;

/** Thrown when no revision has this name. */
public final class UnknownRevision extends AutogenException {

  private static final long serialVersionUID = 1L;

  private final String symbol;

  private UnknownRevision(Exit exit, String symbol, String remedy) {
    super(exit, "Can't locate revision identified by '" + symbol + "'; " + remedy);
    this.symbol = symbol;
  }

  /** An exception for a symbol that somebody typed. */
  static UnknownRevision typed(String symbol) {
    return new UnknownRevision(
        Exit.USAGE, symbol, "run 'autogen history' for the revisions that there are");
  }

  /** An exception for a revision in the version table of a database. */
  public static UnknownRevision inDatabase(String id) {
    return new UnknownRevision(
        Exit.FAILED,
        id,
        "the database is at that revision, and no migration has it: its file was deleted, or a"
            + " newer version of the application has upgraded the database. Restore the file, or"
            + " run 'autogen stamp --purge REVISION' to record another revision; an older version of"
            + " an application may start all the same by allowNewerDatabase(true)");
  }

  /** What was looked for. */
  public String symbol() {
    return symbol;
  }
}

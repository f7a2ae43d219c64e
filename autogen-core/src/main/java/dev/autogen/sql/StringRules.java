package dev.autogen.sql;

/**
 * How a database reads and writes literals.
 *
 * @param backslashes the strings in which a backslash begins an escape
 * @param doubleQuotes whether text in double quotes is a string
 * @param dollarQuotes whether {@code $tag$ … $tag$} is a string
 * @param bytes how bytes are written
 */
public record StringRules(
    Backslashes backslashes, boolean doubleQuotes, boolean dollarQuotes, Bytes bytes) {

  /** The strings in which a backslash begins an escape. */
  public enum Backslashes {
    /** In none. */
    PLAIN,
    /** In strings that begin with an {@code E}. */
    AFTER_E,
    /** In every string. */
    ESCAPE
  }

  /** How bytes are written. */
  public enum Bytes {
    /** As {@code x'00ff'}. */
    HEXADECIMAL,
    /** As {@code '\x00ff'}. */
    TEXT
  }
}

package dev.autogen.sql;

/**
 * A token of SQL.
 *
 * @param text the token as it is written; for a quoted name or a string its value
 * @param start the offset of its first character in the text
 * @param end the offset after its last character
 */
public record Token(Kind kind, String text, int start, int end) {

  /** The kinds of tokens. */
  public enum Kind {
    /** A key word or a name without quotes. */
    WORD,
    /** A name in quotes. */
    QUOTED,
    /** A string literal in any form. */
    STRING,
    /** A number. */
    NUMBER,
    /** Anything else: {@code ::}, a parameter such as {@code $1}, or a single character. */
    SYMBOL,
    /** The end of the text. */
    END
  }

  /** Whether this is that word, in any case. */
  public boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** Whether this is that symbol. */
  public boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.length() == 1 && text.charAt(0) == symbol;
  }

  /** Whether this may be a name. */
  public boolean isIdentifier() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }

  /** The token as it is written in the text from which it was read. */
  public String in(String sql) {
    return kind == Kind.QUOTED || kind == Kind.STRING ? sql.substring(start, end) : text;
  }
}

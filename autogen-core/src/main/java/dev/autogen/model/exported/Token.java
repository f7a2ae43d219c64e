package dev.autogen.model.exported;

/**
 * A lexical element of SQL.
 *
 * @param text the spelling; of a quoted identifier or a string what stands between the quotes
 * @param start the offset of its first character in the statement
 * @param end the offset behind its last character
 */
record Token(Kind kind, String text, int start, int end) {

  enum Kind {
    /** A key word or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes. */
    QUOTED,
    /** A literal in single quotes or dollar quotes. */
    STRING,
    NUMBER,
    /** Anything else, a character at a time. */
    SYMBOL,
    /** The end of the statement. */
    END
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  boolean isIdentifier() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}

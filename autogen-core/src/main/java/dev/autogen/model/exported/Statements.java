package dev.autogen.model.exported;

import dev.autogen.model.exported.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits a script into its statements. */
public final class Statements {

  private Statements() {}

  /** The statements between semicolons; those in quotes and in bodies of functions end none. */
  public static List<String> of(String script) {
    List<String> statements = new ArrayList<>();
    int start = 0;
    boolean body = false;
    for (Token token : Tokenizer.tokens(script)) {
      // BEGIN ATOMIC … END, the body of a function in standard SQL, may hold CASE … END too.
      body |= token.isWord("atomic");
      boolean ends = token.kind() == Kind.END || (token.isSymbol(';') && !body);
      if (ends) {
        String statement = script.substring(start, token.start()).strip();
        if (!statement.isEmpty()) {
          statements.add(statement);
        }
        start = token.end();
      }
    }
    return statements;
  }
}

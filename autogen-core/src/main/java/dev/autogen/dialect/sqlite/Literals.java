package dev.autogen.dialect.sqlite;

import dev.autogen.sql.Token;
import dev.autogen.sql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Tells which defaults SQLite takes without parentheses (manual, lang_createtable). */
final class Literals {

  private static final Set<String> WORDS =
      Set.of("null", "true", "false", "current_time", "current_date", "current_timestamp");

  private Literals() {}

  /** Whether it is a literal: a number with or without a sign, a string, or one of a few words. */
  static boolean isLiteral(String sql) {
    List<Token> tokens = SqliteText.RULES.tokens(sql);
    int size = tokens.size() - 1;
    if (size == 0) {
      return false;
    }
    Token first = tokens.get(0);
    boolean signed = first.isSymbol('-') || first.isSymbol('+');
    if (signed || first.kind() == Kind.NUMBER) {
      return sql.strip().matches("[-+]?\\s*(?i:0x[0-9a-f]+|[0-9]+\\.?[0-9]*(?:e[-+]?[0-9]+)?)");
    }
    return size == 1
        && (first.kind() == Kind.STRING
            || first.kind() == Kind.WORD && WORDS.contains(SqliteText.lower(first.text())));
  }

  /** Whether it means the same at any time: not the present date or time. */
  static boolean isConstant(String sql) {
    return isLiteral(sql) && !SqliteText.lower(sql).startsWith("current_");
  }
}

package dev.autogen.sql;

import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a script into its statements at semicolons. As in psql, semicolons in literals, names,
 * comments, parentheses and function bodies do not count.
 */
final class Script {

  private static final int HEAD = 6;

  /**
   * The words of blocks that do not begin with {@code BEGIN}, and end with {@code END} and the same
   * word.
   */
  private static final Set<String> BLOCKS = Set.of("if", "loop", "while", "repeat");

  private final String sql;
  private final ScriptRules rules;
  private final Lexer lexer;
  private final List<String> statements = new ArrayList<>();
  private String delimiter = ";";
  private int start;
  private Token previous;
  private int tokens;
  private int parentheses;
  private int blocks;
  private boolean creates;
  private boolean bodied;
  private boolean ended;

  Script(String sql, TextRules rules) {
    this.sql = sql;
    this.rules = rules.scripts();
    this.lexer = new Lexer(sql, rules);
    this.previous = nothing();
  }

  private static Token nothing() {
    return new Token(Kind.SYMBOL, "", 0, 0);
  }

  List<String> statements() {
    for (Token token = lexer.next(); token.kind() != Kind.END; token = lexer.next()) {
      closeBlock(token);
      if (tokens == 0 && rules.delimiter() && token.isWord("delimiter")) {
        delimiter(token);
      } else if (parentheses == 0 && blocks == 0 && sql.startsWith(delimiter, token.start())) {
        end(token.start());
        begin(token.start() + delimiter.length());
      } else {
        count(token);
      }
    }
    end(sql.length());
    return statements;
  }

  /** Reads a client's {@code DELIMITER} command, which has a line of its own. */
  private void delimiter(Token word) {
    int end = sql.indexOf('\n', word.end());
    String other = sql.substring(word.end(), end < 0 ? sql.length() : end).strip();
    delimiter = other.isEmpty() ? delimiter : other;
    begin(end < 0 ? sql.length() : end + 1);
  }

  private void begin(int position) {
    start = position;
    lexer.moveTo(position);
    previous = nothing();
    tokens = 0;
    parentheses = 0;
    blocks = 0;
    creates = false;
    bodied = false;
    ended = false;
  }

  private void end(int position) {
    if (tokens > 0) {
      statements.add(sql.substring(start, position).strip());
    }
  }

  private void count(Token token) {
    tokens++;
    if (token.isSymbol('(')) {
      parentheses++;
    } else if (token.isSymbol(')')) {
      parentheses = Math.max(0, parentheses - 1);
    } else if (token.kind() == Kind.WORD) {
      word(token);
    }
    previous = token;
  }

  private void word(Token token) {
    String word = lower(token);
    if (tokens == 1) {
      creates = word.equals("create");
    } else if (creates && tokens <= HEAD) {
      bodied |= rules.bodied().contains(word);
    }
    if (blocks > 0) {
      inBody(word);
    } else if (bodied && parentheses == 0 && beginsBody(token)) {
      blocks = 1;
    }
  }

  private boolean beginsBody(Token token) {
    List<String> body = rules.body();
    int last = body.size() - 1;
    return last >= 0
        && token.isWord(body.get(last))
        && (last == 0 || previous.isWord(body.get(last - 1)));
  }

  private void inBody(String word) {
    if (word.equals("end")) {
      ended = true;
    } else if (word.equals("begin") || (word.equals("case") && !previous.isWord("end"))) {
      blocks++;
    }
  }

  /**
   * Closes a block at {@code END}. {@code END IF} and the like close nothing, because their
   * beginnings were not counted.
   */
  private void closeBlock(Token next) {
    if (ended && !(next.kind() == Kind.WORD && BLOCKS.contains(lower(next)))) {
      blocks--;
    }
    ended = false;
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}

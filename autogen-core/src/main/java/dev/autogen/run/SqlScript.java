package dev.autogen.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a text of several SQL statements apart at its semicolons: those outside of literals, quoted
 * names, comments, dollar quotes (PostgreSQL manual, 4.1.2.4) and {@code BEGIN ATOMIC} bodies.
 */
public final class SqlScript {

  private static final Pattern DOLLAR_QUOTE =
      Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");

  private final String sql;
  private final List<String> statements = new ArrayList<>();
  private int at;
  private int start;
  private boolean anything;
  private String previousWord = "";
  private int atomicDepth;

  private SqlScript(String sql) {
    this.sql = sql;
  }

  /** The statements in order, without closing semicolons; comments alone are no statement. */
  public static List<String> statements(String sql) {
    return new SqlScript(sql).split();
  }

  /** The text from its first word on. */
  static String afterComments(String sql) {
    SqlScript script = new SqlScript(sql);
    while (script.at < sql.length() && script.skipsBlank()) {}
    return sql.substring(Math.min(script.at, sql.length()));
  }

  private List<String> split() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ';' && atomicDepth == 0) {
        end();
        at++;
        start = at;
      } else if (!skipsBlank()) {
        anything = true;
        skipToken(c);
      }
    }
    end();
    return statements;
  }

  /** Passes over a comment or a blank, if one is here. */
  private boolean skipsBlank() {
    if (sql.startsWith("--", at)) {
      skipLine();
    } else if (sql.startsWith("/*", at)) {
      skipComment();
    } else if (Character.isWhitespace(sql.charAt(at))) {
      at++;
    } else {
      return false;
    }
    return true;
  }

  /** The server ends such a comment at a carriage return, too. */
  private void skipLine() {
    while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
      at++;
    }
  }

  private void end() {
    if (anything) {
      statements.add(sql.substring(start, Math.min(at, sql.length())).strip());
    }
    anything = false;
    previousWord = "";
    atomicDepth = 0;
  }

  private void skipToken(char c) {
    if (c == '\'') {
      skipLiteral(previousWord.equals("e") && at > 0 && isE(sql.charAt(at - 1)));
    } else if (c == '"') {
      at = after("\"", at + 1);
    } else if (c == '$') {
      Matcher quote = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
      at = quote.lookingAt() ? after(quote.group(), quote.end()) : at + 1;
    } else {
      Matcher word = WORD.matcher(sql).region(at, sql.length());
      if (word.lookingAt()) {
        at = word.end();
        word(word.group().toLowerCase(Locale.ROOT));
      } else {
        at++;
      }
    }
  }

  private static boolean isE(char c) {
    return c == 'e' || c == 'E';
  }

  private void word(String word) {
    if (word.equals("atomic") && previousWord.equals("begin")) {
      atomicDepth = 1;
    } else if (atomicDepth > 0 && word.equals("case")) {
      atomicDepth++;
    } else if (atomicDepth > 0 && word.equals("end")) {
      atomicDepth--;
    }
    previousWord = word;
  }

  private void skipLiteral(boolean escapes) {
    at++;
    while (at < sql.length() && sql.charAt(at) != '\'') {
      at += escapes && sql.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
  }

  private int after(String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }
}

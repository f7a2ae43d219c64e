package dev.autogen.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * SQL text as tokens: enough to see which names an expression mentions, and whether two texts say
 * the same but for spelling.
 */
public final class SqlWords {

  private static final Set<String> TYPE_WORDS =
      Set.of("varying", "precision", "with", "without", "time", "zone");
  private static final Set<String> TYPE_SUFFIXES =
      Set.of("[", "]", "with", "without", "time", "zone");

  private SqlWords() {}

  /**
   * The tokens of a text: string literals, quoted names, words, numbers and single symbols, white
   * space left out. {@code ::} is one token.
   */
  public static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>();
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      int end = i + 1;
      if (Character.isWhitespace(c)) {
        i = end;
        continue;
      } else if (c == '\'' || c == '"') {
        end = closing(sql, i, c);
      } else if (isPrefix(sql, i)) {
        end = closing(sql, i + 1, '\'');
      } else if (isWord(c)) {
        while (end < sql.length() && (isWord(sql.charAt(end)) || isPoint(sql, i, end))) {
          end++;
        }
      } else if (c == ':' && end < sql.length() && sql.charAt(end) == ':') {
        end++;
      }
      tokens.add(sql.substring(i, end));
      i = end;
    }
    return tokens;
  }

  /** Whether a literal such as {@code E'a\\n'} or {@code B'01'} begins here. */
  private static boolean isPrefix(String sql, int at) {
    return at + 1 < sql.length()
        && sql.charAt(at + 1) == '\''
        && "eEbBxXnN".indexOf(sql.charAt(at)) >= 0;
  }

  private static boolean isPoint(String sql, int start, int at) {
    return sql.charAt(at) == '.' && Character.isDigit(sql.charAt(start));
  }

  private static int closing(String sql, int start, char quote) {
    int i = start + 1;
    boolean escapes = start > 0 && "eE".indexOf(sql.charAt(start - 1)) >= 0;
    while (i < sql.length()) {
      if (escapes && sql.charAt(i) == '\\') {
        i++;
      } else if (sql.charAt(i) == quote) {
        if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
          i++;
        } else {
          return i + 1;
        }
      }
      i++;
    }
    return sql.length();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /** Whether an expression mentions a name, quoted or in any case. */
  public static boolean mentions(String sql, String name) {
    return mayMention(sql, name) && tokens(sql).stream().anyMatch(token -> isName(token, name));
  }

  /** Spares most texts the cutting into tokens: each of many is asked for each of many names. */
  private static boolean mayMention(String sql, String name) {
    boolean plain = name.chars().allMatch(c -> c < 0x80 && c != '"');
    return !plain || sql.contains(name) || sql.toLowerCase(Locale.ROOT).contains(name);
  }

  /** The words of an expression that may be names: as quoted, or else in lower case. */
  public static Set<String> names(String sql) {
    Set<String> names = new HashSet<>();
    for (String token : tokens(sql)) {
      names.add(
          token.startsWith("\"") && token.length() > 1
              ? token.substring(1, token.length() - 1).replace("\"\"", "\"")
              : token.toLowerCase(Locale.ROOT));
    }
    return names;
  }

  /** The expression with a name replaced wherever it stands as a word of its own. */
  public static String renamed(String sql, String from, String to) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    for (String token : tokens(sql)) {
      int start = sql.indexOf(token, position);
      result.append(sql, position, start);
      result.append(isName(token, from) ? name(to) : token);
      position = start + token.length();
    }
    return result.append(sql.substring(position)).toString();
  }

  private static boolean isName(String token, String name) {
    return token.startsWith("\"")
        ? token.equals("\"" + name.replace("\"", "\"\"") + "\"")
        : token.toLowerCase(Locale.ROOT).equals(name);
  }

  private static String name(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !KeyWords.contains(name)
        ? name
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /**
   * A normal form by the text alone: one space between tokens, words in lower case, casts of
   * literals and enclosing parentheses left out. Two texts with one normal form mean the same; the
   * reverse needs a database.
   */
  public static String normal(String sql) {
    List<String> tokens = new ArrayList<>();
    List<String> all = tokens(sql);
    for (int i = 0; i < all.size(); i++) {
      String token = all.get(i);
      if (token.equals("::") && i > 0 && all.get(i - 1).startsWith("'")) {
        i = endOfType(all, i + 1) - 1;
      } else {
        tokens.add(isQuote(token) ? token : token.toLowerCase(Locale.ROOT));
      }
    }
    while (isEnclosed(tokens)) {
      tokens = tokens.subList(1, tokens.size() - 1);
    }
    return String.join(" ", tokens);
  }

  private static boolean isQuote(String token) {
    return token.startsWith("'") || token.startsWith("\"");
  }

  private static int endOfType(List<String> tokens, int start) {
    int i = start + 1;
    while (i < tokens.size() && continuesType(tokens.get(i), tokens.get(i - 1))) {
      i++;
    }
    if (i < tokens.size() && tokens.get(i).equals("(")) {
      i = tokens.subList(i, tokens.size()).indexOf(")") + i + 1;
    }
    while (i < tokens.size() && TYPE_SUFFIXES.contains(tokens.get(i))) {
      i++;
    }
    return i;
  }

  private static boolean continuesType(String token, String previous) {
    return token.equals(".") || previous.equals(".") || TYPE_WORDS.contains(token);
  }

  private static boolean isEnclosed(List<String> tokens) {
    if (tokens.size() < 2 || !tokens.get(0).equals("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).equals("(")) {
        depth++;
      } else if (tokens.get(i).equals(")") && --depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }
}

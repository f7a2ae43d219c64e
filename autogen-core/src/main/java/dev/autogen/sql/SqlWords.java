package dev.autogen.sql;

import dev.autogen.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Splits expressions of a database's SQL into words. That is enough to see which names an
 * expression contains, and whether two texts differ only in spelling.
 */
public final class SqlWords {

  private static final Set<String> TYPE_WORDS =
      Set.of("varying", "precision", "with", "without", "time", "zone");
  private static final Set<String> TYPE_SUFFIXES =
      Set.of("[", "]", "with", "without", "time", "zone");

  private final TextRules rules;

  SqlWords(TextRules rules) {
    this.rules = rules;
  }

  /**
   * The words of a text as they are written: string literals, quoted names, words, numbers and
   * single symbols, without white space and comments. {@code ::} is one word.
   */
  public List<String> of(String sql) {
    List<String> words = new ArrayList<>();
    for (Token token : tokens(sql)) {
      words.add(token.in(sql));
    }
    return words;
  }

  /** The values of the plain string literals of a text: those without a letter before the quote. */
  public List<String> literals(String sql) {
    return tokens(sql).stream()
        .filter(token -> token.kind() == Kind.STRING && sql.charAt(token.start()) == '\'')
        .map(Token::text)
        .toList();
  }

  /** The rules by which texts are read. */
  public TextRules rules() {
    return rules;
  }

  private List<Token> tokens(String sql) {
    List<Token> tokens = rules.tokens(sql);
    return tokens.subList(0, tokens.size() - 1);
  }

  /** Whether an expression contains a name, quoted or in any case. */
  public boolean mentions(String sql, String name) {
    return mayMention(sql, name) && tokens(sql).stream().anyMatch(token -> isName(token, name));
  }

  /**
   * A quick check that saves splitting most texts into tokens: many texts are searched for many
   * names.
   */
  private static boolean mayMention(String sql, String name) {
    boolean plain = name.chars().allMatch(SqlWords::isSpelledAlike);
    return !plain || sql.contains(name) || containsInAnyCase(sql, name);
  }

  /** Whether a character of a name is always written as itself, without quotes or escapes. */
  private static boolean isSpelledAlike(int c) {
    return c < 0x80 && c != '"' && c != '`' && c != ']';
  }

  private static boolean containsInAnyCase(String sql, String name) {
    int length = name.length();
    for (int i = 0; i + length <= sql.length(); i++) {
      if (sql.regionMatches(true, i, name, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** The words of an expression that may be names, as the database stores them. */
  public Set<String> names(String sql) {
    Set<String> names = new HashSet<>();
    for (Token token : tokens(sql)) {
      if (token.isIdentifier()) {
        names.add(name(token));
      }
    }
    return names;
  }

  private String name(Token token) {
    NameRules names = rules.names();
    return token.kind() == Kind.QUOTED ? names.named(token.text()) : names.folded(token.text());
  }

  /** Whether a token is a name, quoted or in any case. */
  public boolean isName(Token token, String name) {
    return token.isIdentifier() && name(token).equals(name);
  }

  /** The expression with a name replaced wherever it is a word of its own. */
  public String renamed(String sql, String from, String to) {
    return replaced(sql, token -> isName(token, from), rules.names().written(to));
  }

  /** The expression with some of its words replaced. */
  public String replaced(String sql, Predicate<Token> which, String other) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    for (Token token : tokens(sql)) {
      if (which.test(token)) {
        result.append(sql, position, token.start()).append(other);
        position = token.end();
      }
    }
    return result.append(sql, position, sql.length()).toString();
  }

  /**
   * A normal form that depends only on the text: one space between words, lower case, without casts
   * of literals and enclosing parentheses. Two texts with the same normal form mean the same.
   * Whether two others do, only a database can tell.
   */
  public String normal(String sql) {
    List<String> words = new ArrayList<>();
    List<Token> all = tokens(sql);
    List<String> spelled = spellings(sql, all);
    for (int i = 0; i < all.size(); i++) {
      String word = spelled.get(i);
      if (word.equals("::") && i > 0 && spelled.get(i - 1).startsWith("'")) {
        i = endOfType(spelled, i + 1) - 1;
      } else {
        words.add(isExact(all.get(i)) ? word : word.toLowerCase(Locale.ROOT));
      }
    }
    while (isEnclosed(words)) {
      words = words.subList(1, words.size() - 1);
    }
    return String.join(" ", words);
  }

  private static boolean isExact(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.QUOTED;
  }

  private static int endOfType(List<String> words, int start) {
    int i = start + 1;
    while (i < words.size() && continuesType(words.get(i), words.get(i - 1))) {
      i++;
    }
    if (i < words.size() && words.get(i).equals("(")) {
      i = words.subList(i, words.size()).indexOf(")") + i + 1;
    }
    while (i < words.size() && TYPE_SUFFIXES.contains(words.get(i))) {
      i++;
    }
    return i;
  }

  private static boolean continuesType(String word, String previous) {
    return word.equals(".") || previous.equals(".") || TYPE_WORDS.contains(word);
  }

  /** The expression without parentheses that enclose all of it. */
  public String unwrapped(String sql) {
    String text = sql.strip();
    if (!text.startsWith("(")) {
      return text;
    }
    List<Token> tokens = tokens(text);
    int outer = 0;
    while (isEnclosed(spellings(text, tokens.subList(outer, tokens.size() - outer)))) {
      outer++;
    }
    return outer == 0
        ? text
        : text.substring(tokens.get(outer - 1).end(), tokens.get(tokens.size() - outer).start())
            .strip();
  }

  private static List<String> spellings(String sql, List<Token> tokens) {
    return tokens.stream().map(token -> token.in(sql)).toList();
  }

  private static boolean isEnclosed(List<String> words) {
    if (words.size() < 2 || !words.get(0).equals("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("(")) {
        depth++;
      } else if (words.get(i).equals(")") && --depth == 0) {
        return i == words.size() - 1;
      }
    }
    return false;
  }
}

package dev.autogen.dialect.sqlite;

import dev.autogen.schema.QualifiedName;
import dev.autogen.sql.CommentRules;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.NameRules.Folding;
import dev.autogen.sql.ScriptRules;
import dev.autogen.sql.StringRules;
import dev.autogen.sql.TextRules;
import dev.autogen.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules by which SQLite reads SQL (manual, {@code lang_keywords}). Most of its key words can be
 * names; those here cannot, or not everywhere.
 */
final class SqliteText {

  private static final Set<String> KEY_WORDS =
      Set.of(
          ("add all alter and as asc autoincrement between case cast check collate column commit"
                  + " constraint create cross current_date current_time current_timestamp default"
                  + " deferrable delete desc distinct drop each else end escape except exists"
                  + " explain filter for foreign from full glob group having if in index indexed"
                  + " inner insert instead intersect into is isnull join left like limit match"
                  + " natural not nothing notnull null offset on or order outer over partition"
                  + " pragma primary raise references regexp replace returning right select set"
                  + " table then to transaction trigger union unique update using values view"
                  + " virtual when where window with without true false rowid oid _rowid_")
              .split(" "));

  /** How it is read and written. */
  static final TextRules RULES =
      new TextRules(
          new NameRules(
              List.of(
                  NameRules.Quotes.DOUBLE, NameRules.Quotes.BACKTICKS, NameRules.Quotes.BRACKETS),
              Folding.LOWER_ALSO_IN_QUOTES,
              0,
              NameRules.Unit.CHARACTERS,
              KEY_WORDS,
              false,
              NameRules.Scope.RELATIONS),
          new StringRules(
              StringRules.Backslashes.PLAIN, false, false, StringRules.Bytes.HEXADECIMAL),
          new CommentRules(false, false, false),
          new ScriptRules(Set.of("trigger"), List.of("begin"), false));

  private SqliteText() {}

  /** The name, in quotes where it must be. */
  static String quote(String name) {
    return RULES.names().written(name);
  }

  /** The name with its schema if it has one, each in quotes where it must be. */
  static String quote(QualifiedName name) {
    return RULES.names().written(name.schema(), name.name());
  }

  /** The names in parentheses. */
  static String list(List<String> columns) {
    return columns.stream().map(SqliteText::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** What autogen calls the thing that the catalog has under that name. */
  static String named(String stored) {
    return RULES.names().named(stored);
  }

  /** The expression with quotes only around names that need them. */
  static String plain(String sql) {
    if (sql.indexOf('"') < 0 && sql.indexOf('`') < 0 && sql.indexOf('[') < 0) {
      return sql;
    }
    StringBuilder result = new StringBuilder();
    int position = 0;
    for (Token token : RULES.tokens(sql)) {
      if (token.kind() == Token.Kind.QUOTED) {
        String written = quote(RULES.name(token));
        result.append(sql, position, token.start()).append(written);
        position = token.end();
      }
    }
    return result.append(sql.substring(position)).toString();
  }

  /** A text as a literal. */
  static String literal(String text) {
    return RULES.literal(text);
  }

  /** A word in small letters. */
  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

package dev.autogen.dialect.postgresql.text;

import dev.autogen.sql.CommentRules;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.ScriptRules;
import dev.autogen.sql.SqlWords;
import dev.autogen.sql.StringRules;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Set;

/** The rules by which PostgreSQL reads SQL (PostgreSQL manual, 4.1 Lexical Structure). */
public final class PostgreSqlText {

  /** One less than {@code NAMEDATALEN}. */
  private static final int NAME_BYTES = 63;

  /**
   * Names are folded in their ASCII letters alone ({@code downcase_identifier}), and cut at a
   * character's boundary ({@code truncate_identifier}).
   */
  private static final NameRules NAMES =
      new NameRules(
          List.of(NameRules.Quotes.DOUBLE),
          NameRules.Folding.LOWER,
          NAME_BYTES,
          NameRules.Unit.BYTES,
          KeyWords.ALL);

  /** The rules. */
  public static final TextRules RULES =
      new TextRules(
          NAMES,
          new StringRules(StringRules.Backslashes.AFTER_E, false, true, StringRules.Bytes.TEXT),
          new CommentRules(true, false, false),
          new ScriptRules(Set.of("function", "procedure"), List.of("begin", "atomic"), false));

  /** The rules by which its expressions are split into words. */
  public static final SqlWords WORDS = RULES.words();

  private PostgreSqlText() {}
}

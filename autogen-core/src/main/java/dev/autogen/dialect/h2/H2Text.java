package dev.autogen.dialect.h2;

import dev.autogen.sql.CommentRules;
import dev.autogen.sql.NameRules;
import dev.autogen.sql.NameRules.Folding;
import dev.autogen.sql.ScriptRules;
import dev.autogen.sql.StringRules;
import dev.autogen.sql.TextRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules by which H2 reads SQL; its settings decide what becomes of names without quotes. */
final class H2Text {

  /** {@code Constants.MAX_IDENTIFIER_LENGTH}. */
  private static final int NAME_LENGTH = 256;

  private static final Pattern NOT_UPPER =
      Pattern.compile("(?i);\\s*database_to_upper\\s*=\\s*false");
  private static final Pattern SCHEMA = Pattern.compile("(?i);\\s*schema\\s*=\\s*([^;]+)");
  private static final Pattern LOWER = Pattern.compile("(?i);\\s*database_to_lower\\s*=\\s*true");

  private static final Pattern UNICODE =
      Pattern.compile("\\bU&((?:\"(?:[^\"]|\"\")*+\"|'(?:[^']|'')*+'))");

  /** The words that can be a name only in quotes (H2 manual, Keywords / Reserved Words). */
  private static final Set<String> KEY_WORDS =
      Set.of(
          ("all and any array as asymmetric authorization between both case cast check constraint"
                  + " cross current_catalog current_date current_path current_role current_schema"
                  + " current_time current_timestamp current_user day default distinct else end"
                  + " except exists false fetch for foreign from full group groups having hour if"
                  + " ilike in inner intersect intersects interval is join key leading left like"
                  + " limit localtime localtimestamp minus minute month natural not null offset on"
                  + " or order over partition primary qualify range regexp right row rownum rows"
                  + " second select session_user set some symmetric system_user table to top"
                  + " trailing true uescape union unique unknown user using value values when where"
                  + " window with year _rowid_")
              .split(" "));

  private H2Text() {}

  /** The schema of names without one, as it stands in the catalog. */
  static String defaultSchema(String jdbcUrl) {
    Matcher schema = SCHEMA.matcher(jdbcUrl);
    if (!schema.find()) {
      return LOWER.matcher(jdbcUrl).find() ? "public" : "PUBLIC";
    }
    return of(jdbcUrl).names().stored(of(jdbcUrl).name(schema.group(1)));
  }

  /** The rules of a database at that URL. */
  static TextRules of(String jdbcUrl) {
    if (LOWER.matcher(jdbcUrl).find()) {
      return rules(Folding.LOWER, false);
    }
    return NOT_UPPER.matcher(jdbcUrl).find()
        ? rules(Folding.NONE, false)
        : rules(Folding.LOWER, true);
  }

  /**
   * The rules.
   *
   * @param swapped whether a name without quotes is stored in capitals, while autogen calls it by
   *     small letters
   */
  private static TextRules rules(Folding folding, boolean swapped) {
    return new TextRules(
        new NameRules(
            List.of(NameRules.Quotes.DOUBLE),
            folding,
            NAME_LENGTH,
            NameRules.Unit.CHARACTERS,
            KEY_WORDS,
            swapped,
            NameRules.Scope.KINDS),
        new StringRules(StringRules.Backslashes.PLAIN, false, true, StringRules.Bytes.HEXADECIMAL),
        new CommentRules(true, false, false),
        new ScriptRules(Set.of(), List.of(), false));
  }

  /** The text with names and literals such as {@code U&"GR\\00d6SSE"} written in plain letters. */
  static String plain(String printed) {
    if (!printed.contains("U&")) {
      return printed;
    }
    return UNICODE
        .matcher(printed)
        .replaceAll(found -> Matcher.quoteReplacement(letters(found.group(1))));
  }

  /** Resolves the escapes of SQL:2016, 5.3 {@code <Unicode escape value>}. */
  private static String letters(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\' || i + 1 == escaped.length()) {
        text.append(c);
      } else if (escaped.charAt(i + 1) == '\\') {
        text.append('\\');
        i++;
      } else if (escaped.charAt(i + 1) == '+') {
        text.appendCodePoint(Integer.parseInt(escaped.substring(i + 2, i + 8), 16));
        i += 7;
      } else {
        text.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
        i += 4;
      }
    }
    return text.toString();
  }

  /** A word of the catalog, such as {@code NO ACTION}, in small letters. */
  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}

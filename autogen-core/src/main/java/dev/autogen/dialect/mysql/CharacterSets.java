package dev.autogen.dialect.mysql;

import dev.autogen.schema.Column;
import dev.autogen.schema.SqlType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the character set of a column by its usual collation, which implies it. A collation that
 * is that of the database is left out.
 */
final class CharacterSets {

  private static final Pattern CHARACTER_SET =
      Pattern.compile("(?i)(.*?) (?:character set|charset|char set) ([\\w]+)(.*)");

  private CharacterSets() {}

  static Column resolved(Column column, Server server) {
    SqlType type = column.type();
    @Nullable String collation = column.collation();
    Matcher clause = CHARACTER_SET.matcher(type.name());
    if (clause.matches()) {
      String set = clause.group(2).equals("utf8") ? utf8(server) : clause.group(2);
      if (collation == null) {
        collation = server.collations().getOrDefault(set, set + "_general_ci");
      }
      type =
          SqlType.of((clause.group(1) + clause.group(3)).strip()).withArguments(type.arguments());
    } else if (type.name().startsWith("national ")
        || type.name().startsWith("nchar")
        || type.name().startsWith("nvarchar")) {
      collation = collation == null ? server.collations().get(utf8(server)) : collation;
    }
    boolean usual =
        collation != null
            && (collation.equalsIgnoreCase(server.collation())
                || !MySqlTypes.isText(MySqlTypes.canonical(type)));
    return column.withType(type).withCollation(usual ? null : collation);
  }

  /** The name of the former {@code utf8}, whose characters have up to three bytes. */
  private static String utf8(Server server) {
    return server.collations().containsKey("utf8mb3") ? "utf8mb3" : "utf8";
  }
}

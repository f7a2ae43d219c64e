package dev.autogen.lint;

import dev.autogen.dialect.Dialect;
import dev.autogen.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tables that a text may be about, so that only these need rows. */
final class NamedTables {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  private NamedTables() {}

  static Set<QualifiedName> in(Connection connection, Dialect dialect, String text)
      throws SQLException {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    String here = connection.getSchema();
    Set<QualifiedName> named = new HashSet<>();
    for (QualifiedName table : dialect.executionRules().tables(connection)) {
      String name = table.name().toLowerCase(Locale.ROOT);
      if (words.contains(name) || !WORD.matcher(name).matches() && text.contains(table.name())) {
        boolean plain = table.schema() != null && table.schema().equals(here);
        named.add(plain ? QualifiedName.of(table.name()) : table);
      }
    }
    return named;
  }
}

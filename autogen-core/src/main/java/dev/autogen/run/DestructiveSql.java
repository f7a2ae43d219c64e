package dev.autogen.run;

import dev.autogen.dialect.DataLoss;
import dev.autogen.dialect.Dialect;
import dev.autogen.operation.ExecuteSql;
import dev.autogen.operation.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds operations that remove rows or values, as far as their SQL shows it. */
final class DestructiveSql {

  private static final Pattern LOSING =
      Pattern.compile(
          "\\b(delete\\s+from|truncate|merge\\s+into|drop\\s+(table|schema|owned|column)"
              + "|alter\\s+table\\s[^;]*\\bdrop\\s+(?!constraint|default|not|expression|identity))\\b",
          Pattern.CASE_INSENSITIVE);

  private DestructiveSql() {}

  /** The loss in words; empty if nothing is lost. */
  static Optional<String> loss(Operation operation, Dialect dialect) {
    if (operation instanceof ExecuteSql raw) {
      return dialect.textRules().statements(raw.sql()).stream()
          .flatMap(statement -> losing(statement).stream())
          .findFirst();
    }
    return new DataLoss(dialect.typeRules()).afterSuccess(operation)
        ? Optional.of(operation.summary())
        : Optional.empty();
  }

  /**
   * The line that loses rows; a function that would delete rows deletes none when it is created.
   */
  private static Optional<String> losing(String statement) {
    if (statement.strip().toLowerCase(Locale.ROOT).startsWith("create")) {
      return Optional.empty();
    }
    return LOSING
        .matcher(statement)
        .results()
        .findFirst()
        .flatMap(found -> statement.substring(found.start()).lines().findFirst());
  }
}

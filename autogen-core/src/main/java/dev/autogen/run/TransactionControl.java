package dev.autogen.run;

import dev.autogen.schema.AutogenException;
import dev.autogen.sql.TextRules;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds statements that would end the transaction in which a revision and its version row commit.
 */
public final class TransactionControl {

  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?is)(begin|commit|end|abort|start\\s+transaction|prepare\\s+transaction"
              + "|rollback(?!\\s+(?:work\\s+|transaction\\s+)?to\\b))\\b.*");

  private TransactionControl() {}

  /** The word by which a statement begins or ends a transaction; empty for any other statement. */
  public static Optional<String> of(String statement, TextRules text) {
    Matcher found = STATEMENT.matcher(text.afterComments(statement));
    return found.matches()
        ? Optional.of(found.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /**
   * Lets any other statement pass.
   *
   * @throws AutogenException if the statement begins or ends a transaction
   */
  static void refuse(String statement, TextRules text) {
    Optional<String> word = of(statement, text);
    if (word.isPresent()) {
      throw AutogenException.failed(
          "the migration's SQL has the statement "
              + word.get()
              + "; a revision commits together with its version row, so the runner alone begins and"
              + " ends transactions. Take the statement out, or put what must commit by itself in"
              + " op.autocommit(...)",
          null);
    }
  }
}

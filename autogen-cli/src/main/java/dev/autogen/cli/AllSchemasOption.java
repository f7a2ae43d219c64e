package dev.autogen.cli;

import dev.autogen.schema.AutogenException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command works: in one schema, or in all that a query names. */
final class AllSchemasOption {

  @Option(
      names = "--all-schemas",
      paramLabel = "QUERY",
      description =
          "Work in every schema that the SQL query names, such as \"select name from tenants\";"
              + " one that fails stops no other.")
  private @Nullable String query;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How many schemas are worked on at a time; each takes two connections (default: 4).")
  private int parallel;

  @Nullable String query() {
    return query;
  }

  int parallel() {
    return parallel;
  }

  /** The option as it was written, for the commands that messages name. */
  String text() {
    return " --all-schemas \"" + String.valueOf(query).replaceAll("([\"$`\\\\])", "\\\\$1") + "\"";
  }

  /**
   * Refuses an option that is for one schema.
   *
   * @throws AutogenException if it was given
   */
  void refuseWith(String option, boolean given) {
    if (given) {
      throw AutogenException.usage(
          option
              + " is for one schema, and --all-schemas for many; name one in the URL, as in '--url"
              + " jdbc:postgresql://host/db?currentSchema=NAME "
              + option
              + "'.");
    }
  }
}

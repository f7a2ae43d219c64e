package dev.autogen.config;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Shortens the messages of parsers so that they do not quote the file: if a quotation mark is
 * missing there, the quoted part is the password.
 */
final class ParserMessage {

  /** A message of tomlj: what it found, and what it expected. */
  private static final Pattern FOUND = Pattern.compile("(?s)^Unexpected .*, expected ");

  /** Words in a message of SnakeYAML Engine after which it quotes the file. */
  private static final Pattern QUOTING =
      Pattern.compile("(?s)(,? but (?:got|found)|alias|anchor|tag|character|handle) .*");

  private static final Pattern QUOTED = Pattern.compile("(?s)'[^']{2,}'|'.*$");

  private ParserMessage() {}

  /** The message without quotations. */
  static String of(String message) {
    String words = FOUND.matcher(message).replaceFirst("Unexpected text, expected ");
    return QUOTED.matcher(words).replaceAll("…");
  }

  /** The message without quotations and without the lines around the place. */
  static String of(MarkedYamlEngineException failure) {
    String context = failure.getContext() == null ? "" : failure.getContext();
    String problem = failure.getProblem() == null ? "" : failure.getProblem();
    String words = (context.isBlank() ? "" : context + ": ") + problem;
    return of(QUOTING.matcher(words).replaceFirst("$1")) + ".";
  }
}

package dev.autogen.config;

import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What parsers say is wrong, without what they quote of the file: where a quote is forgotten, that
 * is the password.
 */
final class ParserWords {

  /** Of tomlj: what it found, and what it expected. */
  private static final Pattern FOUND = Pattern.compile("(?s)^Unexpected .*, expected ");

  /** Of SnakeYAML Engine: words after which it quotes. */
  private static final Pattern QUOTING =
      Pattern.compile("(?s)(,? but (?:got|found)|alias|anchor|tag|character|handle) .*");

  private static final Pattern QUOTED = Pattern.compile("(?s)'[^']{2,}'|'.*$");

  private ParserWords() {}

  /** The words of a message. */
  static String of(String message) {
    String words = FOUND.matcher(message).replaceFirst("Unexpected text, expected ");
    return QUOTED.matcher(words).replaceAll("…");
  }

  /** The words of a message, without the lines around the place. */
  static String of(MarkedYamlEngineException failure) {
    String context = failure.getContext() == null ? "" : failure.getContext();
    String problem = failure.getProblem() == null ? "" : failure.getProblem();
    String words = (context.isBlank() ? "" : context + ": ") + problem;
    return of(QUOTING.matcher(words).replaceFirst("$1")) + ".";
  }
}

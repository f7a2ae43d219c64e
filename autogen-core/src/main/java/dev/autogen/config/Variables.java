package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces {@code ${NAME}} and {@code ${NAME:-fallback}} by variables of the environment. */
final class Variables {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_.]*)(?::-([^}]*))?}");

  private final Map<String, String> environment;

  Variables(Map<String, String> environment) {
    this.environment = environment;
  }

  @Nullable String get(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * The text with its references replaced; {@code $${} stands for {@code ${} itself.
   *
   * @param place where the text was written, for the message
   * @throws AutogenException if a variable is not set and has no fallback
   */
  String replace(String text, String place) {
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(valueOf((Matcher) reference, place)));
  }

  private String valueOf(Matcher reference, String place) {
    String name = reference.group(1);
    if (name == null) {
      return "${";
    }
    String value = get(name);
    if (value != null) {
      return value;
    }
    if (reference.group(2) != null) {
      return reference.group(2);
    }
    throw AutogenException.usage(
        place
            + ": the environment variable "
            + name
            + " is not set; set it, put it into .env, or write ${"
            + name
            + ":-fallback}.");
  }
}

package dev.autogen.liquibase;

import java.util.ArrayList;
import java.util.List;

/** What Liquibase says when it fails. Its exceptions repeat what their causes say. */
final class LiquibaseWords {

  private LiquibaseWords() {}

  /** The words of an exception and its causes, each once, without the names of classes. */
  static String of(Throwable failure) {
    List<String> words = new ArrayList<>();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String text =
          String.valueOf(each.getMessage())
              .replaceAll("(?m)\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ", "")
              .strip();
      boolean said = words.stream().anyMatch(earlier -> earlier.contains(text));
      if (each.getMessage() != null && !text.isEmpty() && !said) {
        words.removeIf(text::contains);
        words.add(text);
      }
    }
    return words.isEmpty() ? failure.toString() : String.join("\n", words);
  }
}

package dev.autogen.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a command line into words: blanks separate words, quotes keep blanks within a word. No
 * shell is involved.
 */
final class CommandWords {

  private static final Pattern PART =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*)'|([^\\s\"']+)|(\\s+)|(.)");

  private CommandWords() {}

  /** The words, or empty if a quote is not closed. */
  static Optional<List<String>> of(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    Matcher part = PART.matcher(line.strip());
    while (part.find()) {
      if (part.group(5) != null) {
        return Optional.empty();
      }
      if (part.group(4) != null) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
        continue;
      }
      begun = true;
      word.append(
          part.group(1) != null
              ? part.group(1).replaceAll("\\\\([\"\\\\])", "$1")
              : part.group(2) != null ? part.group(2) : part.group(3));
    }
    if (begun) {
      words.add(word.toString());
    }
    return Optional.of(words);
  }
}

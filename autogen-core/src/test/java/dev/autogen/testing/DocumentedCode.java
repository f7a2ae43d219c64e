package dev.autogen.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Code that stands in the documentation, so that tests run what people read. */
public final class DocumentedCode {

  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

  private DocumentedCode() {}

  /**
   * The one piece of Java on a page that has certain words in it.
   *
   * @param page the file's name in {@code docs}
   */
  public static String java(String page, String words) {
    List<String> found =
        JAVA.matcher(text(page))
            .results()
            .map((MatchResult match) -> match.group(1))
            .filter(code -> code.contains(words))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(
          found.size() + " pieces of Java on docs/" + page + " have \"" + words + "\"");
    }
    return found.get(0);
  }

  private static String text(String page) {
    try {
      return Files.readString(Path.of("..", "docs", page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

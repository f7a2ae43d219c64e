package dev.autogen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks how many columns the terminal has. */
final class TerminalWidth {

  /** The answer where nobody knows: lines are as long as they are. */
  static final int UNKNOWN = Integer.MAX_VALUE;

  /** Narrower than this, lines would say nothing. */
  private static final int LEAST = 40;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,6})\\s*");

  private TerminalWidth() {}

  /** The width by the variable {@code COLUMNS}, or by {@code stty}. */
  static int of(Map<String, String> environment) {
    String said = environment.getOrDefault("COLUMNS", "").strip();
    int width = NUMBER.matcher(said).matches() ? Integer.parseInt(said) : asked();
    return width == 0 ? UNKNOWN : Math.max(width, LEAST);
  }

  private static int asked() {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", "stty size < /dev/tty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroy();
        return 0;
      }
      Matcher size =
          SIZE.matcher(
              new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
      return size.matches() ? Integer.parseInt(size.group(1)) : 0;
    } catch (IOException e) {
      return 0; // This system has no such command.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** A line that fits, with an ellipsis in place of what does not; its end may be kept. */
  static String cut(String line, String end, int width) {
    int room = width - length(end);
    if (length(line) + length(end) <= width || room < 2) {
      return line + end;
    }
    return line.substring(0, line.offsetByCodePoints(0, room - 1)) + "…" + end;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

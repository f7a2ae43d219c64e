package dev.autogen.text;

/**
 * Recognizes lines that a build server would take as commands in a program's output. GitHub takes
 * {@code ::name::} at the start of a line, after any blanks, and {@code ##[name]} anywhere; Azure
 * takes {@code ##vso[name]}, TeamCity {@code ##teamcity[name]}.
 */
final class BuildCommands {

  private BuildCommands() {}

  /** The same line, changed so that it contains no command. */
  static String harmless(String line) {
    return withoutHashes(withoutColons(line));
  }

  private static String withoutColons(String line) {
    int start = 0;
    while (start < line.length() && isBlank(line.charAt(start))) {
      start++;
    }
    return line.startsWith("::", start) && line.indexOf("::", start + 2) >= 0
        ? line.substring(0, start) + "\\u003a" + line.substring(start + 1)
        : line;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static String withoutHashes(String line) {
    int hashes = line.indexOf("##");
    if (hashes < 0) {
      return line;
    }
    StringBuilder harmless = new StringBuilder(line.length() + 8);
    int start = 0;
    for (; hashes >= 0; hashes = line.indexOf("##", hashes + 1)) {
      int bracket = hashes + 2;
      while (bracket < line.length() && isLetter(line.charAt(bracket))) {
        bracket++;
      }
      if (bracket < line.length() && line.charAt(bracket) == '[') {
        harmless.append(line, start, hashes + 1).append("\\u0023");
        start = hashes + 2;
      }
    }
    return harmless.append(line.substring(start)).toString();
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}

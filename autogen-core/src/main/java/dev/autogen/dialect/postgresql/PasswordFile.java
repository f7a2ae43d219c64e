package dev.autogen.dialect.postgresql;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A password file with lines of {@code host:port:database:user:password}. The first line that
 * matches counts, and each part but the password may be {@code *} (PostgreSQL manual, "The Password
 * File").
 */
final class PasswordFile {

  private static final Pattern PLACE =
      Pattern.compile("jdbc:postgresql:(?://(\\[[^]]*]|[^:/,?]*)(?::(\\d+))?[^/?]*/)?([^?]*).*");
  private static final int FIELDS = 5;

  private final List<List<String>> lines;

  private PasswordFile(List<List<String>> lines) {
    this.lines = lines;
  }

  /**
   * Reads a file.
   *
   * @throws AutogenException if it cannot be read; the message does not repeat its content
   */
  static PasswordFile read(Path file) {
    try {
      List<List<String>> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        List<String> fields = fields(line);
        if (!line.startsWith("#") && fields.size() == FIELDS) {
          lines.add(fields);
        }
      }
      return new PasswordFile(lines);
    } catch (IOException e) {
      throw AutogenException.usage("The password file " + file + " cannot be read.");
    }
  }

  /** Whether anybody but its owner has any right to it, on file systems that have such rights. */
  static boolean isOpenToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream()
          .anyMatch(right -> !right.name().startsWith("OWNER_"));
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  /** The password of a user at a database, if the file has one. */
  Optional<String> password(String jdbcUrl, String user) {
    Matcher place = PLACE.matcher(jdbcUrl);
    if (!place.matches()) {
      return Optional.empty();
    }
    String host = or(place.group(1), "localhost").replaceAll("[\\[\\]]", "");
    List<String> wanted = List.of(host, or(place.group(2), "5432"), or(place.group(3), user), user);
    return lines.stream()
        .filter(line -> matches(line, wanted))
        .map(line -> line.get(4))
        .findFirst();
  }

  private static String or(String text, String fallback) {
    return text == null || text.isEmpty() ? fallback : text;
  }

  private static boolean matches(List<String> line, List<String> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!line.get(i).equals("*") && !line.get(i).equals(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The parts between colons; a backslash takes the next character as it is. */
  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length()) {
        field.append(line.charAt(++i));
      } else if (c == ':' && fields.size() < FIELDS - 1) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}

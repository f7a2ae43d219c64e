package dev.autogen.dialect.mysql;

import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.Addresses.Kept;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The section {@code [client]} of an option file. It is for the host and user that it names, or for
 * all. A file in which others may write is left alone, as the programs of MySQL do.
 */
final class OptionFile {

  private static final Pattern HOST =
      Pattern.compile("jdbc:\\w+:(?:[\\w-]+:)?//([^:/,?]*)(?::\\d+)?.*", Pattern.DOTALL);

  private final Path file;
  private final Map<String, String> options;

  private OptionFile(Path file, Map<String, String> options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Reads a file; empty if there is none.
   *
   * @throws AutogenException if it cannot be read; the message does not repeat its content
   */
  static Optional<OptionFile> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Map<String, String> options = new HashMap<>();
      boolean client = false;
      for (String raw : Files.readAllLines(file)) {
        String line = raw.strip();
        if (line.startsWith("[")) {
          client = line.startsWith("[client]");
        } else if (client && !line.startsWith("#") && !line.startsWith(";")) {
          String[] parts = line.split("=", 2);
          if (parts.length == 2) {
            options.put(parts[0].strip().toLowerCase(Locale.ROOT), value(parts[1].strip()));
          }
        }
      }
      return Optional.of(new OptionFile(file, options));
    } catch (IOException e) {
      throw AutogenException.usage("The option file " + file + " cannot be read.");
    }
  }

  /** Without quotes, and without a comment behind a value that has none. */
  private static String value(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '"' || first == '\'') {
      int end = text.indexOf(first, 1);
      return end < 0 ? text : text.substring(1, end);
    }
    return text.replaceFirst("\\s+#.*", "");
  }

  Optional<Kept> value(Address address, String option) {
    String value = options.get(option);
    if (value == null || value.isEmpty() || !isFor(address)) {
      return Optional.empty();
    }
    return Optional.of(new Kept(value, "[client] of " + file, isOpenToOthers() ? file : null));
  }

  private boolean isFor(Address address) {
    Matcher host = HOST.matcher(address.jdbcUrl());
    String wanted = host.matches() ? host.group(1) : "";
    String user = address.credentials().get("user");
    return options.getOrDefault("host", wanted).equalsIgnoreCase(wanted)
        && (user == null || options.getOrDefault("user", user).equals(user));
  }

  private boolean isOpenToOthers() {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }
}

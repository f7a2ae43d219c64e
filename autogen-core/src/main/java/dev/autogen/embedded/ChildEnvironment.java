package dev.autogen.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the programs of the embedded server get of the environment: what they need to run, and none
 * of the secrets that a person or a build put there.
 */
final class ChildEnvironment {

  private static final Set<String> NEEDED =
      Set.of("PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR");

  private ChildEnvironment() {}

  /** A program's process, not yet started. */
  static ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !isNeeded(name.toUpperCase(Locale.ROOT)));
    return builder;
  }

  private static boolean isNeeded(String name) {
    return NEEDED.contains(name) || name.startsWith("LC_") || name.endsWith("LIBRARY_PATH");
  }
}

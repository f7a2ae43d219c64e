package dev.autogen.embedded;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes the environment for the programs of the embedded server: what they need to run, without
 * secrets of a person or a build, and without a home directory whose files they could read.
 */
final class ChildEnvironment {

  private static final Set<String> NEEDED =
      Set.of("PATH", "USER", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "WINDIR");

  private ChildEnvironment() {}

  /** A program's process, not yet started. */
  static ProcessBuilder process(List<String> command) {
    boolean root = "root".equals(System.getProperty("user.name"));
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> !isNeeded(name.toUpperCase(Locale.ROOT), root));
    environment.put("HOME", "/");
    environment.merge(
        "PATH",
        String.join(File.pathSeparator, SystemPrograms.FOLDERS),
        (own, system) -> root ? system : system + File.pathSeparator + own);
    return builder;
  }

  /** Root loads no libraries from folders that another user's environment may name. */
  private static boolean isNeeded(String name, boolean root) {
    return NEEDED.contains(name)
        || name.startsWith("LC_")
        || (name.endsWith("LIBRARY_PATH") && !root);
  }
}

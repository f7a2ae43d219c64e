package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of PostgreSQL that is wanted: a major version, or exactly one.
 *
 * @param major the major version
 * @param artifactVersion the version of the artifact with its binaries; empty where none is known
 * @param exact whether no other of that major version will do
 */
record Release(int major, String artifactVersion, boolean exact) {

  /** The releases that were tried with autogen, there for every platform. */
  private static final Map<Integer, String> KNOWN =
      Map.of(14, "14.23.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18, "18.4.0");

  private static final Pattern VERSION = Pattern.compile("(\\d+)(\\.\\d+)?(\\.\\d+)?");

  /**
   * Reads a version such as {@code 14} or {@code 14.23}.
   *
   * @throws AutogenException if it is none
   */
  static Release parse(String text) {
    Matcher version = VERSION.matcher(text.strip());
    if (!version.matches()) {
      throw AutogenException.usage(
          "\"" + text + "\" is no version of PostgreSQL; write it like 14 or 14.23.");
    }
    int major = Integer.parseInt(version.group(1));
    if (version.group(2) == null) {
      return new Release(major, KNOWN.getOrDefault(major, ""), false);
    }
    String patch = version.group(3) == null ? ".0" : version.group(3);
    return new Release(major, major + version.group(2) + patch, true);
  }

  /**
   * The version in PostgreSQL's form, such as {@code 14.23}; only the major version if the minor
   * one is open.
   */
  String version() {
    return artifactVersion.isEmpty()
        ? String.valueOf(major)
        : artifactVersion.substring(0, artifactVersion.lastIndexOf('.'));
  }

  /** Whether a version such as {@code 14.23} is of this release. */
  boolean isMetBy(String version) {
    return exact ? version.equals(version()) : version.startsWith(major + ".");
  }

  /** What was asked for, in words. */
  @Override
  public String toString() {
    return "PostgreSQL " + (exact ? version() : major);
  }
}

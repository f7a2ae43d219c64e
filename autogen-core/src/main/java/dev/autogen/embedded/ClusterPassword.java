package dev.autogen.embedded;

import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * The password of a data directory's superuser. It is kept beside the directory, where the server
 * itself cannot read it. Copies of prepared data share one password until their first start; so do
 * directories of earlier versions.
 *
 * @param text the password
 * @param own whether no other data directory has it
 */
record ClusterPassword(String text, boolean own) {

  private static final String WRONG_PASSWORD = "28P01";

  /**
   * The password of a cluster that autogen made for this user.
   *
   * @throws AutogenException if the cluster is from somebody else
   */
  static ClusterPassword of(Cluster cluster, KnownDatabases known) throws IOException {
    ClusterPassword password = read(cluster);
    if (!password.isOf(known)) {
      throw unknown(cluster, known, password.text());
    }
    return password;
  }

  /** Whether autogen made a cluster for this user. */
  static boolean isKnown(Cluster cluster, KnownDatabases known) throws IOException {
    return read(cluster).isOf(known);
  }

  private static ClusterPassword read(Cluster cluster) throws IOException {
    return PrivateFile.exists(file(cluster))
        ? new ClusterPassword(PrivateFile.read(file(cluster)).strip(), true)
        : new ClusterPassword(shared(cluster), false);
  }

  private boolean isOf(KnownDatabases known) throws IOException {
    return !text.isEmpty()
        && (known.contains(text) || (!own && PreparedData.isPasswordOfOne(text)));
  }

  private static AutogenException unknown(Cluster cluster, KnownDatabases known, String password) {
    return AutogenException.failed(
        "The database in "
            + cluster.data()
            + " is not known to be yours: a repository may bring along a database that runs its"
            + " own code. Delete "
            + cluster.home()
            + (password.isEmpty()
                ? ""
                : ", or if it is yours, run 'echo "
                    + KnownDatabases.key(password)
                    + " >> "
                    + known.file()
                    + "',")
            + " and run the command again.",
        null);
  }

  private static Path file(Cluster cluster) {
    return cluster.home().resolve(cluster.data().getFileName() + ".password");
  }

  private static Path next(Cluster cluster) {
    return cluster.home().resolve(cluster.data().getFileName() + ".password.new");
  }

  /** The password of earlier versions, which left it in the directory, or before that beside it. */
  private static String shared(Cluster cluster) throws IOException {
    Path within = PreparedData.password(cluster.data());
    Path beside = cluster.home().resolve("password");
    return PrivateFile.exists(within)
        ? PrivateFile.read(within).strip()
        : PrivateFile.exists(beside) ? PrivateFile.read(beside).strip() : "";
  }

  /** How the server checks it; before PostgreSQL 14, earlier versions had it stored for md5. */
  String method(int major) {
    return own || major >= 14 ? "scram-sha-256" : "md5";
  }

  /** Gives a running server its own password, unless it has one. */
  ClusterPassword renewed(Cluster cluster, String url, KnownDatabases known) throws IOException {
    if (own) {
      return this;
    }
    try (Connection connection = connect(cluster, url);
        Statement statement = connection.createStatement()) {
      String fresh = ScramSecret.newPassword();
      known.add(fresh);
      PrivateFile.replace(next(cluster), fresh + "\n");
      statement.execute("alter role " + Cluster.USER + " password '" + ScramSecret.of(fresh) + "'");
      Files.move(next(cluster), file(cluster), StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(PreparedData.password(cluster.data()));
      return new ClusterPassword(fresh, true);
    } catch (SQLException e) {
      throw AutogenException.failed(
          "The embedded PostgreSQL in "
              + cluster.home()
              + " does not take a password of its own: "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Connects with the present or the next password: a command that was killed may have set the next
   * one without recording it.
   */
  private Connection connect(Cluster cluster, String url) throws SQLException, IOException {
    try {
      return connect(url, text);
    } catch (SQLException e) {
      if (!WRONG_PASSWORD.equals(e.getSQLState()) || !PrivateFile.exists(next(cluster))) {
        throw e;
      }
      return connect(url, PrivateFile.read(next(cluster)).strip());
    }
  }

  private static Connection connect(String url, String password) throws SQLException {
    Properties properties = new Properties();
    properties.put("user", Cluster.USER);
    properties.put("password", password);
    for (Driver driver : ServiceLoader.load(Driver.class, ClusterPassword.class.getClassLoader())) {
      Connection connection = driver.acceptsURL(url) ? driver.connect(url, properties) : null;
      if (connection != null) {
        return connection;
      }
    }
    throw new SQLException("there is no JDBC driver for PostgreSQL on autogen's class path");
  }
}

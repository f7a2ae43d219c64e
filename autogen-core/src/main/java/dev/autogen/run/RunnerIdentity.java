package dev.autogen.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Who runs migrations, and by which version. */
public final class RunnerIdentity {

  private static @Nullable String host;

  private RunnerIdentity() {}

  /** The person, machine and application, as far as they are known. */
  static String person(Connection connection) {
    String application = application(connection);
    return System.getProperty("user.name", "?")
        + "@"
        + host()
        + (application.isEmpty() ? "" : " (" + application + ")");
  }

  private static String application(Connection connection) {
    try {
      String name = connection.getClientInfo("ApplicationName");
      return name == null ? "" : name;
    } catch (SQLException e) {
      return "";
    }
  }

  private static synchronized String host() {
    if (host == null) {
      try {
        host = InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        host = "unknown";
      }
    }
    return host;
  }

  /** The version of autogen. */
  public static String version() {
    String version = RunnerIdentity.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static String limited(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}

package dev.autogen.run;

import dev.autogen.text.Secrets;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a driver says when it gets no connection, which may repeat what it was told. */
final class DriverFailure {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@$+-]{1,100}+");

  private static final Pattern SWITCH = Pattern.compile("true|false|\\d*");

  private DriverFailure() {}

  /** The same failure, of which no message holds a secret; itself where none does. */
  static SQLException withoutSecrets(SQLException failure, String url, Properties properties) {
    List<String> values =
        properties.stringPropertyNames().stream()
            .filter(name -> isHidden(name, properties))
            .map(properties::getProperty)
            .filter(value -> !isKnown(value, url, properties))
            .toList();
    Secrets secrets = new Secrets(values);
    return says(failure, secrets) ? cleaned(failure, secrets) : failure;
  }

  /**
   * Whatever an address does not show may be a password that was mistyped: a user that is no plain
   * word, the value of any parameter that is not a switch or a number.
   */
  private static boolean isHidden(String name, Properties properties) {
    String value = properties.getProperty(name);
    if (Secrets.isSecret(name)) {
      return true;
    }
    return name.equals("user") || name.equals("ApplicationName")
        ? !PLAIN.matcher(value).matches()
        : !SWITCH.matcher(value).matches();
  }

  /** A password that is also the user's or the database's name is not told by naming these. */
  private static boolean isKnown(String value, String url, Properties properties) {
    return value.equals(properties.getProperty("user")) && PLAIN.matcher(value).matches()
        || Pattern.compile("[/:]" + Pattern.quote(value) + "(?:[:/?]|$)").matcher(url).find();
  }

  private static boolean says(@Nullable Throwable failure, Secrets secrets) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      String message = String.valueOf(each.getMessage());
      if (!secrets.hide(message).equals(message)) {
        return true;
      }
    }
    return false;
  }

  private static SQLException cleaned(SQLException failure, Secrets secrets) {
    SQLException cleaned =
        new SQLException(
            secrets.hide(String.valueOf(failure.getMessage())),
            failure.getSQLState(),
            failure.getErrorCode());
    cleaned.setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null) {
      cleaned.initCause(
          says(failure.getCause(), secrets)
              ? new SQLException(secrets.hide(failure.getCause().toString()))
              : failure.getCause());
    }
    return cleaned;
  }
}

package dev.autogen.run;

import dev.autogen.text.Secrets;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from a driver's failure to connect, which may repeat what the driver was given.
 */
final class DriverFailure {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.@$+-]{1,100}+");

  private static final Pattern SWITCH = Pattern.compile("true|false|\\d*");

  private DriverFailure() {}

  /** The same failure without secrets in its messages; the failure itself if it has none. */
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
   * Whether a property may be a mistyped password, because the address does not show it: a user
   * that is no plain word, or the value of a parameter that is not a switch or a number.
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

  /**
   * Whether a password is also the name of the user or the database: showing these names does not
   * reveal it.
   */
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

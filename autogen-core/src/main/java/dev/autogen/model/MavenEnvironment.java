package dev.autogen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides which environment variables Maven gets: all but the passwords, on which no class path
 * depends.
 *
 * <p>A list of allowed variables would be shorter, and wrong: settings, mirrors, extensions and
 * wagons read variables of any name, and without them nothing resolves behind a company's
 * repository. So variables are removed whose name marks them as secret, that hold the address of a
 * database, or that hold a password which the project's settings name. A secret that the person's
 * own {@code settings.xml} refers to stays, because it belongs to the repository. The project's
 * files have no say, since they can come with a pull request.
 */
final class MavenEnvironment {

  /** Variables of databases: they are always removed, because Maven does not need them. */
  private static final Pattern OF_A_DATABASE =
      Pattern.compile(
          "PG[A-Z]+|AUTOGEN_(URL|USER|PASSWORD|SHADOW).*|DATABASE_.*|DB_.*|JDBC_.*|POSTGRES(QL)?_.*"
              + "|MYSQL_.*|MARIADB_.*|.*DATASOURCE.*|(FLYWAY|LIQUIBASE)_.*");

  private static final Pattern SECRET =
      Pattern.compile(
          ".*(PASSW|PASSPHRASE|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY).*"
              + "|(.*_)?(PASS|PWD|AUTH)");

  /**
   * Variables that always stay: their values may equal a password by chance, but Maven does not
   * start without them.
   */
  private static final Set<String> NO_SECRETS =
      Set.of("PWD", "OLDPWD", "PATH", "HOME", "USER", "LOGNAME", "USERNAME", "JAVA_HOME");

  private static final Pattern ADDRESS =
      Pattern.compile("(?s)(jdbc:|(postgres(ql)?|mysql|mariadb)(\\+\\w+)?:).*");

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env\\.([^}]+)}");

  private MavenEnvironment() {}

  /**
   * Removes the secrets.
   *
   * @param passwords the passwords of the project's databases
   */
  static void removeSecrets(Map<String, String> environment, Collection<String> passwords) {
    Set<String> wanted = referredTo(environment);
    Set<String> hidden = new HashSet<>(passwords);
    environment.forEach(
        (name, value) -> {
          if (OF_A_DATABASE.matcher(upperCase(name)).matches()
              && SECRET.matcher(upperCase(name)).matches()) {
            hidden.add(value);
          }
        });
    hidden.remove("");
    environment
        .entrySet()
        .removeIf(
            each ->
                !NO_SECRETS.contains(upperCase(each.getKey()))
                    && (isSecret(each.getKey(), wanted) || holds(each.getValue(), hidden)));
  }

  private static boolean isSecret(String name, Set<String> wanted) {
    String upper = upperCase(name);
    return OF_A_DATABASE.matcher(upper).matches()
        || (SECRET.matcher(upper).matches() && !wanted.contains(name));
  }

  /** Whether a value is an address or a password, or holds the password where an address does. */
  private static boolean holds(String value, Set<String> passwords) {
    return ADDRESS.matcher(value).matches()
        || passwords.stream()
            .anyMatch(
                password ->
                    value.equals(password)
                        || value.contains(":" + password + "@")
                        || value.contains("=" + password));
  }

  private static String upperCase(String name) {
    return name.toUpperCase(Locale.ROOT);
  }

  /** The variables that the settings of the person and of the installation refer to. */
  private static Set<String> referredTo(Map<String, String> environment) {
    Set<String> names = new HashSet<>();
    addReferences(Path.of(System.getProperty("user.home"), ".m2", "settings.xml"), names);
    for (String home : Set.of("MAVEN_HOME", "M2_HOME")) {
      String folder = environment.get(home);
      if (folder != null) {
        addReferences(Path.of(folder, "conf", "settings.xml"), names);
      }
    }
    return names;
  }

  private static void addReferences(Path settings, Set<String> names) {
    try {
      Matcher references = REFERENCE.matcher(Files.readString(settings));
      while (references.find()) {
        names.add(references.group(1));
      }
    } catch (IOException e) {
      // Not there, or not for us: then nothing is known to be wanted.
    }
  }
}

package dev.autogen.dialect.sqlite;

import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.AddressMistakes;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.dialect.address.PercentCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of files: that of JDBC, and those of SQLAlchemy, in which three slashes stand before a
 * relative path and four before an absolute one.
 */
final class SqliteAddresses implements Addresses {

  private static final String JDBC = "jdbc:sqlite:";

  private static final Pattern SCHEME =
      Pattern.compile("(?i)sqlite(?:\\+\\w{1,20})?:(?://)?(.*)", Pattern.DOTALL);

  private static final Pattern SECRET = Pattern.compile("(?i)(?:.*password|(?:hex)?key)");

  /** What Python's driver is told, and no other needs. */
  private static final Set<String> OF_PYTHON =
      Set.of("check_same_thread", "uri", "isolation_level", "detect_types", "cached_statements");

  private static final List<String> EXAMPLES =
      List.of("jdbc:sqlite:data/app.db", "sqlite:///data/app.db", "sqlite:////srv/app.db");

  @Override
  public Optional<Address> read(String text, AddressMistakes mistakes) {
    boolean jdbc = SqliteText.lower(text).startsWith(JDBC);
    Matcher scheme = SCHEME.matcher(text);
    if (!jdbc && !scheme.matches()) {
      return Optional.empty();
    }
    String rest = jdbc ? text.substring(JDBC.length()) : scheme.group(1);
    int question = rest.indexOf('?');
    String place = question < 0 ? rest : rest.substring(0, question);
    String file =
        jdbc ? place : PercentCode.decode(place.startsWith("/") ? place.substring(1) : place);
    AddressMistakes like = mistakes.like(EXAMPLES, "");
    if (file.isEmpty() || file.equals(":memory:")) {
      throw like.wrong(
          " names a database in memory, which is empty for each command and gone after it");
    }
    Map<String, String> credentials = new LinkedHashMap<>();
    List<String> shown =
        parameters(question < 0 ? "" : rest.substring(question + 1), jdbc, credentials);
    String url = JDBC + file + (shown.isEmpty() ? "" : "?" + String.join("&", shown));
    return Optional.of(new Address(url, credentials, JDBC + file));
  }

  private static List<String> parameters(
      String query, boolean jdbc, Map<String, String> credentials) {
    List<String> shown = new ArrayList<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = parts[0];
      String value = parts.length > 1 ? parts[1] : "";
      if (SECRET.matcher(name).matches()) {
        credentials.put(SqliteText.lower(name), PercentCode.decode(value));
      } else if (!jdbc && name.equals("timeout") && value.matches("\\d{1,6}")) {
        shown.add("busy_timeout=" + value + "000");
      } else if (!name.isEmpty() && (jdbc || !OF_PYTHON.contains(name))) {
        shown.add(pair);
      }
    }
    return shown;
  }

  @Override
  public Address below(Path directory, Address address) {
    String file = address.jdbcUrl().substring(JDBC.length());
    int question = file.indexOf('?');
    String path = question < 0 ? file : file.substring(0, question);
    if (path.startsWith("file:") || path.startsWith(":") || Path.of(path).isAbsolute()) {
      return address;
    }
    String url = JDBC + directory.resolve(path).normalize() + file.substring(path.length());
    return new Address(url, address.credentials(), address.shown());
  }

  @Override
  public List<String> examples() {
    return EXAMPLES;
  }
}

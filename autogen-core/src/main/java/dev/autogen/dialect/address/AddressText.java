package dev.autogen.dialect.address;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which parts of an address messages may show: its product, hosts and database, and a few
 * parameters. In a mistyped address any part may hold the password, so a part that does not have
 * the usual form is not shown.
 */
public final class AddressText {

  private static final String HOST =
      "(?:\\[[0-9A-Fa-f:.]++(?:%[\\w.-]++)?\\]|[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*+)";
  private static final String PORT = "(?::\\d{1,5}+)?";

  private static final Pattern HOSTS = Pattern.compile(HOST + PORT + "(?:," + HOST + PORT + ")*+");
  private static final Pattern DATABASE = Pattern.compile("[^@;&=?#:/\\\\\\s\\p{C}\"'`<>(){}]*+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.@$+-]{1,100}+");
  private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}_.,+$ -]{0,100}+");
  private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*+");
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)jdbc:(\\w{1,20}+):(?:(?:\\w{1,20}+:)?//("
              + HOST
              + PORT
              + ")(/[\\p{L}\\p{N}_$-]*+)?+(?=[?;]|$))?+.*",
          Pattern.DOTALL);

  private AddressText() {}

  /** Whether these are hosts with their ports, separated by commas. */
  public static boolean areHosts(String text) {
    return HOSTS.matcher(text).matches();
  }

  /** Whether this is the name of a database, as it stands in an address. */
  public static boolean isDatabase(String text) {
    return DATABASE.matcher(text).matches();
  }

  /** Whether this can be the name of a parameter. */
  public static boolean isParameter(String name) {
    return PARAMETER.matcher(name).matches();
  }

  /** Whether the name of a user or a database may be shown. */
  public static boolean isPlain(String name) {
    return WORD.matcher(name).matches();
  }

  /** Whether the value of a parameter has a form that may be shown. */
  public static boolean isPlainValue(String value) {
    return VALUE.matcher(value).matches();
  }

  /** Decides whether a parameter of an address may be shown. */
  @FunctionalInterface
  public interface Shown {

    /** Whether this one may be shown with its value. */
    boolean is(String name, String value);
  }

  /** The user in words, if the name may be shown. */
  public static String user(Map<String, String> credentials) {
    @Nullable String user = credentials.get("user");
    return user == null || !isPlain(user) ? "" : " as " + user;
  }

  /** An address of any other product in words: only what is known for certain. */
  public static String other(String jdbcUrl) {
    Matcher form = OTHER.matcher(jdbcUrl);
    if (!form.matches()) {
      return "jdbc";
    }
    String product = "jdbc:" + form.group(1);
    if (form.group(2) == null) {
      return product;
    }
    return product + "://" + form.group(2) + (form.group(3) == null ? "" : form.group(3));
  }

  /** The parameters behind a question mark; nothing if there are none. */
  public static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(
                each ->
                    PercentCode.encode(each.getKey()) + "=" + PercentCode.encode(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }
}

package dev.autogen.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what no message may contain, such as the password of an address. */
public final class Secrets {

  private static final String HIDDEN = "***";
  private static final int SHORTEST_FRAGMENT = 4;

  private static final Pattern NAME =
      Pattern.compile("(?i).*(?:pass|pwd|secret|token|credential|private).*");

  /** {@code password=…} and {@code secret: …}, anywhere in a text. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(\\w*(?:password|passwd|passphrase|pwd|secret|token)\\s*[=:]\\s*)[^&;,)\\s\"']++");

  /** User and password before a host. */
  private static final Pattern USER_INFO =
      Pattern.compile("//[^\\s\"']*@|(?<=:)[^\\s\"'/:]++/\\S*@");

  private final List<String> values;

  /** Hides these values, both as they are and in the form that addresses use. */
  public Secrets(List<String> values) {
    List<String> all = new ArrayList<>();
    for (String value : values) {
      all.add(value);
      all.add(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
    }
    this.values =
        all.stream()
            .filter(value -> !value.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
  }

  /** Whether a parameter of that name contains a secret. */
  public static boolean isSecret(String name) {
    return NAME.matcher(name).matches();
  }

  /** The text without the secrets. A very short secret is only hidden where it is a whole word. */
  public String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden =
          value.length() >= SHORTEST_FRAGMENT
              ? hidden.replace(value, HIDDEN)
              : Pattern.compile(
                      "(?<![\\p{L}\\p{N}_])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}_])")
                  .matcher(hidden)
                  .replaceAll(Matcher.quoteReplacement(HIDDEN));
    }
    return hidden;
  }

  /** A text from a driver or a person, without what looks like the secrets of an address. */
  public static String hideInAddresses(String text) {
    String named = NAMED.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(HIDDEN));
    return USER_INFO
        .matcher(named)
        .replaceAll(found -> (found.group().startsWith("//") ? "//" : "") + HIDDEN + "@");
  }
}

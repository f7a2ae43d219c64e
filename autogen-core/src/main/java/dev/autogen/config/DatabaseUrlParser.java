package dev.autogen.config;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Dialects;
import dev.autogen.dialect.address.Address;
import dev.autogen.dialect.address.AddressMistakes;
import dev.autogen.dialect.address.AddressText;
import dev.autogen.dialect.address.Addresses;
import dev.autogen.dialect.address.PercentCode;
import dev.autogen.schema.AutogenException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the common forms of a database address into the form of JDBC, by what each dialect knows of
 * them. No message repeats the address: if it is mistyped, any part of it may be the password.
 */
final class DatabaseUrlParser {

  private static final Pattern OTHER_JDBC = Pattern.compile("(?i)jdbc:\\w+:.*", Pattern.DOTALL);
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i)(?<=[?&;])(user|username|password)=([^&;]*)[&;]?");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][\\w+.-]{0,20}:(?=//)");
  private static final String EMBEDDED = "embedded:";

  private final String text;
  private final String origin;
  private final List<Addresses> known = Dialects.all().stream().map(Dialect::addresses).toList();

  private DatabaseUrlParser(String text, String origin) {
    this.text = text;
    this.origin = origin;
  }

  static DatabaseUrl parse(String text, String origin) {
    return new DatabaseUrlParser(text, origin).parse();
  }

  private DatabaseUrl parse() {
    if (text.toLowerCase(Locale.ROOT).startsWith(EMBEDDED)) {
      return embedded();
    }
    AddressMistakes mistakes = new AddressMistakes(origin, examples(), "");
    for (Addresses each : known) {
      Optional<Address> address = each.read(text, mistakes);
      if (address.isPresent()) {
        return new DatabaseUrl(address.get());
      }
    }
    if (OTHER_JDBC.matcher(text).matches()) {
      return otherJdbc();
    }
    Matcher scheme = SCHEME.matcher(text);
    throw mistakes.wrong(
        (scheme.lookingAt() ? " begins with \"" + scheme.group() + "\", which" : "")
            + " is not of a form that autogen knows");
  }

  /** One example of each kind of database, and that of a database of autogen's own. */
  private List<String> examples() {
    List<String> examples = new ArrayList<>();
    known.stream()
        .filter(each -> !each.examples().isEmpty())
        .forEach(each -> examples.add(each.examples().get(0)));
    examples.add("embedded:postgresql");
    return examples;
  }

  private DatabaseUrl embedded() {
    String name = text.substring(EMBEDDED.length()).toLowerCase(Locale.ROOT);
    return known.stream()
        .flatMap(each -> each.embedded(name).stream())
        .findFirst()
        .map(full -> new DatabaseUrl(new Address(EMBEDDED + full, Map.of())))
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "The database URL"
                        + origin
                        + " names no embedded database that there is; write "
                        + embeddedExamples()
                        + ", or embedded:postgresql:16 for a version of it."));
  }

  private String embeddedExamples() {
    return String.join(
        " or ",
        known.stream()
            .flatMap(each -> each.examples().stream())
            .filter(each -> each.startsWith(EMBEDDED))
            .toList());
  }

  private DatabaseUrl otherJdbc() {
    Map<String, String> credentials = new LinkedHashMap<>();
    Matcher matcher = CREDENTIAL.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      String value = PercentCode.decode(matcher.group(2));
      put(credentials, name.equals("username") ? "user" : name, value);
    }
    String bare = matcher.replaceAll("").replaceAll("[?&;]$", "");
    Matcher userInfo = Pattern.compile("^(jdbc:\\w+:(?:\\w+:)?//)([^/?]*)@").matcher(bare);
    if (userInfo.find()) {
      String[] parts = userInfo.group(2).split(":", 2);
      put(credentials, "user", PercentCode.decode(parts[0]));
      put(credentials, "password", parts.length > 1 ? PercentCode.decode(parts[1]) : null);
      bare = userInfo.replaceFirst("$1");
    }
    return new DatabaseUrl(new Address(bare, credentials, AddressText.other(bare)));
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.putIfAbsent(key, value);
    }
  }
}

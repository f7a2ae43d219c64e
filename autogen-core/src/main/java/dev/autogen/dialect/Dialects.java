package dev.autogen.dialect;

import dev.autogen.dialect.address.Addresses;
import dev.autogen.schema.AutogenException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The dialects on the class path. */
public final class Dialects {

  private static final Pattern PRODUCT = Pattern.compile("jdbc:\\w{1,20}+(?=:)");

  private Dialects() {}

  /** The first words of a URL, which hold no secret. */
  private static String product(String jdbcUrl) {
    Matcher product = PRODUCT.matcher(jdbcUrl);
    return product.lookingAt() ? product.group() : "something else";
  }

  /** Every dialect, in the order in which the class path names them. */
  public static List<Dialect> all() {
    ServiceLoader<Dialect> all = ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  /** The names of all kinds of database, for settings and {@code @Revision}. */
  public static List<String> ids() {
    return all().stream().flatMap(dialect -> dialect.ids().stream()).toList();
  }

  /** How addresses of the database at a JDBC URL are written; with little to know for others. */
  public static Addresses addressesOf(String jdbcUrl) {
    return all().stream()
        .filter(dialect -> dialect.accepts(jdbcUrl))
        .findFirst()
        .map(Dialect::addresses)
        .orElse(Addresses.JDBC_ALONE);
  }

  /**
   * The dialect of a database of autogen's own.
   *
   * @param name such as {@code postgresql:16}
   * @throws AutogenException if there is none of that name
   */
  public static Dialect ofEmbedded(String name) {
    return all().stream()
        .filter(dialect -> dialect.addresses().embedded(name).isPresent())
        .findFirst()
        .orElseThrow(
            () -> AutogenException.usage("there is no embedded database \"" + name + "\""));
  }

  /**
   * The dialect of a JDBC URL.
   *
   * @throws AutogenException if no dialect knows URLs of that form
   */
  public static Dialect of(String jdbcUrl) {
    return all().stream()
        .filter(dialect -> dialect.accepts(jdbcUrl))
        .findFirst()
        .map(dialect -> dialect.of(jdbcUrl))
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "no dialect for URLs that begin with \""
                        + product(jdbcUrl)
                        + "\"; autogen knows jdbc:postgresql:, jdbc:mysql:, jdbc:mariadb:, jdbc:h2: and"
                        + " jdbc:sqlite:"));
  }
}

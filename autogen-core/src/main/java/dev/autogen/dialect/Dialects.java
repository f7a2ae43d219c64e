package dev.autogen.dialect;

import dev.autogen.schema.AutogenException;
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

  /**
   * The dialect of a JDBC URL.
   *
   * @throws AutogenException if no dialect knows URLs of that form
   */
  public static Dialect of(String jdbcUrl) {
    ServiceLoader<Dialect> all = ServiceLoader.load(Dialect.class, Dialect.class.getClassLoader());
    return StreamSupport.stream(all.spliterator(), false)
        .filter(dialect -> dialect.accepts(jdbcUrl))
        .findFirst()
        .map(dialect -> dialect.of(jdbcUrl))
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "no dialect for URLs that begin with \""
                        + product(jdbcUrl)
                        + "\"; autogen knows jdbc:postgresql: and jdbc:h2:"));
  }
}

package dev.autogen.dialect;

import dev.autogen.schema.AutogenException;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/** The dialects on the class path. */
public final class Dialects {

  private Dialects() {}

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
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "no dialect for URLs that begin with \""
                        + jdbcUrl.replaceAll("^(jdbc:[^:/]+).*", "$1")
                        + "\"; autogen knows jdbc:postgresql:"));
  }
}

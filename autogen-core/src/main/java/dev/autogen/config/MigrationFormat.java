package dev.autogen.config;

import dev.autogen.schema.AutogenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form in which revisions are written, and with it who runs them. */
public enum MigrationFormat {
  /** Java classes, which autogen runs. */
  JAVA,
  /** SQL files, which Flyway runs. */
  FLYWAY,
  /** Changesets of SQL, which Liquibase runs. */
  LIQUIBASE;

  static MigrationFormat of(@Nullable String word, String place) {
    if (word == null) {
      return JAVA;
    }
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    place
                        + " must be one of "
                        + Arrays.stream(values())
                            .map(each -> "\"" + each.word() + "\"")
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + word
                        + "\"."));
  }

  /** The word for the configuration file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package dev.autogen.diff;

import dev.autogen.schema.AutogenException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a database and its model can differ in: an object that one of them lacks or has in another
 * form, or one property of an object that both have.
 */
public enum DifferenceKind {
  TABLE("tables"),
  COLUMN("columns"),
  PRIMARY_KEY("unique-constraints"),
  UNIQUE_CONSTRAINT("unique-constraints"),
  FOREIGN_KEY("foreign-keys"),
  CHECK("checks"),
  INDEX("indexes"),
  SEQUENCE("sequences"),
  ENUM_TYPE(null),
  COMPOSITE_TYPE(null),
  /** The type of a column. */
  TYPE("wider-types"),
  /** Whether a column takes null. */
  NOT_NULL("not-null"),
  SERVER_DEFAULT("server-defaults"),
  /** How a column numbers its rows. */
  IDENTITY("server-defaults"),
  /** The expression of a generated column. */
  GENERATED(null),
  COLLATION(null),
  /** The comment of a table or column. */
  COMMENT("comments"),
  /** What a foreign key does when a referenced row is deleted or its key is changed. */
  ON_DELETE("on-delete"),
  /** The name of a constraint or index that is otherwise as the model wants it. */
  NAME("names"),
  SCHEMA(null);

  private final @Nullable String setting;

  DifferenceKind(@Nullable String setting) {
    this.setting = setting;
  }

  /** The kind in kebab case, for files and programs: {@code foreign-key}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What differs, for messages: {@code type of users.email}, {@code index users.ix_email}. */
  public String of(String object) {
    return switch (this) {
      case TYPE,
          NOT_NULL,
          SERVER_DEFAULT,
          IDENTITY,
          GENERATED,
          COLLATION,
          COMMENT,
          ON_DELETE,
          NAME ->
          word() + " of " + object;
      default -> word().replace('-', ' ') + " " + object;
    };
  }

  /**
   * The kind that a word names.
   *
   * @param place where the word stands, for the message
   * @throws AutogenException if there is no such kind
   */
  public static DifferenceKind of(String word, String place) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    place
                        + ": \""
                        + word
                        + "\" is no kind of difference; the kinds are "
                        + Arrays.stream(values())
                            .map(DifferenceKind::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** The word of {@code [diff] keep} that covers this kind, or null if none does. */
  @Nullable String setting() {
    return setting;
  }
}

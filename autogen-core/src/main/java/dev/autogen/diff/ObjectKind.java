package dev.autogen.diff;

import dev.autogen.schema.AutogenException;
import dev.autogen.schema.CheckConstraint;
import dev.autogen.schema.Constraint;
import dev.autogen.schema.ForeignKey;
import dev.autogen.schema.PrimaryKey;
import dev.autogen.schema.UniqueConstraint;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of objects that settings can name: {@code table:legacy_*}, {@code check:*}. */
enum ObjectKind {
  SCHEMA,
  TABLE,
  COLUMN,
  CONSTRAINT,
  PRIMARY_KEY,
  UNIQUE,
  FOREIGN_KEY,
  CHECK,
  INDEX,
  SEQUENCE,
  TYPE,
  VIEW,
  MATERIALIZED_VIEW,
  TRIGGER,
  POLICY,
  RULE,
  FUNCTION,
  STATISTICS,
  EXCLUSION;

  /**
   * The kind that a word names.
   *
   * @throws AutogenException if there is no such kind
   */
  static ObjectKind of(String word, String setting) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                AutogenException.usage(
                    "\""
                        + setting
                        + "\" names no kind of object: \""
                        + word
                        + "\" is none of "
                        + Arrays.stream(values())
                            .map(ObjectKind::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  static ObjectKind of(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return PRIMARY_KEY;
    } else if (constraint instanceof UniqueConstraint) {
      return UNIQUE;
    } else if (constraint instanceof ForeignKey) {
      return FOREIGN_KEY;
    }
    return constraint instanceof CheckConstraint ? CHECK : CONSTRAINT;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a setting for this kind also applies to the other kind. */
  boolean covers(ObjectKind other) {
    return this == other || (this == CONSTRAINT && other.isConstraint());
  }

  private boolean isConstraint() {
    return this == PRIMARY_KEY || this == UNIQUE || this == FOREIGN_KEY || this == CHECK;
  }

  /** Whether objects of this kind exist on their own, rather than within a table. */
  boolean isRelation() {
    return this == TABLE || this == SEQUENCE || this == TYPE;
  }
}

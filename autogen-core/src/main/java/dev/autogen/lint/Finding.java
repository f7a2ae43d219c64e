package dev.autogen.lint;

import dev.autogen.dialect.Hazard.Level;
import dev.autogen.dialect.Hazard.Measured;
import dev.autogen.dialect.HazardCode;
import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A hazard at its place in a file.
 *
 * @param file the file, relative to the project where it lies in it
 * @param line the line, counted from 1; 0 where it is not known
 * @param table the table on which it weighs, or null
 * @param object what it is about, as messages name it
 * @param rewrite the form without the hazard, ready to paste; empty where there is none
 */
public record Finding(
    HazardCode code,
    Level level,
    String revision,
    String file,
    int line,
    @Nullable QualifiedName table,
    String object,
    String message,
    Measured measured,
    String rewrite) {

  /** The same finding at another level. */
  public Finding at(Level other) {
    return new Finding(
        code, other, revision, file, line, table, object, message, measured, rewrite);
  }

  /** The same finding with another message. */
  public Finding saying(String other) {
    return new Finding(code, level, revision, file, line, table, object, other, measured, rewrite);
  }

  /** The level in small letters. */
  public String levelWord() {
    return level.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The page of the documentation that explains it. */
  public String page() {
    return "docs/lint/" + code + ".md";
  }
}

package dev.autogen.history;

import java.util.regex.Pattern;

/** Reads the name of a migration's class. */
public final class ClassNames {

  private static final Pattern PREFIX = Pattern.compile("^M\\d{8,14}_[^_]+_");

  private ClassNames() {}

  /** The slug with blanks: {@code add email} of {@code M202611201432_3f2a9c1b7d4e_add_email}. */
  public static String message(String simpleName) {
    return PREFIX.matcher(simpleName).replaceFirst("").replace('_', ' ').strip();
  }
}

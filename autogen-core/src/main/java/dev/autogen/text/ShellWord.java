package dev.autogen.text;

import java.util.regex.Pattern;

/** Quotes a word of a command that a user is told to paste into a shell. */
public final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]++");

  private ShellWord() {}

  /** The word as a POSIX shell reads it, with quotes if it contains a special character. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

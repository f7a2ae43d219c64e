package dev.autogen.text;

import java.util.regex.Pattern;

/** A word of a command that a person is told to run, who pastes it into a shell. */
public final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+,-]++");

  private ShellWord() {}

  /** The word as a POSIX shell reads it: in quotes, if anything in it means something there. */
  public static String of(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}

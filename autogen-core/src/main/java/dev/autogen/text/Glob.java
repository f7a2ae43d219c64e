package dev.autogen.text;

import dev.autogen.schema.AutogenException;
import java.util.BitSet;
import java.util.List;

/**
 * A glob. The time to match it grows only with the lengths of the text and of the glob, because all
 * ways through it are followed at once: {@code *a*a*a*b} takes no longer than any other.
 */
public final class Glob {

  private final List<GlobStep> steps;
  private final boolean ignoreCase;

  private Glob(List<GlobStep> steps, boolean ignoreCase) {
    this.steps = steps;
    this.ignoreCase = ignoreCase;
  }

  /**
   * A glob of names: a star matches any characters, a question mark matches one, and every other
   * character matches itself.
   */
  public static Glob ofNames(String glob) {
    return new Glob(new GlobReader(glob).names(), false);
  }

  /**
   * A glob of paths whose parts are separated by slashes, as {@link
   * java.nio.file.FileSystem#getPathMatcher} defines it: {@code *}, {@code **}, {@code ?}, {@code
   * [a-z]}, {@code {a,b}}, and a backslash before a character that stands for itself.
   *
   * @throws AutogenException if a bracket or a brace is not closed, or a group is within another
   */
  public static Glob ofPaths(String glob) {
    boolean windows = java.io.File.separatorChar == '\\';
    return new Glob(new GlobReader(windows ? folded(glob) : glob).paths(), windows);
  }

  /** Whether the glob matches the whole text. */
  public boolean matches(String text) {
    BitSet at = new BitSet(steps.size());
    int[] open = new int[2 * steps.size() + 1];
    enter(at, 0, open);
    int[] characters = (ignoreCase ? folded(text) : text).codePoints().toArray();
    for (int character : characters) {
      BitSet next = new BitSet(steps.size());
      for (int i = at.nextSetBit(0); i >= 0; i = at.nextSetBit(i + 1)) {
        GlobStep step = steps.get(i);
        if (step instanceof GlobStep.One one && one.test().test(character)) {
          enter(next, i + 1, open);
        }
      }
      at = next;
    }
    return at.get(steps.size() - 1);
  }

  /** Reaches a step, and all further steps that can be reached without a character. */
  private void enter(BitSet at, int first, int[] open) {
    int count = 0;
    open[count++] = first;
    while (count > 0) {
      int i = open[--count];
      if (at.get(i)) {
        continue;
      }
      at.set(i);
      if (steps.get(i) instanceof GlobStep.Fork fork) {
        open[count++] = fork.to();
        open[count++] = fork.other();
      }
    }
  }

  private static String folded(String text) {
    return text.toUpperCase(java.util.Locale.ROOT).toLowerCase(java.util.Locale.ROOT);
  }
}

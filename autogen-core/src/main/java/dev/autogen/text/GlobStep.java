package dev.autogen.text;

import java.util.function.IntPredicate;

/** A step through a glob. */
sealed interface GlobStep {

  /** Takes a character that passes the test, and goes on with the step that follows. */
  record One(IntPredicate test) implements GlobStep {}

  /** Goes on with either of two steps, and takes no character. */
  record Fork(int to, int other) implements GlobStep {}

  /** The end. */
  record End() implements GlobStep {}
}

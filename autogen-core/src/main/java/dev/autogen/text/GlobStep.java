package dev.autogen.text;

import java.util.function.IntPredicate;

/** One step in matching a glob. */
sealed interface GlobStep {

  /** Takes a character that passes the test, and continues with the next step. */
  record One(IntPredicate test) implements GlobStep {}

  /** Continues with either of two steps, without taking a character. */
  record Fork(int to, int other) implements GlobStep {}

  /** The end of the glob. */
  record End() implements GlobStep {}
}

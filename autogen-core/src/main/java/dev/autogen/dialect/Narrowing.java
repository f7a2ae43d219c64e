package dev.autogen.dialect;

/** What becomes of the values of a column that its new type does not hold. */
public enum Narrowing {
  /** The new type holds all values, or is of another kind, whose conversion says what it does. */
  NONE,
  /** A value that does not fit makes the change fail. */
  REFUSES,
  /** Values that do not fit are rounded or cut off; some may make the change fail. */
  CHANGES
}

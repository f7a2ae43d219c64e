package dev.autogen.review;

/** What a reviewer should think of a migration at first sight, from the best to the worst. */
public enum Verdict {
  /** Proven, with nothing lost and nobody kept waiting for longer than a moment. */
  SAFE("safe"),
  /** Something wants a look: it was not tried, keeps others waiting, or cannot be fully undone. */
  LOOK_HERE("look here"),
  /** Rows or values are lost. */
  LOSES_DATA("loses data"),
  /** It does not run, does not do what it should, or fails on rows. */
  FAILS("fails");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** The verdict as a person says it. */
  public String words() {
    return words;
  }
}

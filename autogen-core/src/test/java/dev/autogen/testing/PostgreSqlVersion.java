package dev.autogen.testing;

/** The versions that tests run on: the oldest and the newest that are supported. */
public enum PostgreSqlVersion {
  V14(14),
  V18(18);

  private final int major;

  PostgreSqlVersion(int major) {
    this.major = major;
  }

  /** The major version. */
  public int major() {
    return major;
  }

  /** Whether it is that major version or a later one. */
  public boolean isAtLeast(int other) {
    return major >= other;
  }
}

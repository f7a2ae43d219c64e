package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules.Version;

/** A shadow whose major version differs from that of the database. Its product name says so. */
public final class OtherVersionShadow extends ForwardingShadow {

  private final Version database;

  private OtherVersionShadow(Version database, Shadow shadow) {
    super(shadow);
    this.database = database;
  }

  /** The shadow itself, or one that names the difference where the major versions differ. */
  public static Shadow of(Version database, Shadow shadow) {
    return shadow.version().major() == database.major()
        ? shadow
        : new OtherVersionShadow(database, shadow);
  }

  @Override
  public String product() {
    return version() + " (the database is " + database.major() + "." + database.minor() + ")";
  }
}

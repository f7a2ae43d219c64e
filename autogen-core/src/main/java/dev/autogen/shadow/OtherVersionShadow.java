package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.run.ConnectionSource;
import java.sql.SQLException;

/**
 * A shadow whose major version differs from that of the database. Its product name says so.
 *
 * @param database the version of the database
 * @param shadow the shadow
 */
public record OtherVersionShadow(Version database, Shadow shadow) implements Shadow {

  /** The shadow itself, or one that names the difference where the major versions differ. */
  public static Shadow of(Version database, Shadow shadow) {
    return shadow.version().major() == database.major()
        ? shadow
        : new OtherVersionShadow(database, shadow);
  }

  @Override
  public void prepare(Preparation preparation) throws SQLException {
    shadow.prepare(preparation);
  }

  @Override
  public void prepareAhead(Preparation preparation) throws SQLException {
    shadow.prepareAhead(preparation);
  }

  @Override
  public boolean ownsServer() {
    return shadow.ownsServer();
  }

  @Override
  public void createRole(String name) throws SQLException {
    shadow.createRole(name);
  }

  @Override
  public ConnectionSource prepared() {
    return shadow.prepared();
  }

  @Override
  public ConnectionSource connections() {
    return shadow.connections();
  }

  @Override
  public Version version() {
    return shadow.version();
  }

  @Override
  public String product() {
    return version() + " (the database is " + database.major() + "." + database.minor() + ")";
  }

  @Override
  public void close() {
    shadow.close();
  }
}

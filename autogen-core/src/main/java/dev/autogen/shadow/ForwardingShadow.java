package dev.autogen.shadow;

import dev.autogen.dialect.ThrowawayRules.Version;
import dev.autogen.run.ConnectionSource;
import java.sql.SQLException;

/** A shadow that lets another one do the work. */
abstract class ForwardingShadow implements Shadow {

  private final Shadow shadow;

  ForwardingShadow(Shadow shadow) {
    this.shadow = shadow;
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
    return shadow.product();
  }

  @Override
  public void close() {
    shadow.close();
  }
}

package dev.autogen.spring;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * The health {@code autogen} on Spring Boot 3: up unless the database lacks revisions of the
 * application.
 */
final class BootThreeHealth extends AbstractHealthIndicator {

  private final AutogenMigrations migrations;

  BootThreeHealth(AutogenMigrations migrations) {
    super("the revisions of the database cannot be read");
    this.migrations = migrations;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (RevisionReport.isBehind(migrations)) {
      builder.down();
    } else {
      builder.up();
    }
    builder.withDetails(RevisionReport.summaries(migrations));
  }
}

package dev.autogen.spring;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * The health {@code autogen} on Spring Boot 4: up unless the database lacks revisions of the
 * application.
 */
final class BootFourHealth extends AbstractHealthIndicator {

  private final AutogenMigrations migrations;

  BootFourHealth(AutogenMigrations migrations) {
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

package dev.autogen.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    builder.up();
    Map<String, Object> schemas = new LinkedHashMap<>();
    migrations
        .bySchema()
        .forEach(
            (schema, autogen) -> {
              Map<String, Object> summary = RevisionReport.summary(autogen);
              schemas.put(schema.isEmpty() ? "default" : schema, summary);
              if (!List.of().equals(summary.get("pending"))) {
                builder.down();
              }
            });
    builder.withDetails(schemas);
  }
}

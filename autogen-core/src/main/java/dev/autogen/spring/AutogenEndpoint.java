package dev.autogen.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** The actuator's endpoint {@code autogen}: every revision, as the database knows it. */
@Endpoint(id = "autogen")
public final class AutogenEndpoint {

  private final AutogenMigrations migrations;

  /** An endpoint over those migrations. */
  public AutogenEndpoint(AutogenMigrations migrations) {
    this.migrations = migrations;
  }

  /** The revisions of each schema; the default schema is called {@code default}. */
  @ReadOperation
  public Map<String, Object> revisions() {
    Map<String, Object> schemas = new LinkedHashMap<>();
    migrations
        .bySchema()
        .forEach(
            (schema, autogen) ->
                schemas.put(RevisionReport.name(schema), RevisionReport.full(autogen)));
    return Map.of("schemas", schemas);
  }
}

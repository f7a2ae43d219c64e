package dev.autogen.spring;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;

/** Tells Spring Boot that the schema is managed, so that {@code ddl-auto} is none by default. */
final class MigratedSchema implements SchemaManagementProvider {

  private final DataSource migrated;

  MigratedSchema(DataSource migrated) {
    this.migrated = migrated;
  }

  @Override
  public SchemaManagement getSchemaManagement(DataSource dataSource) {
    return dataSource.equals(migrated) ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
  }
}

package dev.autogen.spring;

import dev.autogen.Autogen;
import dev.autogen.run.ConnectionSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Autogen} by the properties of an application. */
final class AutogenSettings {

  private final AutogenProperties properties;
  private final List<AutogenCustomizer> customizers;
  private final @Nullable ClassLoader loader;

  AutogenSettings(
      AutogenProperties properties,
      List<AutogenCustomizer> customizers,
      @Nullable ClassLoader loader) {
    this.properties = properties;
    this.customizers = customizers;
    this.loader = loader;
  }

  /**
   * The migrations for a schema.
   *
   * @param schema its name; empty for the default schema of the connections
   */
  Autogen build(DataSource dataSource, String schema) {
    Autogen.Builder builder =
        Autogen.configure()
            .connections(schema.isEmpty() ? dataSource::getConnection : in(schema, dataSource))
            .allowNewerDatabase(properties.allowNewerDatabase())
            .arguments(properties.arguments());
    if (loader != null) {
      builder.classLoader(loader);
    }
    NativeMigrations.classes(properties.migrations(), loader)
        .ifPresentOrElse(builder::migrations, () -> builder.migrations(properties.migrations()));
    if (properties.versionTable() != null) {
      builder.versionTable(properties.versionTable());
    }
    if (properties.lockWait() != null) {
      builder.lockWait(properties.lockWait());
    }
    if (properties.lockTimeout() != null) {
      builder.lockTimeout(properties.lockTimeout());
    }
    if (properties.retryFor() != null) {
      builder.retryFor(properties.retryFor());
    }
    if (properties.baselineAt() != null) {
      builder.baselineAt(properties.baselineAt());
    }
    customizers.forEach(each -> each.customize(builder));
    return builder.build();
  }

  private static ConnectionSource in(String schema, DataSource dataSource) {
    return () -> {
      Connection connection = dataSource.getConnection();
      try {
        connection.setSchema(schema);
        return connection;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    };
  }
}

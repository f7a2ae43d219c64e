package dev.autogen.workspace;

import dev.autogen.config.Config;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** The settings with which a project's configuration lets migrations run. */
final class ConfiguredRunSettings {

  private ConfiguredRunSettings() {}

  static RunSettings of(Config config, ProjectListener listener) {
    RunSettings settings =
        RunSettings.DEFAULT
            .withLockWait(config.runner().lockWait())
            .withLockTimeout(config.runner().lockTimeout(), config.runner().retryFor())
            .withTransactionPerMigration(config.runner().transactionPerMigration())
            .withArguments(config.runner().arguments())
            .withTag(config.runner().tag())
            .withListener(listener);
    return settings.withVersionTable(versionTable(config, settings.versionTable().name()));
  }

  private static QualifiedName versionTable(Config config, String usual) {
    String table = config.migrations().versionTable();
    @Nullable String schema = config.migrations().versionSchema();
    String name = table == null ? usual : table;
    int dot = name.indexOf('.');
    if (schema == null) {
      return dot < 0
          ? QualifiedName.of(name)
          : QualifiedName.of(name.substring(0, dot), name.substring(dot + 1));
    }
    return QualifiedName.of(schema, name);
  }
}

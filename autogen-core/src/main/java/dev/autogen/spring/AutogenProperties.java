package dev.autogen.spring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties {@code autogen.*} of an application.
 *
 * @param enabled whether the database is upgraded when the application starts
 * @param migrations the package of the migrations
 * @param target the revision to upgrade to
 * @param url a JDBC URL for the migrations alone; by default the data source's
 * @param user the role that runs the migrations; by default the data source's
 * @param password the password of that role
 * @param schemas schemas that have a history of their own each; by default the default schema alone
 * @param versionTable the name of the version table
 * @param lockWait how long to wait for another instance that is at work
 * @param lockTimeout how long a statement waits for a lock before its revision is tried again
 * @param retryFor how long a revision that met locks is tried again
 * @param allowNewerDatabase whether to start although the database is newer than the migrations
 * @param baselineAt the revision that a database with tables and without a revision counts as at
 * @param arguments values that migrations read by {@code op.argument}
 */
@ConfigurationProperties("autogen")
public record AutogenProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue(DEFAULT_PACKAGE) String migrations,
    @DefaultValue("head") String target,
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue List<String> schemas,
    @Nullable String versionTable,
    @Nullable Duration lockWait,
    @Nullable Duration lockTimeout,
    @Nullable Duration retryFor,
    @DefaultValue("false") boolean allowNewerDatabase,
    @Nullable String baselineAt,
    @DefaultValue Map<String, String> arguments) {

  /** The package in which migrations are looked for by default. */
  static final String DEFAULT_PACKAGE = "db.migrations";

  /** Says what is set, without the password. */
  @Override
  public String toString() {
    return "autogen." + Map.of("enabled", enabled, "migrations", migrations, "target", target);
  }
}

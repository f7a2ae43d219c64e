package dev.autogen.liquibase;

import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What autogen asks of a Liquibase. The failures are Liquibase's own exceptions. */
public interface LiquibaseCalls {

  /** The version of Liquibase. */
  String version();

  /** All changesets of the changelog, in the order in which they run. */
  List<Changeset> changesets(ChangelogSettings settings) throws Exception;

  /** What Liquibase sends to a PostgreSQL of some version for a changeset. */
  ChangesetSql sql(ChangelogSettings settings, String identity, String product) throws Exception;

  /**
   * The identities of the changesets that Liquibase would run in a database. Nothing is changed.
   */
  List<String> pending(ChangelogSettings settings, Connection connection) throws Exception;

  /** The identities of the changesets that ran in a database, in that order. */
  List<String> applied(ChangelogSettings settings, Connection connection) throws Exception;

  /**
   * Runs the changesets that a database lacks.
   *
   * @param last the identity of the last one to run, or null for all
   */
  void update(ChangelogSettings settings, Connection connection, @Nullable String last)
      throws Exception;

  /** Makes the schemas that the settings name. */
  void createSchemas(ChangelogSettings settings, Connection connection) throws Exception;
}

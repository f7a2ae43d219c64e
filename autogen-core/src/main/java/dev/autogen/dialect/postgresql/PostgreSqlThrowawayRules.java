package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ThrowawayRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Creates, copies, empties and drops databases of PostgreSQL. */
final class PostgreSqlThrowawayRules implements ThrowawayRules {

  private static final String MARK = "autogen shadow database: wiped at every proof";
  private static final int SINCE_STRATEGIES = 15;

  @Override
  public Logins logins(AdministrationDatabase administration, Login owner) throws SQLException {
    return ShadowRoles.logins(administration, owner);
  }

  @Override
  public Optional<Login> worker(Connection connection) throws SQLException {
    return ShadowRoles.worker(connection);
  }

  @Override
  public void createRole(Connection connection, String name, Login worker) throws SQLException {
    ShadowRoles.create(connection, name, worker);
  }

  /**
   * Checks all constraints, then defers those again that are initially deferred, as in a new
   * transaction (PostgreSQL manual, SET CONSTRAINTS).
   */
  @Override
  public List<String> checksOfCommit() {
    return List.of(
        "set constraints all immediate",
        "do $$ declare names text; begin"
            + " select pg_catalog.string_agg(distinct"
            + " pg_catalog.format('%I.%I', n.nspname, c.conname), ', ') into names"
            + " from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n"
            + " on n.oid operator(pg_catalog.=) c.connamespace where c.condeferred;"
            + " if names is not null then execute 'set constraints ' || names || ' deferred';"
            + " end if; end $$");
  }

  /** {@code RESET ALL} does not reset the role (PostgreSQL manual, RESET). */
  @Override
  public List<String> endOfSession() {
    return List.of("reset all", "reset role");
  }

  @Override
  public Set<String> numbering(Connection connection) throws SQLException {
    Set<String> statements = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select pg_catalog.format('select pg_catalog.setval(%L, %s, %L)',"
                    + " pg_catalog.format('%I.%I', schemaname, sequencename),"
                    + " coalesce(last_value, start_value), last_value is not null)"
                    + " from pg_catalog.pg_sequences")) {
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
    }
    return statements;
  }

  @Override
  public List<String> databases(Connection connection, String prefix) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select datname from pg_catalog.pg_database"
                + " where pg_catalog.starts_with(datname::pg_catalog.text, ?) order by oid")) {
      query.setString(1, prefix);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    }
    return names;
  }

  @Override
  public void create(Connection connection, String name, Login worker) throws SQLException {
    run(connection, "create database " + Identifiers.quote(name) + owner(worker));
  }

  private static String owner(Login worker) {
    return " owner " + Identifiers.quote(worker.user());
  }

  @Override
  public void handOver(Connection connection, Login worker) throws SQLException {
    run(connection, SearchPath.SESSION);
    run(connection, "drop schema public");
    publicSchema(connection, worker);
  }

  /**
   * Gives the schema to the worker. Other owners may have objects in it and in schemas that the
   * worker creates, because objects are given to roles that have no rights here.
   */
  private static void publicSchema(Connection connection, Login worker) throws SQLException {
    String role = Identifiers.quote(worker.user());
    run(connection, "create schema public authorization " + role);
    run(connection, "grant all on schema public to public");
    run(
        connection,
        "alter default privileges for role " + role + " grant all on schemas to public");
  }

  /**
   * Copies by files: the other way, the default since PostgreSQL 15, writes all pages to the log
   * first.
   */
  @Override
  public void copy(Connection connection, String template, String name, Login worker)
      throws SQLException {
    boolean chooses = connection.getMetaData().getDatabaseMajorVersion() >= SINCE_STRATEGIES;
    run(
        connection,
        "create database "
            + Identifiers.quote(name)
            + owner(worker)
            + " template "
            + Identifiers.quote(template)
            + (chooses ? " strategy file_copy" : ""));
  }

  @Override
  public void rename(Connection connection, String name, String newName) throws SQLException {
    run(
        connection,
        "alter database " + Identifiers.quote(name) + " rename to " + Identifiers.quote(newName));
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    run(connection, "drop database if exists " + Identifiers.quote(name) + " with (force)");
  }

  @Override
  public Optional<String> claim(Connection connection) throws SQLException {
    run(connection, SearchPath.SESSION);
    String mark =
        value(
            connection,
            "select coalesce(shobj_description(oid, 'pg_database'), '') from pg_database where"
                + " datname = current_database()");
    if (mark.equals(MARK)) {
      return Optional.empty();
    }
    String object =
        value(
            connection,
            "select coalesce(min(format('%I.%I', n.nspname, c.relname)), '') from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^pg_' and"
                + " n.nspname <> 'information_schema'");
    if (!object.isEmpty()) {
      return Optional.of(object);
    }
    run(
        connection,
        "do 'begin execute format(''comment on database %I is %L'', current_database(), ''"
            + MARK
            + "''); end'");
    return Optional.empty();
  }

  @Override
  public void wipe(Connection connection, Optional<Login> worker) throws SQLException {
    run(connection, SearchPath.SESSION);
    run(
        connection,
        "do 'declare name text; begin for name in select nspname from pg_namespace where nspname"
            + " !~ ''^pg_'' and nspname <> ''information_schema'' loop execute format(''drop schema"
            + " %I cascade'', name); end loop; end'");
    if (worker.isEmpty()) {
      run(connection, "create schema public");
      return;
    }
    run(
        connection,
        "do 'begin execute format(''grant create, temporary on database %I to "
            + Identifiers.quote(worker.get().user())
            + "'', current_database()); end'");
    publicSchema(connection, worker.get());
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package dev.autogen.dialect.postgresql;

import dev.autogen.dialect.ThrowawayRules.AdministrationDatabase;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.dialect.ThrowawayRules.Logins;
import dev.autogen.schema.AutogenException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Creates the roles of a throwaway server. Code that is copied from a database (triggers, checks,
 * functions) runs there, and other people wrote it. So the worker is no superuser, and no member of
 * the roles that may run programs or read files of the server (PostgreSQL manual, 21.5 Predefined
 * Roles).
 */
final class ShadowRoles {

  private static final String ADMINISTRATOR = "autogen_administrator";
  private static final String FOUNDER = "autogen_founder";

  /**
   * The worker has the usual name of a superuser, so that statements that name it, such as those of
   * {@code pg_dump}, can be tried; it is no superuser.
   */
  private static final String WORKER = "postgres";

  private static final String WORKER_PREFIX = "autogen_worker_";
  private static final int PASSWORD_BYTES = 16;
  private static final int SINCE_TAMED_CREATEROLE = 16;
  private static final int SINCE_PARAMETER_GRANTS = 15;

  /** Renames the user that created the server, because its rights cannot be taken away. */
  private static final String RENAME_FOUNDER =
      """
      do $do$
      begin
        if exists (select from pg_roles where oid = 10 and rolname = 'WORKER') then
          alter role WORKER rename to FOUNDER;
          create role WORKER;
        end if;
      end
      $do$"""
          .replace("WORKER", WORKER)
          .replace("FOUNDER", FOUNDER);

  /**
   * Drops the powerful roles: before PostgreSQL 16, a role that may create roles can make itself a
   * member of any role but a superuser. A throwaway server does not need them.
   */
  private static final String DROP_MIGHTY_ROLES =
      "set allow_system_table_mods = on; delete from pg_authid where rolname in"
          + " ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files');"
          + " reset allow_system_table_mods";

  /** Lets roles that the worker creates own objects, as roles of a superuser can. */
  private static final String OWN_ROLES =
      "alter role " + WORKER + " set createrole_self_grant = 'set, inherit'";

  /**
   * Asks whether a user can do more than work in its databases, and whether it can create a role.
   */
  private static final String MIGHT =
      """
      select m.rolname, m.rolsuper or m.rolcreaterole as makes_roles, d.oid as database,
             m.rolsuper or m.rolcreaterole and current_setting('server_version_num')::int < 160000
             or exists (
               select from pg_roles r
               where (r.rolsuper or r.rolname in ('pg_execute_server_program',
                        'pg_read_server_files', 'pg_write_server_files'))
                 and pg_has_role(m.oid, r.oid, 'member')) as mighty
      from pg_roles m, pg_database d
      where m.rolname = session_user and d.datname = current_database()
      """;

  private ShadowRoles() {}

  static Logins logins(AdministrationDatabase administration, Login owner) throws SQLException {
    Login administrator = new Login(ADMINISTRATOR, owner.password());
    Login worker = new Login(WORKER, password());
    try (Connection connection = asAdministrator(administration, administrator, owner)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      run(connection, SearchPath.SESSION);
      run(connection, RENAME_FOUNDER);
      run(
          connection,
          "alter role "
              + WORKER
              + " nosuperuser nocreatedb noreplication createrole bypassrls login password '"
              + worker.password()
              + "'");
      run(connection, version < SINCE_TAMED_CREATEROLE ? DROP_MIGHTY_ROLES : OWN_ROLES);
      if (version >= SINCE_PARAMETER_GRANTS) {
        run(connection, "grant set on parameter session_replication_role to " + WORKER);
      }
      run(connection, "revoke connect on database postgres, template1 from public");
    }
    return new Logins(administrator, worker);
  }

  private static Connection asAdministrator(
      AdministrationDatabase administration, Login administrator, Login owner) throws SQLException {
    try {
      return administration.as(administrator);
    } catch (SQLException e) {
      if (!String.valueOf(e.getSQLState()).startsWith("28")) {
        throw e;
      }
      try (Connection connection = administration.as(owner)) {
        run(
            connection,
            "create role "
                + ADMINISTRATOR
                + " superuser login password "
                + Identifiers.literal(administrator.password()));
      }
      return administration.as(administrator);
    }
  }

  static void create(Connection connection, String name, Login worker) throws SQLException {
    String role = Identifiers.quote(name);
    run(connection, "create role " + role);
    run(connection, "grant " + role + " to " + Identifiers.quote(worker.user()));
  }

  static Optional<Login> worker(Connection connection) throws SQLException {
    run(connection, SearchPath.SESSION);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MIGHT)) {
      row.next();
      if (!row.getBoolean("mighty")) {
        return Optional.empty();
      }
      if (!row.getBoolean("makes_roles")) {
        throw refused(
            row.getString("rolname"),
            "may run programs or reach files of its server, and may not create a role that may"
                + " not");
      }
      return Optional.of(worker(connection, WORKER_PREFIX + row.getString("database")));
    }
  }

  /**
   * Creates one worker per database, so that two projects on one server do not change each other's
   * password.
   */
  private static Login worker(Connection connection, String role) throws SQLException {
    Login worker = new Login(role, password());
    run(
        connection,
        "do $do$ begin if not exists (select from pg_roles where rolname = 'ROLE') then"
                .replace("ROLE", role)
            + " create role "
            + role
            + "; end if; end $do$");
    run(connection, "alter role " + role + " login password '" + worker.password() + "'");
    return worker;
  }

  static AutogenException refused(String user, String why) {
    return AutogenException.usage(
        "The user \""
            + user
            + "\" of [shadow] url "
            + why
            + ": what is tried there is other people's code. Name a role without such rights:\n"
            + "  create role autogen_shadow login password '…';\n"
            + "  create database autogen_shadow owner autogen_shadow;");
  }

  private static String password() {
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    PostgreSqlExecutionRules.execute(connection, sql);
  }
}

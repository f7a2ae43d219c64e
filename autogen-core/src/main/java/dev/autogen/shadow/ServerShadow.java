package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.ThrowawayRules;
import dev.autogen.dialect.ThrowawayRules.Login;
import dev.autogen.dialect.ThrowawayRules.Logins;
import dev.autogen.inspect.Inspection;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.inspect.Inspector;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shadow on a server that autogen runs itself. It keeps prepared databases, so that the next
 * proof starts with the result of a history and need not run it. The proof uses the database itself
 * if it rolls everything back, and a copy otherwise.
 */
public final class ServerShadow implements Shadow {

  private static final String SCRATCH = "scratch";
  private static final String UNFINISHED = "filling";

  /** The prefix of templates that earlier versions made; they belong to a superuser. */
  private static final String FORMER_PREFIX = "history_";

  private static final String TEMPLATE_PREFIX = "prepared_";
  private static final int TEMPLATES_KEPT = 8;
  private static final int KEY_LENGTH = 40;

  private final ShadowServer server;
  private final ThrowawayRules rules;
  private @Nullable Logins logins;
  private @Nullable String template;
  private boolean isCopied;
  private @Nullable InspectionScope inspectedScope;
  private @Nullable Inspection inspected;

  /** The connection that read the prepared database: its server process knows the catalog. */
  private @Nullable Connection idle;

  /** A shadow on that server. Closing the shadow stops the server. */
  public ServerShadow(ShadowServer server, Dialect dialect) {
    this.server = server;
    this.rules = dialect.throwawayRules();
  }

  @Override
  public void prepareAhead(Preparation preparation) throws SQLException {
    prepare(preparation);
  }

  @Override
  public synchronized void prepare(Preparation preparation) throws SQLException {
    String wanted = template(preparation.key());
    isCopied = false;
    if (wanted.equals(template)) {
      return;
    }
    template = null;
    inspected = null;
    closeIdle();
    try (Connection connection = administration().open()) {
      List<String> kept = rules.databases(connection, server.name(TEMPLATE_PREFIX));
      if (!kept.contains(wanted)) {
        if (!extend(connection, preparation, kept)) {
          fill(connection, preparation.filling());
        }
        rules.rename(connection, server.name(UNFINISHED), wanted);
        dropOld(connection);
      }
    }
    template = wanted;
  }

  private String template(String key) {
    return server.name(TEMPLATE_PREFIX + key.substring(0, Math.min(KEY_LENGTH, key.length())));
  }

  /**
   * Continues from the nearest kept database, which is used up by that. Returns whether this
   * succeeded.
   */
  private boolean extend(Connection connection, Preparation preparation, List<String> kept)
      throws SQLException {
    for (String earlier : preparation.earlier()) {
      String start = template(earlier);
      if (kept.contains(start)) {
        rules.drop(connection, server.name(UNFINISHED));
        rules.rename(connection, start, server.name(UNFINISHED));
        try {
          ConnectionSource worker = server.connections(server.name(UNFINISHED), logins().worker());
          preparation.rest().fill(worker, worker);
          return true;
        } catch (AutogenException | SQLException e) {
          return false; // Filling from the beginning reports the error.
        }
      }
    }
    return false;
  }

  private void fill(Connection connection, Filling filling) throws SQLException {
    Login worker = logins().worker();
    rules.drop(connection, server.name(UNFINISHED));
    rules.create(connection, server.name(UNFINISHED), worker);
    ConnectionSource privileged =
        server.connections(server.name(UNFINISHED), logins().administrator());
    try (Connection fresh = privileged.open()) {
      rules.handOver(fresh, worker);
    }
    filling.fill(server.connections(server.name(UNFINISHED), worker), privileged);
  }

  private synchronized void copyOnce() throws SQLException {
    if (isCopied) {
      return;
    }
    String prepared = Objects.requireNonNull(template, "nothing was prepared");
    closeIdle();
    try (Connection connection = administration().open()) {
      rules.drop(connection, server.name(SCRATCH));
      rules.copy(connection, prepared, server.name(SCRATCH), logins().worker());
    }
    isCopied = true;
  }

  private ConnectionSource administration() throws SQLException {
    return server.connections(server.administrationDatabase(), logins().administrator());
  }

  /** The logins. They are created on first use, and again whenever the server starts. */
  private synchronized Logins logins() throws SQLException {
    if (logins == null) {
      logins =
          rules.logins(
              login -> server.connections(server.administrationDatabase(), login).open(),
              server.owner());
    }
    return logins;
  }

  private void dropOld(Connection connection) throws SQLException {
    List<String> templates = rules.databases(connection, server.name(TEMPLATE_PREFIX));
    for (String former : rules.databases(connection, server.name(FORMER_PREFIX))) {
      rules.drop(connection, former);
    }
    for (String old : templates.subList(0, Math.max(0, templates.size() - TEMPLATES_KEPT))) {
      rules.drop(connection, old);
    }
  }

  @Override
  public boolean ownsServer() {
    return true;
  }

  @Override
  public void createRole(String name) throws SQLException {
    try (Connection connection = administration().open()) {
      rules.createRole(connection, name, logins().worker());
    }
  }

  @Override
  public ConnectionSource prepared() {
    return this::openPrepared;
  }

  private synchronized Connection openPrepared() throws SQLException {
    Connection known = idle;
    idle = null;
    return known == null
        ? server
            .connections(
                Objects.requireNonNull(template, "nothing was prepared"), logins().worker())
            .open()
        : known;
  }

  /** A database that others are connected to cannot be copied, renamed or dropped. */
  private void closeIdle() throws SQLException {
    if (idle != null) {
      idle.close();
      idle = null;
    }
  }

  @Override
  public synchronized Inspection inspect(Inspector inspector, InspectionScope scope)
      throws SQLException {
    Inspection found = inspected;
    if (found == null || !scope.equals(inspectedScope)) {
      closeIdle();
      idle = openPrepared();
      found = inspector.inspect(idle, scope);
      inspected = found;
      inspectedScope = scope;
    }
    return found;
  }

  @Override
  public ConnectionSource connections() {
    return () -> {
      copyOnce();
      return server.connections(server.name(SCRATCH), logins().worker()).open();
    };
  }

  @Override
  public ThrowawayRules.Version version() {
    try (Connection connection = administration().open()) {
      return rules.version(connection);
    } catch (SQLException e) {
      throw AutogenException.failed("The shadow database does not answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    // The server ends the idle connection.
    server.close();
  }
}

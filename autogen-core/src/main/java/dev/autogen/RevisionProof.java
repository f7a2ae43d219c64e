package dev.autogen;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.DiffOptions;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.run.MigrationSource;
import dev.autogen.run.RunListener;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Proof;
import dev.autogen.shadow.ServerShadow;
import dev.autogen.shadow.Shadow;
import dev.autogen.shadow.WipedShadow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proves a project's revisions on its shadow database. */
final class RevisionProof implements AutoCloseable {

  private static final Duration WAIT_FOR_SHADOW = Duration.ofMinutes(2);

  private final Config config;
  private final Dialect dialect;
  private final ProjectDatabase database;
  private final RunSettings settings;
  private final ProjectSurroundings surroundings;
  private final ProjectListener listener;
  private @Nullable Shadow shadow;

  RevisionProof(
      Config config,
      ProjectSurroundings surroundings,
      ProjectDatabase database,
      RunSettings settings) {
    this.config = config;
    this.database = database;
    this.dialect = ProjectDatabase.dialect(config);
    this.settings = settings.withListener(RunListener.SILENT);
    this.surroundings = surroundings;
    this.listener = surroundings.listener();
  }

  /** Proves the revision that makes what differs equal. */
  Proof.Result of(String revision, ModelDrift drift) {
    MigrationSource migrations = ProjectMigrations.runnable(config, surroundings);
    try {
      shadow = open();
      Set<String> schemas = SchemaComparison.namespaces(drift.model());
      Proof proof =
          new Proof(shadow, dialect, migrations, settings.withSchemas(schemas), extensions());
      return proof.of(
          migrations.history().get(revision),
          drift.actual(),
          connection -> left(drift.model(), connection));
    } catch (AutogenException e) {
      return Proof.Result.notTried(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      return Proof.Result.notTried("the database cannot be read: " + e.getMessage());
    }
  }

  private Shadow open() {
    if (config.shadow().url() == null) {
      return ServerShadow.start(
          config.privateDirectory().resolve("shadow"), WAIT_FOR_SHADOW, listener::progress);
    }
    var url = config.shadow().url();
    return new WipedShadow(() -> DriverManager.getConnection(url.jdbcUrl(), url.properties()));
  }

  private List<String> left(Schema model, Connection connection) throws SQLException {
    DiffOptions options = EntityComparison.options(config);
    InspectionScope scope = new InspectionScope(Set.of(), settings.ownTables());
    return SchemaComparison.of(model, connection, dialect, scope, options)
        .comparison()
        .operations()
        .stream()
        .map(operation -> operation.summary())
        .toList();
  }

  /** The extensions of the target, which its migrations may take for granted. */
  private List<String> extensions() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select extname from pg_extension where extname <> 'plpgsql' order by 1")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Override
  public void close() {
    if (shadow != null) {
      shadow.close();
    }
  }
}

package dev.autogen.comparison;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.DefaultSchema;
import dev.autogen.diff.DiffOptions;
import dev.autogen.diff.FilterChain;
import dev.autogen.diff.Rename;
import dev.autogen.diff.RenameCandidate;
import dev.autogen.diff.Tolerance;
import dev.autogen.diff.ToleratedDifferences;
import dev.autogen.history.RevisionScript;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.model.DatabaseTarget;
import dev.autogen.model.EntityModel;
import dev.autogen.model.RenamedMapping;
import dev.autogen.operation.Operation;
import dev.autogen.workspace.ProjectListener;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares a project's entities with a database, and explains what was left out. */
public final class EntityComparison {

  private final Workspace workspace;
  private final ProjectListener listener;
  private final Set<String> ownTables;
  private final ExpressionFallback fallback;

  /** The comparison of a project. */
  EntityComparison(Workspace workspace) {
    this(workspace, workspace.listener());
  }

  /** The same comparison, which reports to another listener. */
  EntityComparison(Workspace workspace, ProjectListener listener) {
    this.workspace = workspace;
    this.listener = listener;
    this.ownTables = workspace.runSettings().ownTables();
    this.fallback = fallback(workspace, listener);
  }

  /**
   * Asks the shadow for the database. If the shadow already takes the database's place, there is
   * nobody else to ask.
   */
  private static ExpressionFallback fallback(Workspace workspace, ProjectListener listener) {
    return workspace.config().database().requireUrl().isHistory()
        ? ExpressionFallback.NONE
        : new ShadowExpressions(workspace, listener);
  }

  /**
   * Compares the entities with the database of a connection.
   *
   * @param asks whether to ask, or warn, about possible renames
   */
  ModelDrift compare(
      Connection connection, Dialect dialect, List<RevisionScript> pending, boolean asks)
      throws SQLException {
    @Nullable String schema = schemaOf(connection, dialect);
    DatabaseTarget target = ProjectEntities.target(connection, schema, dialect);
    try (BackgroundTask<DatabaseRead> read = BackgroundTask.of(() -> read(connection, dialect))) {
      ProjectEntities entities = ProjectEntities.read(workspace, listener, target);
      return compare(entities, read.result(), connection, dialect, pending, asks);
    }
  }

  /** Compares entities that are already read with the database of a connection. */
  ModelDrift compare(
      ProjectEntities entities,
      Connection connection,
      Dialect dialect,
      List<RevisionScript> pending,
      boolean asks)
      throws SQLException {
    return compare(entities, read(connection, dialect), connection, dialect, pending, asks);
  }

  private DatabaseRead read(Connection connection, Dialect dialect) throws SQLException {
    return DatabaseRead.of(connection, dialect, new InspectionScope(Set.of(), ownTables));
  }

  private ModelDrift compare(
      ProjectEntities entities,
      DatabaseRead read,
      Connection connection,
      Dialect dialect,
      List<RevisionScript> pending,
      boolean asks)
      throws SQLException {
    EntityModel model = entities.model();
    DiffOptions options = options(entities.filters(), model);
    PreparedComparison prepared =
        new PreparedComparison(
            model.schema(),
            read.reaching(model.schema(), connection, dialect),
            connection,
            dialect,
            fallback);
    SchemaComparison compared = prepared.compare(options);
    ModelTypes types = new ModelTypes(dialect, model);
    types.check(compared, connection, listener::warning);
    RenameQuestions questions = new RenameQuestions(listener);
    while (asks && questions.ask(compared.comparison().proposed())) {
      List<Rename> named = workspace.config().diff().renames().stream().map(Rename::parse).toList();
      options =
          options.withRenames(
              Stream.concat(named.stream(), questions.confirmed().stream()).toList());
      compared = prepared.compare(options);
    }
    List<RenameCandidate> candidates =
        new ArrayList<>(questions.candidates(compared.comparison().proposed()));
    if (asks) {
      questions.warn(candidates, compared.comparison());
    }
    Set<Operation> done = new HashSet<>(compared.comparison().operations());
    candidates.removeIf(each -> !done.contains(each.dropped()));
    types.advise(compared, listener::warning);
    explain(compared);
    explainDatabaseOnly(compared, model, connection, dialect, options);
    return new ModelDrift(
        RenderedChanges.of(compared.comparison(), compared.actual(), dialect),
        compared.comparison(),
        pending,
        model.schema(),
        compared.inspection(),
        compared.actual(),
        options.withDefaultSchema(schemaOf(connection, dialect)),
        candidates);
  }

  private static @Nullable String schemaOf(Connection connection, Dialect dialect)
      throws SQLException {
    return dialect.inspector().defaultSchema(connection).orElse(null);
  }

  private DiffOptions options(FilterChain filters, EntityModel model) {
    Config.Diff diff = workspace.config().diff();
    return new DiffOptions(
        diff.compareTypes(),
        diff.compareServerDefaults(),
        diff.compareComments(),
        diff.compareChecks(),
        diff.ignore(),
        diff.include(),
        Set.copyOf(diff.databaseOnly()),
        List.of(),
        diff.renames().stream().map(Rename::parse).toList(),
        model.formerNames().stream().map(EntityComparison::rename).toList(),
        filters,
        new Tolerance(diff.keep(), AcceptedDifferences.of(workspace.config())),
        null);
  }

  private static Rename rename(RenamedMapping former) {
    return former.column() == null
        ? Rename.of(
            Rename.Kind.TABLE, former.table().withName(former.name()), former.table().name())
        : Rename.column(former.table(), former.name(), former.column());
  }

  private void explain(SchemaComparison compared) {
    compared
        .inspection()
        .leftOut()
        .forEach(
            each ->
                listener.detail(
                    "left out: " + each.kind() + " " + each.name() + " (" + each.reason() + ")"));
    compared
        .comparison()
        .kept()
        .forEach(
            each ->
                listener.detail(
                    "kept: " + each.kind() + " " + each.name() + " (" + each.reason() + ")"));
    ToleratedDifferences tolerated = compared.comparison().tolerated();
    tolerated.kept().forEach(each -> listener.detail("kept: " + each.summary()));
    tolerated.accepted().forEach(each -> listener.detail("accepted: " + each.summary()));
    compared.comparison().refused().forEach(listener::warning);
    compared.comparison().obstacles().forEach(listener::warning);
    compared.comparison().filtered().forEach(each -> listener.detail(each.summary()));
    if (compared.undecided() > 0) {
      listener.warning(
          compared.undecided()
              + " expressions were compared by their text, because neither this connection nor a"
              + " throwaway database may be asked about them (-v says why). What differs in its"
              + " spelling alone may be shown as a difference.");
    }
  }

  /** Lists the objects that no entity can describe, if the listener wants details. */
  private void explainDatabaseOnly(
      SchemaComparison compared,
      EntityModel model,
      Connection connection,
      Dialect dialect,
      DiffOptions options)
      throws SQLException {
    if (!listener.wantsDetails()) {
      return;
    }
    InspectionScope scope =
        new InspectionScope(DatabaseRead.namespaces(compared.target()), ownTables);
    DatabaseOnly found =
        DatabaseOnly.of(
            dialect.inspector().databaseObjects(connection, scope),
            DefaultSchema.unqualified(model.schema(), schemaOf(connection, dialect)),
            options.databaseOnly());
    found.kept(compared.inspection()).forEach(listener::detail);
  }
}

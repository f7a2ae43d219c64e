package dev.autogen.liquibase.inside;

import dev.autogen.liquibase.ChangelogSettings;
import dev.autogen.liquibase.Changeset;
import dev.autogen.liquibase.ChangesetSql;
import dev.autogen.liquibase.LiquibaseCalls;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.structure.core.Schema;
import liquibase.ui.LoggerUIService;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/** Calls a Liquibase of the class loader in which it is defined. */
public final class InsideLiquibase implements LiquibaseCalls {

  /** A database for reading a changelog without any. */
  private static final String NO_DATABASE = "offline:%s?outputLiquibaseSql=none&version=%s";

  private static final String USUAL_SCHEMA = "public";

  private final ClassLoader loader = InsideLiquibase.class.getClassLoader();

  @Override
  public String version() {
    return LiquibaseUtil.getBuildVersion();
  }

  @FunctionalInterface
  private interface Work<R> {
    R with(Liquibase liquibase, Database database) throws Exception;
  }

  @FunctionalInterface
  private interface Connector {
    Database connect(SourcesFirst files) throws Exception;
  }

  private <R> R call(ChangelogSettings settings, Connector connector, Work<R> work)
      throws Exception {
    SourcesFirst files = new SourcesFirst(settings.folders(), loader);
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put(Scope.Attr.classLoader.name(), loader);
    scope.put(Scope.Attr.resourceAccessor.name(), files);
    scope.put(Scope.Attr.ui.name(), new LoggerUIService());
    scope.put("liquibase.analytics.enabled", false);
    scope.put("liquibase.hub.mode", "off");
    scope.put("liquibase.showBanner", false);
    List<R> results = new ArrayList<>();
    Scope.ScopedRunner<?> run =
        () -> {
          Database database = connector.connect(files);
          Liquibase liquibase = new Liquibase(settings.changelog(), files, database);
          settings.parameters().forEach(liquibase::setChangeLogParameter);
          liquibase.getChangeLogParameters().setContexts(contexts(settings));
          liquibase.getChangeLogParameters().setLabels(labels(settings));
          forget();
          results.add(work.with(liquibase, database));
        };
    try {
      Scope.child(scope, run);
    } finally {
      files.close();
    }
    return results.get(0);
  }

  /** Lets Liquibase ask each database anew: throwaway databases have equal addresses. */
  private static void forget() {
    ChangeLogHistoryServiceFactory.getInstance().resetAll();
    try {
      Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
    } catch (LinkageError olderVersion) {
      // It asks each time.
    }
  }

  private static Contexts contexts(ChangelogSettings settings) {
    return new Contexts(settings.contexts());
  }

  private static LabelExpression labels(ChangelogSettings settings) {
    return new LabelExpression(settings.labels());
  }

  /** Without a schema of the project's own, the usual one is known, and not written. */
  private static Connector nowhere(ChangelogSettings settings, String version) {
    return files -> {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(
                  new OfflineConnection(NO_DATABASE.formatted(settings.product(), version), files));
      boolean named = settings.defaultSchema() != null;
      database.setOutputDefaultSchema(named);
      if (named) {
        database.setDefaultSchemaName(settings.defaultSchema());
      } else if (database.supportsSchemas()) {
        database.setDefaultSchemaName(database.correctObjectName(USUAL_SCHEMA, Schema.class));
      }
      return database;
    };
  }

  private static Connector on(ChangelogSettings settings, Connection connection) {
    return files -> {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      if (settings.defaultSchema() != null) {
        database.setDefaultSchemaName(settings.defaultSchema());
      }
      if (settings.ownSchema() != null) {
        database.setLiquibaseSchemaName(settings.ownSchema());
      }
      if (settings.table() != null) {
        database.setDatabaseChangeLogTableName(settings.table());
      }
      if (settings.lockTable() != null) {
        database.setDatabaseChangeLogLockTableName(settings.lockTable());
      }
      return database;
    };
  }

  private static List<ChangeSetFilter> filters(ChangelogSettings settings, Database database) {
    return List.of(
        new ContextChangeSetFilter(contexts(settings)),
        new LabelChangeSetFilter(labels(settings)),
        new DbmsChangeSetFilter(database),
        new IgnoreChangeSetFilter());
  }

  private static boolean accepts(List<ChangeSetFilter> filters, ChangeSet changeSet) {
    return filters.stream().allMatch(each -> each.accepts(changeSet).isAccepted());
  }

  @Override
  public List<Changeset> changesets(ChangelogSettings settings) throws Exception {
    return call(
        settings,
        nowhere(settings, "18"),
        (liquibase, database) -> {
          List<ChangeSetFilter> filters = filters(settings, database);
          List<Changeset> result = new ArrayList<>();
          for (ChangeSet each : liquibase.getDatabaseChangeLog().getChangeSets()) {
            result.add(ReadChangeset.of(each, accepts(filters, each)));
          }
          return List.copyOf(result);
        });
  }

  @Override
  public ChangesetSql sql(ChangelogSettings settings, String identity, String product)
      throws Exception {
    String version = product.replaceAll("\\D*(\\d+(\\.\\d+)?).*", "$1");
    return call(
        settings,
        nowhere(settings, version),
        (liquibase, database) -> {
          for (ChangeSet each : liquibase.getDatabaseChangeLog().getChangeSets()) {
            if (ReadChangeset.identity(each).equals(identity)) {
              return new ReadStatements(each, database).read();
            }
          }
          throw new IllegalStateException("there is no changeset " + identity);
        });
  }

  @Override
  public List<String> pending(ChangelogSettings settings, Connection connection) throws Exception {
    connection.setReadOnly(true);
    return call(
        settings,
        on(settings, connection),
        (liquibase, database) -> {
          DatabaseChangeLog changelog = liquibase.getDatabaseChangeLog();
          changelog.validate(database, contexts(settings), labels(settings));
          List<ChangeSetFilter> filters = new ArrayList<>(filters(settings, database));
          filters.add(new ShouldRunChangeSetFilter(database));
          Set<String> applied = new HashSet<>(ran(database));
          return changelog.getChangeSets().stream()
              .filter(each -> accepts(filters, each))
              .filter(each -> !each.shouldAlwaysRun() || !applied.contains(each.toString(false)))
              .map(ReadChangeset::identity)
              .toList();
        });
  }

  @Override
  public List<String> applied(ChangelogSettings settings, Connection connection) throws Exception {
    connection.setReadOnly(true);
    return call(
        settings,
        on(settings, connection),
        (liquibase, database) -> {
          Map<String, String> known = new LinkedHashMap<>();
          for (ChangeSet each : liquibase.getDatabaseChangeLog().getChangeSets()) {
            known.put(each.toString(false), ReadChangeset.identity(each));
          }
          return ran(database).stream().filter(known::containsKey).map(known::get).toList();
        });
  }

  /** What ran in a database, under Liquibase's own names. */
  private static List<String> ran(Database database) throws Exception {
    return database.getRanChangeSetList().stream().map(RanChangeSet::toString).toList();
  }

  @Override
  public void update(ChangelogSettings settings, Connection connection, @Nullable String last)
      throws Exception {
    createSchemas(settings, connection);
    call(
        settings,
        on(settings, connection),
        (liquibase, database) -> {
          if (last == null) {
            liquibase.update(contexts(settings), labels(settings));
            return "";
          }
          // Counted, and not cut off: some versions read the changelog again.
          int count = missing(settings, liquibase.getDatabaseChangeLog(), database, last);
          if (count > 0) {
            liquibase.update(count, contexts(settings), labels(settings));
          }
          return "";
        });
  }

  /** Makes the schemas that Liquibase expects to find, because its own table lies there. */
  @Override
  public void createSchemas(ChangelogSettings settings, Connection connection) throws SQLException {
    String quote = connection.getMetaData().getIdentifierQuoteString();
    try (Statement statement = connection.createStatement()) {
      for (String name : Arrays.asList(settings.defaultSchema(), settings.ownSchema())) {
        if (name != null) {
          String quoted = quote + name.replace(quote, quote + quote) + quote;
          statement.execute("create schema if not exists " + quoted);
        }
      }
    }
  }

  /** How many changesets up to one of them a database lacks. */
  private static int missing(
      ChangelogSettings settings, DatabaseChangeLog changelog, Database database, String last)
      throws Exception {
    List<ChangeSetFilter> filters = new ArrayList<>(filters(settings, database));
    filters.add(new ShouldRunChangeSetFilter(database));
    int count = 0;
    for (ChangeSet each : changelog.getChangeSets()) {
      count += accepts(filters, each) ? 1 : 0;
      if (ReadChangeset.identity(each).equals(last)) {
        return count;
      }
    }
    throw new IllegalStateException("there is no changeset " + last);
  }
}

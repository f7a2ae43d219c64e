package dev.autogen.config;

import dev.autogen.dialect.address.Address;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a project, with defaults filled in.
 *
 * @param directory the project's directory, absolute; relative paths are relative to it
 * @param file the {@code autogen.toml} that was read, if there was one
 * @param origins where the settings came from, one line each, for {@code --verbose}
 */
public record Config(
    Path directory,
    Optional<Path> file,
    Database database,
    Model model,
    Migrations migrations,
    Diff diff,
    Runner runner,
    Shadow shadow,
    Lint lint,
    List<String> origins) {

  public Config {
    origins = List.copyOf(origins);
  }

  /** The folder in the project where autogen keeps its own files; it is never committed. */
  public Path privateDirectory() {
    return directory.resolve(".autogen");
  }

  /** The file that lists the accepted differences; it is committed. */
  public Path acceptedFile() {
    Path place = file.map(Path::getParent).orElse(directory);
    return place.resolve(AcceptedFile.NAME);
  }

  /** The passwords of the project's databases, so that they can be kept from other programs. */
  public Set<String> passwords() {
    return Stream.of(database.url(), shadow.url(), shadow.versionOf())
        .filter(Objects::nonNull)
        .flatMap(url -> url.password().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same settings for another way to run migrations. */
  public Config withRunner(Runner other) {
    return new Config(
        directory, file, database, model, migrations, diff, other, shadow, lint, origins);
  }

  /** The same settings for another look at hazards. */
  public Config withLint(Lint other) {
    return new Config(
        directory, file, database, model, migrations, diff, runner, shadow, other, origins);
  }

  /** The same settings for the schema to which the committed migrations lead. */
  public Config againstHistory() {
    Database history =
        new Database(DatabaseUrl.history(database.url()), "the committed migrations");
    return new Config(
        directory, file, history, model, migrations, diff, runner, shadow, lint, origins);
  }

  /**
   * The same settings for the schema to which the committed migrations lead on another kind of
   * database.
   *
   * @param dialect such as {@code mysql}
   */
  public Config againstHistoryOn(String dialect) {
    DatabaseUrl kind = new DatabaseUrl(new Address("jdbc:" + dialect + ":", Map.of()));
    Database history = new Database(DatabaseUrl.history(kind), "the committed migrations");
    Shadow own = new Shadow(null, null, null);
    return new Config(
        directory, file, history, model, migrations, diff, runner, own, lint, origins);
  }

  /**
   * The same settings for proofs of the committed migrations. They run on the version of the
   * database, which is asked for nothing else.
   */
  public Config provingHistory() {
    Shadow other = new Shadow(shadow.url(), shadow.version(), database.url());
    return new Config(
            directory, file, database, model, migrations, diff, runner, other, lint, origins)
        .againstHistory();
  }

  /** The same settings for a throwaway database of autogen's own, of that version. */
  public Config withShadowVersion(String version) {
    Shadow other = new Shadow(null, version, shadow.versionOf());
    return new Config(
        directory, file, database, model, migrations, diff, runner, other, lint, origins);
  }

  /** The same settings for another comparison. */
  public Config withDiff(Diff other) {
    return new Config(
        directory, file, database, model, migrations, other, runner, shadow, lint, origins);
  }

  /** The same settings for other entities. */
  public Config withModel(Model other) {
    return new Config(
        directory, file, database, other, migrations, diff, runner, shadow, lint, origins);
  }

  /** The same settings for other migrations. */
  public Config withMigrations(Migrations other) {
    return new Config(directory, file, database, model, other, diff, runner, shadow, lint, origins);
  }

  /**
   * The database to work on.
   *
   * @param url its address, or null if none was found
   * @param origin where the address was found, in words
   * @param credentials where user and password were found, if not in the address
   * @param warnings what a person should know, such as places from which credentials were not taken
   */
  public record Database(
      @Nullable DatabaseUrl url,
      String origin,
      Map<String, String> credentials,
      List<String> warnings) {

    public Database {
      credentials = new TreeMap<>(credentials);
      warnings = List.copyOf(warnings);
    }

    /** A database with whatever credentials its address has. */
    public Database(@Nullable DatabaseUrl url, String origin) {
      this(url, origin, Map.of(), List.of());
    }

    /** The same database with further warnings. */
    Database withWarnings(List<String> others) {
      List<String> all = new ArrayList<>(warnings);
      all.addAll(others);
      return new Database(url, origin, credentials, all);
    }

    /**
     * The address.
     *
     * @throws AutogenException if none was found
     */
    public DatabaseUrl requireUrl() {
      if (url == null) {
        throw AutogenException.usage(
            "No database is configured.\n"
                + warnings.stream().map(each -> each + "\n").collect(Collectors.joining())
                + """
            Pass --url, set AUTOGEN_URL or DATABASE_URL, or write "url" into the [database] section \
            of autogen.toml; 'autogen init' writes that file.\
            """);
      }
      return url;
    }
  }

  /**
   * The entities.
   *
   * @param classpath jars, folders and globs; empty for none at all, null for the class path that
   *     the project's build knows
   * @param packages the packages that are scanned; empty for the project's own classes
   * @param persistenceUnit the unit that lists the entities, or null
   * @param mappingFiles the XML files that map entities; empty for {@code META-INF/orm.xml}
   * @param properties settings for Hibernate
   * @param mavenOptions what is passed to the project's Maven when it is asked for its class path
   */
  public record Model(
      @Nullable List<String> classpath,
      List<String> packages,
      @Nullable String persistenceUnit,
      List<String> mappingFiles,
      Map<String, String> properties,
      List<String> mavenOptions) {
    public Model {
      classpath = classpath == null ? null : List.copyOf(classpath);
      packages = List.copyOf(packages);
      mappingFiles = List.copyOf(mappingFiles);
      properties = Map.copyOf(properties);
      mavenOptions = List.copyOf(mavenOptions);
    }
  }

  /**
   * The committed migrations.
   *
   * @param directory the folder of the migrations, absolute; new ones are written there
   * @param packageName their Java package
   * @param locations further folders with migrations, absolute
   * @param versionTable the table that says where the database is, or null for the usual one
   * @param versionSchema the schema of that table, or null for the default one
   * @param dialects the kinds of database that each new one is written for; none for the database's
   * @param sql how they are written for another runner
   */
  public record Migrations(
      Path directory,
      String packageName,
      List<Path> locations,
      @Nullable String versionTable,
      @Nullable String versionSchema,
      List<String> dialects,
      NewFiles newFiles,
      Sql sql) {
    public Migrations {
      dialects = List.copyOf(dialects);
      locations = List.copyOf(locations);
    }

    /** The same settings for another folder and its package. */
    public Migrations at(Path otherDirectory, String otherPackage) {
      return new Migrations(
          otherDirectory,
          otherPackage,
          locations,
          versionTable,
          versionSchema,
          dialects,
          newFiles,
          sql);
    }

    /**
     * The same settings for files in the safe form, or not.
     *
     * @throws AutogenException if the files are written for a runner that has no steps
     */
    public Migrations withSafe(boolean other) {
      if (other && sql.format() != MigrationFormat.JAVA) {
        throw AutogenException.usage(
            "The safe form needs autogen's own runner, which continues with the step at which a run"
                + " was interrupted; "
                + sql.format().word()
                + " runs a file as a whole. Leave [revision] safe and --safe out; 'autogen lint'"
                + " shows the safe statements, to be put into files of their own.");
      }
      return new Migrations(
          directory,
          packageName,
          locations,
          versionTable,
          versionSchema,
          dialects,
          newFiles.withSafe(other),
          sql);
    }

    /** Every folder with migrations, each once; {@link #directory} is the first. */
    public List<Path> directories() {
      return Stream.concat(Stream.of(directory), locations.stream()).distinct().toList();
    }
  }

  /**
   * How migrations are written as SQL for another runner.
   *
   * @param format the runner's form
   * @param undo whether each gets a file that undoes it
   * @param ownDirectory whether a setting names the folder of the files, rather than the runner
   * @param settings the runner's own settings, under its own names
   */
  public record Sql(
      MigrationFormat format, boolean undo, boolean ownDirectory, Map<String, String> settings) {

    /** Migrations are Java classes that autogen runs. */
    public static final Sql NONE = new Sql(MigrationFormat.JAVA, false, false, Map.of());

    public Sql {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * How the files of new migrations are written.
   *
   * @param nameTemplate the pattern of their names, or null for the usual one
   * @param slugLength the most characters of the message in the name, or null for the usual number
   * @param timezone the zone of the dates in the name
   * @param template the file of the project's own template, absolute, or null for the usual text
   * @param hooks the commands that run after a file is written
   * @param explicitImports whether a file imports each name that it uses, without {@code *}
   * @param safe whether it is written in steps that let readers and writers go on
   */
  public record NewFiles(
      @Nullable String nameTemplate,
      @Nullable Integer slugLength,
      ZoneId timezone,
      @Nullable Path template,
      List<Hook> hooks,
      boolean explicitImports,
      boolean safe) {
    public NewFiles {
      hooks = List.copyOf(hooks);
    }

    /** The same files, written in the safe form or not. */
    public NewFiles withSafe(boolean other) {
      return new NewFiles(
          nameTemplate, slugLength, timezone, template, hooks, explicitImports, other);
    }
  }

  /**
   * A command that runs once a migration is written.
   *
   * @param command the program and its arguments, with {@code {file}} for the migration
   */
  public record Hook(String name, List<String> command) {
    public Hook {
      command = List.copyOf(command);
    }
  }

  /**
   * The comparison.
   *
   * @param ignore globs of names that are ignored on both sides, with or without a kind
   * @param include globs of the only objects of their kind to compare; empty for all
   * @param databaseOnly kinds of objects to drop although JPA cannot describe them
   * @param renames objects with another name in the model: {@code users.email=email_address}
   * @param operationFilters classes that decide on each operation, in addition to those that the
   *     class path names as services
   * @param keep kinds of what the database has beyond the model and keeps, with or without names
   */
  public record Diff(
      List<String> ignore,
      List<String> include,
      boolean compareTypes,
      boolean compareServerDefaults,
      boolean compareComments,
      boolean compareChecks,
      List<String> databaseOnly,
      List<String> renames,
      List<String> operationFilters,
      List<String> keep) {
    public Diff {
      ignore = List.copyOf(ignore);
      include = List.copyOf(include);
      databaseOnly = List.copyOf(databaseOnly);
      renames = List.copyOf(renames);
      operationFilters = List.copyOf(operationFilters);
      keep = List.copyOf(keep);
    }

    /** The same settings with other names ignored. */
    public Diff withIgnore(List<String> others) {
      return new Diff(
          others,
          include,
          compareTypes,
          compareServerDefaults,
          compareComments,
          compareChecks,
          databaseOnly,
          renames,
          operationFilters,
          keep);
    }

    /** The same settings with further renames. */
    public Diff withRenames(List<String> others) {
      return new Diff(
          ignore,
          include,
          compareTypes,
          compareServerDefaults,
          compareComments,
          compareChecks,
          databaseOnly,
          others,
          operationFilters,
          keep);
    }
  }

  /**
   * The runner.
   *
   * @param lockWait how long it waits for another runner to finish
   * @param lockTimeout how long a statement waits for a lock before its transaction is rolled back
   * @param retryFor how long a revision that met a lock is tried again
   * @param transactionPerMigration true if each revision commits by itself; false if all revisions
   *     of one command commit together
   * @param arguments the values that migrations read by {@code op.argument}
   * @param tag the value that migrations read by {@code op.tag}, or null
   * @param verify whether an upgrade makes sure first that nobody changed what it works on
   */
  public record Runner(
      Duration lockWait,
      Duration lockTimeout,
      Duration retryFor,
      boolean transactionPerMigration,
      Map<String, String> arguments,
      @Nullable String tag,
      boolean verify) {
    public Runner {
      arguments = Map.copyOf(arguments);
    }

    /** The same settings with other arguments. */
    public Runner withArguments(Map<String, String> others) {
      return new Runner(
          lockWait, lockTimeout, retryFor, transactionPerMigration, others, tag, verify);
    }

    /** The same settings with another tag. */
    public Runner withTag(@Nullable String other) {
      return new Runner(
          lockWait, lockTimeout, retryFor, transactionPerMigration, arguments, other, verify);
    }
  }

  /**
   * The throwaway database of proofs.
   *
   * @param url a database that autogen may wipe, or null for one of its own
   * @param version the version of autogen's own PostgreSQL, such as {@code 14} or {@code 14.23};
   *     null for the version of the database
   * @param versionOf the database whose version that is where the history takes its place, or null
   */
  public record Shadow(
      @Nullable DatabaseUrl url, @Nullable String version, @Nullable DatabaseUrl versionOf) {

    /** A throwaway database in the version of the database that a command works on. */
    public Shadow(@Nullable DatabaseUrl url, @Nullable String version) {
      this(url, version, null);
    }
  }

  /**
   * What a lint reports.
   *
   * @param ignore codes of findings that are not reported
   * @param level the least level that is reported: {@code note}, {@code warning} or {@code error}
   * @param since the first revision that is looked at by default, or null for any
   * @param largeTables globs of the tables on which waiting is an error
   */
  public record Lint(
      List<String> ignore, String level, @Nullable String since, List<String> largeTables) {

    public Lint {
      ignore = List.copyOf(ignore);
      largeTables = List.copyOf(largeTables);
    }
  }
}

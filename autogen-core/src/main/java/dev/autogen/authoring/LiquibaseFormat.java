package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.file.TemporaryFiles;
import dev.autogen.liquibase.Changelog;
import dev.autogen.liquibase.Changeset;
import dev.autogen.liquibase.ChangesetSql;
import dev.autogen.liquibase.NextName;
import dev.autogen.render.java.FileTemplate;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.LiquibaseMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Migrations as changesets of a project's Liquibase. */
final class LiquibaseFormat implements SqlFormat {

  private final Workspace workspace;
  private final Dialect dialect;
  private final LiquibaseMigrations migrations;

  LiquibaseFormat(Workspace workspace, LiquibaseMigrations migrations) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.migrations = migrations;
  }

  @Override
  public LiquibaseMigrations migrations() {
    return migrations;
  }

  @Override
  public SqlFiles draft(
      RevisionRequest request, String message, SqlDraft upgrade, SqlDraft downgrade) {
    Config.Migrations settings = workspace.config().migrations();
    ZoneId zone = settings.newFiles().timezone();
    String slug = FileTemplate.of(null, settings.newFiles().slugLength(), zone).slug(message);
    NextName names = new NextName(Clock.systemUTC().instant(), zone, slug);
    Changelog changelog = migrations.changelog();
    ChangelogHabits habits = new ChangelogHabits(changelog.all(), names);
    LiquibaseDraft.Place place = new ChangelogPlace(migrations, changelog.all(), names).next();
    List<SqlDraft> parts = upgrade.parts();
    List<String> ids = new ArrayList<>();
    Set<String> used = new HashSet<>();
    String id = request.id() == null ? habits.id() : checked(request.id(), changelog);
    for (int i = 0; i < parts.size(); i++) {
      used.add(id);
      ids.add(id);
      id = names.after(id, used);
    }
    String author = settings.sql().settings().getOrDefault("liquibase.author", habits.author());
    LiquibaseDraft draft = new LiquibaseDraft(place, message, author, ids, parts, downgrade, "");
    requireLast(draft);
    return draft;
  }

  private static String checked(String id, Changelog changelog) {
    if (id.isBlank() || id.matches(".*[\\s:\"].*")) {
      throw AutogenException.usage(
          "\"" + id + "\" is no id for a changeset here; use letters, digits and hyphens.");
    }
    for (Changeset each : changelog.all()) {
      if (each.id().equals(id)) {
        throw AutogenException.usage(
            "There is a changeset " + id + " already, in " + each.file() + ".");
      }
    }
    return id;
  }

  /**
   * Checks that Liquibase finds the new changesets behind all others, before anything is written.
   */
  private void requireLast(LiquibaseDraft draft) {
    List<String> before = migrations.changelog().all().stream().map(Changeset::identity).toList();
    List<Changeset> after;
    try (TemporaryFiles overlay = overlay(all(draft))) {
      after = migrations.liquibase().changelog(overlay.directory()).all();
    }
    List<String> added = after.stream().skip(before.size()).map(Changeset::id).toList();
    if (!added.equals(draft.ids())) {
      throw AutogenException.usage(
          "Liquibase would not find "
              + draft.main()
              + " behind the other changesets, so nothing was written. Let the changelog "
              + migrations.liquibase().settings().changelog()
              + " include the folder or the file at its end, or name the changelog that does:"
              + " [migrations] changelog = \"…\".");
    }
  }

  private static Map<Path, String> all(SqlFiles draft) {
    Map<Path, String> files = new LinkedHashMap<>(draft.files());
    files.putAll(draft.changed());
    return files;
  }

  /** A folder in which Liquibase finds files before those of the project. */
  private TemporaryFiles overlay(Map<Path, String> files) {
    Map<Path, String> named = new LinkedHashMap<>();
    files.forEach((path, text) -> migrations.names(path).forEach(name -> named.put(name, text)));
    return TemporaryFiles.of("autogen-liquibase", named);
  }

  @Override
  public void run(ConnectionSource connections, Map<Path, String> files) {
    try (TemporaryFiles overlay = overlay(files)) {
      migrations.liquibase().update(connections, overlay.directory(), null);
    }
  }

  @Override
  public List<CommittedSql> committed() {
    Changelog changelog = migrations.changelog();
    List<String> names = changelog.names();
    List<CommittedSql> result = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      result.add(
          new CommittedSql(
              name,
              () -> migration(name, changelog),
              migrations.history(i),
              migrations.history(i + 1)));
    }
    return result;
  }

  @Override
  public SqlSource source(String id) {
    Changeset changeset = migrations.changelog().byName().get(id);
    Path file = migrations.file(changeset.file());
    try {
      return ChangesetPlace.of(changeset, file, Files.readString(file));
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private SqlMigration migration(String name, Changelog changelog) {
    Changeset changeset = changelog.byName().get(name);
    ChangesetSql sql = migrations.liquibase().sql(changeset, workspace.shadow().get().product());
    if (sql.other() != null) {
      throw new NotAlone("Liquibase does more than SQL for it: " + sql.other());
    }
    return new SqlMigration(
        name,
        changeset.title(),
        changeset.file(),
        statements(sql.upgrade(), sql.inTransaction()),
        statements(sql.rollback(), sql.inTransaction()));
  }

  private List<SqlStatement> statements(List<String> texts, boolean inTransaction) {
    return texts.stream()
        .flatMap(text -> dialect.textRules().statements(text).stream())
        .map(
            each ->
                new SqlStatement(
                    each, inTransaction && !dialect.executionRules().needsNoTransaction(each)))
        .toList();
  }
}

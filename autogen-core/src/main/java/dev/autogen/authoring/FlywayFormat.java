package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.SqlStatement;
import dev.autogen.file.TemporaryFiles;
import dev.autogen.flyway.FlywayFile;
import dev.autogen.flyway.FlywayFolder;
import dev.autogen.flyway.Placeholders;
import dev.autogen.render.java.FileTemplate;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.workspace.FlywayMigrations;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Migrations as the SQL files of a project's Flyway. */
final class FlywayFormat implements SqlFormat {

  private final Dialect dialect;
  private final FlywayMigrations migrations;
  private final Placeholders placeholders;
  private final Config.Migrations settings;

  FlywayFormat(Workspace workspace, FlywayMigrations migrations) {
    this.dialect = workspace.dialect();
    this.migrations = migrations;
    this.placeholders = migrations.placeholders();
    this.settings = workspace.config().migrations();
  }

  @Override
  public FlywayMigrations migrations() {
    return migrations;
  }

  @Override
  public SqlFiles draft(
      RevisionRequest request, String message, SqlDraft upgrade, SqlDraft downgrade) {
    FlywayFolder folder = migrations.folder();
    Instant now = Clock.systemUTC().instant();
    List<SqlDraft> parts = upgrade.parts();
    List<String> versions = new ArrayList<>();
    String version =
        request.id() == null
            ? folder.nextVersion(now, settings.newFiles().timezone())
            : checked(request.id(), folder);
    for (int i = 0; i < parts.size(); i++) {
      versions.add(version);
      version = FlywayFolder.following(version);
    }
    Integer length = settings.newFiles().slugLength();
    String slug = FileTemplate.of(null, length, settings.newFiles().timezone()).slug(message);
    return new FlywayDraft(
        new FlywayDraft.Place(folder, placeholders.prefix(), settings.sql().undo()),
        message,
        slug,
        versions,
        parts,
        downgrade,
        "");
  }

  private static String checked(String version, FlywayFolder folder) {
    if (!version.matches("\\d+([._]\\d+)*")) {
      throw AutogenException.usage(
          "\"" + version + "\" is no version for Flyway; use numbers with dots between them.");
    }
    for (FlywayFile file : folder.files()) {
      if (file.version().equals(version.replace('_', '.'))) {
        throw AutogenException.usage(
            "There is a version " + version + " already, in " + file.path() + ".");
      }
    }
    return version;
  }

  @Override
  public void run(ConnectionSource connections, Map<Path, String> files) {
    Map<Path, String> named = new LinkedHashMap<>();
    files.forEach((path, text) -> named.put(path.getFileName(), text));
    try (TemporaryFiles folder = TemporaryFiles.of("autogen-flyway", named)) {
      migrations.flyway().migrate(connections, folder.directory(), null);
    }
  }

  @Override
  public List<CommittedSql> committed() {
    FlywayFolder folder = migrations.folder();
    return folder.files().stream()
        .map(
            file ->
                new CommittedSql(
                    file.version(),
                    () -> migration(file),
                    folder.before(file).map(migrations::history).orElseGet(migrations::beforeAll),
                    migrations.history(file.version())))
        .toList();
  }

  @Override
  public SqlSource source(String id) {
    Path file =
        migrations.folder().files().stream()
            .filter(each -> each.version().equals(id))
            .map(FlywayFile::path)
            .findFirst()
            .orElseThrow();
    try {
      return new SqlSource(file, Files.readString(file), 1, true);
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private SqlMigration migration(FlywayFile file) {
    return new SqlMigration(
        file.version(),
        file.description(),
        file.path().toString(),
        statements(file.path()),
        migrations.folder().undo(file).map(this::statements).orElse(List.of()));
  }

  private List<SqlStatement> statements(Path file) {
    try {
      String text = Files.readString(file);
      Path conf = Path.of(file + ".conf");
      String written = Files.exists(conf) ? Files.readString(conf).replace(" ", "") : "";
      String sql =
          written.contains("placeholderReplacement=false")
              ? text
              : placeholders.replace(text, file.getFileName().toString());
      boolean inside = !written.contains("executeInTransaction=false");
      return dialect.textRules().statements(sql).stream()
          .map(
              each ->
                  new SqlStatement(
                      each, inside && !dialect.executionRules().needsNoTransaction(each)))
          .toList();
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}

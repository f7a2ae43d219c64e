package dev.autogen.authoring;

import dev.autogen.config.Config;
import dev.autogen.dialect.Dialect;
import dev.autogen.dialect.Hazard.Level;
import dev.autogen.history.RevisionScript;
import dev.autogen.lint.Finding;
import dev.autogen.lint.LintedRevision;
import dev.autogen.lint.RevisionLint;
import dev.autogen.lint.SqlLines;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.AutogenException;
import dev.autogen.shadow.ProofStart;
import dev.autogen.shadow.Shadow;
import dev.autogen.text.Glob;
import dev.autogen.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at revisions of a project for what they do to those who use the database meanwhile. */
public final class HazardLint {

  private final Workspace workspace;
  private final Dialect dialect;
  private final RunSettings settings;

  /** A lint of the project's revisions on its throwaway database. */
  public HazardLint(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
    this.settings = workspace.proofSettings();
  }

  /**
   * The findings of revisions, in their order.
   *
   * @param wanted the revisions, parents before children
   * @throws AutogenException if nothing can be measured on this kind of database
   */
  public List<Finding> of(List<RevisionScript> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    RevisionLint lint = new RevisionLint(dialect, settings);
    Optional<SqlFormat> sql = SqlFormat.of(workspace);
    List<Finding> found = new ArrayList<>();
    Map<String, CommittedSql> committed = new HashMap<>();
    sql.ifPresent(format -> format.committed().forEach(each -> committed.put(each.id(), each)));
    for (RevisionScript script : wanted) {
      workspace.listener().detail("looking at " + script.id());
      Optional<LintedRevision> revision =
          sql.isPresent() ? sql(sql.get(), committed.get(script.id())) : Optional.of(java(script));
      revision.ifPresent(each -> found.addAll(lint.of(each)));
    }
    return reported(found);
  }

  private LintedRevision java(RevisionScript script) {
    Path file = workspace.runnable().file(script);
    ProofStart start =
        new ProofStart(
            workspace.shadow().get(), dialect, workspace.runnable(), settings, List.of());
    return new LintedRevision(
        script, workspace.runnable(), start, relative(file), text(file), null);
  }

  /** A migration of another tool; empty where it does more than SQL. */
  private Optional<LintedRevision> sql(SqlFormat format, CommittedSql committed) {
    SqlMigration migration;
    try {
      migration = committed.statements().get();
    } catch (NotAlone e) {
      workspace.listener().warning(committed.id() + " was not looked at: " + e.getMessage());
      return Optional.empty();
    }
    Shadow shadow = format.inDefaultSchema(workspace.shadow().get(), dialect);
    ProofStart start =
        new ProofStart(shadow, dialect, migration, settings, List.of()).after(committed.before());
    SqlSource source = format.source(committed.id());
    SqlLines lines =
        source.isSql()
            ? new SqlLines(source.text(), source.first(), dialect.textRules())
            : SqlLines.none(source.text(), source.first());
    return Optional.of(
        new LintedRevision(
            migration.script(), migration, start, relative(source.file()), source.text(), lines));
  }

  private String relative(Path file) {
    Path directory = workspace.config().directory();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(directory) ? directory.relativize(absolute) : absolute)
        .toString()
        .replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw AutogenException.failed("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The findings that the settings want to see, at the levels that they give them. */
  private List<Finding> reported(List<Finding> findings) {
    Config.Lint lint = workspace.config().lint();
    Level least = Level.valueOf(lint.level().toUpperCase(Locale.ROOT));
    List<Glob> large = lint.largeTables().stream().map(Glob::ofNames).toList();
    return findings.stream()
        .filter(each -> !lint.ignore().contains(each.code().toString()))
        .map(each -> isLarge(each, large) ? each.at(Level.ERROR) : each)
        .filter(each -> each.level().compareTo(least) >= 0)
        .toList();
  }

  private static boolean isLarge(Finding finding, List<Glob> large) {
    return finding.level() == Level.WARNING
        && finding.code().growsWithTheTable()
        && finding.table() != null
        && large.stream().anyMatch(each -> each.matches(finding.table().toString()));
  }
}

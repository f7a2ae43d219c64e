package dev.autogen.authoring;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.flyway.FlywayFolder;
import dev.autogen.text.SqlComment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A migration for Flyway that is not written yet.
 *
 * @param versions the versions of the parts as file names have them
 * @param parts the upgrade, in parts that are files of their own
 * @param downgrade what undoes all of it
 * @param note what was proven, for the beginning of the files; empty for nothing
 */
record FlywayDraft(
    Place place,
    String message,
    String slug,
    List<String> versions,
    List<SqlDraft> parts,
    SqlDraft downgrade,
    String note)
    implements SqlFiles {

  /**
   * Where and how the files are written.
   *
   * @param placeholder how a placeholder of Flyway begins
   * @param undo whether there is a file that undoes the migration
   */
  record Place(FlywayFolder folder, String placeholder, boolean undo) {}

  @Override
  public SqlMigration migration() {
    List<SqlStatement> up = parts.stream().flatMap(part -> part.statements().stream()).toList();
    return new SqlMigration(version(), message, path(0).toString(), up, downgrade.statements());
  }

  @Override
  public String version() {
    return versions.get(versions.size() - 1).replace('_', '.');
  }

  @Override
  public Path main() {
    return path(parts.size() - 1);
  }

  @Override
  public FlywayDraft noting(String other) {
    return new FlywayDraft(place, message, slug, versions, parts, downgrade, other);
  }

  private Path path(int part) {
    FlywayFolder folder = place.folder();
    return folder.newFiles().resolve(folder.names().versioned(versions.get(part), slug));
  }

  /** The files with their texts; the migrations themselves are the last. */
  @Override
  public Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    if (place.undo()) {
      String name = place.folder().names().undo(versions.get(versions.size() - 1), slug);
      files.put(
          place.folder().newFiles().resolve(name),
          SqlComment.line("undo " + message) + body(downgrade));
    }
    for (int i = 0; i < parts.size(); i++) {
      String settings = settings(parts.get(i), text(i));
      if (!settings.isEmpty()) {
        files.put(Path.of(path(i) + ".conf"), settings);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      files.put(path(i), text(i));
    }
    return files;
  }

  /** What Flyway must know of a file (Flyway documentation, Script configuration). */
  private String settings(SqlDraft part, String text) {
    List<String> lines = new ArrayList<>();
    if (part.isOutsideOfTransactions()) {
      lines.add("executeInTransaction=false\n");
    }
    if (text.contains(place.placeholder())) {
      lines.add("placeholderReplacement=false\n");
    }
    return String.join("", lines);
  }

  private String text(int part) {
    String title = message + (parts.size() > 1 ? ", part " + (part + 1) : "");
    String header = SqlComment.line(title);
    if (!note.isEmpty()) {
      header += "--\n" + Wrapped.comment(note);
    }
    return header + body(parts.get(part));
  }

  private static String body(SqlDraft draft) {
    return draft.steps().isEmpty() ? "" : "\n" + draft.text();
  }
}

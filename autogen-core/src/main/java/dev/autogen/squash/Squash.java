package dev.autogen.squash;

import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import dev.autogen.render.java.MigrationFile;
import dev.autogen.sql.TextRules;
import dev.autogen.squash.SquashParts.Kept;
import dev.autogen.squash.SquashParts.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Several revisions as one. Some are merged, and the others are kept as they were written. */
public final class Squash {

  private final List<Part> parts;
  private final Map<String, MigrationText> texts;

  private Squash(List<Part> parts, Map<String, MigrationText> texts) {
    this.parts = parts;
    this.texts = texts;
  }

  /**
   * Combines revisions.
   *
   * @param source the source of a revision
   * @param migration the migration of a revision, ready to be recorded
   * @param text how names and expressions of the database are written
   */
  public static Squash of(
      SquashRange range,
      Function<RevisionScript, String> source,
      Function<RevisionScript, Migration> migration,
      TextRules text) {
    Map<String, MigrationText> texts = new LinkedHashMap<>();
    for (RevisionScript revision : range.revisions()) {
      texts.put(revision.id(), MigrationText.parse(source.apply(revision), revision.location()));
    }
    List<Part> parts =
        SquashParts.of(
            range.revisions(), migration, revision -> texts.get(revision.id()).conditional(), text);
    return new Squash(parts, texts);
  }

  /**
   * The source of the squash.
   *
   * @param file its name and its place in the history, without operations
   */
  public String source(MigrationFile file) {
    return SquashSource.of(file, parts, kept -> texts.get(kept.revision().id()));
  }

  /** Whether the squash has a downgrade: every revision that it keeps has one. */
  public boolean isReversible() {
    return parts.stream()
        .noneMatch(
            part -> part instanceof Kept kept && !texts.get(kept.revision().id()).hasDowngrade());
  }

  /**
   * The revisions that are kept as they were written, each with the reason: words that follow its
   * name.
   */
  public Map<RevisionScript, String> kept() {
    Map<RevisionScript, String> kept = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part instanceof Kept each) {
        kept.put(each.revision(), each.why());
      }
    }
    return kept;
  }
}

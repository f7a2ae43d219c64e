package dev.autogen.authoring;

import dev.autogen.dialect.SqlStatement;
import dev.autogen.liquibase.Changeset;
import dev.autogen.text.Visible;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changesets for Liquibase that are not written yet.
 *
 * @param ids the ids of the parts
 * @param parts the upgrade, in parts that are changesets of their own
 * @param downgrade what undoes all of it
 * @param note what was proven, for a comment; empty for nothing
 */
record LiquibaseDraft(
    Place place,
    String message,
    String author,
    List<String> ids,
    List<SqlDraft> parts,
    SqlDraft downgrade,
    String note)
    implements SqlFiles {

  /** What Liquibase would read as an instruction at the start of a comment. */
  private static final Pattern INSTRUCTION =
      Pattern.compile(
          "(?im)^(-- *)((?:rollback|changeset|comments?|property|preconditions?|validchecksum"
              + "|ignorelines|ignore|liquibase)\\b)");

  /**
   * Where the changesets are written.
   *
   * @param file the file
   * @param before its text as it is, or null for a new one
   * @param listing the changelog that lists its files, or null if none has to
   * @param listed the new text of that
   */
  record Place(
      Path file, @Nullable String before, @Nullable Path listing, @Nullable String listed) {}

  @Override
  public SqlMigration migration() {
    List<SqlStatement> up = parts.stream().flatMap(part -> part.statements().stream()).toList();
    return new SqlMigration(
        version(), message, place.file().toString(), up, downgrade.statements());
  }

  @Override
  public String version() {
    return Changeset.symbol(ids.get(ids.size() - 1));
  }

  @Override
  public Path main() {
    return place.file();
  }

  @Override
  public LiquibaseDraft noting(String other) {
    return new LiquibaseDraft(place, message, author, ids, parts, downgrade, other);
  }

  @Override
  public Map<Path, String> files() {
    return place.before() == null
        ? Map.of(place.file(), "--liquibase formatted sql\n" + changesets())
        : Map.of();
  }

  @Override
  public Map<Path, String> changed() {
    if (place.before() != null) {
      return Map.of(place.file(), place.before().stripTrailing() + "\n" + changesets());
    }
    Path listing = place.listing();
    String listed = place.listed();
    return listing == null || listed == null ? Map.of() : Map.of(listing, listed);
  }

  private String changesets() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      text.append('\n').append(changeset(ids.get(i), parts.get(i), last));
    }
    return text.toString();
  }

  private String changeset(String id, SqlDraft part, boolean last) {
    StringBuilder text = new StringBuilder("--changeset " + author + ":" + id);
    if (part.isOutsideOfTransactions() || (last && downgrade.isOutsideOfTransactions())) {
      text.append(" runInTransaction:false");
    }
    if (hasInnerSemicolon(part)) {
      text.append(" splitStatements:false");
    }
    if (last && hasInnerSemicolon(downgrade)) {
      text.append(" rollbackSplitStatements:false");
    }
    text.append("\n--comment: ").append(Visible.line(message)).append('\n');
    if (!note.isEmpty()) {
      text.append(harmless(Wrapped.comment(note)));
    }
    if (!part.steps().isEmpty()) {
      text.append(harmless(part.text()));
    }
    return text.append(last ? rollback() : "--rollback empty\n").toString();
  }

  /** Liquibase ends a statement at each semicolon that it does not see within quotes. */
  private static boolean hasInnerSemicolon(SqlDraft draft) {
    return draft.statements().stream().anyMatch(each -> each.sql().contains(";"));
  }

  /** Comments that Liquibase does not take for its own. */
  static String harmless(String text) {
    return INSTRUCTION.matcher(text).replaceAll("$1- $2");
  }

  private String rollback() {
    if (downgrade.statements().isEmpty()) {
      return "--rollback empty\n";
    }
    StringBuilder text = new StringBuilder();
    for (SqlStatement each : downgrade.statements()) {
      (each.sql() + ";")
          .lines()
          .forEach(line -> text.append("--rollback ").append(line).append('\n'));
    }
    return text.toString();
  }
}

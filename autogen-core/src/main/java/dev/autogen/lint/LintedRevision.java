package dev.autogen.lint;

import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Revision;
import dev.autogen.run.MigrationSource;
import dev.autogen.shadow.ProofStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision that is looked at.
 *
 * @param migrations the history with it, from which it runs
 * @param start the state from which it starts
 * @param file its file, as findings name it
 * @param source the text of its file, in which names of tables are looked for
 * @param sql where its statements stand in a file of SQL; null for one in Java
 */
public record LintedRevision(
    RevisionScript script,
    MigrationSource migrations,
    ProofStart start,
    String file,
    String source,
    @Nullable SqlLines sql) {

  /** What its annotation accepts, as it is written there. */
  List<String> accepts() {
    if (sql != null) {
      return List.of();
    }
    migrations.prepare(List.of(script));
    Migration migration = migrations.migration(script);
    Revision revision = migration.getClass().getAnnotation(Revision.class);
    return revision == null ? List.of() : List.of(revision.accept());
  }
}

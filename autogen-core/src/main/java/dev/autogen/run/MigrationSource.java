package dev.autogen.run;

import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.migration.Migration;
import java.util.Collection;
import java.util.Optional;

/** Finds migrations: classes on the class path, or sources that are compiled. */
public interface MigrationSource {

  /**
   * The history, read without running or compiling anything.
   *
   * @throws dev.autogen.history.BrokenHistory if the revisions form no history
   */
  RevisionGraph history();

  /**
   * Makes migrations ready to run, all at once; it may be called again for revisions that are
   * ready.
   *
   * @throws dev.autogen.schema.AutogenException if one does not compile
   */
  default void prepare(Collection<RevisionScript> scripts) {}

  /** A new instance of a revision's migration. */
  Migration migration(RevisionScript script);

  /** The checksum of a revision's source, or empty if only its class is known. */
  Optional<String> sha256(RevisionScript script);

  /**
   * Whether a recorded checksum belongs to a revision's source, by today's formula or a former one;
   * true if only its class is known.
   */
  default boolean isUnchanged(RevisionScript script, String recorded) {
    return sha256(script).map(recorded::equals).orElse(true);
  }
}

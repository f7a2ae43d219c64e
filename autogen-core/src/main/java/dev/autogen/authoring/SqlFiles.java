package dev.autogen.authoring;

import java.nio.file.Path;
import java.util.Map;

/** A migration of SQL that is not written yet, in the form of the tool that will run it. */
public interface SqlFiles {

  /** The migration as proofs run it. */
  SqlMigration migration();

  /** The revision at which a database is behind it. */
  String version();

  /** The file that a person reads first. */
  Path main();

  /** The same migration, which says what was proven. */
  SqlFiles noting(String note);

  /** The texts of the new files in the order in which they are written. */
  Map<Path, String> files();

  /** The new texts of files that exist, written after the new ones. */
  default Map<Path, String> changed() {
    return Map.of();
  }
}

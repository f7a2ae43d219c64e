package dev.autogen.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Extensions that a role without superuser rights may create on an embedded server, although
 * PostgreSQL leaves them to superusers, because migrations that create one are tried by such a
 * role.
 *
 * <p>None of them gives access to files, programs, other servers or the pages of tables; functions
 * for superusers stay reserved to superusers. Not among them are {@code adminpack}, {@code dblink},
 * {@code file_fdw}, {@code pageinspect}, {@code pg_surgery}, {@code pg_walinspect}, {@code
 * postgres_fdw} and the languages whose names end in {@code u} (PostgreSQL manual, appendix F).
 */
final class TrustedExtensions {

  private static final List<String> NAMES =
      List.of(
          "amcheck",
          "autoinc",
          "bloom",
          "dict_xsyn",
          "earthdistance",
          "insert_username",
          "intagg",
          "moddatetime",
          "pg_buffercache",
          "pg_freespacemap",
          "pg_prewarm",
          "pg_stat_statements",
          "pg_visibility",
          "pgrowlocks",
          "pgstattuple",
          "refint",
          "sslinfo",
          "xml2");

  private TrustedExtensions() {}

  /** Marks those that unpacked programs hold (PostgreSQL manual, 36.17.1 Extension Files). */
  static void mark(Path programs) throws IOException {
    Path folder = programs.resolve("share/postgresql/extension");
    for (String name : NAMES) {
      Path control = folder.resolve(name + ".control");
      if (Files.isRegularFile(control)) {
        Files.writeString(control, "trusted = true\n", StandardOpenOption.APPEND);
      }
    }
  }
}

package dev.autogen.cli;

import dev.autogen.config.PackageName;
import java.nio.file.Path;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Where a new project's migrations shall lie.
 *
 * @param directory their folder, with slashes, or null for the one that their package has
 * @param givenPackage their package, or null for the usual one
 */
record MigrationsPlace(@Nullable String directory, @Nullable String givenPackage) {

  static final String DEFAULT_PACKAGE = "db.migrations";

  private static final String SOURCES = "src/main/java/";

  /**
   * The place that was asked for; a folder below the sources has the package of its path.
   *
   * @throws dev.autogen.schema.AutogenException if the package is no name of one
   */
  static MigrationsPlace of(@Nullable Path folder, @Nullable String packageName) {
    if (packageName != null) {
      PackageName.require(packageName, "--package");
    }
    if (folder == null) {
      return new MigrationsPlace(null, packageName);
    }
    String path = folder.normalize().toString().replace('\\', '/');
    String named = packageName;
    int sources = path.indexOf(SOURCES);
    if (named == null && sources >= 0) {
      String below = path.substring(sources + SOURCES.length()).replace('/', '.');
      named = SourceVersion.isName(below) ? below : null;
    }
    return new MigrationsPlace(path, named);
  }

  /** Their package. */
  String packageName() {
    return givenPackage == null ? DEFAULT_PACKAGE : givenPackage;
  }
}

package dev.autogen.cli;

import dev.autogen.archive.ApplicationArchive;
import dev.autogen.config.Config;
import dev.autogen.config.PackageName;
import dev.autogen.schema.AutogenException;
import dev.autogen.text.ShellWord;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The application whose compiled migrations are taken in place of a project's sources. */
final class JarOption {

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description =
          "Take the compiled migrations of an application: its jar, its war, or the folder that it"
              + " runs from. No project is needed.")
  private @Nullable Path file;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      description =
          "With --jar: the package of the migrations (default: migrations.package, or the"
              + " application's autogen.migrations, or db.migrations).")
  private @Nullable String packageName;

  /** The application, or null where none is named. */
  @Nullable ApplicationArchive open() {
    if (file == null && packageName != null) {
      throw AutogenException.usage(
          "--package is for --jar; a project says it by migrations.package in autogen.toml.");
    }
    if (packageName != null) {
      PackageName.require(packageName, "--package");
    }
    return file == null ? null : ApplicationArchive.open(file);
  }

  /** The settings with the package that was named. */
  Config addTo(Config config) {
    return packageName == null
        ? config
        : config.withMigrations(
            config.migrations().at(config.migrations().directory(), packageName));
  }

  /** The option as it was written, for the commands that messages name. */
  String text() {
    if (file == null) {
      return "";
    }
    return " --jar "
        + ShellWord.of(file.toString())
        + (packageName == null ? "" : " --package " + packageName);
  }
}

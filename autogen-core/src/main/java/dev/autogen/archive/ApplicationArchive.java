package dev.autogen.archive;

import dev.autogen.run.MigrationSource;
import dev.autogen.schema.AutogenException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is delivered: a jar, a jar of Spring Boot, a war, or the folder of a Quarkus
 * application. Its compiled migrations run from there; neither its sources nor a compiler is
 * needed.
 */
public final class ApplicationArchive implements AutoCloseable {

  private final ArchiveLayout layout;
  private @Nullable ArchivedMigrations migrations;

  private ApplicationArchive(ArchiveLayout layout) {
    this.layout = layout;
  }

  /**
   * Opens an application.
   *
   * @throws AutogenException if there is none
   */
  public static ApplicationArchive open(Path file) {
    return new ApplicationArchive(ArchiveLayout.of(file));
  }

  /** Its file and its form, for a person. */
  public String description() {
    return layout.file() + ", " + layout.form();
  }

  /** The folders with the application's own resources; they can be read until it is closed. */
  public List<Path> resources() {
    return layout.resources();
  }

  /**
   * The migrations in a package and those below it. They see the application's classes and
   * libraries, and not those of autogen's command line.
   *
   * @throws AutogenException if there are none, or this Java is too old for them
   */
  public synchronized MigrationSource migrations(String packageName) {
    if (migrations == null) {
      migrations = ArchivedMigrations.find(layout, packageName);
    }
    return migrations.source();
  }

  @Override
  public void close() {
    if (migrations != null) {
      migrations.close();
    }
    layout.close();
  }
}

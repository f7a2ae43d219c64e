package dev.autogen.archive;

import dev.autogen.migration.Migration;
import dev.autogen.migration.Revision;
import dev.autogen.run.ClassPathMigrations;
import dev.autogen.run.MigrationSource;
import dev.autogen.schema.AutogenException;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds the migrations among the classes of an application, and loads no other class for that. */
final class ArchivedMigrations implements AutoCloseable {

  /** A class file of Java N has the version N + 44 (JVM specification, 4.1). */
  private static final int FIRST_CLASS_FILE_VERSION = 44;

  private final ScanResult scan;
  private final MigrationSource source;

  private ArchivedMigrations(ScanResult scan, MigrationSource source) {
    this.scan = scan;
    this.source = source;
  }

  static ArchivedMigrations find(ArchiveLayout layout, String packageName) {
    ScanResult scan = scan(layout, packageName);
    try {
      List<ClassInfo> found = revisions(scan);
      if (found.isEmpty()) {
        throw none(layout, packageName);
      }
      ArchiveClassLoader loader =
          new ArchiveClassLoader(scan, ArchivedMigrations.class.getClassLoader());
      List<Class<? extends Migration>> classes = new ArrayList<>();
      for (ClassInfo each : found) {
        requireJava(layout, each);
        classes.add(load(layout, each.getName(), loader));
      }
      return new ArchivedMigrations(scan, ClassPathMigrations.of(classes));
    } catch (RuntimeException e) {
      scan.close();
      throw e;
    }
  }

  MigrationSource source() {
    return source;
  }

  @Override
  public void close() {
    scan.close();
  }

  /** The classes of some packages; of all, if none is named. */
  private static ScanResult scan(ArchiveLayout layout, String... packages) {
    return new ClassGraph()
        .overrideClasspath(layout.classPath())
        .acceptPackages(packages)
        .ignoreClassVisibility()
        .enableAnnotationInfo()
        .scan();
  }

  private static List<ClassInfo> revisions(ScanResult scan) {
    return scan.getClassesWithAnnotation(Revision.class.getName()).stream()
        .filter(each -> !each.isInnerClass())
        .toList();
  }

  private static AutogenException none(ArchiveLayout layout, String packageName) {
    try (ScanResult all = scan(layout)) {
      TreeSet<String> packages = new TreeSet<>();
      revisions(all).forEach(each -> packages.add(each.getPackageName()));
      String start = "No migration is in the package " + packageName + " of " + layout.file();
      return AutogenException.usage(
          packages.isEmpty()
              ? start
                  + ", nor in any other: see that the build compiles the migrations into the"
                  + " application."
              : start
                  + ". There are some in "
                  + String.join(", ", packages)
                  + ": add '--package "
                  + packages.first()
                  + "'.");
    }
  }

  private static void requireJava(ArchiveLayout layout, ClassInfo type) {
    int needed = type.getClassfileMajorVersion() - FIRST_CLASS_FILE_VERSION;
    int running = Runtime.version().feature();
    if (needed > running) {
      throw AutogenException.usage(
          type.getName()
              + " in "
              + layout.file()
              + " was compiled for Java "
              + needed
              + ", and this is Java "
              + running
              + "; run autogen with Java "
              + needed
              + " or newer: JAVA_HOME names it.");
    }
  }

  private static Class<? extends Migration> load(
      ArchiveLayout layout, String name, ArchiveClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (!Migration.class.isAssignableFrom(type)) {
        throw AutogenException.usage(
            name + " in " + layout.file() + " has a @Revision and is no Migration.");
      }
      return type.asSubclass(Migration.class);
    } catch (ClassNotFoundException | LinkageError e) {
      throw AutogenException.failed(
          "The class " + name + " in " + layout.file() + " cannot be loaded: " + e, e);
    }
  }
}

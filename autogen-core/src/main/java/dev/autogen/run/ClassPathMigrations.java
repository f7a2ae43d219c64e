package dev.autogen.run;

import dev.autogen.history.ClassNames;
import dev.autogen.history.RevisionGraph;
import dev.autogen.history.RevisionScript;
import dev.autogen.history.SourceChecksum;
import dev.autogen.migration.Migration;
import dev.autogen.migration.Revision;
import dev.autogen.schema.AutogenException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds compiled migrations on the class path, as an application has them. If their sources are
 * beside them as resources, their checksums are known too; they are the same that the command line
 * records.
 */
public final class ClassPathMigrations implements MigrationSource {

  private final Map<String, Class<? extends Migration>> classes = new LinkedHashMap<>();
  private final Map<String, Optional<String>> checksums = new ConcurrentHashMap<>();
  private final RevisionGraph history;

  private ClassPathMigrations(Collection<Class<? extends Migration>> found) {
    List<RevisionScript> scripts = new ArrayList<>();
    for (Class<? extends Migration> type : found) {
      @Nullable Revision revision = type.getAnnotation(Revision.class);
      if (revision == null) {
        throw AutogenException.usage(
            type.getName() + " has no @Revision; give it one, with an id of its own");
      }
      scripts.add(script(type, revision));
      classes.put(revision.id(), type);
    }
    this.history = RevisionGraph.of(scripts);
  }

  /**
   * The migrations in a package and those below it.
   *
   * @throws AutogenException if the package has none, or they form no history
   */
  public static ClassPathMigrations inPackage(String packageName, ClassLoader loader) {
    List<Class<? extends Migration>> found = new ArrayList<>();
    for (String name : PackageScan.classes(packageName, loader)) {
      load(name, loader)
          .filter(type -> type.isAnnotationPresent(Revision.class))
          .ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw AutogenException.usage(
          "no migration is in the package "
              + packageName
              + " on the class path; name the package by migrations(\"...\"), and see that it is"
              + " compiled into the application");
    }
    return new ClassPathMigrations(found);
  }

  /** Migrations that are named one by one, for a class path that cannot be searched. */
  public static ClassPathMigrations of(Collection<Class<? extends Migration>> classes) {
    return new ClassPathMigrations(classes);
  }

  private static Optional<Class<? extends Migration>> load(String name, ClassLoader loader) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      return Migration.class.isAssignableFrom(type)
          ? Optional.of(type.asSubclass(Migration.class))
          : Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      throw AutogenException.failed("cannot load the class " + name + ": " + e, e);
    }
  }

  private static RevisionScript script(Class<?> type, Revision revision) {
    return new RevisionScript(
        revision.id(),
        List.of(revision.revises()),
        List.of(revision.branchLabels()),
        List.of(revision.dependsOn()),
        List.of(revision.replaces()),
        revision.baseline(),
        List.of(revision.dialects()),
        revision.created(),
        ClassNames.message(type.getSimpleName()),
        type.getName(),
        "class " + type.getName());
  }

  @Override
  public RevisionGraph history() {
    return history;
  }

  @Override
  public Migration migration(RevisionScript script) {
    return instance(classes.get(script.id()));
  }

  public static Migration instance(Class<? extends Migration> type) {
    try {
      Constructor<? extends Migration> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw AutogenException.failed(
          "the constructor of " + type.getName() + " failed: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw AutogenException.failed(
          type.getName() + " needs a constructor without parameters and must not be abstract", e);
    }
  }

  @Override
  public Optional<String> sha256(RevisionScript script) {
    return checksums.computeIfAbsent(script.id(), id -> source(id).map(SourceChecksum::of));
  }

  @Override
  public boolean isUnchanged(RevisionScript script, String recorded) {
    return SourceChecksum.isCurrent(recorded)
        ? MigrationSource.super.isUnchanged(script, recorded)
        : source(script.id()).map(text -> SourceChecksum.isOf(recorded, text)).orElse(true);
  }

  private Optional<String> source(String id) {
    Class<?> type = classes.get(id);
    try (InputStream source = type.getResourceAsStream(type.getSimpleName() + ".java")) {
      return source == null
          ? Optional.empty()
          : Optional.of(new String(source.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw AutogenException.failed("cannot read the source of " + type.getName() + ": " + e, e);
    }
  }
}

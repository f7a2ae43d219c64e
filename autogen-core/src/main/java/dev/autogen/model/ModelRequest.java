package dev.autogen.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which entities to read, and for which database.
 *
 * @param classpath the project's class path in order: directories and jars, also executable Spring
 *     Boot jars and WAR files, whose nested libraries are unpacked
 * @param ownEntries the entries of {@code classpath} that are scanned when {@code packages} is
 *     empty: the project's own classes
 * @param packages packages whose classes, and those of packages below them, are scanned in every
 *     entry; empty for all of {@code ownEntries}
 * @param persistenceUnit the unit of {@code META-INF/persistence.xml} that lists the entities, or
 *     null; then the settings of the only unit, if there is one, are still taken
 * @param mappingFiles the names, or globs of names, of the XML files that map entities, in place of
 *     {@code META-INF/orm.xml}; empty for that file, if it exists. Files that a persistence unit or
 *     {@code hibernate.cfg.xml} lists are read too
 * @param properties settings for Hibernate, which override those of the persistence unit
 * @param database the target
 * @param bundledHibernate the jars of Hibernate and what it needs, used where the class path has no
 *     Hibernate of its own
 * @param cacheDirectory where nested jars are unpacked; created when needed
 * @param buildCommand what compiles the project, for messages, such as {@code mvn compile}
 */
public record ModelRequest(
    List<Path> classpath,
    List<Path> ownEntries,
    List<String> packages,
    @Nullable String persistenceUnit,
    List<String> mappingFiles,
    Map<String, String> properties,
    DatabaseTarget database,
    List<Path> bundledHibernate,
    Path cacheDirectory,
    String buildCommand) {

  public ModelRequest {
    classpath = List.copyOf(classpath);
    ownEntries = List.copyOf(ownEntries);
    packages = List.copyOf(packages);
    mappingFiles = List.copyOf(mappingFiles);
    properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    bundledHibernate = List.copyOf(bundledHibernate);
    Objects.requireNonNull(database, "database");
    Objects.requireNonNull(cacheDirectory, "cacheDirectory");
    Objects.requireNonNull(buildCommand, "buildCommand");
  }

  /** All entities on a class path, without further settings. */
  public static ModelRequest of(
      List<Path> classpath, DatabaseTarget database, Path cacheDirectory) {
    return new ModelRequest(
        classpath,
        classpath,
        List.of(),
        null,
        List.of(),
        Map.of(),
        database,
        List.of(),
        cacheDirectory,
        "your build");
  }

  /** The same request for the given packages alone. */
  public ModelRequest withPackages(List<String> others) {
    return new ModelRequest(
        classpath,
        ownEntries,
        others,
        persistenceUnit,
        mappingFiles,
        properties,
        database,
        bundledHibernate,
        cacheDirectory,
        buildCommand);
  }

  /** The same request with other settings for Hibernate. */
  public ModelRequest withProperties(Map<String, String> others) {
    return new ModelRequest(
        classpath,
        ownEntries,
        packages,
        persistenceUnit,
        mappingFiles,
        others,
        database,
        bundledHibernate,
        cacheDirectory,
        buildCommand);
  }

  /** The same request for what a persistence unit lists. */
  public ModelRequest withPersistenceUnit(@Nullable String other) {
    return new ModelRequest(
        classpath,
        ownEntries,
        packages,
        other,
        mappingFiles,
        properties,
        database,
        bundledHibernate,
        cacheDirectory,
        buildCommand);
  }

  /** The same request for what other XML files map. */
  public ModelRequest withMappingFiles(List<String> others) {
    return new ModelRequest(
        classpath,
        ownEntries,
        packages,
        persistenceUnit,
        others,
        properties,
        database,
        bundledHibernate,
        cacheDirectory,
        buildCommand);
  }
}

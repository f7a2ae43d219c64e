package dev.autogen.model;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The classes, packages and files that Hibernate shall map.
 *
 * @param classes the names of entities, mapped superclasses, embeddables and converters, in order
 * @param packages the packages whose annotations count
 * @param mappingFiles the URLs of {@code orm.xml} and other mapping files
 * @param outdated the names of entities of the old {@code javax.persistence} API
 */
record MappedClasses(
    SortedSet<String> classes,
    SortedSet<String> packages,
    List<String> mappingFiles,
    SortedSet<String> outdated) {

  static MappedClasses none() {
    return new MappedClasses(new TreeSet<>(), new TreeSet<>(), List.of(), new TreeSet<>());
  }

  MappedClasses with(MappedClasses other) {
    return new MappedClasses(
        union(classes, other.classes),
        union(packages, other.packages),
        List.copyOf(union(mappingFiles, other.mappingFiles)),
        union(outdated, other.outdated));
  }

  MappedClasses withClasses(Collection<String> others) {
    return new MappedClasses(union(classes, others), packages, mappingFiles, outdated);
  }

  MappedClasses withMappingFiles(Collection<String> others) {
    return new MappedClasses(classes, packages, List.copyOf(union(mappingFiles, others)), outdated);
  }

  private static SortedSet<String> union(Collection<String> some, Collection<String> others) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  boolean isEmpty() {
    return classes.isEmpty() && mappingFiles.isEmpty();
  }
}

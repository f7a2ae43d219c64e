package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import dev.autogen.text.Glob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the XML files that map entities, {@code orm.xml} and {@code hbm.xml}, as URLs. */
final class MappingFiles {

  private static final String USUAL = "META-INF/orm.xml";

  /** The value with which Quarkus ignores the usual file. */
  private static final String NONE = "no-file";

  private MappingFiles() {}

  /** The files of the usual name. */
  static List<String> usual(List<Path> entries) {
    return EntryResource.findAll(entries, USUAL);
  }

  /** The first file of a name on the class path, or null if there is none. */
  static @Nullable String first(List<Path> entries, String name) {
    return entries.stream()
        .flatMap(entry -> EntryResource.find(entry, name).stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * The files that a configuration names, as resources or by globs; a prefix {@code classpath:} or
   * {@code classpath*:}, as in Spring, is ignored.
   *
   * @throws AutogenException if there is none for one of the names
   */
  static List<String> configured(List<String> names, List<Path> entries) {
    List<String> urls = new ArrayList<>();
    for (String given : names) {
      String name = given.strip().replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", "");
      if (name.equals(NONE)) {
        continue;
      }
      List<String> found = new ArrayList<>();
      if (name.matches(".*[*?\\[{].*")) {
        // Two stars in place of a folder also match no folder, as in Spring.
        Glob matcher = Glob.ofPaths(name.replace("**/", "{,**/}"));
        entries.forEach(entry -> found.addAll(EntryResource.matching(entry, matcher::matches)));
      } else {
        @Nullable String url = first(entries, name);
        if (url != null) {
          found.add(url);
        }
      }
      if (found.isEmpty()) {
        throw AutogenException.usage(
            "The mapping file "
                + given
                + " is not on the class path.\nCorrect [model] mapping-files in autogen.toml, or"
                + " the setting of the application that names it.");
      }
      urls.addAll(found);
    }
    return urls;
  }

  /**
   * The {@code hbm.xml} files in the root of a unit and in its jar files, which Hibernate's scanner
   * maps unasked ({@code hibernate.archive.autodetection}, by default {@code class,hbm}).
   */
  static List<String> detected(PersistenceUnit unit, Map<String, String> properties) {
    if (!properties.getOrDefault("hibernate.archive.autodetection", "hbm").contains("hbm")) {
      return List.of();
    }
    List<Path> roots = new ArrayList<>(List.of(unit.root()));
    roots.addAll(unit.jarFiles());
    return roots.stream()
        .filter(Files::exists)
        .map(root -> EntryResource.matching(root, name -> name.endsWith("hbm.xml")))
        .flatMap(Collection::stream)
        .toList();
  }
}

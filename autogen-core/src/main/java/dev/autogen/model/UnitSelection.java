package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit of a request, if there is one.
 *
 * @param unit the unit that was named, or the only one of the project, or its {@code
 *     hibernate.cfg.xml}
 * @param named whether the request names it, so that it alone says what is mapped
 */
record UnitSelection(Optional<PersistenceUnit> unit, boolean named) {

  static UnitSelection of(ModelRequest request, ClasspathEntries entries) {
    @Nullable String name = request.persistenceUnit();
    if (name == null) {
      List<PersistenceUnit> own = PersistenceXml.units(entries.own());
      Optional<PersistenceUnit> only = own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
      return new UnitSelection(own.isEmpty() ? HibernateCfgXml.unit(entries.own()) : only, false);
    }
    List<PersistenceUnit> all = PersistenceXml.units(entries.all());
    Optional<PersistenceUnit> found =
        all.stream().filter(unit -> name.equals(unit.name())).findFirst();
    if (found.isEmpty()) {
      String known = all.stream().map(PersistenceUnit::name).collect(Collectors.joining(", "));
      throw AutogenException.usage(
          "There is no persistence unit '"
              + name
              + "' on the class path; META-INF/persistence.xml has: "
              + (known.isEmpty() ? "none" : known)
              + ".\nCorrect [model] persistence-unit in autogen.toml.");
    }
    return new UnitSelection(found, true);
  }

  Map<String, String> properties() {
    return unit.map(PersistenceUnit::properties).orElse(Map.of());
  }

  boolean listsNoMappingFile() {
    return unit.map(PersistenceUnit::mappingFiles).orElse(List.of()).isEmpty();
  }

  /** What the unit lists and the scan finds. */
  MappedClasses mappedClasses(ModelRequest request, ClasspathEntries entries) {
    MappedClasses mapped = MappedClasses.none();
    if (unit.isPresent()) {
      PersistenceUnit chosen = unit.get();
      mapped =
          mapped.withClasses(chosen.classes()).with(scan(existing(chosen.jarFiles()), List.of()));
      if (named) {
        return chosen.excludeUnlisted()
            ? mapped
            : mapped.with(scan(List.of(chosen.root()), List.of()));
      }
    }
    return request.packages().isEmpty()
        ? mapped.with(scan(entries.own(), List.of()))
        : mapped
            .with(EntityScan.scan(entries.all(), request.packages()))
            .withMappingFiles(EntryResource.findAll(entries.own(), "META-INF/orm.xml"));
  }

  private static MappedClasses scan(List<Path> entries, List<String> packages) {
    return EntityScan.scan(entries, packages)
        .withMappingFiles(EntryResource.findAll(entries, "META-INF/orm.xml"));
  }

  private static List<Path> existing(List<Path> paths) {
    return paths.stream().filter(Files::exists).toList();
  }

  /** The URLs of the mapping files that the unit lists. */
  List<String> mappingFiles(ProjectClassLoader loader) {
    List<String> urls = new ArrayList<>();
    for (String name : unit.map(PersistenceUnit::mappingFiles).orElse(List.of())) {
      @Nullable URL url = loader.getResource(name);
      if (url == null) {
        throw AutogenException.usage(
            unit.map(PersistenceUnit::name).isPresent()
                ? "The mapping file "
                    + name
                    + " of the persistence unit '"
                    + unit.map(PersistenceUnit::name).orElse("")
                    + "' is not on the class path. Correct META-INF/persistence.xml."
                : "The mapping file "
                    + name
                    + " is not on the class path. Correct hibernate.cfg.xml.");
      }
      urls.add(Objects.requireNonNull(url).toString());
    }
    return urls;
  }
}

package dev.autogen.model;

import dev.autogen.schema.AutogenException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The persistence unit of a request, if there is one.
 *
 * @param unit the unit that was named, or the only one of the project, or its {@code
 *     hibernate.cfg.xml}
 * @param named whether the request names the unit, so that it alone decides what is mapped
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

  /**
   * The classes that the unit and the configuration list and that the scan finds; notes say what is
   * left out.
   */
  MappedClasses mappedClasses(ModelRequest request, ClasspathEntries entries, List<String> notes) {
    MappedClasses mapped =
        MappedClasses.none()
            .withMappingFiles(listed(entries.all()))
            .withMappingFiles(MappingFiles.configured(request.mappingFiles(), entries.all()));
    boolean scansForFiles = request.mappingFiles().isEmpty();
    if (unit.isPresent()) {
      PersistenceUnit chosen = unit.get();
      List<Path> jarFiles = existing(chosen.jarFiles());
      mapped = mapped.withClasses(chosen.classes()).with(scan(jarFiles, scansForFiles));
      if (chosen.name() != null) {
        mapped = mapped.withMappingFiles(MappingFiles.detected(chosen, settings(request)));
      }
      if (named) {
        return chosen.excludeUnlisted()
            ? mapped
            : mapped.with(scan(List.of(chosen.root()), scansForFiles));
      }
    }
    return request.packages().isEmpty()
        ? mapped
            .with(OwnClasses.scan(entries.own(), entries.all(), notes))
            .withMappingFiles(scansForFiles ? MappingFiles.usual(entries.own()) : List.of())
        : mapped
            .with(EntityScan.scan(entries.all(), request.packages()))
            .withMappingFiles(scansForFiles ? MappingFiles.usual(entries.own()) : List.of());
  }

  private Map<String, String> settings(ModelRequest request) {
    Map<String, String> settings = new TreeMap<>(properties());
    settings.putAll(request.properties());
    return settings;
  }

  private static MappedClasses scan(List<Path> entries, boolean forFiles) {
    MappedClasses scanned = EntityScan.scan(entries, List.of());
    return forFiles ? scanned.withMappingFiles(MappingFiles.usual(entries)) : scanned;
  }

  private static List<Path> existing(List<Path> paths) {
    return paths.stream().filter(Files::exists).toList();
  }

  /** The URLs of the mapping files that the unit lists. */
  private List<String> listed(List<Path> entries) {
    List<String> urls = new ArrayList<>();
    for (String name : unit.map(PersistenceUnit::mappingFiles).orElse(List.of())) {
      @Nullable String url = MappingFiles.first(entries, name);
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
      urls.add(url);
    }
    return urls;
  }
}

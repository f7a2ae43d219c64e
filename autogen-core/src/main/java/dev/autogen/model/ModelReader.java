package dev.autogen.model;

import dev.autogen.model.exported.DdlReader;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the entities of a request, has Hibernate export their DDL, and reads that. */
final class ModelReader {

  private static final String FUNCTION =
      ModelReader.class.getPackageName() + ".hibernate.HibernateExport";
  private static final String HIBERNATE = "org/hibernate/boot/MetadataSources.class";

  private final ModelRequest request;
  private final ClasspathEntries entries;
  private final List<String> notes = new ArrayList<>();
  private String duplicate = "";

  ModelReader(ModelRequest request) {
    this.request = request;
    this.entries = ClasspathEntries.of(request);
  }

  EntityModel read() {
    UnitSelection unit = UnitSelection.of(request, entries);
    MappedClasses mapped = unit.mappedClasses(request, entries, notes);
    if (mapped.isEmpty()) {
      throw NoEntities.found(request, entries, unit, mapped);
    }
    try (ProjectClassLoader loader = new ProjectClassLoader(classpath())) {
      Map<String, String> settings = new TreeMap<>(unit.properties());
      settings.putAll(request.properties());
      FrameworkDefaults.add(loader, settings, notes);
      EntityModel model = model(export(loader, mapped, settings));
      if (model.entities() == 0) {
        throw NoEntities.found(request, entries, unit, mapped);
      }
      return model;
    } catch (IOException e) {
      throw AutogenException.failed("The project's class path cannot be closed.", e);
    }
  }

  /**
   * The class path; a bundled Hibernate comes first, so that it does not link against an older API
   * of the project.
   */
  private List<Path> classpath() {
    List<Path> own =
        entries.all().stream()
            .filter(entry -> EntryResource.find(entry, HIBERNATE).isPresent())
            .toList();
    if (own.size() > 1) {
      duplicate =
          "Hibernate is on the class path more than once, and the first is used: "
              + own.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ".";
      notes.add(duplicate);
    }
    if (!own.isEmpty()) {
      return entries.all();
    }
    if (request.bundledHibernate().isEmpty()) {
      throw AutogenException.usage(
          "There is no Hibernate on the class path, and none is bundled.\n"
              + "Add org.hibernate.orm:hibernate-core to the project's dependencies or to [model]"
              + " classpath in autogen.toml.");
    }
    notes.add("The project has no Hibernate of its own; the bundled one is used.");
    List<Path> all = new ArrayList<>(request.bundledHibernate());
    all.addAll(entries.all());
    return all;
  }

  private Map<String, Object> export(
      ProjectClassLoader loader, MappedClasses mapped, Map<String, String> settings) {
    Map<String, Object> argument =
        Map.of(
            "classes", List.copyOf(mapped.classes()),
            "packages", List.copyOf(mapped.packages()),
            "mappings", mapped.mappingFiles(),
            "settings", settings,
            "target", target());
    SupportedHibernate.require(loader);
    try {
      return ProjectCall.call(loader, FUNCTION, argument);
    } catch (OutOfMemoryError failure) {
      throw failure;
    } catch (ReflectiveOperationException | RuntimeException | Error failure) {
      // A static initializer of an entity may fail with any error.
      AutogenException worded = ModelFailure.of(failure, loader, mapped.classes());
      throw duplicate.isEmpty()
          ? worded
          : new AutogenException(worded.exit(), worded.getMessage() + "\n" + duplicate, failure);
    }
  }

  private Map<String, String> target() {
    DatabaseTarget database = request.database();
    Map<String, String> target = new TreeMap<>(database.settings());
    target.put("jakarta.persistence.database-product-name", database.product());
    target.put("jakarta.persistence.database-major-version", Integer.toString(database.major()));
    target.put("jakarta.persistence.database-minor-version", Integer.toString(database.minor()));
    return target;
  }

  private EntityModel model(Map<String, Object> result) {
    Schema schema = schema(result, request.database(), notes);
    int count = (Integer) Objects.requireNonNull(result.get("entities"));
    notes.add(
        0,
        count
            + (count == 1 ? " entity" : " entities")
            + ", mapped by Hibernate "
            + result.get("version")
            + ".");
    notes.addAll(strings(result, "notes"));
    List<RenamedMapping> formerNames =
        FormerNamesReader.read(rows(result, "formerNames"), request.database());
    return new EntityModel(schema, formerNames, count, attributes(result), notes);
  }

  /** The schema that the statements of an export describe; other statements become notes. */
  static Schema schema(Map<String, Object> result, DatabaseTarget database, List<String> notes) {
    DdlReader reader = new DdlReader(database.text(), database.defaultSchema(), database.clauses());
    for (String sql : strings(result, "statements")) {
      if (!reader.read(sql)) {
        notes.add("Left out of the model: " + sql);
      }
    }
    // These statements may refer to the tables.
    strings(result, "auxiliary").stream()
        .flatMap(script -> database.text().statements(script).stream())
        .filter(sql -> !isRead(reader, sql))
        .forEach(sql -> notes.add(notCompared(sql)));
    for (List<String> comment : rows(result, "comments")) {
      if (comment.get(1) == null) {
        reader.comment(comment.get(0), comment.get(2));
      } else {
        reader.comment(comment.get(0), comment.get(1), comment.get(2));
      }
    }
    List<List<String>> numbered = rows(result, "numberedTables");
    for (List<String> each : rows(result, "rows")) {
      if (database.tablesAsSequences() && reader.read(each.get(1))) {
        continue;
      }
      reader.fills(
          each.get(0),
          each.get(1),
          numbered.stream()
              .filter(column -> column.get(0).equals(each.get(0)))
              .map(column -> column.subList(1, column.size()))
              .toList());
    }
    rows(result, "generatorColumns")
        .forEach(
            each ->
                reader.numbers(each.get(0), each.get(1), each.get(2), Long.parseLong(each.get(3))));
    OtherDatabaseClauses.refuse(reader.foreign(), attributes(result), database.product());
    reader.leftOut().stream()
        .map(clause -> "Not compared: " + clause + "; set it in a migration with op.execute.")
        .forEach(notes::add);
    for (QualifiedName table : reader.unknownTables()) {
      notes.add(
          "Not compared: what an auxiliary database object adds to the table "
              + table
              + ", which no entity is mapped on.");
    }
    Schema schema = reader.schema();
    NameClashes.refuse(schema, database);
    AttributesAsColumns.refuse(schema.tables(), attributes(result));
    return schema;
  }

  /** An author's own statement may be anything that the database takes. */
  private static boolean isRead(DdlReader reader, String sql) {
    try {
      return reader.read(sql);
    } catch (AutogenException unreadable) {
      return false;
    }
  }

  private static String notCompared(String sql) {
    String line = sql.lines().findFirst().orElse(sql).strip();
    String start = line.length() > 80 ? line.substring(0, 80) + "…" : line;
    return "Not compared: the auxiliary database object '"
        + start
        + "'; create it in a migration with op.execute.";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> attributes(Map<String, Object> result) {
    return (Map<String, String>) Objects.requireNonNull(result.get("attributes"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Map<String, Object> result, String key) {
    return (List<String>) Objects.requireNonNull(result.get(key));
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> rows(Map<String, Object> result, String key) {
    return (List<List<String>>) Objects.requireNonNull(result.get(key));
  }
}

package dev.autogen.model;

import dev.autogen.comparison.RenderedChanges;
import dev.autogen.dialect.Dialect;
import dev.autogen.diff.SchemaScript;
import dev.autogen.operation.Operation;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The entities of all cases, compiled at once into a package per case and side; each side is booted
 * on its own, in one class loader per version of Hibernate.
 */
final class ChangedEntities implements AutoCloseable {

  private static final String IMPORTS =
      """
      import java.math.*;
      import java.time.*;
      import java.util.*;
      import org.hibernate.type.SqlTypes;
      """;

  /** MySQL's names of tables are told apart by case; those in the cases are not. */
  private static final String SMALL_NAMES =
      """
      import org.hibernate.boot.model.naming.*;
      import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
      public class SmallNames extends PhysicalNamingStrategyStandardImpl {
        private static Identifier small(Identifier name) {
          return name == null || name.isQuoted()
              ? name
              : Identifier.toIdentifier(name.getText().toLowerCase());
        }
        @Override public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment e) {
          return small(name);
        }
        @Override public Identifier toPhysicalSequenceName(Identifier name, JdbcEnvironment e) {
          return small(name);
        }
        @Override public Identifier toPhysicalColumnName(Identifier name, JdbcEnvironment e) {
          return small(name);
        }
      }
      """;

  private final Path classes;
  private final SortedSet<String> mapped;
  private final Map<List<Path>, ProjectClassLoader> loaders = new HashMap<>();

  private ChangedEntities(Path classes, SortedSet<String> mapped) {
    this.classes = classes;
    this.mapped = mapped;
  }

  static ChangedEntities compile(List<ModelChange> changes, Path directory) {
    TestProject project = new TestProject(directory);
    for (ModelChange change : changes) {
      for (String side : List.of("before", "after")) {
        if (!change.part(side).isBlank()) {
          project.source(change.packageName(side) + ".Entities", IMPORTS + change.part(side));
        }
      }
    }
    project.source("names.SmallNames", SMALL_NAMES);
    project.compile();
    SortedSet<String> mapped = EntityScan.scan(List.of(project.classes()), List.of()).classes();
    return new ChangedEntities(project.classes(), mapped);
  }

  /**
   * What Hibernate makes of one side of a case.
   *
   * @param script the DDL that Hibernate runs
   * @param schema the model that is read of it
   * @param formerNames what the entities say of names before
   */
  record Side(List<String> script, Schema schema, List<RenamedMapping> formerNames) {}

  @SuppressWarnings("unchecked")
  Side side(ModelChange change, String side, Stack stack) throws ReflectiveOperationException {
    String prefix = change.packageName(side) + ".";
    List<String> names = mapped.stream().filter(name -> name.startsWith(prefix)).toList();
    if (names.isEmpty()) {
      return new Side(List.of(), Schema.empty(), List.of());
    }
    DatabaseTarget target = stack.target();
    Map<String, Object> export =
        ProjectCall.call(
            loaders.computeIfAbsent(jars(stack), this::loader),
            "dev.autogen.model.hibernate.HibernateExport",
            Map.of(
                "classes", names,
                "packages", List.of(),
                "mappings", List.of(),
                "settings", settings(change, stack),
                "target", target(target)));
    List<String> objects = change.lines("objects " + side);
    Map<String, Object> result = new HashMap<>(export);
    List<String> auxiliary = new ArrayList<>((List<String>) export.get("auxiliary"));
    auxiliary.addAll(objects);
    result.put("auxiliary", auxiliary);
    Schema schema = ModelReader.schema(result, target, new ArrayList<>());
    List<String> script = new ArrayList<>();
    schemas(schema).forEach(name -> script.add("create schema " + name));
    script.addAll((List<String>) export.get("auxiliary"));
    objects.stream().filter(sql -> !sql.contains(" on ")).forEach(script::add);
    List<String> statements = (List<String>) export.get("statements");
    statements.stream().filter(sql -> !isForeignKey(sql)).forEach(script::add);
    statements.stream().filter(ChangedEntities::isForeignKey).forEach(script::add);
    // MySQL has comments in its definitions.
    for (List<@Nullable String> comment :
        stack.database().isMySql()
            ? List.<List<String>>of()
            : (List<List<String>>) export.get("comments")) {
      script.add(
          comment.get(1) == null
              ? "comment on table %s is '%s'".formatted(comment.get(0), comment.get(2))
              : "comment on column %s.%s is '%s'"
                  .formatted(comment.get(0), comment.get(1), comment.get(2)));
    }
    objects.stream().filter(sql -> sql.contains(" on ")).forEach(script::add);
    if (stack.database() == Engine.SQLITE) {
      // What Hibernate runs has no foreign keys, and no unique constraints of a name.
      script.clear();
      objects.forEach(script::add);
      script.addAll(created(schema, stack.database().dialect()));
    }
    List<RenamedMapping> formerNames =
        FormerNamesReader.read((List<List<String>>) export.get("formerNames"), target);
    return new Side(script, schema, formerNames);
  }

  private static Map<String, String> target(DatabaseTarget target) {
    Map<String, String> settings = new HashMap<>(target.settings());
    settings.put("jakarta.persistence.database-product-name", target.product());
    settings.put("jakarta.persistence.database-major-version", "" + target.major());
    settings.put("jakarta.persistence.database-minor-version", "" + target.minor());
    return settings;
  }

  private static List<String> created(Schema schema, Dialect dialect) {
    List<String> script = new ArrayList<>();
    Schema canonical = dialect.typeRules().canonical(schema);
    List<Operation> operations = SchemaScript.create(canonical, dialect.textRules());
    RenderedChanges.statements(operations, Schema.empty(), dialect)
        .forEach(statements -> statements.forEach(each -> script.add(each.sql())));
    return script;
  }

  /** H2 and MySQL have key words that PostgreSQL lets be names. */
  private static Map<String, String> settings(ModelChange change, Stack stack) {
    Map<String, String> settings = new HashMap<>(change.pairs("settings", "="));
    if (stack.database() == Engine.H2 || stack.database().isMySql()) {
      settings.put("hibernate.auto_quote_keyword", "true");
    }
    if (stack.database().isMySql()) {
      settings.putIfAbsent("hibernate.physical_naming_strategy", "names.SmallNames");
    }
    return settings;
  }

  private static boolean isForeignKey(String sql) {
    return sql.contains(" foreign key ");
  }

  static SortedSet<String> schemas(Schema schema) {
    SortedSet<String> names = new TreeSet<>(schema.namespaces());
    Stream.of(
            schema.tables().stream().map(table -> table.name()),
            schema.sequences().stream().map(sequence -> sequence.name()),
            schema.enumTypes().stream().map(type -> type.name()))
        .flatMap(stream -> stream)
        .map(QualifiedName::schema)
        .filter(name -> name != null)
        .forEach(names::add);
    return names;
  }

  private static List<Path> jars(Stack stack) {
    List<Path> jars = new ArrayList<>(stack.hibernate().jars());
    if (stack.database() == Engine.SQLITE) {
      jars.add(stack.hibernate().communityDialects());
    }
    return jars;
  }

  private ProjectClassLoader loader(List<Path> jars) {
    List<Path> entries = new ArrayList<>(List.of(classes));
    entries.addAll(jars);
    return new ProjectClassLoader(entries);
  }

  @Override
  public void close() throws IOException {
    for (ProjectClassLoader loader : loaders.values()) {
      loader.close();
    }
  }
}

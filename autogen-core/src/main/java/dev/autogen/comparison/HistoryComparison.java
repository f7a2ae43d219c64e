package dev.autogen.comparison;

import dev.autogen.dialect.Dialect;
import dev.autogen.diff.Catalogs;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.run.ConnectionSource;
import dev.autogen.schema.AutogenException;
import dev.autogen.schema.DatabaseObject;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import dev.autogen.shadow.Shadow;
import dev.autogen.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a project's database with what its history makes at the same revisions, on a throwaway
 * database: what differs was changed by somebody else.
 */
public final class HistoryComparison {

  /** Objects that a history makes, besides those of a schema. */
  private static final Set<String> KINDS =
      Set.of("view", "materialized view", "trigger", "rule", "policy");

  private final Workspace workspace;
  private final Dialect dialect;

  /** A comparison of a project's database. */
  public HistoryComparison(Workspace workspace) {
    this.workspace = workspace;
    this.dialect = workspace.dialect();
  }

  /** A catalog, and what a schema cannot hold. */
  private record Read(Schema schema, Map<String, DatabaseObject> objects) {}

  /**
   * Compares the database as it is.
   *
   * @throws AutogenException if autogen does not run the migrations, or one of them fails on the
   *     throwaway database
   */
  public HistoryDrift compare() {
    workspace.requireOwnRunner("drift");
    List<String> revisions = workspace.current();
    try {
      Shadow shadow = workspace.shadow().get();
      workspace.proofStart(shadow).replay(new HashSet<>(revisions));
      ConnectionSource made = shadow.prepared();
      Set<String> schemas = schemas(made);
      return new HistoryDrift(
          revisions, drifted(read(made, schemas), read(workspace.database()::open, schemas)));
    } catch (SQLException e) {
      throw AutogenException.failed(
          "The database cannot be compared with the history: " + e.getMessage(), e);
    }
  }

  private Set<String> schemas(ConnectionSource made) throws SQLException {
    try (Connection connection = made.open()) {
      Set<String> schemas = new HashSet<>(dialect.inspector().schemas(connection));
      schemas.addAll(workspace.runSettings().schemas());
      schemas.remove(connection.getSchema());
      return schemas;
    }
  }

  private Read read(ConnectionSource source, Set<String> schemas) throws SQLException {
    InspectionScope scope = new InspectionScope(schemas, workspace.runSettings().ownTables());
    try (Connection connection = source.open()) {
      Schema schema =
          dialect
              .typeRules()
              .canonical(dialect.inspector().inspect(connection, scope).schema())
              .withNamespaces(List.of());
      Map<String, DatabaseObject> objects = new TreeMap<>();
      dialect.inspector().databaseObjects(connection, scope).stream()
          .filter(each -> KINDS.contains(each.kind()))
          .forEach(each -> objects.put(each.kind() + " " + each.name(), each));
      return new Read(schema, objects);
    }
  }

  private List<DriftedObject> drifted(Read made, Read found) {
    List<DriftedObject> drifted = new ArrayList<>();
    Catalogs catalogs = new Catalogs(dialect.textRules());
    Map<QualifiedName, Schema> ones = tables(made.schema());
    Map<QualifiedName, Schema> others = tables(found.schema());
    for (QualifiedName name : union(ones.keySet(), others.keySet())) {
      add(
          drifted,
          "table",
          name,
          catalogs.differences(
              ones.getOrDefault(name, Schema.empty()), others.getOrDefault(name, Schema.empty())));
    }
    // A sequence or a type is known to be an identity's only beside the tables.
    Schema one = made.schema();
    Schema other = found.schema();
    List<String> all = catalogs.differences(one, other);
    Set<String> ofTables =
        drifted.stream().flatMap(each -> each.differences().stream()).collect(Collectors.toSet());
    Map<String, List<String>> rest = new LinkedHashMap<>();
    all.stream()
        .filter(line -> !ofTables.contains(line))
        .forEach(line -> rest.computeIfAbsent(named(line), each -> new ArrayList<>()).add(line));
    rest.forEach((name, lines) -> drifted.add(new DriftedObject(kind(lines.get(0)), name, lines)));
    for (String key : union(made.objects().keySet(), found.objects().keySet())) {
      object(drifted, made.objects().get(key), found.objects().get(key));
    }
    return drifted;
  }

  /** Each table as a schema of its own. */
  private static Map<QualifiedName, Schema> tables(Schema schema) {
    Map<QualifiedName, Schema> tables = new HashMap<>();
    schema
        .tables()
        .forEach(table -> tables.put(table.name(), Schema.empty().withTables(List.of(table))));
    return tables;
  }

  private static <T extends Comparable<T>> Set<T> union(Set<T> some, Set<T> others) {
    return Stream.concat(some.stream(), others.stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void add(
      List<DriftedObject> drifted, String kind, QualifiedName name, List<String> differences) {
    if (!differences.isEmpty()) {
      drifted.add(new DriftedObject(kind, name.toString(), differences));
    }
  }

  /** The kind in a line such as {@code sequence s is missing}. */
  private static String kind(String line) {
    return Stream.of("sequence", "enum type", "composite type")
        .filter(line::startsWith)
        .findFirst()
        .orElse("object");
  }

  private static String named(String line) {
    String rest = line.substring(kind(line).equals("object") ? 0 : kind(line).length() + 1);
    int end =
        Stream.of(" is ", " has ").mapToInt(rest::indexOf).filter(at -> at > 0).min().orElse(0);
    return end == 0 ? rest : rest.substring(0, end);
  }

  private static void object(
      List<DriftedObject> drifted, @Nullable DatabaseObject made, @Nullable DatabaseObject found) {
    DatabaseObject either = made == null ? found : made;
    if (either == null) {
      return;
    }
    String what = either.kind() + " " + either.name();
    Predicate<DatabaseObject> same =
        each -> String.valueOf(each.create()).equals(String.valueOf(either.create()));
    if (found == null) {
      drifted.add(new DriftedObject(either.kind(), either.name(), List.of(what + " is missing")));
    } else if (made == null) {
      drifted.add(
          new DriftedObject(
              either.kind(), either.name(), List.of(what + " is there and should not be")));
    } else if (!same.test(found)) {
      drifted.add(
          new DriftedObject(
              either.kind(), either.name(), List.of(what + " has another definition")));
    }
  }
}

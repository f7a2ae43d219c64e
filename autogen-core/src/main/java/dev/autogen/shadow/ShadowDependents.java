package dev.autogen.shadow;

import dev.autogen.dialect.Dialect;
import dev.autogen.inspect.InspectionScope;
import dev.autogen.run.ConnectionSource;
import dev.autogen.run.RunSettings;
import dev.autogen.schema.DatabaseObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The views, triggers, grants and other dependent objects that a migration affects, on the shadow.
 */
final class ShadowDependents {

  private static final String ROLE = "role";

  private final Shadow shadow;
  private final ConnectionSource connections;
  private final Dialect dialect;
  private final InspectionScope own;
  private final List<DatabaseObject> objects;

  /** Dependent objects that a shadow should have, in an order in which they can be dropped. */
  ShadowDependents(
      Shadow shadow,
      ConnectionSource connections,
      Dialect dialect,
      RunSettings settings,
      List<DatabaseObject> objects) {
    this.shadow = shadow;
    this.connections = connections;
    this.dialect = dialect;
    this.own = new InspectionScope(settings.schemas(), settings.ownTables());
    this.objects = objects;
  }

  /** Creates the objects that the shadow lacks; returns what it refuses, a sentence each. */
  List<String> create() throws SQLException {
    List<String> refusals = new ArrayList<>();
    if (objects.isEmpty()) {
      return refusals;
    }
    try (Connection connection = connections.open()) {
      Set<String> there =
          there(connection).stream().map(ShadowStatements::name).collect(Collectors.toSet());
      for (int i = objects.size() - 1; i >= 0; i--) {
        DatabaseObject object = objects.get(i);
        if (object.create() != null && !there.contains(ShadowStatements.name(object))) {
          create(connection, object).ifPresent(refusals::add);
        }
      }
      ProofStart.keep(connection);
    }
    return refusals;
  }

  private Optional<String> create(Connection connection, DatabaseObject object) {
    if (object.kind().equals(ROLE) && !shadow.ownsServer()) {
      return Optional.of(
          "the server of [shadow] url has no "
              + ShadowStatements.name(object)
              + ", and its roles are not autogen's to make: what names it is not proven; run '"
              + object.create()
              + "' there");
    }
    try {
      if (object.kind().equals(ROLE)) {
        shadow.createRole(object.name());
        return Optional.empty();
      }
    } catch (SQLException e) {
      return Optional.of(ShadowStatements.refusal(object, e));
    }
    return new ShadowStatements(dialect).create(connection, object);
  }

  /** The current definitions of these objects on the shadow, by their names. */
  Map<String, String> read() throws SQLException {
    Map<String, String> definitions = new TreeMap<>();
    if (objects.isEmpty()) {
      return definitions;
    }
    Set<String> wanted = objects.stream().map(ShadowStatements::name).collect(Collectors.toSet());
    try (Connection connection = connections.open()) {
      there(connection).stream()
          .filter(each -> wanted.contains(ShadowStatements.name(each)))
          .forEach(
              each ->
                  definitions.merge(ShadowStatements.name(each), definition(each), String::concat));
    }
    return definitions;
  }

  private List<DatabaseObject> there(Connection connection) throws SQLException {
    InspectionScope all = own.withSchemas(dialect.inspector().schemas(connection));
    return dialect.inspector().databaseObjects(connection, all);
  }

  /** The differences between the definitions at two times, a line each. */
  static List<String> differences(
      String when, Map<String, String> wanted, Map<String, String> found) {
    List<String> lines = new ArrayList<>();
    wanted.forEach(
        (name, definition) -> {
          @Nullable String other = found.get(name);
          if (other == null) {
            lines.add(when + ": " + name + " is missing");
          } else if (!other.equals(definition)) {
            lines.add(when + ": " + name + " is " + other + " and should be " + definition);
          }
        });
    return lines;
  }

  private static String definition(DatabaseObject object) {
    return String.valueOf(object.create());
  }
}

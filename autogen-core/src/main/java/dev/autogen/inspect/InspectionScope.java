package dev.autogen.inspect;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an inspection reads: the connection's default schema, and the schemas named here.
 *
 * @param schemas further schemas, by their exact names; one that does not exist is no error
 * @param ownTables names of autogen's own tables, which are left out
 */
public record InspectionScope(Set<String> schemas, Set<String> ownTables) {

  private static final Map<String, String> HISTORIES =
      Map.of(
          "flyway_schema_history", "Flyway's history",
          "databasechangelog", "Liquibase's history",
          "databasechangeloglock", "Liquibase's lock",
          "alembic_version", "Alembic's version");

  public InspectionScope {
    schemas = Set.copyOf(schemas);
    ownTables = Set.copyOf(ownTables);
  }

  /** The default schema only, without autogen's own tables under their usual names. */
  public static InspectionScope defaultSchema() {
    return new InspectionScope(
        Set.of(), Set.of("autogen_version", "autogen_journal", "autogen_version_lock"));
  }

  /** The same scope with further schemas. */
  public InspectionScope withSchemas(Set<String> others) {
    return new InspectionScope(others, ownTables);
  }

  /** Why the table of that name is not part of the schema, or null where it is. */
  public @Nullable String reasonToLeaveOut(String table) {
    String history = HISTORIES.get(table.toLowerCase(Locale.ROOT));
    return history == null && ownTables.contains(table) ? "autogen's own" : history;
  }
}

package dev.autogen.inspect;

import java.util.Set;

/**
 * What an inspection reads: the connection's default schema, and the schemas named here.
 *
 * @param schemas further schemas, by their exact names; one that does not exist is no error
 * @param ownTables names of autogen's own tables, which are left out
 */
public record InspectionScope(Set<String> schemas, Set<String> ownTables) {
  public InspectionScope {
    schemas = Set.copyOf(schemas);
    ownTables = Set.copyOf(ownTables);
  }

  /** The default schema alone, without autogen's own tables of their usual names. */
  public static InspectionScope defaultSchema() {
    return new InspectionScope(Set.of(), Set.of("autogen_version", "autogen_journal"));
  }

  /** The same scope with further schemas. */
  public InspectionScope withSchemas(Set<String> others) {
    return new InspectionScope(others, ownTables);
  }
}

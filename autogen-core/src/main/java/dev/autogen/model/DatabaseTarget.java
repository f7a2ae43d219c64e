package dev.autogen.model;

import dev.autogen.sql.TextRules;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The database that the model is meant for. Hibernate chooses types and clauses by it.
 *
 * @param product the product's name as JDBC's {@code getDatabaseProductName()} gives it
 * @param major the major version of the server
 * @param minor the minor version of the server
 * @param defaultSchema the schema of the connection; objects in it carry no schema in the model
 * @param text how it reads SQL
 * @param settings further settings of Hibernate for it
 * @param clauses clauses that its definitions of columns have beyond the SQL standard
 * @param tablesAsSequences whether a table with one number is shown as the sequence for which it
 *     stands
 */
public record DatabaseTarget(
    String product,
    int major,
    int minor,
    String defaultSchema,
    TextRules text,
    Map<String, String> settings,
    Set<String> clauses,
    boolean tablesAsSequences) {

  /** A target that needs no further settings, and has the clauses of the SQL standard. */
  public DatabaseTarget(
      String product, int major, int minor, String defaultSchema, TextRules text) {
    this(product, major, minor, defaultSchema, text, Map.of(), Set.of(), false);
  }

  public DatabaseTarget {
    settings = Map.copyOf(settings);
    clauses = Set.copyOf(clauses);
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
  }

  @Override
  public String toString() {
    return product + " " + major + "." + minor;
  }
}

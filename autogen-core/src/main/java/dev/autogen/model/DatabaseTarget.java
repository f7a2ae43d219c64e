package dev.autogen.model;

import dev.autogen.sql.TextRules;
import java.util.Objects;

/**
 * The database that the model is meant for. Hibernate chooses types and clauses by it.
 *
 * @param product the product's name as JDBC's {@code getDatabaseProductName()} gives it
 * @param major the major version of the server
 * @param minor the minor version of the server
 * @param defaultSchema the schema of the connection; objects in it carry no schema in the model
 * @param text how it reads SQL
 */
public record DatabaseTarget(
    String product, int major, int minor, String defaultSchema, TextRules text) {
  public DatabaseTarget {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(defaultSchema, "defaultSchema");
  }

  @Override
  public String toString() {
    return product + " " + major + "." + minor;
  }
}

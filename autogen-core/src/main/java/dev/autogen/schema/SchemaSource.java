package dev.autogen.schema;

/** Where a target schema comes from; an extension point. */
@FunctionalInterface
public interface SchemaSource {

  /**
   * Reads the schema that the database should have.
   *
   * @throws AutogenException if the source cannot be read, or describes nothing
   */
  Schema read();
}

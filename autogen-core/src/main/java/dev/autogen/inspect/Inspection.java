package dev.autogen.inspect;

import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * What an inspection found.
 *
 * @param schema the objects; names in the connection's default schema have no schema
 * @param leftOut the objects that exist and were not read, each with its reason
 * @param typesInPath for types found in the search path, the schema by the type's name; without
 *     built-in types and those of the default schema
 */
public record Inspection(Schema schema, List<LeftOut> leftOut, Map<String, String> typesInPath) {
  public Inspection {
    leftOut = List.copyOf(leftOut);
    typesInPath = Map.copyOf(typesInPath);
  }

  /** An inspection of a database without a search path. */
  public Inspection(Schema schema, List<LeftOut> leftOut) {
    this(schema, leftOut, Map.of());
  }

  /**
   * An object that was not read.
   *
   * @param kind its kind: {@code table}, {@code view}, {@code sequence}
   * @param name its name for messages
   * @param reason why it was not read, for example {@code history of Flyway}
   */
  public record LeftOut(String kind, String name, String reason) {}
}

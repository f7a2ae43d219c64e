package dev.autogen.inspect;

import dev.autogen.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * What an inspection found.
 *
 * @param schema the objects; names in the connection's default schema carry no schema
 * @param leftOut what is there and was not read, each with its reason
 * @param typesInPath the schemas of the types that are found without naming one, by the type's
 *     name; not those that are built in, nor those of the default schema
 */
public record Inspection(Schema schema, List<LeftOut> leftOut, Map<String, String> typesInPath) {
  public Inspection {
    leftOut = List.copyOf(leftOut);
    typesInPath = Map.copyOf(typesInPath);
  }

  /** An inspection of a database without a path of schemas. */
  public Inspection(Schema schema, List<LeftOut> leftOut) {
    this(schema, leftOut, Map.of());
  }

  /**
   * An object that was not read.
   *
   * @param kind what it is: {@code table}, {@code view}, {@code sequence}
   * @param name its name for messages
   * @param reason why, for example {@code history of Flyway}
   */
  public record LeftOut(String kind, String name, String reason) {}
}

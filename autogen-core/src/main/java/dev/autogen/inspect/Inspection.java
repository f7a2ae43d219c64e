package dev.autogen.inspect;

import dev.autogen.schema.Schema;
import java.util.List;

/**
 * What an inspection found.
 *
 * @param schema the objects; names in the connection's default schema carry no schema
 * @param leftOut what is there and was not read, each with its reason
 */
public record Inspection(Schema schema, List<LeftOut> leftOut) {
  public Inspection {
    leftOut = List.copyOf(leftOut);
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

package dev.autogen.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that a model has no words for.
 *
 * @param kind what it is: {@code view}, {@code trigger}
 * @param name its name for messages; one in the connection's default schema carries no schema
 * @param drop the statement that drops it, or null where it is not autogen's to drop
 * @param create the statements that create it again, in the database's own words, or null
 * @param uses the tables and columns ({@code users.email}) that it needs as they are
 */
public record DatabaseObject(
    String kind, String name, @Nullable String drop, @Nullable String create, List<String> uses) {
  public DatabaseObject {
    uses = List.copyOf(uses);
  }
}

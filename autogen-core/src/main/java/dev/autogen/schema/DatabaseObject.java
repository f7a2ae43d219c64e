package dev.autogen.schema;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that a model cannot describe.
 *
 * @param key identifies it among all objects of the database
 * @param kind its kind: {@code view}, {@code trigger}, {@code grant}
 * @param name its name for messages; one in the connection's default schema has no schema
 * @param drop the statement that drops it, or null where autogen must not drop it
 * @param create the statements that create it again, as the database prints them, or null
 * @param uses what must stay unchanged while it exists: {@code users}, {@code users.email}, {@code
 *     constraint users.users_pkey}, {@code type status}
 * @param partOf what it silently disappears with when that is dropped: the same forms, {@code index
 *     ix_users_email}, {@code sequence users_seq}; {@code type of users.email} where it disappears
 *     with the column's type; {@code in partitions of events.body} and {@code in partitions of
 *     events (body)} where a partition has it for itself
 * @param needs the keys of the objects without which it cannot exist
 */
public record DatabaseObject(
    String key,
    String kind,
    String name,
    @Nullable String drop,
    @Nullable String create,
    List<String> uses,
    List<String> partOf,
    List<String> needs) {
  public DatabaseObject {
    uses = List.copyOf(uses);
    partOf = List.copyOf(partOf);
    needs = List.copyOf(needs);
  }

  /**
   * The statements that create it together with its settings, such as its owner and grants; null
   * where it cannot be created again.
   *
   * @param objects all objects of the database, with the settings of this one among them
   */
  public @Nullable String script(Collection<DatabaseObject> objects) {
    if (create == null) {
      return null;
    }
    StringBuilder script = new StringBuilder(create);
    objects.stream()
        .filter(each -> each.drop == null && each.create != null && each.needs.contains(key))
        .forEach(each -> script.append(";\n").append(each.create));
    return script.toString();
  }
}

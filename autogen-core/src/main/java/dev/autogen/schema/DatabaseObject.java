package dev.autogen.schema;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that a model has no words for.
 *
 * @param key what tells it from all others of the database
 * @param kind what it is: {@code view}, {@code trigger}, {@code grant}
 * @param name its name for messages; one in the connection's default schema carries no schema
 * @param drop the statement that drops it, or null where it is not autogen's to drop
 * @param create the statements that create it again, in the database's own words, or null
 * @param uses what it needs as it is: {@code users}, {@code users.email}, {@code constraint
 *     users.users_pkey}, {@code type status}
 * @param partOf what it goes along with, without a word, when that is dropped: the same, {@code
 *     index ix_users_email}, {@code sequence users_seq}, and {@code type of users.email} where it
 *     goes with the column's type, {@code in partitions of events.body} and {@code in partitions of
 *     events (body)} where it is a partition's own
 * @param needs the keys of others without which it cannot be
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
   * The statements that create it with what is set of it, such as its owner and grants; null where
   * it cannot be created again.
   *
   * @param objects all there is, those that are set of this one among them
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

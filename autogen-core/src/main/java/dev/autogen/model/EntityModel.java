package dev.autogen.model;

import dev.autogen.schema.Schema;
import java.util.List;

/**
 * What the entities say the database should be.
 *
 * @param schema the target schema; an object in the target's default schema carries no schema
 * @param formerNames names that tables and columns had before
 * @param entities how many entities were mapped
 * @param notes what was decided on the way, a sentence each, for {@code --verbose}: which
 *     Hibernate, which naming strategies, what was left out
 */
public record EntityModel(
    Schema schema, List<FormerName> formerNames, int entities, List<String> notes) {
  public EntityModel {
    formerNames = List.copyOf(formerNames);
    notes = List.copyOf(notes);
  }

  /**
   * Reads the entities through Hibernate, without a database.
   *
   * @throws dev.autogen.schema.AutogenException if there is no entity, or Hibernate refuses the
   *     mapping
   */
  public static EntityModel read(ModelRequest request) {
    return new ModelReader(request).read();
  }
}

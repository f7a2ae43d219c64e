package dev.autogen.model;

import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The database schema that the entities describe.
 *
 * @param schema the target schema; an object in the target's default schema carries no schema
 * @param formerNames names that tables and columns had before
 * @param entities how many entities were mapped
 * @param attributes the attribute that a column stands for, by {@code table.column} in lower case
 * @param notes the decisions while reading, one sentence each, for {@code --verbose}: which
 *     Hibernate, which naming strategies, what was left out
 */
public record EntityModel(
    Schema schema,
    List<RenamedMapping> formerNames,
    int entities,
    Map<String, String> attributes,
    List<String> notes) {
  public EntityModel {
    formerNames = List.copyOf(formerNames);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
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

  /** A column together with the attribute that it stands for, as messages name them. */
  public String place(QualifiedName table, String column) {
    String attribute = attributes.get((table.name() + "." + column).toLowerCase(Locale.ROOT));
    return attribute == null
        ? table + "." + column
        : attribute + " (column " + table + "." + column + ")";
  }
}

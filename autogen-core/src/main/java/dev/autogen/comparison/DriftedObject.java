package dev.autogen.comparison;

import java.util.List;

/**
 * An object of the database that is not as the history makes it.
 *
 * @param kind its kind: {@code table}, {@code view}, {@code trigger}
 * @param name its name; one in the default schema has no schema
 * @param differences what differs, a sentence each
 */
public record DriftedObject(String kind, String name, List<String> differences) {
  public DriftedObject {
    differences = List.copyOf(differences);
  }

  /** The name without its schema. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}

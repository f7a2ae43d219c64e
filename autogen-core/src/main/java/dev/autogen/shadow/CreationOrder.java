package dev.autogen.shadow;

import dev.autogen.inspect.Foundations;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.CreateEnum;
import dev.autogen.operation.CreateSchema;
import dev.autogen.operation.Operation;
import dev.autogen.schema.DatabaseObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One order for the creation of a schema and of the types and functions that it rests on. An enum
 * type needs nothing else, so that it comes first. A composite type may need a domain, and a
 * function may need a composite type, so that these are created in the order of {@link
 * Foundations}.
 */
public final class CreationOrder {

  private final List<Operation> early = new ArrayList<>();
  private final List<Operation> rest = new ArrayList<>();
  private final Map<String, Operation> composites = new HashMap<>();

  /**
   * Orders the creation of a schema.
   *
   * @param creation the operations that create its objects
   */
  public CreationOrder(List<Operation> creation, Foundations ground) {
    Set<String> grounded = new HashSet<>();
    Stream.concat(ground.beforeTables().stream(), ground.afterTables().stream())
        .filter(object -> object.kind().equals("type"))
        .forEach(object -> grounded.add(object.name()));
    for (Operation operation : creation) {
      if (operation instanceof CreateSchema || operation instanceof CreateEnum) {
        early.add(operation);
      } else if (operation instanceof CreateComposite && grounded.contains(operation.object())) {
        composites.put(operation.object(), operation);
      } else {
        rest.add(operation);
      }
    }
  }

  /** What is created before the types and functions: schemas and enum types. */
  public List<Operation> beforeTypes() {
    return List.copyOf(early);
  }

  /** The creation of the composite type that is one of the types and functions. */
  public Optional<Operation> composite(DatabaseObject object) {
    return object.kind().equals("type")
        ? Optional.ofNullable(composites.get(object.name()))
        : Optional.empty();
  }

  /** The creation of what the types and functions do not contain. */
  public List<Operation> rest() {
    return List.copyOf(rest);
  }
}

package dev.autogen.diff;

import dev.autogen.diff.OrderedOperations.Phase;
import dev.autogen.operation.AlterComposite;
import dev.autogen.operation.CreateComposite;
import dev.autogen.operation.DropComposite;
import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.QualifiedName;
import dev.autogen.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The differences between composite types. One that no column of the database uses was made for
 * something else, such as a function, and stays.
 */
final class CompositeTypeDiff {

  private final Schema target;
  private final Schema actual;
  private final OrderedOperations changes;

  CompositeTypeDiff(Schema target, Schema actual, OrderedOperations changes) {
    this.target = target;
    this.actual = actual;
    this.changes = changes;
  }

  /** Drops the types that no column uses any more; users before the used. */
  void drop() {
    List<CompositeType> unused = new ArrayList<>(unused());
    Collections.reverse(unused);
    unused.forEach(type -> changes.add(Phase.DROP_TYPE, new DropComposite(type)));
  }

  /** The types that only the database has, and that stay. */
  List<CompositeType> kept() {
    List<CompositeType> unused = unused();
    return actual.compositeTypes().stream()
        .filter(type -> target.compositeType(type.name()).isEmpty() && !unused.contains(type))
        .toList();
  }

  /** The types that columns used before and that none uses now. */
  private List<CompositeType> unused() {
    Set<QualifiedName> before = TypeUses.of(actual);
    Set<QualifiedName> now = TypeUses.of(target);
    return actual.orderedCompositeTypes().stream()
        .filter(type -> target.compositeType(type.name()).isEmpty())
        .filter(type -> before.contains(type.name()) && !now.contains(type.name()))
        .toList();
  }

  /** Creates and alters types, each after those that its attributes use. */
  void createAndAlter() {
    for (CompositeType type : target.orderedCompositeTypes()) {
      CompositeType other = actual.compositeType(type.name()).orElse(null);
      if (other == null) {
        changes.add(Phase.CREATE_TYPE, new CreateComposite(type));
        continue;
      }
      CompositeType wanted = withCollationsOf(other, type);
      if (!wanted.equals(other)) {
        changes.add(Phase.CREATE_TYPE, new AlterComposite(other, wanted));
      }
    }
  }

  /** A model cannot say the collation of an attribute, so the database's stays. */
  private static CompositeType withCollationsOf(CompositeType database, CompositeType model) {
    return model.withAttributes(
        model.attributes().stream()
            .map(
                each ->
                    each.withCollation(
                        database
                            .attribute(each.name())
                            .filter(old -> old.type().equals(each.type()))
                            .map(Attribute::collation)
                            .orElse(each.collation())))
            .toList());
  }
}

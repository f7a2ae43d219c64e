package dev.autogen.migration;

import dev.autogen.schema.CompositeType;
import dev.autogen.schema.CompositeType.Attribute;
import dev.autogen.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a composite type together. */
final class CompositeDefinition {

  private CompositeDefinition() {}

  static CompositeType of(QualifiedName name, List<? extends CompositeElement> elements) {
    List<Attribute> attributes = new ArrayList<>();
    @Nullable String comment = null;
    for (CompositeElement element : elements) {
      if (element instanceof AttributeDefinition definition) {
        attributes.add(definition.attribute());
      } else if (element instanceof TableComment text) {
        comment = text.text();
      }
    }
    return new CompositeType(name, attributes, comment);
  }
}

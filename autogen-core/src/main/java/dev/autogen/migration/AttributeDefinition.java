package dev.autogen.migration;

import dev.autogen.schema.CompositeType.Attribute;

/** An attribute of a composite type as the author of a migration writes it. */
public record AttributeDefinition(Attribute attribute) implements CompositeElement {

  /** The collation of its text, if not that of the type. */
  public AttributeDefinition collation(String name) {
    return new AttributeDefinition(attribute.withCollation(name));
  }

  /** What the database says about the attribute. */
  public AttributeDefinition comment(String text) {
    return new AttributeDefinition(attribute.withComment(text));
  }
}

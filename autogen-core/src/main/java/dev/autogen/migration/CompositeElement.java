package dev.autogen.migration;

/** What {@code createComposite} takes: an attribute, or the comment of the type. */
public sealed interface CompositeElement permits AttributeDefinition, TableComment {}

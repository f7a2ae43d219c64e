package dev.autogen.migration;

/** The comment of a new table or composite type. */
public record TableComment(String text) implements TableElement, CompositeElement {}

package dev.autogen.migration;

/** The comment of a new table. */
public record TableComment(String text) implements TableElement {}

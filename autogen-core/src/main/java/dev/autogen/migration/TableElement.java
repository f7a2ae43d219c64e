package dev.autogen.migration;

/** What {@code createTable} takes: a column, a constraint or a comment. */
public sealed interface TableElement permits ColumnDefinition, ConstraintDefinition, TableComment {}

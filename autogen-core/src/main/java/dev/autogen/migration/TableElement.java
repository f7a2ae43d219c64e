package dev.autogen.migration;

/** What {@code createTable} takes: a column, a constraint, a comment, or how it is kept. */
public sealed interface TableElement
    permits ColumnDefinition,
        ConstraintDefinition,
        TableComment,
        TableOption,
        TableElements,
        DialectElements {}

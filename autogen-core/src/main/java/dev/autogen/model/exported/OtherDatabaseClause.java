package dev.autogen.model.exported;

import dev.autogen.schema.QualifiedName;

/**
 * A clause in the definition of a column that PostgreSQL does not know, such as {@code
 * auto_increment}.
 */
public record OtherDatabaseClause(QualifiedName table, String column, String text) {}

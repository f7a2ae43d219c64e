package dev.autogen.model.exported;

import dev.autogen.schema.QualifiedName;

/**
 * What stands in the definition of a column and PostgreSQL does not know, such as {@code
 * auto_increment}.
 */
public record OtherDatabaseClause(QualifiedName table, String column, String text) {}

package dev.autogen.model;

import dev.autogen.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A name that a table or column of the model had before.
 *
 * @param table the table as the model has it
 * @param column the column as the model has it, or null for the table itself
 * @param name the name before
 */
public record RenamedMapping(QualifiedName table, @Nullable String column, String name) {}
